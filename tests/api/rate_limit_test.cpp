// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/rate_limit.hpp"

#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/support/names.hpp"

namespace {

using support::id_named;

constexpr core::Instant start{1'777'636'800'000'000};

core::Instant after(std::int64_t us) { return {start.us + us}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(rate_limit)

BOOST_AUTO_TEST_CASE(ten_seconds_worth_at_once_and_then_evenly) {
  api::RateLimit limit(2);
  for (int i = 0; i < 20; ++i) BOOST_TEST(limit.take(id_named("anna"), start) == 0);
  BOOST_TEST(limit.take(id_named("anna"), start) == 500'000);
  BOOST_TEST(limit.take(id_named("anna"), after(499'999)) == 1);
  BOOST_TEST(limit.take(id_named("anna"), after(500'000)) == 0);
  BOOST_TEST(limit.take(id_named("anna"), after(500'000)) == 500'000);
}

BOOST_AUTO_TEST_CASE(each_person_has_their_own_and_it_comes_back) {
  api::RateLimit limit(1);
  for (int i = 0; i < 10; ++i) limit.take(id_named("anna"), start);
  BOOST_TEST(limit.take(id_named("anna"), start) > 0);
  BOOST_TEST(limit.take(id_named("ben"), start) == 0);
  for (int i = 0; i < 10; ++i) BOOST_TEST(limit.take(id_named("anna"), after(10'000'000)) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_refused_costs_nothing) {
  api::RateLimit limit(1);
  for (int i = 0; i < 1000; ++i) limit.take(id_named("anna"), start);
  BOOST_TEST(limit.take(id_named("anna"), after(1'000'000)) == 0);
}

BOOST_AUTO_TEST_CASE(without_a_limit_everything_goes) {
  api::RateLimit limit(0);
  for (int i = 0; i < 100'000; ++i) BOOST_REQUIRE(limit.take(id_named("anna"), start) == 0);
}

BOOST_AUTO_TEST_CASE(whoever_is_at_the_limit_stays_there_however_many_others_come) {
  api::RateLimit limit(1);
  for (int i = 0; i < 10; ++i) limit.take(id_named("anna"), start);
  for (std::size_t i = 0; i < core::limits::rated_people_max + 10; ++i)
    limit.take(id_named(std::to_string(i)), after(20 * static_cast<std::int64_t>(i)));
  for (int i = 0; i < 2; ++i) BOOST_TEST(limit.take(id_named("anna"), after(2'100'000)) == 0);
  BOOST_TEST(limit.take(id_named("anna"), after(2'100'000)) > 0);
}

BOOST_AUTO_TEST_SUITE_END()
