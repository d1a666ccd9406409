// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What a team is, who leads it, and what it hands in.
#include <boost/test/unit_test.hpp>

#include "tests/core/team_scene.hpp"

using namespace teams;

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

BOOST_FIXTURE_TEST_CASE(unless_said_otherwise_the_longest_member_leads_next, Small) {
  form();
  ask("lea", "transferLead").refuses("team.state", "team");
  joins("ann"), joins("ben");
  ask("hub", "transferLead").refuses("input.invalid", "reason");
  given("console", "account.suspend", "{'account':'$ann'}");
  ask("lea", "transferLead", person("ann")).refuses("aggregate.not-found", "person");
  ask("hub", "transferLead", ",'reason':'Gone'")
      .accepts({"LeadTransferred"})
      .with("LeadTransferred", "person", "$ben");
  ask("ben", "transferLead").accepts({"LeadTransferred"}).with("LeadTransferred", "person", "$lea");
}

BOOST_FIXTURE_TEST_CASE(suspension_alone_takes_no_lead_away, Small) {
  form();
  joins("ann");
  given("console", "account.suspend", "{'account':'$lea'}");
  follow();
  BOOST_TEST((team().lead == id_named("lea")));
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
  ask("hub", "dissolve", ",'reason':'R'").notes();
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
    ask("hub", action, ",'reason':'R'").refuses("aggregate.not-found", "team");
  ask("hub", "transferLead", person("ann") + ",'reason':'R'")
      .refuses("aggregate.not-found", "team");
  ask("hub", "removeMember", person("ann") + ",'reason':'R'")
      .refuses("aggregate.not-found", "team");
}

BOOST_FIXTURE_TEST_CASE(who_runs_the_programme_freezes_teams_and_the_hub_steps_in, Small) {
  form();
  joins("ann"), joins("ben");
  for (auto const& [action, more] :
       std::map<std::string, std::string>{{"transferLead", person("ann") + ",'reason':'R'"},
                                          {"removeMember", person("ben") + ",'reason':'R'"},
                                          {"dissolve", ",'reason':'R'"}})
    ask("paul", action, more).refuses("auth.forbidden");
  ask("hub", "transferLead", person("ann")).refuses("input.invalid", "reason");
  ask("hub", "dissolve").refuses("input.invalid", "reason");
  ask("hub", "transferLead", person("ann") + ",'reason':'Ill'")
      .accepts({"LeadTransferred"})
      .with("LeadTransferred", "reason", "Ill");
  ask("ann", "removeMember", person("ben")).refuses("input.invalid", "reason");
  ask("hub", "removeMember", person("ben") + ",'reason':'Moved'")
      .accepts({"MemberRemoved"})
      .with("MemberRemoved", "reason", "Moved");
  ask("hub", "removeMember", person("ben") + ",'reason':'Moved'").notes();
  ask("paul", "invite", person("ben") + tomorrow).refuses("auth.forbidden");
  member("mia");
  given("console", "account.grantRole",
        "{'account':'$mia','role':'programmeManager','scope':'programme','target':'$jam'}");
  ask("mia", "lock").accepts({"TeamLocked"});
  group("circle", "dan");
  ask("mia", "lock", {}, "circle").refuses("auth.forbidden");
}

BOOST_FIXTURE_TEST_CASE(hub_administration_acts_for_a_team_and_says_why, Small) {
  form();
  run();
  for (auto const* name : {"ann", "ben"}) have(name, "requestJoin");
  opens("r");
  for (auto const& [action, more] :
       std::map<std::string, std::string>{{"openRole", role("s") + ",'skill':{'word':'Glas'}"},
                                          {"closeRole", role("r")},
                                          {"acceptRequest", person("ann")},
                                          {"declineRequest", person("ben")},
                                          {"submit", ",'title':'Lens'"}}) {
    ask("paul", action, more + ",'reason':'R'").refuses("auth.forbidden");
    for (auto const* by : {"hub", "console"})
      ask(by, action, more).refuses("input.invalid", "reason");
  }
  auto const acts = [&](std::string const& action, std::string const& more) {
    return ask("hub", action, more + ",'reason':'The lead is ill'");
  };
  acts("openRole", role("s") + ",'skill':{'word':'Glas'}")
      .accepts({"TermProposed", "RoleOpened"})
      .with("RoleOpened", "reason", "The lead is ill");
  acts("closeRole", role("r"))
      .accepts({"RoleClosed"})
      .with("RoleClosed", "reason", "The lead is ill");
  acts("acceptRequest", person("ann"))
      .accepts({"JoinAccepted", "MemberJoined"})
      .with("JoinAccepted", "reason", "The lead is ill");
  acts("declineRequest", person("ben"))
      .accepts({"JoinDeclined"})
      .with("JoinDeclined", "reason", "The lead is ill");
  acts("submit", ",'title':'Lens'")
      .accepts({"SubmissionMade"})
      .with("SubmissionMade", "reason", "The lead is ill");
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
    return scene.ask("lea", "submit",
                     ",'title':'Lens','summary':'S','link':'https://lens.example'" + more);
  };
  submit().refuses("programme.state", "team");
  scene.run();
  submit()
      .accepts({"SubmissionMade"})
      .with("SubmissionMade", "title", "Lens")
      .with("SubmissionMade", "summary", "S")
      .with("SubmissionMade", "link", "https://lens.example")
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

BOOST_AUTO_TEST_SUITE_END()
