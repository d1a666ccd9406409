// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

using support::id_named;
namespace limits = core::limits;

constexpr char const* tomorrow = ",'expires':'2026-05-02T12:00:00Z'";
constexpr std::int64_t day_us = 86'400'000'000;

std::string person(std::string const& name) { return ",'person':'$" + name + "'"; }
std::string role(std::string const& name) { return ",'role':'$" + name + "'"; }

// A programme "jam" that runs, with Paul as its manager; Lea leads the team "reds" in it.
struct Team : support::Scene {
  explicit Team(std::string const& more = {}) {
    member("paul", "programmeManager");
    member("hub", "hubAdmin");
    given("paul", "programme.announce", "{'programme':'$jam','title':'Jam'" + more + "}");
    given("paul", "programme.openApplications",
          "{'programme':'$jam','deadline':'2026-06-01T00:00:00Z'}");
    enrol("lea");
  }

  static std::string on(std::string const& team, std::string const& more = {}) {
    return "{'team':'$" + team + "'" + more + "}";
  }
  support::Outcome ask(std::string const& by, std::string const& action,
                       std::string const& more = {}, std::string const& team = "reds") {
    return as(by).when("team." + action, on(team, more));
  }
  void have(std::string const& by, std::string const& action, std::string const& more = {},
            std::string const& team = "reds") {
    given(by, "team." + action, on(team, more));
  }
  void enrol(std::string const& name, std::string const& status = "student") {
    member(name);
    auto const about = "{'programme':'$jam'" + person(name);
    given("paul", "programme.submitApplication", about + "}");
    given("paul", "programme.acceptApplication", about + "}");
    given("paul", "programme.confirmEnrolment", about + ",'status':'" + status + "'}");
  }
  void run() { given("paul", "programme.start", "{'programme':'$jam'}"); }
  void form(std::string const& more = {}, std::string const& team = "reds",
            std::string const& lead = "lea") {
    have(lead, "form", ",'name':'Reds','programme':'$jam'" + more, team);
  }
  void group(std::string const& name, std::string const& lead) {
    have(lead, "form", ",'name':'Circle','kind':'expertGroup'", name);
  }
  void opens(std::string const& name, std::string const& more = {}) {
    have("lea", "openRole", role(name) + ",'skill':{'word':'Optik'}" + more);
  }
  // Joins by a request that Lea accepts.
  void joins(std::string const& name, std::string const& more = {}) {
    have(name, "requestJoin", more);
    have("lea", "acceptRequest", person(name));
  }
  core::team::State team(std::string const& name = "reds") {
    return engine().world().team.load(id_named(name));
  }
};

struct Small : Team {
  Small() : Team(",'teamSizeMax':3") {
    for (auto const* name : {"ann", "ben", "cem", "dan"}) enrol(name);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(team)

BOOST_FIXTURE_TEST_CASE(who_founds_a_team_leads_it, Small) {
  ask("lea", "form",
      ",'name':'Reds','about':'A','programme':'$jam','sizeMax':2,'sector':'science','discipline':"
      "'Physics'")
      .accepts({"TeamFormed", "MemberJoined"})
      .with("TeamFormed", "name", "Reds")
      .with("TeamFormed", "about", "A")
      .with("TeamFormed", "lead", "$lea")
      .with("TeamFormed", "sizeMax", "2")
      .with("MemberJoined", "person", "$lea")
      .with("MemberJoined", "programme", "$jam")
      .with("MemberJoined", "sector", "science")
      .with("MemberJoined", "discipline", "Physics")
      .with("MemberJoined", "status", "student");
  ask("ann", "form", ",'name':'Reds','programme':'$jam'").refuses("team.exists", "team");
}

BOOST_FIXTURE_TEST_CASE(a_team_is_in_a_programme_and_a_group_in_none, Small) {
  ask("lea", "form", ",'name':'R'").refuses("input.invalid", "programme");
  ask("lea", "form", ",'name':'R','programme':'$jam','kind':'expertGroup'")
      .refuses("input.invalid", "programme");
  ask("lea", "form", ",'name':'R','programme':'$nothing'")
      .refuses("aggregate.not-found", "programme");
  ask("lea", "form", ",'name':'R','programme':'$jam','sizeMax':4")
      .refuses("input.invalid", "sizeMax");
  member("otto");
  ask("otto", "form", ",'name':'R','programme':'$jam'").refuses("team.not-enrolled", "programme");
  ask("otto", "form", ",'name':'Circle','kind':'expertGroup','sector':'business'", "circle")
      .accepts({"TeamFormed", "MemberJoined"})
      .with("TeamFormed", "sizeMax", "50")
      .with("MemberJoined", "status", "unspecified");
  given("paul", "programme.cancel", "{'programme':'$jam','reason':'Rain'}");
  ask("lea", "form", ",'name':'R','programme':'$jam'").refuses("programme.state", "programme");
}

BOOST_FIXTURE_TEST_CASE(one_is_in_one_team_of_a_programme, Small) {
  form(), form({}, "blues", "ann");
  ask("lea", "form", ",'name':'More','programme':'$jam'", "more")
      .refuses("team.already-member", "programme");
  ask("lea", "requestJoin", {}, "blues").refuses("team.already-member", "team");
  have("ann", "invite", person("lea") + tomorrow, "blues");
  ask("lea", "acceptInvitation", {}, "blues").refuses("team.already-member", "team");
  group("circle", "lea");
  group("ring", "lea");
}

BOOST_AUTO_TEST_CASE(a_programme_may_allow_several_teams) {
  Team scene(",'severalTeams':true");
  for (auto const* name : {"ann", "ben"}) scene.enrol(name);
  scene.form(), scene.form({}, "blues", "ann"), scene.form({}, "more");
  scene.have("ben", "requestJoin"), scene.have("ben", "requestJoin", {}, "blues");
  scene.ask("lea", "acceptRequest", person("ben")).accepts({"JoinAccepted", "MemberJoined"});
  scene.ask("ann", "acceptRequest", person("ben"), "blues")
      .accepts({"JoinAccepted", "MemberJoined"});
}

BOOST_FIXTURE_TEST_CASE(roles_say_whom_a_team_looks_for, Small) {
  form();
  ask("lea", "openRole",
      role("r") + ",'skill':{'word':'Optik','level':2},'count':2,'text':'For the lens'")
      .accepts({"TermProposed", "RoleOpened"})
      .with("RoleOpened", "skill/level", "2")
      .with("RoleOpened", "count", "2")
      .with("RoleOpened", "text", "For the lens");
  ask("lea", "openRole", role("r") + ",'skill':{'word':'optik','level':2}").notes();
  ask("lea", "openRole", role("r") + ",'skill':{'word':'optik','level':3}")
      .refuses("team.exists", "role");
  ask("lea", "openRole", role("s") + ",'skill':{'term':'$nothing'}")
      .refuses("vocab.unknown", "skill.term");
  ask("lea", "openRole", role("s") + ",'skill':{'word':'Optik'}")
      .accepts({"RoleOpened"})
      .with("RoleOpened", "count", "1");
  ask("lea", "closeRole", role("s")).accepts({"RoleClosed"}).with("RoleClosed", "ending", "closed");
  ask("lea", "closeRole", role("s")).notes();
}

BOOST_FIXTURE_TEST_CASE(only_the_lead_decides, Small) {
  form();
  joins("ann");
  have("ben", "requestJoin");
  for (auto const& [action, more] :
       std::map<std::string, std::string>{{"openRole", role("r") + ",'skill':{'word':'Optik'}"},
                                          {"closeRole", role("r")},
                                          {"invite", person("cem") + tomorrow},
                                          {"withdrawInvitation", person("cem")},
                                          {"acceptRequest", person("ben")},
                                          {"declineRequest", person("ben")},
                                          {"removeMember", person("lea") + ",'reason':'R'"},
                                          {"transferLead", person("ann")},
                                          {"submit", ",'title':'T'"},
                                          {"dissolve", ""}}) {
    ask("ann", action, more).refuses("team.not-lead", "team");
    ask("ben", action, more).refuses("auth.forbidden");
  }
}

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
                "JoinWithdrawn"})
      .with("RoleClosed", "ending", "teamFull")
      .with("JoinWithdrawn", "ending", "teamFull");
  ask("lea", "openRole", role("t") + ",'skill':{'word':'Optik'}").refuses("team.full", "team");
  ask("lea", "invite", person("cem") + tomorrow).refuses("team.full", "team");
  ask("cem", "requestJoin").refuses("team.full", "team");
  ask("dan", "acceptInvitation").refuses("team.full", "team");
  ask("lea", "acceptRequest", person("cem")).refuses("team.full", "team");
  have("ann", "leave");
  ask("dan", "acceptInvitation").accepts({"InvitationAccepted", "MemberJoined"});
}

BOOST_FIXTURE_TEST_CASE(an_invitation_is_used_until_it_expires, Small) {
  form();
  opens("r");
  ask("lea", "invite", person("ann")).refuses("input.invalid", "expires");
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
  ask("ann", "acceptInvitation")
      .accepts({"InvitationAccepted", "MemberJoined", "RoleClosed"})
      .with("MemberJoined", "role", "$r");
  ask("ben", "acceptInvitation")
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
  withdraw("lea").refuses("team.lead-leaves", "person");
  joins("cem");
  have("paul", "lock");
  withdraw("cem").refuses("team.locked", "person");
  as("paul")
      .when("programme.rejectApplication", "{'programme':'$jam'" + person("cem") + "}")
      .refuses("team.locked", "person");
  BOOST_TEST(team().members.size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_lead_hands_over_before_leaving, Small) {
  form();
  joins("ann");
  ask("lea", "leave").refuses("team.lead-leaves", "team");
  ask("lea", "removeMember", person("lea") + ",'reason':'R'").refuses("team.lead-leaves", "person");
  ask("lea", "transferLead", person("ben")).refuses("aggregate.not-found", "person");
  ask("lea", "transferLead", person("ann"))
      .accepts({"LeadTransferred"})
      .with("LeadTransferred", "person", "$ann");
  ask("lea", "transferLead", person("ann")).refuses("team.not-lead", "team");
  ask("ann", "transferLead", person("ann")).notes();
  ask("lea", "leave").accepts({"MemberLeft"}).with("MemberLeft", "parting", "left");
  ask("lea", "leave").notes();
}

BOOST_FIXTURE_TEST_CASE(the_last_member_dissolves_the_team_by_leaving, Small) {
  form();
  have("ann", "requestJoin");
  ask("lea", "leave")
      .accepts({"MemberLeft", "JoinWithdrawn", "TeamDissolved"})
      .with("JoinWithdrawn", "ending", "teamDissolved");
  ask("lea", "leave").notes();
  ask("ann", "requestJoin").refuses("team.state", "team");
  form({}, "blues");
}

BOOST_FIXTURE_TEST_CASE(a_dissolved_team_is_over, Small) {
  form();
  joins("ann");
  opens("r");
  ask("lea", "dissolve")
      .accepts({"MemberLeft", "MemberLeft", "TeamDissolved"})
      .with("MemberLeft", "parting", "dissolved");
  ask("paul", "dissolve", ",'reason':'R'").notes();
  ask("paul", "lock").refuses("team.state", "team");
  ask("paul", "unlock", ",'reason':'R'").refuses("team.state", "team");
  for (auto const* action : {"acceptInvitation", "declineInvitation", "withdrawRequest"})
    ask("ann", action).refuses("team.state", "team");
  ask("ann", "form", ",'name':'R','programme':'$jam'").refuses("team.exists", "team");
  form({}, "blues", "ann");
}

BOOST_FIXTURE_TEST_CASE(nothing_happens_to_a_team_that_is_not_there, Small) {
  for (auto const* action :
       {"acceptInvitation", "declineInvitation", "requestJoin", "withdrawRequest", "leave"})
    ask("ann", action).refuses("aggregate.not-found", "team");
  ask("paul", "lock").refuses("aggregate.not-found", "team");
  for (auto const* action : {"unlock", "dissolve"})
    ask("paul", action, ",'reason':'R'").refuses("aggregate.not-found", "team");
  ask("paul", "transferLead", person("ann") + ",'reason':'R'")
      .refuses("aggregate.not-found", "team");
  ask("paul", "removeMember", person("ann") + ",'reason':'R'")
      .refuses("aggregate.not-found", "team");
}

BOOST_FIXTURE_TEST_CASE(who_runs_the_programme_may_step_in_and_says_why, Small) {
  form();
  joins("ann"), joins("ben");
  ask("paul", "transferLead", person("ann")).refuses("input.invalid", "reason");
  ask("paul", "dissolve").refuses("input.invalid", "reason");
  ask("hub", "transferLead", person("ann") + ",'reason':'Ill'")
      .accepts({"LeadTransferred"})
      .with("LeadTransferred", "reason", "Ill");
  ask("ann", "removeMember", person("ben")).refuses("input.invalid", "reason");
  ask("paul", "removeMember", person("ben") + ",'reason':'Moved'")
      .accepts({"MemberRemoved"})
      .with("MemberRemoved", "reason", "Moved");
  ask("paul", "removeMember", person("ben") + ",'reason':'Moved'").notes();
  ask("paul", "invite", person("ben") + tomorrow).refuses("auth.forbidden");
  member("mia");
  given("console", "account.grantRole",
        "{'account':'$mia','role':'programmeManager','scope':'programme','target':'$jam'}");
  ask("mia", "lock").accepts({"TeamLocked"});
  group("circle", "dan");
  ask("mia", "lock", {}, "circle").refuses("auth.forbidden");
}

BOOST_FIXTURE_TEST_CASE(in_a_locked_team_nobody_comes_or_goes, Small) {
  form();
  joins("ann");
  have("ben", "requestJoin");
  have("lea", "invite", person("cem") + tomorrow);
  ask("lea", "lock").refuses("auth.forbidden");
  ask("paul", "lock").accepts({"TeamLocked"});
  ask("paul", "lock").notes();
  ask("lea", "acceptRequest", person("ben")).refuses("team.locked", "team");
  ask("lea", "openRole", role("r") + ",'skill':{'word':'Optik'}").refuses("team.locked", "team");
  ask("lea", "closeRole", role("r")).refuses("team.locked", "team");
  ask("lea", "invite", person("dan") + tomorrow).refuses("team.locked", "team");
  ask("lea", "removeMember", person("ann") + ",'reason':'R'").refuses("team.locked", "team");
  ask("lea", "dissolve").refuses("team.locked", "team");
  ask("ann", "leave").refuses("team.locked", "team");
  ask("cem", "acceptInvitation").refuses("team.locked", "team");
  ask("dan", "requestJoin").refuses("team.locked", "team");
  ask("lea", "transferLead", person("ann")).accepts({"LeadTransferred"});
  ask("paul", "unlock", ",'reason':'A seat is free'")
      .accepts({"TeamUnlocked"})
      .with("TeamUnlocked", "reason", "A seat is free");
  ask("paul", "unlock", ",'reason':'R'").notes();
  ask("cem", "acceptInvitation").accepts({"InvitationAccepted", "MemberJoined", "JoinWithdrawn"});
}

BOOST_AUTO_TEST_CASE(what_a_team_hands_in) {
  Team scene(",'teamSizeMin':2,'submissionsUntil':'2026-05-01T13:00:00Z'");
  scene.enrol("ann");
  scene.form();
  auto const submit = [&](std::string const& more = {}) {
    return scene.ask("lea", "submit", ",'title':'Lens','summary':'S','link':'L'" + more);
  };
  submit().refuses("programme.state", "team");
  scene.run();
  submit()
      .accepts({"SubmissionMade"})
      .with("SubmissionMade", "title", "Lens")
      .with("SubmissionMade", "summary", "S")
      .with("SubmissionMade", "link", "L")
      .with("SubmissionMade", "number", "1")
      .with("SubmissionMade", "programme", "$jam")
      .with("SubmissionMade", "final", "false");
  submit(",'final':true").refuses("team.state", "team");
  scene.joins("ann");
  scene.have("paul", "lock");
  submit(",'final':true").accepts({"SubmissionMade"}).with("SubmissionMade", "number", "2");
  submit().refuses("team.state", "final");
  scene.clock.pass(3'600'000'000);
  submit(",'final':true").accepts({"SubmissionMade"}).with("SubmissionMade", "number", "3");
  scene.clock.pass(1);
  submit(",'final':true").refuses("submission.late", "team");
}

BOOST_FIXTURE_TEST_CASE(after_the_programme_it_is_too_late, Small) {
  form();
  group("circle", "ann");
  run();
  have("lea", "submit", ",'title':'T'");
  given("paul", "programme.complete", "{'programme':'$jam'}");
  ask("lea", "submit", ",'title':'T'").refuses("submission.late", "team");
  ask("ann", "submit", ",'title':'T'", "circle").refuses("team.state", "team");
  ask("ben", "requestJoin").refuses("programme.state", "team");
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

BOOST_AUTO_TEST_CASE(five_seats_stay_five_in_whatever_order_a_hundred_join) {
  std::vector<std::string> people;
  for (int i = 0; i < 100; ++i) people.push_back("p" + std::to_string(i));
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      Team scene(",'teamSizeMax':5");
      scene.form();
      std::mt19937_64 dice(seed);
      for (auto const& name : people) {
        scene.enrol(name);
        static_cast<void>(
            scene.send("lea", "team.invite", Team::on("reds", person(name) + tomorrow)));
      }
      std::ranges::shuffle(people, dice);
      int joined = 0, full = 0;
      for (auto const& name : people) {
        auto const result = scene.send(name, "team.acceptInvitation", Team::on("reds"));
        joined += result.has_value();
        full += !result && result.error().code == "team.full";
        if (dice() % 5 == 0) scene.commit();
      }
      scene.commit();
      BOOST_TEST(joined == 4);
      BOOST_TEST(full == 96);
      BOOST_TEST(scene.team().members.size() == 5u);
      BOOST_TEST(scene.state() == scene.replayed());
    }
  }
}

namespace {

// What must hold of every team, whatever happened.
void check_teams(Team& scene, std::vector<std::string> const& teams) {
  auto const& world = scene.engine().world();
  std::map<core::Id, int> memberships;
  std::size_t places = 0;
  for (auto const& name : teams) {
    auto const team = scene.team(name);
    places += team.members.size() + team.requests.size();
    BOOST_TEST(team.members.size() <= team.size_max);
    BOOST_TEST((team.stage != core::team::Stage::forming || team.has(team.lead)));
    if (team.stage == core::team::Stage::forming && team.full())
      BOOST_TEST((team.openings.empty() && team.requests.empty()));
    for (auto const& opening : team.openings) BOOST_TEST(opening.left > 0);
    for (auto const& request : team.requests) BOOST_TEST(!team.has(request.person));
    if (team.programme.is_nil()) continue;
    for (auto const& member : team.members) {
      BOOST_TEST(++memberships[member] == 1);
      BOOST_TEST((core::programme::application(world, team.programme, member).standing ==
                  core::programme::Standing::ENROLLED));
    }
  }
  BOOST_TEST(world.team_places.size() == places);
}

// What kinds of events a history is made of.
std::set<std::string> kinds_of(Team const& scene) {
  std::set<std::string> kinds;
  scene.log.read({1}, [&](core::RecordView const& record) {
    auto const* type = core::schema_tables().event(record.header().event_type);
    if (type->family_name == "team") kinds.insert(type->name);
    return true;
  });
  return kinds;
}

// Seven people, two teams and a group at a time, and whatever they may think of.
class Bustle {
 public:
  explicit Bustle(std::uint64_t seed) : scene(",'teamSizeMax':3"), dice_(seed) {
    for (int i = 0; i < 7; ++i) scene.enrol("p" + std::to_string(i));
    scene.run();
  }

  void step() {
    if (steps_++ % 100 == 0)
      for (auto const* kind : {"a", "b", "c"}) teams_.push_back(kind + std::to_string(steps_));
    auto const team = teams_[teams_.size() - 1 - dice_() % 3];
    auto action = actions[dice_() % actions.size()];
    if (action == "dissolve" && dice_() % 4 > 0) action = "invite";  // Ended, it is over.
    static_cast<void>(
        scene.send(actor(action, team), "team." + action, Team::on(team, arguments(action, team))));
    if (dice_() % 300 == 0)
      static_cast<void>(
          scene.send(one("p", 7), "programme.withdrawApplication", "{'programme':'$jam'}"));
    if (dice_() % 3 == 0) scene.commit();
    if (dice_() % 60 == 0) scene.commit(), scene.write_behind();
    if (dice_() % 150 == 0) scene.restart();
    check_teams(scene, teams_);
  }

  Team scene;

 private:
  static inline std::vector<std::string> const actions{"form",
                                                       "form",
                                                       "openRole",
                                                       "openRole",
                                                       "closeRole",
                                                       "invite",
                                                       "invite",
                                                       "acceptInvitation",
                                                       "requestJoin",
                                                       "requestJoin",
                                                       "acceptRequest",
                                                       "acceptInvitation",
                                                       "requestJoin",
                                                       "leave",
                                                       "acceptRequest",
                                                       "declineInvitation",
                                                       "removeMember",
                                                       "lock",
                                                       "withdrawInvitation",
                                                       "declineRequest",
                                                       "transferLead",
                                                       "dissolve",
                                                       "withdrawRequest",
                                                       "unlock",
                                                       "submit"};

  static inline std::set<std::string> const members_do{
      "form", "acceptInvitation", "declineInvitation", "requestJoin", "withdrawRequest", "leave"};

  std::string one(std::string const& kind, std::size_t many) {
    return kind + std::to_string(dice_() % many);
  }
  // A member, if there is any.
  std::string insider(std::string const& team) {
    auto name = one("p", 7);
    for (int tries = 0; tries < 20 && !scene.team(team).has(id_named(name)); ++tries)
      name = one("p", 7);
    return name;
  }
  // Mostly somebody who may.
  std::string actor(std::string const& action, std::string const& team) {
    if (dice_() % 8 == 0) return one("p", 7);
    if (action == "lock" || action == "unlock") return "paul";
    if (members_do.contains(action)) return one("p", 7);
    for (int i = 0; i < 7; ++i)
      if (id_named("p" + std::to_string(i)) == scene.team(team).lead)
        return "p" + std::to_string(i);
    return one("p", 7);
  }
  std::string arguments(std::string const& action, std::string const& team) {
    if (action == "form")
      return team[0] == 'c' ? ",'name':'N','kind':'expertGroup','sizeMax':4"
                            : ",'name':'N','programme':'$jam'";
    if (action == "openRole") return role(one("r", 3)) + ",'skill':{'word':'Optik'}";
    if (action == "closeRole") return role(one("r", 3));
    if (action == "requestJoin") return dice_() % 2 ? role(one("r", 3)) : "";
    if (action == "invite") return person(one("p", 7)) + ",'expires':'2026-05-20T00:00:00Z'";
    if (action == "submit") return ",'title':'T'";
    if (action == "unlock" || action == "dissolve") return ",'reason':'R'";
    if (action == "removeMember" || action == "transferLead")
      return person(insider(team)) + ",'reason':'R'";
    bool const names_somebody =
        action == "acceptRequest" || action == "declineRequest" || action == "withdrawInvitation";
    return names_somebody ? person(one("p", 7)) : "";
  }

  std::mt19937_64 dice_;
  std::vector<std::string> teams_;
  int steps_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(whatever_happens_the_promises_hold) {
  std::set<std::string> kinds;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      Bustle bustle(seed);
      for (int step = 0; step < 1500; ++step) bustle.step();
      bustle.scene.commit();
      BOOST_TEST(bustle.scene.state() == bustle.scene.replayed());
      kinds.merge(kinds_of(bustle.scene));
    }
  }
  for (auto const* type : core::schema_tables().events())
    if (type->family_name == "team" && type->name != "InvitationExpired")
      BOOST_TEST(kinds.contains(type->name), type->name);
}

BOOST_AUTO_TEST_SUITE_END()
