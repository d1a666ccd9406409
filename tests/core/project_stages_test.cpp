// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How a project moves on: prototypes, stages, who orders the implementation, and what follows on what.
#include <random>
#include <set>

#include "tests/core/project_scene.hpp"

using support::named;
using support::Project;

BOOST_FIXTURE_TEST_SUITE(project_stages, Project)

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

BOOST_AUTO_TEST_CASE(without_its_last_prototype_a_project_never_came_to_that_stage) {
  at("active");
  was("anna", "advanceStage", ",'stage':'prototype'");
  was("anna", "registerPrototype", arguments("registerPrototype", "second"));
  ask("paul", "voidPrototype", arguments("voidPrototype", "second")).accepts({"PrototypeVoided"});
  ask("paul", "voidPrototype", arguments("voidPrototype"))
      .accepts({"PrototypeVoided", "StageReverted"})
      .with("StageReverted", "to", "idea")
      .with("StageReverted", "error", "true");
  ask("anna", "advanceStage", ",'stage':'prototype'").refuses("stage.no-prototype", "stage");
}

BOOST_AUTO_TEST_CASE(the_last_prototype_of_a_project_that_is_beyond_it_stays) {
  at("active");
  was("anna", "advanceStage", ",'stage':'prototype'");
  was("paul", "commissionImplementation", arguments("commissionImplementation"));
  was("anna", "advanceStage", ",'stage':'implementation'");
  ask("paul", "voidPrototype", arguments("voidPrototype"))
      .refuses("stage.no-prototype", "prototype");
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
  ask("rita", "commissionImplementation", ",'organisation':'$city'")
      .refuses("input.invalid", "resources");
  ask("rita", "commissionImplementation", order)
      .accepts({"ImplementationCommissioned"})
      .with("ImplementationCommissioned", "organisation", "$city")
      .with("ImplementationCommissioned", "resources", "10 days");
  ask("rita", "advanceStage", ",'stage':'prototype'").refuses("project.not-member", "project");
  was("anna", "advanceStage", ",'stage':'prototype'");
  ask("rita", "advanceStage", ",'stage':'implementation'").accepts({"StageAdvanced"});
}

BOOST_AUTO_TEST_CASE(a_grant_lets_somebody_act_for_an_organisation_under_each_of_its_names) {
  at("active");
  organisation("works");
  given("console", "account.grantRole",
        "{'account':'$ben','role':'orgRepresentative','scope':'organisation','target':'$works'}");
  auto const order = std::string(",'organisation':'$works','resources':'Two engineers'");
  ask("ben", "commissionImplementation", arguments("commissionImplementation"))
      .refuses("auth.forbidden", "organisation");
  ask("ben", "commissionImplementation", order).refuses("org.unverified", "organisation");
  given("console", "organisation.verify", "{'organisation':'$works'}");
  given("console", "organisation.merge", "{'organisation':'$works','into':'$city'}");
  ask("ben", "commissionImplementation", order)
      .accepts({"ImplementationCommissioned"})
      .with("ImplementationCommissioned", "organisation", "$city");
}

BOOST_AUTO_TEST_CASE(an_order_comes_from_an_organisation_that_is_there) {
  at("active");
  ask("paul", "commissionImplementation",
      ",'organisation':'00000000-0000-0000-0000-000000000000','resources':'R'")
      .refuses("input.invalid", "organisation");
  ask("paul", "commissionImplementation", ",'organisation':'$nobody','resources':'R'")
      .refuses("aggregate.not-found", "organisation");
  given("console", "organisation.close", "{'organisation':'$city'}");
  ask("paul", "commissionImplementation", arguments("commissionImplementation"))
      .refuses("org.state", "organisation");
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
