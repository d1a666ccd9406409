// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

bool is_code(std::string const& outcome) { return std::ranges::count(outcome, '.') > 0; }

std::string const named = ",'title':'Cool roofs','measure':'$spaces'";

struct Project : support::Scene {
  Project() {
    member("anna");
    member("ben");
    member("paul", "programmeManager");
    member("hana", "hubAdmin");
    found("city", "paul", true);
  }

  void found(std::string const& organisation, std::string const& by, bool verified) {
    given(by, "organisation.register",
          "{'organisation':'$" + organisation + "','name':'O','sector':'administration'}");
    if (verified)
      given("console", "organisation.verify", "{'organisation':'$" + organisation + "'}");
  }

  static std::string on(std::string const& project, std::string const& more = {}) {
    return "{'project':'$" + project + "'" + more + "}";
  }
  support::Outcome ask(std::string const& who, std::string const& action,
                       std::string const& more = {}, std::string const& project = "roofs") {
    return as(who).when("project." + action, on(project, more));
  }
  void was(std::string const& who, std::string const& action, std::string const& more = {},
           std::string const& project = "roofs") {
    given(who, "project." + action, on(project, more));
  }
  void start(std::string const& project = "roofs") { was("anna", "start", named, project); }
  // Anna's project, with one of everything, of that status.
  void at(std::string const& status) {
    if (status == "absent") return;
    start();
    was("anna", "planMilestone", arguments("planMilestone", "goal"));
    was("anna", "registerSite", arguments("registerSite", "yard"));
    was("anna", "registerPrototype", arguments("registerPrototype", "model"));
    was("anna", "offerTransfer");
    std::map<std::string, std::string> const way{
        {"paused", "pause"}, {"completed", "complete"}, {"stopped", "stop"}, {"voided", "void"}};
    if (auto const step = way.find(status); step != way.end())
      was("paul", step->second, arguments(step->second));
  }
  static std::string arguments(std::string const& action, std::string const& part) {
    if (action == "planMilestone")
      return ",'milestone':'$" + part + "','title':'M','due':'2100-01-01T00:00:00Z'";
    if (action.ends_with("Milestone")) return ",'milestone':'$" + part + "'";
    if (action == "registerSite") return ",'site':'$" + part + "','district':'North'";
    if (action.ends_with("FieldTest")) return ",'site':'$" + part + "'";
    auto const prototype = ",'prototype':'$" + part + "'";
    return action == "voidPrototype"
               ? prototype + ",'reason':'R'"
               : prototype + ",'evidence':'https://example.org/p','licence':'EUPL-1.2'";
  }
  static std::string arguments(std::string const& action) {
    std::map<std::string, std::string> const more{
        {"start", named},
        {"void", ",'reason':'R'"},
        {"stop", ",'reason':'R'"},
        {"admitMember", ",'person':'$ben'"},
        {"dismissMember", ",'person':'$ben'"},
        {"handOver", ",'person':'$ben'"},
        {"advanceStage", ",'stage':'prototype'"},
        {"revertStage", ",'stage':'idea','reason':'R'"},
        {"commissionImplementation", ",'organisation':'$city','resources':'10 days'"},
        {"linkFollowOn", ",'successor':'$next'"},
        {"releaseOpenSource", ",'url':'https://example.org/s','licence':'MIT'"},
        {"adoptTransfer", ",'municipality':'$gera','name':'Gera'"},
        {"recordCompanyFounded", ",'company':'$firm','name':'Roofs Ltd'"},
        {"postProgress", ",'text':'We began'"}};
    if (auto const known = more.find(action); known != more.end()) return known->second;
    if (action == "planMilestone" || action == "registerSite" || action == "registerPrototype")
      return arguments(action, "another");
    if (action.ends_with("Milestone")) return arguments(action, "goal");
    if (action.ends_with("FieldTest")) return arguments(action, "yard");
    return action == "voidPrototype" ? arguments(action, "model") : "";
  }
};

}  // namespace

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
  ask("paul", "start",
      named +
          ",'summary':'S','secondMeasure':'$hub','origin':'submission','originId':'$final',"
          "'team':'$team','begins':'2026-01-01T00:00:00Z','ends':'2027-01-01T00:00:00Z','lead':'$"
          "anna','members':['$ben','$anna']")
      .accepts({"ProjectStarted"})
      .with("ProjectStarted", "title", "Cool roofs")
      .with("ProjectStarted", "summary", "S")
      .with("ProjectStarted", "measure", "$spaces")
      .with("ProjectStarted", "secondMeasure", "$hub")
      .with("ProjectStarted", "origin", "submission")
      .with("ProjectStarted", "originId", "$final")
      .with("ProjectStarted", "team", "$team")
      .with("ProjectStarted", "begins", "2026-01-01T00:00:00Z")
      .with("ProjectStarted", "ends", "2027-01-01T00:00:00Z")
      .with("ProjectStarted", "lead", "$anna")
      .with("ProjectStarted", "members", "['$anna','$ben']");
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

BOOST_AUTO_TEST_CASE(an_idea_is_converted_and_may_then_lead_to_more) {
  auto const from = named + ",'origin':'idea','originId':'$shade'";
  given("anna", "idea.draft", "{'idea':'$shade','title':'T','measure':'$spaces'}");
  given("anna", "idea.submit", "{'idea':'$shade'}");
  given("paul", "idea.accept", "{'idea':'$shade'}");
  ask("anna", "start", from).refuses("idea.state", "originId");
  given("anna", "idea.convertToProject", "{'idea':'$shade','project':'$one','title':'T'}");
  ask("anna", "start", from).accepts({"ProjectStarted"});
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

BOOST_AUTO_TEST_CASE(a_prototype_can_be_tried_under_a_licence) {
  start();
  auto const model = std::string(",'prototype':'$model'");
  ask("anna", "registerPrototype", model + ",'licence':'MIT'").refuses("input.invalid", "evidence");
  ask("anna", "registerPrototype", model + ",'licence':'MIT','evidence':'in my cellar'")
      .refuses("input.invalid", "evidence");
  ask("anna", "registerPrototype", model + ",'licence':'free!','exhibit':'$stand'")
      .refuses("input.invalid", "licence");
  ask("anna", "registerPrototype", model + ",'evidence':'https://example.org'")
      .refuses("input.invalid", "licence");
  ask("anna", "registerPrototype",
      model +
          ",'licence':'EUPL-1.2 OR (MIT AND BSD-3-Clause)','evidence':'http://example.org',"
          "'exhibit':'$stand','submission':'$final'")
      .accepts({"PrototypeRegistered"})
      .with("PrototypeRegistered", "evidence", "http://example.org")
      .with("PrototypeRegistered", "exhibit", "$stand")
      .with("PrototypeRegistered", "submission", "$final")
      .with("PrototypeRegistered", "licence", "EUPL-1.2 OR (MIT AND BSD-3-Clause)")
      .with("PrototypeRegistered", "measure", "$spaces");
  ask("anna", "registerPrototype", model + ",'licence':'MIT','exhibit':'$stand'")
      .refuses("project.exists", "prototype");
  ask("paul", "voidPrototype", ",'prototype':'$nothing','reason':'R'")
      .refuses("aggregate.not-found", "prototype");
  ask("paul", "voidPrototype", arguments("voidPrototype")).accepts({"PrototypeVoided"});
  ask("anna", "advanceStage", ",'stage':'prototype'").refuses("stage.no-prototype", "stage");
}

BOOST_AUTO_TEST_CASE(each_stage_has_its_gate) {
  start();
  auto to = [](std::string const& stage) { return ",'stage':'" + stage + "'"; };
  ask("anna", "advanceStage", to("idea")).notes();
  ask("anna", "advanceStage", to("absent")).refuses("project.state", "stage");
  ask("anna", "advanceStage", to("prototype")).refuses("stage.no-prototype", "stage");
  was("anna", "registerPrototype", arguments("registerPrototype"));
  ask("anna", "advanceStage", to("prototype"))
      .accepts({"StageAdvanced"})
      .with("StageAdvanced", "from", "idea")
      .with("StageAdvanced", "to", "prototype")
      .with("StageAdvanced", "measure", "$spaces");
  ask("anna", "advanceStage", to("implementation")).refuses("stage.no-commission", "stage");
  was("paul", "commissionImplementation", arguments("commissionImplementation"));
  ask("anna", "advanceStage", to("implementation")).accepts({"StageAdvanced"});
  ask("anna", "advanceStage", to("followOn")).refuses("stage.no-successor", "stage");
  was("anna", "start", named + ",'predecessor':'$roofs'", "next");
  was("paul", "void", ",'reason':'R'", "next");
  ask("anna", "advanceStage", to("followOn")).refuses("stage.no-successor", "stage");
  was("anna", "start", named + ",'predecessor':'$roofs'", "another");
  ask("anna", "advanceStage", to("followOn")).accepts({"StageAdvanced"});
}

BOOST_AUTO_TEST_CASE(only_hub_administration_skips_a_stage_and_says_why) {
  start();
  was("paul", "commissionImplementation", arguments("commissionImplementation"));
  auto const far = std::string(",'stage':'implementation'");
  ask("anna", "advanceStage", far + ",'reason':'R'").refuses("stage.skipped", "stage");
  ask("paul", "advanceStage", far + ",'reason':'R'").refuses("stage.skipped", "stage");
  ask("hana", "advanceStage", far).refuses("stage.skipped", "stage");
  ask("hana", "advanceStage", far + ",'reason':'Bought in'")
      .accepts({"StageAdvanced"})
      .with("StageAdvanced", "reason", "Bought in");
}

BOOST_AUTO_TEST_CASE(a_stage_is_taken_back_with_a_reason) {
  at("active");
  was("anna", "advanceStage", ",'stage':'prototype'");
  ask("anna", "revertStage", ",'stage':'idea'").refuses("input.invalid", "reason");
  ask("anna", "revertStage", ",'stage':'absent','reason':'R'").refuses("project.state", "stage");
  ask("anna", "revertStage", ",'stage':'followOn','reason':'R'").refuses("project.state", "stage");
  ask("anna", "revertStage", ",'stage':'idea','reason':'R','error':true")
      .accepts({"StageReverted"})
      .with("StageReverted", "from", "prototype")
      .with("StageReverted", "to", "idea")
      .with("StageReverted", "reason", "R")
      .with("StageReverted", "error", "true");
  ask("anna", "advanceStage", ",'stage':'prototype'").accepts({"StageAdvanced"});
  ask("anna", "advanceStage", ",'stage':'idea'").refuses("project.state", "stage");
}

BOOST_AUTO_TEST_CASE(who_commissions_acts_for_the_organisation_or_is_staff) {
  at("active");
  auto const order = arguments("commissionImplementation");
  ask("anna", "commissionImplementation", order).refuses("auth.forbidden", "organisation");
  found("works", "ben", false);
  ask("ben", "commissionImplementation", order).refuses("auth.forbidden", "organisation");
  ask("ben", "commissionImplementation", ",'organisation':'$works'")
      .refuses("input.invalid", "resources");
  auto const theirs = ",'organisation':'$works','resources':'Two engineers'";
  ask("ben", "commissionImplementation", theirs).refuses("org.unverified", "organisation");
  given("console", "organisation.verify", "{'organisation':'$works'}");
  ask("ben", "commissionImplementation", theirs)
      .accepts({"ImplementationCommissioned"})
      .with("ImplementationCommissioned", "organisation", "$works")
      .with("ImplementationCommissioned", "resources", "Two engineers");
  ask("ben", "advanceStage", ",'stage':'prototype'").refuses("project.not-member", "project");
  was("anna", "advanceStage", ",'stage':'prototype'");
  ask("ben", "advanceStage", ",'stage':'implementation'").accepts({"StageAdvanced"});
}

BOOST_AUTO_TEST_CASE(an_order_comes_from_somebody) {
  at("active");
  ask("paul", "commissionImplementation",
      ",'organisation':'00000000-0000-0000-0000-000000000000','resources':'R'")
      .refuses("input.invalid", "organisation");
  ask("paul", "commissionImplementation", ",'organisation':'$nobody','resources':'R'")
      .refuses("aggregate.not-found", "organisation");
}

BOOST_AUTO_TEST_CASE(a_grant_makes_a_representative_too) {
  at("active");
  given("console", "account.grantRole",
        "{'account':'$ben','role':'orgRepresentative','scope':'organisation','target':'$city'}");
  ask("ben", "commissionImplementation", arguments("commissionImplementation"))
      .accepts({"ImplementationCommissioned"});
}

BOOST_AUTO_TEST_CASE(a_follow_on_is_known_on_both_sides) {
  start();
  ask("anna", "start", named + ",'predecessor':'$roofs'", "next")
      .accepts({"ProjectStarted", "FollowOnStarted"})
      .with("ProjectStarted", "predecessor", "$roofs")
      .with("FollowOnStarted", "project", "$roofs")
      .with("FollowOnStarted", "successor", "$next");
  start("later");
  ask("anna", "linkFollowOn", ",'successor':'$later'")
      .accepts({"FollowOnStarted", "PredecessorNamed"})
      .with("PredecessorNamed", "project", "$later")
      .with("PredecessorNamed", "predecessor", "$roofs");
  ask("anna", "linkFollowOn", ",'successor':'$later'").notes();
  ask("anna", "linkFollowOn", ",'successor':'$next'").notes();
}

BOOST_AUTO_TEST_CASE(projects_do_not_follow_on_themselves) {
  start();
  start("next");
  ask("anna", "start", named + ",'predecessor':'$new'", "new")
      .refuses("project.cycle", "predecessor");
  ask("anna", "linkFollowOn", ",'successor':'$roofs'").refuses("project.cycle", "successor");
  was("anna", "linkFollowOn", ",'successor':'$next'");
  was("anna", "start", named + ",'predecessor':'$next'", "last");
  ask("anna", "linkFollowOn", ",'successor':'$roofs'", "last")
      .refuses("project.cycle", "successor");
}

BOOST_AUTO_TEST_CASE(what_follows_is_there_and_free_and_ones_own) {
  start();
  ask("anna", "linkFollowOn", ",'successor':'$nothing'")
      .refuses("aggregate.not-found", "successor");
  ask("anna", "start", named + ",'predecessor':'$nothing'", "next")
      .refuses("aggregate.not-found", "predecessor");
  ask("ben", "start", named + ",'predecessor':'$roofs'", "next")
      .refuses("project.not-member", "predecessor");
  was("ben", "start", named, "bens");
  ask("anna", "linkFollowOn", ",'successor':'$bens'").refuses("project.not-member", "successor");
  ask("paul", "linkFollowOn", ",'successor':'$bens'")
      .accepts({"FollowOnStarted", "PredecessorNamed"});
  start("third");
  ask("paul", "linkFollowOn", ",'successor':'$bens'", "third")
      .refuses("project.state", "successor");
  was("paul", "void", ",'reason':'R'", "third");
  ask("anna", "linkFollowOn", ",'successor':'$third'").refuses("project.closed", "successor");
  ask("anna", "start", named + ",'predecessor':'$third'", "next")
      .refuses("project.closed", "predecessor");
}

BOOST_AUTO_TEST_CASE(a_chain_of_projects_has_an_end) {
  start("n0");
  std::size_t const most = core::limits::predecessors_max;
  for (std::size_t i = 1; i <= most; ++i)
    was("anna", "start", named + ",'predecessor':'$n" + std::to_string(i - 1) + "'",
        "n" + std::to_string(i));
  ask("anna", "start", named + ",'predecessor':'$n" + std::to_string(most) + "'", "last")
      .refuses("project.limit", "predecessor");
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

BOOST_AUTO_TEST_CASE(who_ends_or_voids_says_why) {
  start();
  ask("anna", "stop").refuses("input.invalid", "reason");
  ask("paul", "void").refuses("input.invalid", "reason");
  ask("anna", "pause", ",'reason':'Winter'")
      .accepts({"ProjectPaused"})
      .with("ProjectPaused", "reason", "Winter");
}

// What must hold of every history, after every restart.
BOOST_AUTO_TEST_CASE(whatever_happens_stages_rest_on_something) {
  using core::project::ProjectStage;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      std::mt19937_64 dice(seed);
      auto below = [&](std::size_t bound) { return std::to_string(dice() % bound); };
      Project scene;
      for (int step = 0; step < 1500; ++step) {
        static constexpr char const* actions[] = {"start",
                                                  "admitMember",
                                                  "dismissMember",
                                                  "handOver",
                                                  "planMilestone",
                                                  "reachMilestone",
                                                  "missMilestone",
                                                  "dropMilestone",
                                                  "registerPrototype",
                                                  "advanceStage",
                                                  "advanceStage",
                                                  "revertStage",
                                                  "linkFollowOn",
                                                  "registerSite",
                                                  "startFieldTest",
                                                  "endFieldTest",
                                                  "commissionImplementation",
                                                  "pause",
                                                  "resume",
                                                  "voidPrototype"};
        std::string const action = actions[dice() % std::size(actions)];
        static constexpr char const* stages[] = {"idea", "prototype", "implementation", "followOn"};
        static constexpr char const* people[] = {"anna", "ben", "paul", "hana"};
        auto const person = ",'person':'$" + std::string(people[dice() % 4]) + "'";
        auto const stage = ",'stage':'" + std::string(stages[dice() % 4]) + "','reason':'R'";
        auto const part = "n" + below(4);
        auto const more = action.ends_with("Member") || action == "handOver" ? person
                          : action.ends_with("Stage")                        ? stage
                          : action == "linkFollowOn" ? ",'successor':'$p" + below(6) + "'"
                          : action == "start" || action == "commissionImplementation" ||
                                  action == "pause" || action == "resume"
                              ? arguments(action)
                              : arguments(action, part);
        scene.as(people[dice() % 4]).when("project." + action, on("p" + below(6), more));
        if (step % 100 == 0) scene.engine().write_behind();
        if (step % 400 == 399) scene.restart();
      }
      BOOST_TEST(scene.state() == scene.replayed());
      auto const& world = scene.engine().world();
      for (int i = 0; i < 6; ++i) {
        auto const id = support::id_named("p" + std::to_string(i));
        auto const project = world.project.load(id);
        if (project.stage == ProjectStage::ABSENT) continue;
        BOOST_TEST(project.has(project.lead));
        auto const distinct = std::set(project.members.begin(), project.members.end());
        BOOST_TEST(distinct.size() == project.members.size());
        BOOST_TEST((project.stage != ProjectStage::FOLLOW_ON || !project.successors.empty()));
        for (auto const& successor : project.successors)
          BOOST_TEST((world.project.load(successor).predecessor == id));
        std::size_t steps = 0;
        for (auto up = project.predecessor; !up.is_nil(); up = world.project.load(up).predecessor)
          BOOST_REQUIRE(++steps < 6u);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
