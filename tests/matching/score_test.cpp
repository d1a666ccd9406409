// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/score.hpp"

#include <boost/test/unit_test.hpp>
#include <numeric>
#include <random>

using namespace matching;
using core::match::Direction;

namespace {

Rules const rules;

Millionths fit_of(Millionths a, Millionths b) { return fit(rules, {a, b}); }

Millionths any_share(std::mt19937_64& dice) {
  return dice() % 5 == 0 ? (dice() % 2) * whole : static_cast<Millionths>(dice() % (whole + 1));
}

std::vector<Met> any_needs(std::mt19937_64& dice) {
  std::vector<Met> needs(1 + dice() % 50);
  for (auto& need : needs)
    need = {need_weight(dice() % 11, whole + static_cast<Millionths>(dice() % 20'000'000)),
            any_share(dice)};
  return needs;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(score)

BOOST_AUTO_TEST_CASE(the_weights_are_the_whole) {
  BOOST_TEST(std::accumulate(rules.weights.begin(), rules.weights.end(), Millionths{0}) == whole);
}

BOOST_AUTO_TEST_CASE(level_fit_by_needed_and_offered_level) {
  Millionths const table[5][5] = {
      // offered: nothing said, 1, 2, 3, 4
      {whole, whole, whole, whole, whole},         {700'000, whole, whole, whole, whole},
      {700'000, 700'000, whole, whole, whole},     {700'000, 400'000, 700'000, whole, whole},
      {700'000, 150'000, 400'000, 700'000, whole},
  };
  for (unsigned needed = 0; needed < 5; ++needed)
    for (unsigned offered = 0; offered < 5; ++offered)
      BOOST_TEST(level_fit(rules, needed, offered) == table[needed][offered]);
}

BOOST_AUTO_TEST_CASE(coverage_is_the_weighted_mean) {
  BOOST_TEST(coverage({}) == 0);
  BOOST_TEST(coverage(std::vector<Met>{{3, whole}, {1, 0}}) == 750'000);
  BOOST_TEST(coverage(std::vector<Met>{{1, whole}, {1, 0}, {1, 0}}) == 333'333);
}

BOOST_AUTO_TEST_CASE(the_shares_of_a_coverage_sum_to_it_and_each_is_right_to_a_millionth) {
  std::mt19937_64 dice(11);
  for (int i = 0; i < 20'000; ++i) {
    auto const needs = any_needs(dice);
    auto const parts = shares(needs);
    BOOST_REQUIRE_EQUAL(std::accumulate(parts.begin(), parts.end(), Millionths{0}),
                        coverage(needs));
    std::int64_t all = 0;
    for (auto const& need : needs) all += need.weight;
    for (std::size_t k = 0; k < needs.size(); ++k) {
      auto const exact = needs[k].weight * needs[k].value / all;
      BOOST_REQUIRE((parts[k] >= exact && parts[k] <= exact + 1));
    }
  }
}

BOOST_AUTO_TEST_CASE(coverage_stays_within_bounds_and_never_falls_when_a_need_is_met_better) {
  std::mt19937_64 dice(12);
  for (int i = 0; i < 20'000; ++i) {
    auto needs = any_needs(dice);
    auto const before = coverage(needs);
    auto& need = needs[dice() % needs.size()];
    need.value += static_cast<Millionths>(dice() % (whole - need.value + 1));
    auto const after = coverage(needs);
    BOOST_REQUIRE((0 <= before && before <= after && after <= whole));
  }
}

BOOST_AUTO_TEST_CASE(fit_of_some_pairs) {
  struct {
    Millionths a, b, fit;
  } const cases[] = {
      {0, 0, 0},           {whole, whole, whole}, {500'000, 500'000, 500'000}, {whole, 0, 166'666},
      {0, whole, 166'666}, {500'000, 0, 125'000}, {whole, 500'000, 687'500},   {1, 0, 0},
  };
  for (auto const& [a, b, expected] : cases)
    BOOST_TEST(fit_of(a, b) == expected, a << " and " << b << " give " << fit_of(a, b));
}

BOOST_AUTO_TEST_CASE(fit_is_symmetric_bounded_and_increasing) {
  std::mt19937_64 dice(13);
  for (int i = 0; i < 100'000; ++i) {
    auto const a = any_share(dice), b = any_share(dice);
    auto const more = a + static_cast<Millionths>(dice() % (whole - a + 1));
    BOOST_REQUIRE_EQUAL(fit_of(a, b), fit_of(b, a));
    BOOST_REQUIRE(
        (0 <= fit_of(a, b) && fit_of(a, b) <= fit_of(more, b) && fit_of(more, b) <= whole));
    BOOST_REQUIRE(fit_of(a, b) <= std::max(a, b));
    BOOST_REQUIRE(fit_of(a, b) >= std::min(a, b));
  }
}

BOOST_AUTO_TEST_CASE(a_one_sided_helper_ranks_behind_a_reciprocal_one_but_is_not_hidden) {
  for (Millionths covered = 10; covered <= whole; covered += 999) {
    BOOST_REQUIRE(fit_of(covered, 0) > 0);
    BOOST_REQUIRE(fit_of(covered, covered) > fit_of(covered, 0));
  }
}

BOOST_AUTO_TEST_CASE(where_one_side_needs_nothing_the_others_coverage_is_the_fit) {
  BOOST_TEST(fit(rules, {123'456, {}}) == 123'456);
  BOOST_TEST(fit(rules, {{}, 654'321}) == 654'321);
  BOOST_TEST(fit(rules, {}) == 0);
}

BOOST_AUTO_TEST_CASE(the_direction_says_who_helps_whom) {
  BOOST_TEST((direction({1, 1}) == Direction::RECIPROCAL));
  BOOST_TEST((direction({1, 0}) == Direction::HELPS_YOU));
  BOOST_TEST((direction({0, 1}) == Direction::YOU_HELP));
  BOOST_TEST((direction({1, {}}) == Direction::ONE_SIDED));
  BOOST_TEST((direction({{}, 1}) == Direction::ONE_SIDED));
  BOOST_TEST((direction({0, 0}) == Direction::ONE_SIDED));
}

BOOST_AUTO_TEST_CASE(the_smaller_terms) {
  BOOST_TEST(topics_term(rules, 0, 4, 4) == 0);
  BOOST_TEST(topics_term(rules, 1, 1, 9) == whole);
  BOOST_TEST(topics_term(rules, 1, 9, 9) == 333'333);
  BOOST_TEST(topics_term(rules, 5, 9, 9) == whole);
  BOOST_TEST(topics_term(rules, 0, 0, 9) == 0);
  BOOST_TEST(availability_term(rules, 0, 5) == 500'000);
  BOOST_TEST(availability_term(rules, 2, 5) == 200'000);
  BOOST_TEST(availability_term(rules, 40, 80) == whole);
  BOOST_TEST(availability_term(rules, 40, 0) == 0);
  BOOST_TEST(diversity_term(1, 2) == whole);
  BOOST_TEST(diversity_term(2, 2) == 0);
  BOOST_TEST(diversity_term(0, 2) == 0);
}

BOOST_AUTO_TEST_CASE(the_parts_are_the_score) {
  std::mt19937_64 dice(14);
  for (int i = 0; i < 10'000; ++i) {
    Parts terms;
    for (auto& term : terms.values) term = any_share(dice);
    auto const points = weigh(rules, terms);
    BOOST_REQUIRE_EQUAL(points.total(),
                        std::accumulate(points.values.begin(), points.values.end(), Millionths{0}));
    BOOST_REQUIRE((0 <= points.total() && points.total() <= whole));
    auto better = terms;
    better[Part::FIT] = std::min(whole, better[Part::FIT] + 5'000);
    BOOST_REQUIRE(weigh(rules, better).total() >= points.total());
  }
}

BOOST_AUTO_TEST_CASE(rare_skills_weigh_more) {
  Statistics const statistics({1}, 60, {0, 15, 60});
  BOOST_TEST(statistics.idf(Term{2}) == whole);
  BOOST_TEST(statistics.idf(Term{1}) > statistics.idf(Term{2}));
  BOOST_TEST(statistics.idf(Term{0}) > statistics.idf(Term{1}));
  BOOST_TEST(statistics.idf(Term{7}) == statistics.idf(Term{0}));  // Newer than the epoch.
  BOOST_TEST(std::abs(statistics.idf(Term{1}) - 2'338'285) < 10);  // 1 + ln(61/16)
  BOOST_TEST(Statistics().idf(Term{0}) == whole);
}

BOOST_AUTO_TEST_SUITE_END()
