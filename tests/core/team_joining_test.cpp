// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Who comes into a team and who does not.
#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/core/team_scene.hpp"

using namespace teams;

namespace limits = core::limits;

BOOST_AUTO_TEST_SUITE(team_joining)

BOOST_FIXTURE_TEST_CASE(a_request_is_accepted_or_declined, Small) {
  form();
  ask("ann", "requestJoin", ",'message':'Please','sector':'business','discipline':'Law'")
      .accepts({"JoinRequested"})
      .with("JoinRequested", "message", "Please");
  ask("ann", "requestJoin").notes();
  opens("r");
  ask("ann", "requestJoin", role("r")).accepts({"JoinRequested"});
  ask("ann", "requestJoin", role("s")).refuses("aggregate.not-found", "role");
  ask("ann", "requestJoin", role("r")).notes();
  ask("lea", "acceptRequest", person("ben")).refuses("aggregate.not-found", "person");
  have("ann", "requestJoin", ",'sector':'business','discipline':'Law'");
  ask("lea", "acceptRequest", person("ann"))
      .accepts({"JoinAccepted", "MemberJoined"})
      .with("MemberJoined", "sector", "business")
      .with("MemberJoined", "discipline", "Law");
  ask("lea", "acceptRequest", person("ann")).notes();
  ask("ann", "requestJoin").notes();
  have("ben", "requestJoin");
  ask("lea", "declineRequest", person("ben")).accepts({"JoinDeclined"});
  ask("lea", "declineRequest", person("ben")).notes();
  have("ben", "requestJoin");
  ask("ben", "withdrawRequest")
      .accepts({"JoinWithdrawn"})
      .with("JoinWithdrawn", "ending", "byPerson");
  ask("ben", "withdrawRequest").notes();
}

BOOST_FIXTURE_TEST_CASE(who_is_kept_apart_from_the_lead_neither_asks_nor_is_asked, Small) {
  form();
  given("lea", "person.block", "{'person':'$lea','blocked':'$ann'}");
  given("ben", "person.block", "{'person':'$ben','blocked':'$lea'}");
  for (auto const* name : {"ann", "ben"}) {
    ask(name, "requestJoin").refuses("team.limit", "team");
    ask("lea", "invite", person(name) + tomorrow).refuses("aggregate.not-found", "person");
  }
  given("lea", "person.unblock", "{'person':'$lea','blocked':'$ann'}");
  ask("ann", "requestJoin").accepts({"JoinRequested"});
}

BOOST_FIXTURE_TEST_CASE(who_leads_is_told_of_requests_and_of_answers, Small) {
  form();
  ask("ann", "requestJoin").accepts({"JoinRequested"}).with("JoinRequested", "lead", "$lea");
  have("ben", "requestJoin");
  ask("ben", "withdrawRequest").accepts({"JoinWithdrawn"}).with("JoinWithdrawn", "lead", "$lea");
  for (auto const* name : {"cem", "dan"}) have("lea", "invite", person(name) + tomorrow);
  ask("cem", "declineInvitation")
      .accepts({"InvitationDeclined"})
      .with("InvitationDeclined", "lead", "$lea");
  ask("dan", "acceptInvitation")
      .accepts({"InvitationAccepted", "MemberJoined"})
      .with("InvitationAccepted", "lead", "$lea");
  form({}, "blues", "ben");
  have("cem", "requestJoin", {}, "blues"), have("cem", "requestJoin");
  ask("lea", "acceptRequest", person("cem"))
      .with("JoinWithdrawn", "team", "$blues")
      .with("JoinWithdrawn", "lead", "$ben");
}

BOOST_FIXTURE_TEST_CASE(who_is_suspended_does_not_come_in, Small) {
  form();
  have("ann", "requestJoin");
  given("console", "account.suspend", "{'account':'$ann'}");
  ask("lea", "acceptRequest", person("ann")).refuses("aggregate.not-found", "person");
}

BOOST_FIXTURE_TEST_CASE(who_joins_one_team_asks_no_other_any_more, Small) {
  form(), form({}, "blues", "dan");
  group("circle", "dan");
  for (auto const* name : {"reds", "blues", "circle"}) have("ann", "requestJoin", {}, name);
  ask("lea", "acceptRequest", person("ann"))
      .accepts({"JoinAccepted", "MemberJoined", "JoinWithdrawn"})
      .with("JoinWithdrawn", "team", "$blues")
      .with("JoinWithdrawn", "ending", "joinedAnother");
  BOOST_TEST(team("blues").requests.empty());
  BOOST_TEST(team("circle").requests.size() == 1u);  // Which is in no programme.
  ask("dan", "acceptRequest", person("ann"), "circle").accepts({"JoinAccepted", "MemberJoined"});
}

BOOST_FIXTURE_TEST_CASE(a_filled_role_ends_its_requests, Team) {
  for (auto const* name : {"ann", "ben", "cem", "dan"}) enrol(name);
  form();
  opens("r", ",'count':2"), opens("s");
  for (auto const* name : {"ann", "ben", "cem"}) have(name, "requestJoin", role("r"));
  have("dan", "requestJoin", role("s"));
  ask("lea", "acceptRequest", person("ann"))
      .accepts({"JoinAccepted", "MemberJoined"})
      .with("MemberJoined", "role", "$r");
  ask("lea", "acceptRequest", person("ben"))
      .accepts({"JoinAccepted", "MemberJoined", "RoleClosed", "JoinWithdrawn"})
      .with("RoleClosed", "ending", "filled")
      .with("JoinWithdrawn", "person", "$cem")
      .with("JoinWithdrawn", "ending", "roleFilled");
  ask("lea", "closeRole", role("s"))
      .accepts({"RoleClosed", "JoinWithdrawn"})
      .with("JoinWithdrawn", "ending", "roleClosed");
}

BOOST_FIXTURE_TEST_CASE(a_full_team_looks_for_nobody, Small) {
  form();
  opens("r"), opens("s");
  joins("ann");
  have("ben", "requestJoin", role("s"));
  have("cem", "requestJoin", role("s")), have("dan", "requestJoin");
  have("lea", "invite", person("dan") + tomorrow);
  ask("lea", "acceptRequest", person("ben"))
      .accepts({"JoinAccepted", "MemberJoined", "RoleClosed", "RoleClosed", "JoinWithdrawn",
                "JoinWithdrawn", "InvitationClosed"})
      .with("InvitationClosed", "person", "$dan")
      .with("RoleClosed", "ending", "teamFull")
      .with("JoinWithdrawn", "ending", "teamFull");
  ask("lea", "openRole", role("t") + ",'skill':{'word':'Optik'}").refuses("team.full", "team");
  ask("lea", "invite", person("cem") + tomorrow).refuses("team.full", "team");
  ask("cem", "requestJoin").refuses("team.full", "team");
  ask("dan", "acceptInvitation").refuses("team.full", "team");
  ask("lea", "acceptRequest", person("cem")).refuses("team.full", "team");
  have("ann", "leave");
  ask("dan", "acceptInvitation").refuses("aggregate.not-found", "team");
  have("lea", "invite", person("dan"));
  ask("dan", "acceptInvitation").accepts({"InvitationAccepted", "MemberJoined"});
}

BOOST_FIXTURE_TEST_CASE(an_invitation_is_used_until_it_expires, Small) {
  form();
  opens("r");
  ask("lea", "invite", person("ann") + ",'expires':'2026-05-01T12:00:00Z'")
      .refuses("input.invalid", "expires");
  ask("lea", "invite", person("nobody") + tomorrow).refuses("aggregate.not-found", "person");
  ask("lea", "invite", person("ann") + role("s") + tomorrow).refuses("aggregate.not-found", "role");
  ask("lea", "invite", person("ann") + role("r") + ",'message':'Come'" + tomorrow)
      .accepts({"InvitationSent"})
      .with("InvitationSent", "message", "Come");
  ask("lea", "invite", person("ann") + role("r") + tomorrow).notes();
  ask("lea", "invite", person("ann") + tomorrow).accepts({"InvitationSent"});
  have("lea", "invite", person("ann") + role("r") + tomorrow);
  ask("ben", "acceptInvitation").refuses("aggregate.not-found", "team");
  clock.pass(day_us + 1);
  ask("ann", "acceptInvitation").refuses("team.state", "team");
  ask("lea", "invite", person("ben") + ",'expires':'2026-05-10T12:00:00Z'")
      .accepts({"InvitationExpired", "InvitationSent"})
      .with("InvitationExpired", "person", "$ann");
  ask("ben", "acceptInvitation", ",'sector':'science'")
      .accepts({"InvitationAccepted", "MemberJoined"})
      .with("MemberJoined", "sector", "science");
  ask("ben", "acceptInvitation").notes();
}

BOOST_FIXTURE_TEST_CASE(an_invitation_that_names_no_date_stands_for_two_weeks, Small) {
  form();
  ask("lea", "invite", person("ann"))
      .accepts({"InvitationSent"})
      .with("InvitationSent", "expires", "2026-05-15T12:00:00Z");
  clock.pass(day_us);
  ask("lea", "invite", person("ann")).notes();
  clock.pass(13 * day_us);
  ask("ann", "acceptInvitation").accepts({"InvitationAccepted", "MemberJoined"});
}

BOOST_FIXTURE_TEST_CASE(an_invitation_is_declined_or_taken_back, Small) {
  form();
  have("lea", "invite", person("ann") + tomorrow);
  ask("ann", "declineInvitation").accepts({"InvitationDeclined"});
  ask("ann", "declineInvitation").notes();
  have("lea", "invite", person("ann") + tomorrow);
  ask("lea", "withdrawInvitation", person("ann")).accepts({"InvitationWithdrawn"});
  ask("lea", "withdrawInvitation", person("ann")).notes();
  joins("ann");
  ask("lea", "invite", person("ann") + tomorrow).notes();
}

BOOST_FIXTURE_TEST_CASE(the_role_of_an_invitation_is_taken_where_it_is_still_open, Small) {
  form();
  opens("r");
  for (auto const* name : {"ann", "ben"})
    have("lea", "invite", person(name) + role("r") + tomorrow);
  have("lea", "invite", person("cem") + tomorrow);
  ask("ann", "acceptInvitation")
      .accepts({"InvitationAccepted", "MemberJoined", "RoleClosed", "InvitationClosed"})
      .with("MemberJoined", "role", "$r")
      .with("InvitationClosed", "person", "$ben");
  ask("ben", "acceptInvitation").refuses("aggregate.not-found", "team");
  opens("s");
  have("lea", "invite", person("ben") + role("s") + tomorrow);
  ask("lea", "closeRole", role("s")).accepts({"RoleClosed", "InvitationClosed"});
  ask("cem", "acceptInvitation")
      .accepts({"InvitationAccepted", "MemberJoined"})
      .with("MemberJoined", "role", "");
}

BOOST_FIXTURE_TEST_CASE(only_who_is_enrolled_joins, Small) {
  form();
  member("otto");
  ask("otto", "requestJoin").refuses("team.not-enrolled", "team");
  have("lea", "invite", person("otto") + tomorrow);
  ask("otto", "acceptInvitation").refuses("team.not-enrolled", "team");
}

BOOST_FIXTURE_TEST_CASE(who_is_enrolled_no_more_leaves_the_teams, Small) {
  form(), form({}, "blues", "dan");
  joins("ann");
  have("ben", "requestJoin");
  auto const withdraw = [&](std::string const& who) {
    return as(who).when("programme.withdrawApplication", "{'programme':'$jam'}");
  };
  withdraw("ann")
      .accepts({"ApplicationWithdrawn", "MemberLeft"})
      .with("MemberLeft", "parting", "notEnrolled");
  withdraw("ben")
      .accepts({"ApplicationWithdrawn", "JoinWithdrawn"})
      .with("JoinWithdrawn", "ending", "notEnrolled");
  joins("cem");
  withdraw("lea").refuses("team.lead-leaves", "person");
  have("paul", "lock");
  withdraw("cem").refuses("team.locked", "person");
  as("paul")
      .when("programme.rejectApplication", "{'programme':'$jam'" + person("cem") + "}")
      .refuses("team.locked", "person");
  BOOST_TEST(team().members.size() == 2u);
  withdraw("dan").accepts({"ApplicationWithdrawn", "MemberLeft", "TeamDissolved"});  // Alone in it.
}

BOOST_FIXTURE_TEST_CASE(a_teams_lists_are_bounded, Team) {
  form();
  for (std::size_t i = 0; i < limits::team_roles_max; ++i) opens("r" + std::to_string(i));
  ask("lea", "openRole", role("more") + ",'skill':{'word':'Optik'}").refuses("team.limit", "role");
  group("circle", "lea");
  for (std::size_t i = 0; i < limits::team_invitations_max; ++i) {
    auto const name = "p" + std::to_string(i);
    member(name);
    if (i < limits::team_requests_max) have(name, "requestJoin", {}, "circle");
    have("lea", "invite", person(name) + tomorrow, "circle");
  }
  member("otto");
  ask("otto", "requestJoin", {}, "circle").refuses("team.limit", "team");
  ask("lea", "invite", person("otto") + tomorrow, "circle").refuses("team.limit", "person");
  clock.pass(day_us + 1);
  auto const later = ",'expires':'2026-05-10T12:00:00Z'";
  BOOST_TEST(ask("lea", "invite", person("otto") + later, "circle").accepted());
  BOOST_TEST(team("circle").invitations.size() == 1u);
  BOOST_TEST(ask("lea", "dissolve", {}, "circle").accepted());
}

BOOST_FIXTURE_TEST_CASE(nobody_asks_too_many_teams, Team) {
  enrol("ann");
  for (std::size_t i = 0; i <= limits::team_places_max; ++i) {
    auto const lead = "l" + std::to_string(i), name = "t" + std::to_string(i);
    enrol(lead);
    form({}, name, lead);
    if (i < limits::team_places_max) have("ann", "requestJoin", {}, name);
    else ask("ann", "requestJoin", {}, name).refuses("team.limit", "team");
  }
  have("l0", "acceptRequest", person("ann"), "t0");
  BOOST_TEST(team("t1").requests.empty());
}

BOOST_AUTO_TEST_SUITE_END()
