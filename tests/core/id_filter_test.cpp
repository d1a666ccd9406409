// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/id_filter.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

BOOST_AUTO_TEST_SUITE(id_filter)

BOOST_AUTO_TEST_CASE(what_was_added_is_never_denied_and_little_else_is_believed) {
  constexpr std::size_t hashes = 300'000;
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> added(hashes);
  core::IdFilter filter(1000);  // Grows eight times.
  for (auto& hash : added) filter.add(hash = random());
  BOOST_TEST(std::ranges::all_of(added, [&](auto hash) { return filter.may_hold(hash); }));
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < hashes; ++i) wrong += filter.may_hold(random());
  BOOST_TEST(wrong < hashes / 20, wrong << " of " << hashes);
  BOOST_TEST(filter.memory_bytes() < hashes * 4);
}

BOOST_AUTO_TEST_CASE(a_filter_of_the_right_size_believes_one_in_a_hundred_at_most) {
  constexpr std::size_t hashes = 300'000;
  std::mt19937_64 random(2);
  core::IdFilter filter(hashes);
  for (std::size_t i = 0; i < hashes; ++i) filter.add(random());
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < hashes; ++i) wrong += filter.may_hold(random());
  BOOST_TEST(wrong < hashes / 100, wrong << " of " << hashes);
}

BOOST_AUTO_TEST_CASE(an_empty_one_believes_nothing) {
  core::IdFilter const filter(0);
  BOOST_TEST(!filter.may_hold(0));
  BOOST_TEST(!filter.may_hold(~std::uint64_t{0}));
}

BOOST_AUTO_TEST_SUITE_END()
