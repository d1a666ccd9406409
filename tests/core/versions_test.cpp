// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Versions of streams, and commands that expect one.
#include <boost/test/unit_test.hpp>

#include "tests/support/scene.hpp"

namespace {

struct Versions : support::Scene {
  Versions() { member("anna"); }

  support::Outcome create(std::string const& expect = {}) {
    return profile("create", ",'displayName':'Anna','sector':'science'", expect);
  }
  support::Outcome pause(std::string const& expect = {}) {
    return profile("pauseMatching", "", expect);
  }
  support::Outcome profile(std::string const& action, std::string const& more,
                           std::string const& expect) {
    return as("anna").when("profile." + action,
                           "{'profile':'$anna'" + more + ",'meta':{'expect':[" + expect + "]}}");
  }
  static std::string at(int version, std::string const& family = {},
                        std::string const& stream = "anna") {
    auto const of = family.empty() ? "" : ",'family':'" + family + "'";
    return "{'stream':'$" + stream + "','version':" + std::to_string(version) + of + "}";
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(versions, Versions)

BOOST_AUTO_TEST_CASE(a_version_counts_the_events_of_one_stream) {
  BOOST_TEST(create().receipt().version.value ==
             1);  // The account of the same id is another stream.
  BOOST_TEST(pause().receipt().version.value == 2);
  BOOST_TEST(pause().receipt().version.value == 2);  // Changed nothing.
}

BOOST_AUTO_TEST_CASE(a_command_may_expect_a_version_of_its_stream) {
  create(at(1)).refuses("version.conflict", "meta.expect");
  create(at(0)).accepts({"ProfileCreated"});
  pause(at(2)).refuses("version.conflict", "meta.expect");
  pause(at(1)).accepts({"MatchingPaused"});
}

BOOST_AUTO_TEST_CASE(a_conflict_says_where_the_stream_stands) {
  create();
  auto const refusal = pause(at(7)).refusal();
  BOOST_TEST((refusal.stream == support::id_named("anna")));
  BOOST_TEST(refusal.version.value == 1);
  BOOST_TEST(refusal.detail == "expected 7, is 1");
}

BOOST_AUTO_TEST_CASE(a_command_may_expect_a_version_of_a_stream_that_it_does_not_write) {
  create();
  pause(at(9, "account")).refuses("version.conflict", "meta.expect");
  pause(at(1, "account") + "," + at(0, "vocabulary", "optics") + "," + at(1))
      .accepts({"MatchingPaused"});
  given("console", "vocabulary.addTerm", "{'term':'$optics'}");
  auto const refusal = pause(at(1, "account") + "," + at(0, "vocabulary", "optics")).refusal();
  BOOST_TEST((refusal.stream == support::id_named("optics")));
  BOOST_TEST(refusal.version.value == 1);
}

BOOST_AUTO_TEST_CASE(what_is_still_in_the_open_batch_counts) {
  send("anna", "profile.create", "{'profile':'$anna','displayName':'Anna','sector':'science'}")
      .value();
  BOOST_TEST(send("anna", "profile.hide", "{'profile':'$anna','meta':{'expect':[" + at(0) + "]}}")
                 .error()
                 .code == "version.conflict");
  BOOST_TEST(send("anna", "profile.hide", "{'profile':'$anna','meta':{'expect':[" + at(1) + "]}}")
                 .has_value());
}

BOOST_AUTO_TEST_CASE(who_may_not_hears_so_whatever_they_expect) {
  member("ben");
  as("ben")
      .when("profile.hide", "{'profile':'$anna','meta':{'expect':[" + at(9) + "]}}")
      .refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(a_repeated_command_expects_nothing_anew) {
  auto const json =
      "{'profile':'$anna','displayName':'Anna','sector':'science','meta':{'commandId':'$c1','"
      "expect':[" +
      at(0) + "]}}";
  auto const first = as("anna").when("profile.create", json).receipt();
  BOOST_TEST((as("anna").when("profile.create", json).receipt().first == first.first));
}

BOOST_AUTO_TEST_CASE(versions_are_kept_across_restarts) {
  create(), pause();
  write_behind();
  profile("resumeMatching", "", "");
  restart();
  pause(at(2)).refuses("version.conflict", "meta.expect");
  BOOST_TEST(pause(at(3)).receipt().version.value == 4);
  restart_from_the_log();
  BOOST_TEST(pause(at(4)).receipt().version.value == 4);
}

BOOST_AUTO_TEST_SUITE_END()
