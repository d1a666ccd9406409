// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/facet.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

namespace {

using projections::Count;
using projections::Facet;
using projections::Leaders;
using projections::RowBits;

constexpr std::uint32_t rows = 5000;
constexpr auto everything = [](auto) { return true; };

}  // namespace

BOOST_AUTO_TEST_SUITE(facet)

BOOST_AUTO_TEST_CASE(a_value_keeps_its_number) {
  Facet<std::string> facet;
  BOOST_TEST(facet.number("a") == 0u);
  BOOST_TEST(facet.number("b") == 1u);
  BOOST_TEST(facet.number("a") == 0u);
  BOOST_TEST(facet.value(1) == "b");
  BOOST_TEST(!facet.find("c").has_value());
}

BOOST_AUTO_TEST_CASE(leaders_are_ordered_by_count_and_then_by_value) {
  Leaders<std::string> leaders(3);
  for (auto const& [value, count] :
       std::map<std::string, std::uint64_t>{{"a", 1}, {"b", 3}, {"c", 3}, {"d", 2}, {"e", 0}})
    leaders.offer(value, count);
  BOOST_TEST((leaders.take() == std::vector<Count<std::string>>{{"b", 3}, {"c", 3}, {"d", 2}}));
}

BOOST_AUTO_TEST_CASE(a_list_of_none_stays_empty) {
  Leaders<int> leaders(0);
  leaders.offer(1, 5);
  BOOST_TEST(leaders.take().empty());
}

BOOST_AUTO_TEST_CASE(the_top_values_equal_a_count_of_all) {
  std::mt19937_64 engine(8);
  Facet<std::uint32_t> facet;
  std::vector<std::vector<std::uint32_t>> model(rows);
  for (std::uint32_t row = 0; row < rows; ++row)
    for (std::uint64_t value = 1; value < 200; ++value)
      if (engine() % (value * value) < 20) {
        facet.set(facet.number(static_cast<std::uint32_t>(value))).add(row);
        model[row].push_back(static_cast<std::uint32_t>(value));
      }
  for (auto const limit : {0u, 1u, 10u, 500u}) {
    RowBits among(rows);
    std::map<std::uint32_t, std::uint64_t> counts;
    for (std::uint32_t row = 0; row < rows; ++row) {
      if (engine() % 3 == 0) continue;
      among.set(row);
      for (auto const value : model[row]) ++counts[value];
    }
    Leaders<std::uint32_t> expected(limit);
    for (auto const& [value, count] : counts)
      if (value % 7 != 0) expected.offer(value, count);
    auto const shown = [&](auto number) { return facet.value(number) % 7 != 0; };
    BOOST_TEST((facet.top(&among, limit, shown) == expected.take()));
  }
  BOOST_TEST(facet.top(nullptr, 1, everything)[0].count == rows);
}

BOOST_AUTO_TEST_SUITE_END()
