// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/word_table.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>
#include <string>

using projections::WordTable;

BOOST_AUTO_TEST_SUITE(word_table)

BOOST_AUTO_TEST_CASE(a_word_has_one_number) {
  WordTable table;
  auto const stadt = table.add("stadt");
  BOOST_TEST(table.add("stadt") == stadt);
  BOOST_TEST(table.add("staat") != stadt);
  BOOST_TEST(table.find("stadt").value() == stadt);
  BOOST_TEST(!table.find("stad").has_value());
  BOOST_TEST(table.text(stadt) == "stadt");
}

BOOST_AUTO_TEST_CASE(a_dropped_word_is_overwritten_where_it_lay) {
  WordTable table;
  table.add("bleibt");
  auto const number = table.add("verschwindet");
  auto const place = table.text(number);
  BOOST_TEST(place == "verschwindet");
  table.drop(number);
  BOOST_TEST(place == std::string(place.size(), '\0'));
  BOOST_TEST(!table.find("verschwindet").has_value());
  BOOST_TEST(table.size() == 1u);
  BOOST_TEST(table.add("neu") == number);
}

BOOST_AUTO_TEST_CASE(at_random_it_knows_what_a_set_knows) {
  std::mt19937_64 engine(11);
  WordTable table;
  std::map<std::string, WordTable::Number> known;
  auto const draw = [&](std::size_t below) { return engine() % below; };
  auto const word = [&] {
    std::string word;
    for (auto letters = 1 + draw(12); letters > 0; --letters)
      word += static_cast<char>('a' + draw(3));
    return word;
  };
  for (int step = 0; step < 100'000; ++step) {
    auto const one = word();
    if (auto const there = known.lower_bound(one); there != known.end() && draw(5) < 2) {
      table.drop(there->second);
      known.erase(there);
    } else {
      known[one] = table.add(one);
    }
    if (step % 500 != 0) continue;
    auto const part = word();
    std::set<std::string> beginning, containing, begins, contains;
    table.each_beginning(part, [&](auto number) { beginning.emplace(table.text(number)); });
    table.each_containing(part, [&](auto number) { containing.emplace(table.text(number)); });
    for (auto const& [text, number] : known) {
      BOOST_REQUIRE(table.text(number) == text);
      if (part.size() >= 2 && text.starts_with(part)) begins.insert(text);
      if (part.size() >= 4 && text.size() >= part.size() + 3 && text.find(part) != text.npos)
        contains.insert(text);
    }
    BOOST_REQUIRE(beginning == begins);
    BOOST_REQUIRE(containing == contains);
  }
  BOOST_TEST(table.size() == known.size());
}

BOOST_AUTO_TEST_SUITE_END()
