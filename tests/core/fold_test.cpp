// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/support/text_table.hpp"

namespace {

std::string utf8(UChar32 point) {
  std::string text;
  return icu::UnicodeString(point).toUTF8String(text);
}

bool is_mark(UChar32 point) { return u_getCombiningClass(point) != 0; }

}  // namespace

BOOST_AUTO_TEST_SUITE(fold)

// The identity of words hangs on these: none of them ever changes.
BOOST_AUTO_TEST_CASE(what_words_become) {
  for (auto const& row : support::text_table(R"(
    Optik          | optik
    OPTIK          | optik
    MÜLLER         | müller
    Ärzte          | ärzte
    Straße         | strasse
    STRASSE        | strasse
    STRAẞE         | strasse
    Crème Brûlée   | crème brûlée
    ÇĞİŞ           | çğiş
    Łódź           | łódź
    ŽŠČ            | žšč
    ȘȚ             | șț
    ΛΌΓΟΣ          | λόγοσ
    λόγος          | λόγοσ
    ЁЖИК           | ёжик
    ҐЄЇ            | ґєї
    HỌC            | học
    µm             | μm
    日本語          | 日本語
    C++            | c++
    C#             | c#
    ×              | ×
    2D             | 2d
  )"))
    BOOST_TEST(core::fold(row[0]) == row[1]);
}

BOOST_AUTO_TEST_CASE(white_space_is_trimmed_and_single) {
  for (auto const* text :
       {"data science", "  data science", "data science \n", "data \t  science",
        "data\u00a0science", "data\u2003science", "\u3000data\u2009 \u205fscience\u2028"})
    BOOST_TEST(core::fold(text) == "data science");
  for (auto const* text : {"", " ", "\t\n", "\u00a0\u3000"}) BOOST_TEST(core::fold(text).empty());
  BOOST_TEST(core::fold("datascience") != "data science");
}

BOOST_AUTO_TEST_CASE(a_letter_and_its_mark_are_one_character) {
  BOOST_TEST(core::fold("Mu\u0308ller") == "müller");
  BOOST_TEST(core::fold("MU\u0308LLER") == "müller");
  BOOST_TEST(core::fold("Cafe\u0301") == "café");
  BOOST_TEST(core::fold("u \u0308") != "ü");
  BOOST_TEST(core::fold("x\u0308") == "x\u0308");
}

// Compared with a library that everybody trusts; the word's identity belongs to none.
BOOST_AUTO_TEST_CASE(marks_are_composed_as_in_normal_form_c) {
  UErrorCode error = U_ZERO_ERROR;
  auto const* form = icu::Normalizer2::getNFCInstance(error);
  std::size_t composed = 0;
  for (UChar32 letter = 'a'; letter <= 'z'; ++letter)
    for (UChar32 mark = 0x300; mark <= 0x36f; ++mark) {
      std::string const typed = utf8(letter) + utf8(mark);
      auto const folded = core::fold(typed);
      if (folded == typed) continue;
      std::string normal;
      form->normalize(icu::UnicodeString::fromUTF8(typed), error).toUTF8String(normal);
      BOOST_TEST(folded == normal);
      ++composed;
    }
  BOOST_TEST(composed == 82);
}

BOOST_AUTO_TEST_CASE(every_letter_of_latin_1_and_extended_a_may_be_typed_with_its_mark_behind_it) {
  UErrorCode error = U_ZERO_ERROR;
  auto const* form = icu::Normalizer2::getNFDInstance(error);
  for (UChar32 point = 0xc0; point <= 0x17f; ++point) {
    std::string typed;
    form->normalize(icu::UnicodeString(point), error).toUTF8String(typed);
    if (typed == utf8(point) || point == 0x130)
      continue;  // Nothing to compose; and the Turkish I, which loses its dot.
    BOOST_TEST(core::fold(typed) == core::fold(utf8(point)), "U+" << std::hex << point);
  }
}

BOOST_AUTO_TEST_CASE(case_is_folded_as_in_unicode) {
  std::pair<UChar32, UChar32> const blocks[] = {{0x21, 0x17f},   {0x200, 0x21f}, {0x222, 0x233},
                                                {0x386, 0x3ce},  {0x400, 0x52f}, {0x1e00, 0x1e95},
                                                {0x1ea0, 0x1eff}};
  for (auto const& [first, last] : blocks)
    for (auto point = first; point <= last; ++point) {
      if (u_isUWhiteSpace(point) || is_mark(point) || point == 0xdf || point == 0x130) continue;
      BOOST_TEST(core::fold(utf8(point)) == utf8(u_foldCase(point, U_FOLD_CASE_DEFAULT)),
                 "U+" << std::hex << point);
    }
}

BOOST_AUTO_TEST_CASE(white_space_is_what_unicode_says) {
  for (UChar32 point = 1; point < 0x10000; ++point) {
    if (U_IS_SURROGATE(point)) continue;
    bool const space = core::fold("a" + utf8(point) + "b") == "a b";
    BOOST_REQUIRE_EQUAL(space, u_isUWhiteSpace(point) != 0);
  }
}

BOOST_AUTO_TEST_CASE(folding_twice_is_folding_once) {
  std::uint64_t const seed = 7;
  std::mt19937_64 dice(seed);
  BOOST_TEST_MESSAGE("seed " << seed);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto n = dice() % 8; n > 0; --n) {
      UChar32 const point = static_cast<UChar32>(dice() % (dice() % 2 ? 0x370 : 0x2100));
      if (point > 0) text += utf8(point);
    }
    auto const once = core::fold(text);
    BOOST_REQUIRE_EQUAL(core::fold(once), once);
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_utf_8_stays_as_it_is) {
  for (std::string const text : {"\xff", "a\xc3", "\xe2\x82", "\xf0\x9f\x98", "\x80z", "\xc3 b"})
    BOOST_TEST(core::fold(text).size() <= text.size() + 2);
  BOOST_TEST(core::fold("a\xff") == "a\xff");
  BOOST_TEST(core::fold("a\xc3") == "a\xc3");
}

BOOST_AUTO_TEST_SUITE_END()
