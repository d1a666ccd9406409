// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <chrono>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

constexpr std::int64_t day_us = 86'400LL * 1'000'000;

// It is noon on 1 May 2026.
struct Privacy : support::Scene {
  Privacy() {
    member("petra", "privacyOfficer");
    member("hana", "hubAdmin");
    member("anna");
  }
  support::Outcome record(std::string const& request, std::string const& more = {},
                          std::string const& who = "petra") {
    return as(who).when(
        "privacy.recordRequest",
        "{'request':'$" + request + "','kind':'erasure','description':'D'" + more + "}");
  }
  support::Outcome received(std::string const& when) {
    return record("r" + std::to_string(++received_), ",'received':'" + when + "'");
  }
  support::Outcome answer(std::string const& request, std::string const& outcome = "granted",
                          std::string const& who = "petra") {
    return as(who).when("privacy.answerRequest",
                        "{'request':'$" + request + "','outcome':'" + outcome + "','answer':'A'}");
  }
  support::Outcome extend(std::string const& request, std::string const& who = "petra") {
    return as(who).when("privacy.extendRequest",
                        "{'request':'$" + request + "','reason':'It is much'}");
  }

 private:
  int received_ = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(privacy, Privacy)

BOOST_AUTO_TEST_CASE(a_request_is_due_four_weeks_after_its_receipt) {
  record("letter", ",'received':'2026-04-20T08:00:00Z','contact':'Frau Ziegler, Hauptstraße 1'")
      .accepts({"RequestRecorded"})
      .with("RequestRecorded", "kind", "erasure")
      .with("RequestRecorded", "received", "2026-04-20T08:00:00Z")
      .with("RequestRecorded", "due", "2026-05-18T08:00:00Z")
      .with("RequestRecorded", "description", "D")
      .with("RequestRecorded", "contact", "Frau Ziegler, Hauptstraße 1");
  record("letter").refuses("privacy.exists", "request");
  record("visit")
      .accepts({"RequestRecorded"})
      .with("RequestRecorded", "due", "2026-05-29T12:00:00Z");
}

BOOST_AUTO_TEST_CASE(it_was_received_and_not_long_ago) {
  received("2026-05-01T12:00:00.000001Z").refuses("privacy.received", "received");
  received("2026-05-01T12:00:00Z").accepts({"RequestRecorded"});
  received("2025-03-27T11:59:59Z").refuses("privacy.received", "received");
  received("2025-03-27T12:00:00Z").accepts({"RequestRecorded"});
}

BOOST_AUTO_TEST_CASE(only_the_privacy_officer_and_the_operator_keep_it) {
  for (auto const* who : {"hana", "anna"}) record("letter", {}, who).refuses("auth.forbidden");
  record("letter", {}, "visitor").refuses("auth.required");
  record("letter").accepts({"RequestRecorded"});
  for (auto const* who : {"hana", "anna"}) {
    answer("letter", "granted", who).refuses("auth.forbidden");
    extend("letter", who).refuses("auth.forbidden");
  }
  answer("letter", "granted", "console").accepts({"RequestAnswered"});
}

BOOST_AUTO_TEST_CASE(it_is_answered_once) {
  answer("letter").refuses("aggregate.not-found", "request");
  record("letter");
  answer("letter", "open").refuses("input.invalid", "outcome");
  answer("letter", "partly")
      .accepts({"RequestAnswered"})
      .with("RequestAnswered", "outcome", "partly")
      .with("RequestAnswered", "answer", "A");
  answer("letter").refuses("privacy.answered", "request");
  extend("letter").refuses("privacy.answered", "request");
  restart_from_the_log();
  answer("letter").refuses("privacy.answered", "request");
}

BOOST_AUTO_TEST_CASE(once_and_before_it_is_due_it_may_take_eight_weeks_more) {
  extend("letter").refuses("aggregate.not-found", "request");
  record("letter"), record("late");
  clock.pass(28 * day_us);
  extend("letter")
      .accepts({"RequestExtended"})
      .with("RequestExtended", "due", "2026-07-24T12:00:00Z")
      .with("RequestExtended", "reason", "It is much");
  extend("letter").refuses("privacy.extended", "request");
  clock.pass(1);
  extend("late").refuses("privacy.late", "request");
  answer("late").accepts({"RequestAnswered"});
}

// No month is shorter than four weeks, and no two months than eight.
BOOST_AUTO_TEST_CASE(the_terms_never_exceed_those_of_the_law) {
  using namespace std::chrono;
  auto const back = [](year_month_day day) {
    return day.ok() ? day : day.year() / day.month() / last;
  };
  for (sys_days from = 2026y / 1 / 1; from < sys_days(2030y / 1 / 1); from += days(1)) {
    sys_days const month = back(year_month_day(from) + months(1)),
                   three = back(year_month_day(from) + months(3));
    BOOST_TEST_REQUIRE((month - from >= microseconds(core::limits::request_answer_us)));
    BOOST_TEST_REQUIRE((three - from >= microseconds(core::limits::request_answer_us +
                                                     core::limits::request_extension_us)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
