// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/project_scene.hpp"

using support::is_code;
using support::named;
using support::Project;

BOOST_FIXTURE_TEST_SUITE(project, Project)

BOOST_AUTO_TEST_CASE(what_each_status_allows) {
  // action: what comes of it, asked by a manager, when the project is active, paused, completed, stopped, voided. "as" means as
  // when it is active. Nothing can be done with what is absent.
  std::vector<std::string> const statuses{"active", "paused", "completed", "stopped", "voided"};
  for (auto const& row : support::text_table(R"(
    start                | project.exists       | as             | as             | as             | as
    void                 | ProjectVoided        | as             | as             | as             | CommandNoted
    admitMember          | MemberAdmitted       | as             | project.closed | project.closed | project.closed
    dismissMember        | CommandNoted         | as             | as             | as             | as
    planMilestone        | MilestonePlanned     | as             | project.closed | project.closed | project.closed
    reachMilestone       | MilestoneReached     | as             | project.closed | project.closed | project.closed
    missMilestone        | MilestoneMissed      | as             | project.closed | project.closed | project.closed
    dropMilestone        | MilestoneDropped     | as             | project.closed | project.closed | project.closed
    registerPrototype    | PrototypeRegistered  | as             | project.closed | project.closed | project.closed
    voidPrototype        | PrototypeVoided      | as             | as             | as             | project.closed
    advanceStage         | StageAdvanced        | project.state  | project.closed | project.closed | project.closed
    revertStage          | CommandNoted         | as             | project.closed | project.closed | project.closed
    commissionImplementation | ImplementationCommissioned | as   | project.closed | project.closed | project.closed
    registerSite         | SiteRegistered       | as             | project.closed | project.closed | project.closed
    startFieldTest       | FieldTestStarted     | as             | project.closed | project.closed | project.closed
    releaseOpenSource    | OpenSourceReleased   | as             | as             | as             | project.closed
    offerTransfer        | CommandNoted         | as             | as             | as             | project.closed
    adoptTransfer        | TransferAdopted      | as             | as             | as             | project.closed
    pause                | ProjectPaused        | CommandNoted   | project.closed | project.closed | project.closed
    resume               | CommandNoted         | ProjectResumed | project.closed | project.closed | project.closed
    complete             | ProjectCompleted     | as             | CommandNoted   | project.closed | project.closed
    stop                 | ProjectStopped       | as             | project.closed | CommandNoted   | project.closed
    recordCompanyFounded | CompanyFounded       | as             | as             | as             | project.closed
    postProgress         | ProgressPosted       | as             | project.closed | project.closed | project.closed
  )")) {
    Project nothing;
    if (row[0] != "start")
      nothing.ask("paul", row[0], arguments(row[0])).refuses("aggregate.not-found", "project");
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      BOOST_TEST_CONTEXT(row[0] << " | " << statuses[i]) {
        Project scene;
        scene.at(statuses[i]);
        auto outcome = scene.ask("paul", row[0], arguments(row[0]));
        auto const& expected = row[i + 1] == "as" ? row[1] : row[i + 1];
        if (!is_code(expected)) outcome.accepts({expected});
        else outcome.refuses(expected, "project");
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(who_has_no_part_in_it_may_nothing) {
  at("active");
  for (auto const* action :
       {"planMilestone", "reachMilestone", "missMilestone", "dropMilestone", "registerPrototype",
        "advanceStage", "revertStage", "linkFollowOn", "registerSite", "startFieldTest",
        "endFieldTest", "releaseOpenSource", "offerTransfer", "pause", "resume", "complete", "stop",
        "postProgress", "dismissMember"})
    ask("ben", action, arguments(action)).refuses("project.not-member", "project");
  for (auto const* action : {"admitMember", "handOver", "void", "voidPrototype", "adoptTransfer",
                             "recordCompanyFounded"})
    ask("ben", action, arguments(action)).refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(members_work_and_the_lead_alone_admits) {
  at("active");
  ask("anna", "admitMember", ",'person':'$nobody'").refuses("aggregate.not-found", "person");
  ask("anna", "admitMember", ",'person':'$ben'")
      .accepts({"MemberAdmitted"})
      .with("MemberAdmitted", "person", "$ben");
  ask("anna", "admitMember", ",'person':'$ben'").notes();
  ask("ben", "postProgress", ",'text':'Hello'")
      .accepts({"ProgressPosted"})
      .with("ProgressPosted", "text", "Hello");
  ask("ben", "admitMember", ",'person':'$paul'").refuses("auth.forbidden");
  ask("ben", "dismissMember", ",'person':'$anna'").refuses("auth.forbidden", "person");
  ask("anna", "dismissMember", ",'person':'$anna'").refuses("project.state", "person");
  ask("anna", "handOver", ",'person':'$paul'").refuses("project.not-member", "person");
  ask("anna", "handOver", ",'person':'$anna'").notes();
  ask("anna", "handOver", ",'person':'$ben'").accepts({"ProjectHandedOver"});
  ask("anna", "dismissMember", ",'person':'$anna'").accepts({"MemberDismissed"});
  ask("anna", "postProgress", arguments("postProgress")).refuses("project.not-member", "project");
}

BOOST_AUTO_TEST_CASE(a_project_has_a_bounded_number_of_each) {
  at("active");
  auto fill = [&](std::string const& action, std::size_t many, auto more) {
    for (std::size_t i = 0; i < many; ++i) was("paul", action, more(std::to_string(i)));
  };
  auto part = [](std::string const& action) {
    return [action](std::string const& i) { return arguments(action, "n" + i); };
  };
  namespace limits = core::limits;
  fill("planMilestone", limits::milestones_max - 1, part("planMilestone"));
  ask("anna", "planMilestone", arguments("planMilestone")).refuses("project.limit", "milestone");
  fill("registerPrototype", limits::prototypes_max - 1, part("registerPrototype"));
  ask("anna", "registerPrototype", arguments("registerPrototype"))
      .refuses("project.limit", "prototype");
  fill("registerSite", limits::sites_max - 1, part("registerSite"));
  ask("anna", "registerSite", arguments("registerSite")).refuses("project.limit", "site");
  fill("releaseOpenSource", limits::releases_max,
       [](std::string const&) { return arguments("releaseOpenSource"); });
  ask("anna", "releaseOpenSource", arguments("releaseOpenSource")).refuses("project.limit", "url");
  fill("adoptTransfer", limits::adoptions_max,
       [](std::string const& i) { return ",'municipality':'$n" + i + "','name':'N'"; });
  ask("paul", "adoptTransfer", arguments("adoptTransfer")).refuses("project.limit", "municipality");
  fill("recordCompanyFounded", limits::companies_max,
       [](std::string const& i) { return ",'company':'$n" + i + "','name':'N'"; });
  ask("paul", "recordCompanyFounded", arguments("recordCompanyFounded"))
      .refuses("project.limit", "company");
  for (std::size_t i = 1; i < limits::project_members_max; ++i) {
    member("m" + std::to_string(i));
    was("anna", "admitMember", ",'person':'$m" + std::to_string(i) + "'");
  }
  ask("anna", "admitMember", arguments("admitMember")).refuses("project.limit", "person");
  for (std::size_t i = 0; i < limits::successors_max; ++i)
    was("anna", "start", named + ",'predecessor':'$roofs'", "f" + std::to_string(i));
  ask("anna", "start", named + ",'predecessor':'$roofs'", "next")
      .refuses("project.limit", "predecessor");
}

BOOST_AUTO_TEST_CASE(a_start_says_what_it_is) {
  hands_in("reds", true);
  ask("paul", "start",
      named +
          ",'summary':'S','secondMeasure':'$hub','origin':'submission','originId':'$reds',"
          "'team':'$reds','begins':'2026-01-01T00:00:00Z','ends':'2027-01-01T00:00:00Z','lead':'$"
          "anna','members':['$ben','$anna']")
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "title", "Cool roofs")
      .with("ProjectStarted", "summary", "S")
      .with("ProjectStarted", "measure", "$spaces")
      .with("ProjectStarted", "secondMeasure", "$hub")
      .with("ProjectStarted", "origin", "submission")
      .with("ProjectStarted", "originId", "$reds")
      .with("ProjectStarted", "team", "$reds")
      .with("ProjectStarted", "begins", "2026-01-01T00:00:00Z")
      .with("ProjectStarted", "ends", "2027-01-01T00:00:00Z")
      .with("ProjectStarted", "lead", "$anna")
      .with("ProjectStarted", "members", "['$anna','$ben','$lea']");
}

BOOST_AUTO_TEST_CASE(a_team_brings_its_members) {
  team("reds", "lea"), team("blues", "mia");
  auto const reds = named + std::string(",'team':'$reds'");
  ask("anna", "start", reds).refuses("project.not-member", "team");
  ask("lea", "start", named + std::string(",'team':'$nothing'"))
      .refuses("aggregate.not-found", "team");
  given("mia", "team.requestJoin", "{'team':'$reds'}");
  given("lea", "team.acceptRequest", "{'team':'$reds','person':'$mia'}");
  ask("mia", "start", reds + std::string(",'members':['$ben']"))
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "lead", "$mia")
      .with("ProjectStarted", "team", "$reds")
      .with("ProjectStarted", "members", "['$mia','$ben','$lea']");
}

BOOST_AUTO_TEST_CASE(a_submission_is_final_and_its_teams) {
  team("circle", "lea");
  hands_in("reds", false), hands_in("blues", true);
  auto const of = [](char const* team) {
    return named + std::string(",'origin':'submission','originId':'$") + team + "'";
  };
  ask("paul", "start", of("nothing")).refuses("aggregate.not-found", "originId");
  ask("paul", "start", of("circle")).refuses("team.state", "originId");
  ask("lea", "start", of("reds")).refuses("team.state", "originId");
  ask("paul", "start", of("blues") + ",'team':'$reds'").refuses("input.invalid", "team");
  ask("anna", "start", of("blues")).refuses("project.not-member", "team");
  ask("lea", "start", of("blues"))
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "team", "$blues")
      .with("ProjectStarted", "members", "['$lea']");
}

BOOST_AUTO_TEST_CASE(a_team_and_all_that_are_named_may_be_too_many) {
  team("reds", "lea");
  std::string members;
  for (std::size_t i = 1; i < core::limits::project_members_max - 10; ++i) {
    auto const name = "m" + std::to_string(i);
    member(name);
    if (i < 50) {
      given(name, "team.requestJoin", "{'team':'$reds'}");
      given("lea", "team.acceptRequest", "{'team':'$reds','person':'$" + name + "'}");
    } else {
      members += ",'$" + name + "'";
    }
  }
  for (std::size_t i = 0; i < 12; ++i) {
    auto const name = "o" + std::to_string(i);
    member(name);
    members += ",'$" + name + "'";
  }
  ask("lea", "start", named + std::string(",'team':'$reds','members':[") + members.substr(1) + "]")
      .refuses("project.limit", "members");
}

BOOST_AUTO_TEST_CASE(what_a_start_names_exists) {
  ask("anna", "start", named + ",'lead':'$ben'").refuses("auth.forbidden", "lead");
  ask("paul", "start", named + ",'lead':'$nobody'").refuses("aggregate.not-found", "lead");
  ask("anna", "start", named + ",'members':['$ben','$nobody']")
      .refuses("aggregate.not-found", "members[1]");
  ask("anna", "start", named + ",'secondMeasure':'$spaces'")
      .refuses("input.invalid", "secondMeasure");
  ask("anna", "start", named + ",'begins':'2026-01-02T00:00:00Z','ends':'2026-01-01T00:00:00Z'")
      .refuses("input.invalid", "ends");
  ask("anna", "start", named + ",'origin':'idea'").refuses("input.invalid", "originId");
  ask("anna", "start", named + ",'originId':'$shade'").refuses("input.invalid", "originId");
  ask("anna", "start", named + ",'origin':'idea','originId':'$shade'")
      .refuses("aggregate.not-found", "originId");
  ask("anna", "start", named + ",'origin':'challenge','originId':'$heat'")
      .refuses("aggregate.not-found", "originId");
}

BOOST_AUTO_TEST_CASE(nobody_is_named_by_whom_they_keep_away) {
  auto const with_ben = named + std::string(",'members':['$ben']");
  given("ben", "person.block", "{'person':'$ben','blocked':'$anna'}");
  ask("anna", "start", with_ben).refuses("aggregate.not-found", "members[0]");
  start();
  ask("anna", "admitMember", ",'person':'$ben'").refuses("aggregate.not-found", "person");
  ask("hana", "admitMember", ",'person':'$ben'").accepts({"MemberAdmitted"});
  ask("ben", "dismissMember", ",'person':'$ben'").accepts({"MemberDismissed"});
  given("ben", "person.unblock", "{'person':'$ben','blocked':'$anna'}");
  ask("anna", "start", with_ben, "other").accepts({"ProjectStarted"});
  given("anna", "person.block", "{'person':'$anna','blocked':'$ben'}");
  ask("anna", "start", with_ben, "third").refuses("aggregate.not-found", "members[0]");
}

BOOST_AUTO_TEST_CASE(a_team_starts_with_all_its_members_whoever_keeps_whom_away) {
  team("reds", "lea");
  given("ben", "team.requestJoin", "{'team':'$reds'}");
  given("lea", "team.acceptRequest", "{'team':'$reds','person':'$ben'}");
  given("ben", "person.block", "{'person':'$ben','blocked':'$lea'}");
  ask("lea", "start", named + std::string(",'team':'$reds','members':['$ben']"))
      .accepts({"ProjectStarted"});
}

BOOST_AUTO_TEST_CASE(it_starts_from_a_published_challenge) {
  auto const from = named + ",'origin':'challenge','originId':'$heat'";
  given("anna", "challenge.draft", "{'challenge':'$heat','title':'Heat','contact':'C'}");
  ask("anna", "start", from).refuses("challenge.state", "originId");
  for (auto const* action : {"submit", "approve", "publish"})
    given("paul", "challenge." + std::string(action), "{'challenge':'$heat'}");
  ask("anna", "start", from).accepts({"ProjectStarted"});
  given("paul", "challenge.close", "{'challenge':'$heat'}");
  ask("anna", "start", from, "another").accepts({"ProjectStarted"});
}

BOOST_AUTO_TEST_CASE(an_idea_becomes_one_project) {
  auto const from = named + ",'origin':'idea','originId':'$shade'";
  given("anna", "idea.draft", "{'idea':'$shade','title':'T','measure':'$spaces'}");
  given("anna", "idea.submit", "{'idea':'$shade'}");
  given("paul", "idea.accept", "{'idea':'$shade'}");
  ask("anna", "start", from).refuses("idea.state", "originId");
  given("anna", "idea.convertToProject", "{'idea':'$shade','project':'$one','title':'T'}");
  ask("anna", "start", from).refuses("project.exists", "originId");
  ask("paul", "void", ",'reason':'R'", "one").accepts({"ProjectVoided"});
  ask("anna", "start", from).accepts({"ProjectStarted"});
  ask("anna", "start", from, "other").refuses("project.exists", "originId");
}

BOOST_AUTO_TEST_CASE(it_serves_sustainability_as_what_it_comes_from_or_as_is_said) {
  auto const green = ",'green':true";
  given("anna", "idea.draft",
        "{'idea':'$shade','title':'T','measure':'$spaces'" + std::string(green) + "}");
  given("anna", "idea.submit", "{'idea':'$shade'}");
  given("paul", "idea.accept", "{'idea':'$shade'}");
  given("anna", "challenge.draft",
        "{'challenge':'$heat','title':'Heat','contact':'C'" + std::string(green) + "}");
  for (auto const* action : {"submit", "approve", "publish"})
    given("paul", "challenge." + std::string(action), "{'challenge':'$heat'}");
  as("anna")
      .when("idea.convertToProject", "{'idea':'$shade','project':'$one','title':'T'}")
      .accepts({"ProjectStarted", "IdeaConverted"})
      .with("ProjectStarted", "green", "true");
  auto const from = named + ",'origin':'challenge','originId':'$heat'";
  ask("anna", "start", from, "two")
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "green", "true");
  ask("anna", "start", from + ",'sustainability':'other'", "three")
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "green", "false");
  ask("anna", "start", named, "four")
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "green", "false");
  ask("anna", "start", named + std::string(",'sustainability':'green'"), "five")
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "green", "true");
}

BOOST_AUTO_TEST_CASE(milestones_lie_within_the_project) {
  was("anna", "start", named + ",'begins':'2026-01-01T00:00:00Z','ends':'2027-01-01T00:00:00Z'");
  auto due = [](std::string const& when) {
    return ",'milestone':'$goal','title':'M','due':'" + when + "'";
  };
  ask("anna", "planMilestone", due("2025-12-31T23:59:59Z")).refuses("project.dates", "due");
  ask("anna", "planMilestone", due("2027-01-01T00:00:01Z")).refuses("project.dates", "due");
  ask("anna", "planMilestone", due("2027-01-01T00:00:00Z"))
      .accepts({"MilestonePlanned"})
      .with("MilestonePlanned", "title", "M");
  ask("anna", "planMilestone", due("2026-06-01T00:00:00Z")).refuses("project.exists", "milestone");
}

BOOST_AUTO_TEST_CASE(the_way_of_a_milestone) {
  // what was done | then | what comes of it
  for (auto const& row : support::text_table(R"(
    planMilestone  | reachMilestone | MilestoneReached
    planMilestone  | missMilestone  | MilestoneMissed
    planMilestone  | dropMilestone  | MilestoneDropped
    reachMilestone | reachMilestone | CommandNoted
    reachMilestone | missMilestone  | project.state
    reachMilestone | dropMilestone  | project.state
    missMilestone  | missMilestone  | CommandNoted
    missMilestone  | reachMilestone | MilestoneReached
    missMilestone  | dropMilestone  | MilestoneDropped
    dropMilestone  | dropMilestone  | CommandNoted
    dropMilestone  | reachMilestone | project.state
    dropMilestone  | missMilestone  | project.state
  )")) {
    BOOST_TEST_CONTEXT(row[0] << " | " << row[1]) {
      Project scene;
      scene.at("active");
      if (row[0] != "planMilestone") scene.was("anna", row[0], arguments(row[0]));
      auto outcome = scene.ask("anna", row[1], arguments(row[1]));
      if (!is_code(row[2])) outcome.accepts({row[2]});
      else outcome.refuses(row[2], "milestone");
      scene.ask("anna", row[1], ",'milestone':'$nothing'")
          .refuses("aggregate.not-found", "milestone");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_city_is_a_laboratory) {
  at("active");
  ask("anna", "registerSite", arguments("registerSite", "yard")).refuses("project.exists", "site");
  ask("anna", "startFieldTest", ",'site':'$nothing'").refuses("aggregate.not-found", "site");
  ask("anna", "endFieldTest", ",'site':'$nothing'").refuses("aggregate.not-found", "site");
  ask("anna", "endFieldTest", ",'site':'$yard'").refuses("project.state", "site");
  ask("anna", "startFieldTest", ",'site':'$yard'").accepts({"FieldTestStarted"});
  ask("anna", "startFieldTest", ",'site':'$yard'").notes();
  ask("anna", "endFieldTest", ",'site':'$yard','outcome':'Cooler by 3 degrees'")
      .accepts({"FieldTestEnded"})
      .with("FieldTestEnded", "outcome", "Cooler by 3 degrees");
  ask("anna", "endFieldTest", ",'site':'$yard'").notes();
  ask("anna", "startFieldTest", ",'site':'$yard'").accepts({"FieldTestStarted"});
  was("anna", "complete");
  ask("anna", "endFieldTest", ",'site':'$yard'").accepts({"FieldTestEnded"});
}

BOOST_AUTO_TEST_CASE(results_are_released_and_taken_over) {
  start();
  ask("anna", "releaseOpenSource", ",'url':'on a stick','licence':'MIT'")
      .refuses("input.invalid", "url");
  ask("anna", "releaseOpenSource", ",'url':'https://example.org/s','licence':'mine, all mine'")
      .refuses("input.invalid", "licence");
  ask("anna", "releaseOpenSource", arguments("releaseOpenSource"))
      .accepts({"OpenSourceReleased"})
      .with("OpenSourceReleased", "url", "https://example.org/s")
      .with("OpenSourceReleased", "licence", "MIT");
  ask("paul", "adoptTransfer", arguments("adoptTransfer")).refuses("project.state", "project");
  ask("anna", "offerTransfer", ",'terms':'Ask us'")
      .accepts({"TransferOffered"})
      .with("TransferOffered", "terms", "Ask us");
  ask("paul", "adoptTransfer", arguments("adoptTransfer"))
      .accepts({"TransferAdopted"})
      .with("TransferAdopted", "name", "Gera");
  ask("paul", "adoptTransfer", arguments("adoptTransfer")).notes();
  ask("paul", "recordCompanyFounded", arguments("recordCompanyFounded"))
      .accepts({"CompanyFounded"})
      .with("CompanyFounded", "name", "Roofs Ltd");
  ask("paul", "recordCompanyFounded", arguments("recordCompanyFounded")).notes();
}

BOOST_AUTO_TEST_CASE(an_organisation_proposes_that_it_came_out_of_a_project_and_staff_record_it) {
  at("active");
  ask("anna", "proposeCompany", ",'company':'$city'").refuses("auth.forbidden", "company");
  ask("paul", "proposeCompany", ",'company':'$city'").refuses("auth.forbidden", "company");
  ask("rita", "proposeCompany", ",'company':'$city'")
      .accepts({"CompanyProposed"})
      .with("CompanyProposed", "company", "$city");
  ask("rita", "proposeCompany", ",'company':'$city'").notes();
  ask("rita", "recordCompanyFounded", ",'company':'$city','name':'N'").refuses("auth.forbidden");
  ask("paul", "recordCompanyFounded", ",'company':'$city','name':'N'").accepts({"CompanyFounded"});
  ask("rita", "proposeCompany", ",'company':'$city'").notes();
}

BOOST_AUTO_TEST_CASE(who_ends_or_voids_says_why) {
  start();
  ask("anna", "stop").refuses("input.invalid", "reason");
  ask("paul", "void").refuses("input.invalid", "reason");
  ask("anna", "pause", ",'reason':'Winter'")
      .accepts({"ProjectPaused"})
      .with("ProjectPaused", "reason", "Winter");
}

BOOST_AUTO_TEST_SUITE_END()
