// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/row_set.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "projections/number_lists.hpp"

namespace {

using projections::RowBits;
using projections::RowSet;

constexpr std::uint32_t rows_max = 200'000;

// Rows that fill some chunks more than others, so that there are lists and bits.
std::uint32_t any_row(std::mt19937_64& engine) {
  auto const chunk = engine() % 3;
  return static_cast<std::uint32_t>(chunk * 65536 + engine() % (chunk == 0 ? 65536 : 400));
}

std::vector<std::uint32_t> in_bits(RowBits const& bits) {
  std::vector<std::uint32_t> rows;
  bits.each([&](std::uint32_t row) { rows.push_back(row); });
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(row_set)

BOOST_AUTO_TEST_CASE(it_behaves_like_a_set_of_numbers) {
  std::mt19937_64 engine(1);
  RowSet rows;
  std::set<std::uint32_t> model;
  for (int i = 0; i < 60'000; ++i) {
    auto const row = any_row(engine);
    if (engine() % 3 == 0) BOOST_REQUIRE_EQUAL(rows.remove(row), model.erase(row) == 1);
    else BOOST_REQUIRE_EQUAL(rows.add(row), model.insert(row).second);
    BOOST_REQUIRE_EQUAL(rows.size(), model.size());
  }
  for (int i = 0; i < 1000; ++i) {
    auto const row = any_row(engine);
    BOOST_REQUIRE_EQUAL(rows.has(row), model.contains(row));
  }
  BOOST_TEST((rows.rows() == std::vector(model.begin(), model.end())));
  for (auto const row : rows.rows()) rows.remove(row);
  BOOST_TEST(rows.empty());
}

BOOST_AUTO_TEST_CASE(bits_hold_what_sets_fill_in) {
  std::mt19937_64 engine(2);
  RowSet a, b;
  std::set<std::uint32_t> both;
  for (int i = 0; i < 20'000; ++i) {
    a.add(any_row(engine));
    b.add(any_row(engine));
  }
  RowBits in_a(rows_max), in_b(rows_max);
  a.fill(in_a);
  b.fill(in_b);
  BOOST_TEST((in_bits(in_a) == a.rows()));
  BOOST_TEST(in_a.count() == a.size());
  for (auto const row : a.rows())
    if (b.has(row)) both.insert(row);
  BOOST_TEST(a.count_in(in_b) == both.size());
  in_a.keep_only(in_b);
  BOOST_TEST((in_bits(in_a) == std::vector(both.begin(), both.end())));
}

BOOST_AUTO_TEST_CASE(rows_are_visited_downwards_from_below_a_number) {
  RowBits bits(rows_max);
  for (auto const row : {0u, 63u, 64u, 127u, 65536u, 199'999u}) bits.set(row);
  std::vector<std::uint32_t> seen;
  auto const see = [&](std::uint32_t row) { return seen.push_back(row), true; };
  bits.each_down(65536, see);
  BOOST_TEST(seen == (std::vector<std::uint32_t>{127, 64, 63, 0}),
             boost::test_tools::per_element());
  seen.clear();
  bits.each_down(200'000, [&](std::uint32_t row) { return seen.push_back(row), seen.size() < 2; });
  BOOST_TEST(seen == (std::vector<std::uint32_t>{199'999, 65536}),
             boost::test_tools::per_element());
  seen.clear();
  bits.each_down(0, see);
  BOOST_TEST(seen.empty());
}

BOOST_AUTO_TEST_CASE(lists_of_numbers_are_kept_through_changes_of_length) {
  std::mt19937_64 engine(3);
  projections::NumberLists lists;
  std::vector<std::vector<std::uint32_t>> model(500);
  for (int i = 0; i < 50'000; ++i) {
    auto const row = static_cast<std::uint32_t>(engine() % model.size());
    model[row].assign(engine() % 12, static_cast<std::uint32_t>(i));
    lists.set(row, model[row]);
  }
  for (std::uint32_t row = 0; row < model.size(); ++row)
    BOOST_REQUIRE(std::ranges::equal(lists[row], model[row]));
  BOOST_TEST(lists[9999].empty());
  BOOST_TEST(lists.memory_bytes() < 500u * 12 * 4 * 4);
}

BOOST_AUTO_TEST_SUITE_END()
