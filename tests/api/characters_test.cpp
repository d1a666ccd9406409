// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/characters.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using api::json::forbidden_character, api::json::is_blank, api::json::Lines;

// The same wherever it lies among the blocks that are looked at together.
unsigned found(std::string const& text, Lines lines = Lines::one) {
  auto const first = forbidden_character(text, lines).value_or(0);
  for (std::size_t before = 1; before < 40; ++before) {
    auto const longer = std::string(before, 'x') + " " + text + " and so on, up to the end";
    BOOST_TEST(forbidden_character(longer, lines).value_or(0) == first, text);
  }
  return first;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(characters)

BOOST_AUTO_TEST_CASE(what_people_write_may_stand) {
  for (auto const* text :
       {"", "Größe – „Maß“ …", "Дом", "日本語", "שלום", "مرحبا", "ไทย", "₂ ‰ ½", "👋 🇩🇪", "한국"})
    BOOST_TEST(found(text) == 0u, text);
}

BOOST_AUTO_TEST_CASE(controls_separators_and_turns_may_not) {
  for (auto const& [text, point] :
       std::vector<std::pair<std::string, unsigned>>{{"a\rb", 0xd},
                                                     {"a\x7f", 0x7f},
                                                     {"a\u0085", 0x85},
                                                     {"a\u2028", 0x2028},
                                                     {"a\u2029", 0x2029},
                                                     {"a\u202a", 0x202a},
                                                     {"a\u202eb", 0x202e},
                                                     {"\u2066a\u2069", 0x2066},
                                                     {"a\u2069", 0x2069}}) {
    BOOST_TEST(found(text) == point, point);
    BOOST_TEST(found(text, Lines::many) == point, point);
  }
  BOOST_TEST(forbidden_character(std::string("a\0b", 3), Lines::many).has_value());
}

BOOST_AUTO_TEST_CASE(only_a_text_of_several_lines_has_breaks_and_hints_for_them) {
  for (auto const* text : {"a\nb", "a\tb", "Donau\u00addampf"}) {
    BOOST_TEST(found(text) != 0u, text);
    BOOST_TEST(found(text, Lines::many) == 0u, text);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_seen_stands_where_writing_needs_it) {
  for (auto const* text : {
           "👩‍💻 👩🏽‍🚀 ❤️‍🔥 🏳️‍🌈",  // Joined pictures.
           "1️⃣ ©️ ☀️ 〰️ 葛󠄀",                       // Variants.
           "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",  // England.
           "می\u200cخواهم",                                                           // Persian.
           "क्\u200dष क्\u200cष",                                                       // Hindi.
           "ภาษา\u200bไทย",                                                           // Thai.
           "שלום \u200f(3)\u200e",
           "\u061cمرحبا",
       })
    BOOST_TEST(found(text) == 0u, text);
}

BOOST_AUTO_TEST_CASE(anywhere_else_it_may_not) {
  for (auto const& [text, point] : std::vector<std::pair<std::string, unsigned>>{
           {"an\u200dna", 0x200d},   {"\u200danna", 0x200d},     {"anna\u200c", 0x200c},
           {"👩\u200d", 0x200d},      {"👩\u200d\u200d💻", 0x200d}, {"a\u200bb", 0x200b},
           {"anna\ufe0f", 0xfe0f},   {"☀\ufe0f\ufe0f", 0xfe0f},  {"a\u2060b", 0x2060},
           {"\ufeffa", 0xfeff},      {"a\u3164", 0x3164},        {"a\uffa0", 0xffa0},
           {"a\u115f", 0x115f},      {"a\u034f", 0x34f},         {"a\u180e", 0x180e},
           {"a\u200e", 0x200e},      {"a\u061cb", 0x61c},        {"a\ufff9", 0xfff9},
           {"a\U000E0041", 0xe0041}, {"a\U000E0100", 0xe0100}}) {
    BOOST_TEST(found(text) == point, point);
    BOOST_TEST(found(text, Lines::many) == point, point);
  }
}

BOOST_AUTO_TEST_CASE(spaces_and_what_cannot_be_seen_are_blank) {
  for (auto const* text : {"", " ", " \n\t", "\u00a0\u00ad\u3000", "\u200b\u2060\ufeff", "\u3164",
                           "\u2800\ufe0f\U000E0041", "\u2003"})
    BOOST_TEST(is_blank(text), text);
  for (auto const* text : {".", " \u200b.", "\u00a0中", "👋", "\ufffd"})
    BOOST_TEST(!is_blank(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
