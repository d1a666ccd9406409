// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/names.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using api::json::Names;

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(every_name_has_its_number_whatever_is_guessed) {
  std::vector<std::string> const words{
      "a",        "ab",     "abc",    "abcd",
      "abcdefgh", "offers", "others", "a name of more than sixteen bytes"};
  Names const names(words);
  BOOST_TEST(names.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    BOOST_TEST(names[i] == words[i]);
    for (std::size_t guess = 0; guess <= words.size(); ++guess)
      BOOST_TEST(names.find(words[i], guess) == static_cast<int>(i));
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_name_has_no_number) {
  Names const names({"abc", "offers", "abcdefgh", "a name of more than sixteen bytes"});
  for (std::string_view const text :
       {"", "b", "ab", "abd", "abcd", "ofers", "offer", "Offers", "offerz", "abcdefgi", "abcXefgh",
        "a name of less than sixteen bytes", "a name of more than sixteen byte"})
    BOOST_TEST(names.find(text) == -1, text);
  BOOST_TEST(Names().find("") == -1);
  BOOST_TEST(Names().find("a") == -1);
}

BOOST_AUTO_TEST_CASE(a_nought_within_a_text_counts) {
  Names const names({"ab"});
  BOOST_TEST(names.find(std::string_view("ab\0", 3)) == -1);
  BOOST_TEST(names.find(std::string_view("a\0", 2)) == -1);
}

BOOST_AUTO_TEST_CASE(many_names_are_told_apart) {
  std::vector<std::string> words;
  for (int i = 0; i < 500; ++i) words.push_back("name" + std::to_string(i));
  Names const names(words);
  for (int i = 0; i < 500; ++i)
    BOOST_REQUIRE_EQUAL(names.find(words[static_cast<std::size_t>(i)]), i);
  BOOST_TEST(names.find("name500") == -1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
