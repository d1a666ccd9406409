// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/privacy_requests.hpp"

#include <random>

#include "tests/projections/replay.hpp"

namespace {

namespace privacy = core::privacy;
using projections::PrivacyRequestRow, projections::PrivacyRequests;
using support::id_of;

constexpr std::int64_t day_us = 86'400LL * 1'000'000;

struct Register : support::History {
  void record(std::uint64_t request, std::int64_t due_days) {
    add<privacy::RequestRecorded>(id_of(request), [&](auto event) {
      event.setRequest(core::data_of(id_of(request)));
      event.setDue(due_days * day_us);
    });
  }
  void extend(std::uint64_t request, std::int64_t due_days) {
    add<privacy::RequestExtended>(id_of(request), [&](auto event) {
      event.setRequest(core::data_of(id_of(request)));
      event.setDue(due_days * day_us);
    });
  }
  void answer(std::uint64_t request) {
    add<privacy::RequestAnswered>(id_of(request), [&](auto event) {
      event.setRequest(core::data_of(id_of(request)));
      event.setOutcome(privacy::RequestOutcome::GRANTED);
    });
  }
};

// "request@due" of each, with "+" where more time was taken and "!" where it is answered.
std::string told(PrivacyRequests const& requests) {
  std::string all;
  for (auto const& row : requests.by_due())
    all += (all.empty() ? "" : " ") + std::to_string(row.request.bytes[15]) + "@" +
           std::to_string(row.due.us / day_us) + (row.extended_at.value ? "+" : "") +
           (row.is_open() ? "" : "!");
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(privacy_requests)

BOOST_AUTO_TEST_CASE(what_is_due_first_comes_first) {
  Register letters;
  letters.record(1, 30), letters.record(2, 20), letters.record(3, 20), letters.record(4, 10);
  letters.extend(2, 80), letters.answer(3);
  PrivacyRequests requests{support::mixing_crypto};
  letters.play(requests);
  BOOST_TEST(told(requests) == "4@10 3@20! 1@30 2@80+");
}

BOOST_AUTO_TEST_CASE(days_are_counted_down_until_it_is_answered) {
  PrivacyRequestRow row;
  row.due = {10 * day_us};
  BOOST_TEST(row.days_left({0}) == 10);
  BOOST_TEST(row.days_left({10 * day_us - 1}) == 0);
  BOOST_TEST(row.days_left({10 * day_us + 1}) == -1);
  row.answered_at = {7};
  BOOST_TEST(row.days_left({0}) == 0);
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_tells_the_same) {
  std::mt19937_64 engine(5);
  Register letters;
  for (std::uint64_t i = 1; i <= 200; ++i) {
    letters.record(i, static_cast<std::int64_t>(engine() % 90));
    auto const one = 1 + engine() % i;
    if (engine() % 2) letters.extend(one, static_cast<std::int64_t>(engine() % 90));
    else letters.answer(one);
  }
  PrivacyRequests whole{support::mixing_crypto};
  letters.play(whole);
  auto const view = support::check_replay(
      letters, 5, [](auto&) { return std::make_unique<PrivacyRequests>(support::mixing_crypto); });
  BOOST_TEST(told(*view) == told(whole));
  BOOST_TEST(told(whole).find('!') != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
