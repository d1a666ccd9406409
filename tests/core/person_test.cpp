// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

using support::id_named;

struct Person : support::Scene {
  Person() {
    for (auto const* name : {"anna", "ben", "cleo"}) member(name);
  }
  support::Outcome ask(std::string const& who, std::string const& action,
                       std::string const& other) {
    return as(who).when("person." + action, "{'person':'$" + who + "','blocked':'$" + other + "'}");
  }
  support::Outcome report(std::string const& kind, std::string const& about,
                          std::string const& reason = "rude") {
    return as("anna").when("person.report", "{'person':'$anna','kind':'" + kind + "','about':'$" +
                                                about + "','reason':'" + reason + "'}");
  }
  support::Outcome ask_to_settle(std::string const& who, int number) {
    return as(who).when("person.settleReport", "{'person':'$anna','report':" +
                                                   std::to_string(number) + ",'outcome':'Talked'}");
  }
  bool apart(std::string const& a, std::string const& b) {
    return core::person::apart(engine().world(), id_named(a), id_named(b));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(person, Person)

BOOST_AUTO_TEST_CASE(a_block_keeps_both_from_each_other) {
  ask("anna", "block", "ben").accepts({"PersonBlocked"}).with("PersonBlocked", "blocked", "$ben");
  BOOST_TEST(apart("anna", "ben"));
  BOOST_TEST(apart("ben", "anna"));
  BOOST_TEST(!apart("anna", "cleo"));
  ask("anna", "block", "ben").notes();
}

BOOST_AUTO_TEST_CASE(a_block_is_taken_back_by_who_made_it) {
  ask("anna", "block", "ben");
  ask("ben", "unblock", "anna").notes();
  BOOST_TEST(apart("anna", "ben"));
  ask("anna", "unblock", "ben").accepts({"PersonUnblocked"});
  BOOST_TEST(!apart("anna", "ben"));
  ask("anna", "unblock", "ben").notes();
}

BOOST_AUTO_TEST_CASE(where_both_blocked_one_is_not_enough) {
  ask("anna", "block", "ben");
  ask("ben", "block", "anna").accepts({"PersonBlocked"});
  ask("anna", "unblock", "ben");
  BOOST_TEST(apart("anna", "ben"));
}

BOOST_AUTO_TEST_CASE(only_others_who_are_there_are_blocked) {
  ask("anna", "block", "anna").refuses("person.self", "blocked");
  ask("anna", "block", "nobody").refuses("aggregate.not-found", "blocked");
  given("console", "account.suspend", "{'account':'$ben'}");
  ask("anna", "block", "ben").accepts({"PersonBlocked"});
}

BOOST_AUTO_TEST_CASE(nobody_blocks_in_the_name_of_another) {
  for (auto const* who : {"ben", "console"})
    as(who).when("person.block", "{'person':'$anna','blocked':'$cleo'}").refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(somebody_keeps_two_hundred_away) {
  for (std::size_t i = 0; i < core::limits::blocked_max; ++i) {
    auto const name = "m" + std::to_string(i);
    member(name);
    ask("anna", "block", name).accepts({"PersonBlocked"});
  }
  ask("anna", "block", "ben").refuses("person.limit", "blocked");
  ask("anna", "block", "m0").notes();
}

BOOST_AUTO_TEST_CASE(what_is_reported_is_there_and_is_not_oneself) {
  report("person", "ben")
      .accepts({"PersonReported"})
      .with("PersonReported", "kind", "person")
      .with("PersonReported", "about", "$ben")
      .with("PersonReported", "reason", "rude");
  report("person", "ben", "again").accepts({"PersonReported"});
  report("person", "anna").refuses("person.self", "about");
  for (auto const* kind : {"person", "organisation", "challenge"})
    report(kind, "nothing").refuses("aggregate.not-found", "about");
  report("person", "ben", "").refuses("input.invalid", "reason");
}

BOOST_AUTO_TEST_CASE(organisations_and_challenges_are_reported_too) {
  given("ben", "organisation.register",
        "{'organisation':'$lumo','name':'Lumo','sector':'business'}");
  given("ben", "challenge.draft", "{'challenge':'$roofs','title':'T','contact':'C'}");
  report("organisation", "lumo").accepts({"PersonReported"});
  report("challenge", "roofs").accepts({"PersonReported"});
  report("organisation", "roofs").refuses("aggregate.not-found", "about");
}

BOOST_AUTO_TEST_CASE(a_report_is_settled_once_by_who_moderates) {
  member("mona", "moderator");
  report("person", "ben");
  report("person", "cleo");
  ask_to_settle("cleo", 2).refuses("auth.forbidden");
  ask_to_settle("mona", 0).refuses("aggregate.not-found", "report");
  ask_to_settle("mona", 3).refuses("aggregate.not-found", "report");
  ask_to_settle("mona", 2)
      .accepts({"ReportSettled"})
      .with("ReportSettled", "report", "2")
      .with("ReportSettled", "about", "$cleo")
      .with("ReportSettled", "outcome", "Talked");
  ask_to_settle("mona", 2).refuses("person.settled", "report");
  ask_to_settle("console", 1).accepts({"ReportSettled"});
}

BOOST_AUTO_TEST_CASE(nobody_settles_what_is_about_oneself_or_ones_own) {
  member("mona", "moderator");
  member("mike", "moderator");
  given("mona", "organisation.register",
        "{'organisation':'$lumo','name':'Lumo','sector':'business'}");
  given("mona", "challenge.draft", "{'challenge':'$roofs','title':'T','contact':'C'}");
  report("person", "mona"), report("organisation", "lumo"), report("challenge", "roofs");
  for (int number : {1, 2, 3}) {
    ask_to_settle("mona", number).refuses("aggregate.not-found", "report");
    ask_to_settle("mike", number).accepts({"ReportSettled"});
  }
}

BOOST_AUTO_TEST_CASE(a_hundred_reports_of_one_person_may_wait) {
  for (std::size_t i = 0; i < core::limits::reports_max; ++i) report("person", "ben");
  report("person", "cleo").refuses("person.limit", "about");
  ask_to_settle("console", 7).accepts({"ReportSettled"});
  report("person", "cleo").accepts({"PersonReported"});
}

BOOST_AUTO_TEST_CASE(whatever_happens_nobody_is_blocked_twice_and_replay_agrees) {
  std::mt19937_64 dice(6);
  std::string const people[] = {"anna", "ben", "cleo"};
  for (int i = 0; i < 600; ++i) {
    auto const& who = people[dice() % 3];
    (void)send(who, dice() % 2 ? "person.block" : "person.unblock",
               "{'person':'$" + who + "','blocked':'$" + people[dice() % 3] + "'}");
    if (dice() % 10 == 0) commit();
    if (dice() % 200 == 0) commit(), restart();
  }
  commit();
  BOOST_TEST(state() == replayed());
  for (auto const& who : people) {
    auto const state = engine().world().person.load(id_named(who));
    std::set<core::Id> const once(state.blocked.begin(), state.blocked.end());
    BOOST_TEST(once.size() == state.blocked.size());
    BOOST_TEST(!once.contains(id_named(who)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
