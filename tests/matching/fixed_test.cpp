// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/fixed.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

using namespace matching;

namespace {

// What binary_log may be: the true value rounded down, or one less.
void check_log(std::uint64_t x) {
  auto const exact = std::floor(std::log2(static_cast<long double>(x)) * 1e6L);
  auto const got = static_cast<long double>(binary_log(x));
  BOOST_TEST_INFO("x = " << x);
  BOOST_REQUIRE((got == exact || got == exact - 1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fixed)

BOOST_AUTO_TEST_CASE(powers_of_two_have_exact_logarithms) {
  for (int exponent = 0; exponent < 64; ++exponent)
    BOOST_TEST(binary_log(1ULL << exponent) == exponent * whole);
}

BOOST_AUTO_TEST_CASE(a_logarithm_is_at_most_a_millionth_below_the_true_one_rounded_down) {
  for (std::uint64_t x = 1; x < 100'000; ++x) check_log(x);
  std::mt19937_64 dice(7);
  for (int i = 0; i < 100'000; ++i) check_log((dice() >> dice() % 60) | 1);
  check_log(~0ULL >> 1);
}

BOOST_AUTO_TEST_CASE(logarithms_never_fall) {
  for (std::uint64_t x = 1; x < 200'000; ++x) BOOST_REQUIRE(binary_log(x) <= binary_log(x + 1));
}

BOOST_AUTO_TEST_CASE(the_natural_logarithm_of_a_ratio_is_right_to_a_few_millionths) {
  for (auto const& [a, b] : {std::pair{1, 1}, {2, 1}, {61, 16}, {1'000'001, 3}, {10'000'001, 1}}) {
    auto const exact = std::log(static_cast<long double>(a) / b) * 1e6L;
    BOOST_TEST(std::fabs(static_cast<double>(log_ratio(a, b) - exact)) < 10.0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
