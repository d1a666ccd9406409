// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/search_fold.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using projections::Umlauts;

std::string both(std::string_view text) {
  return projections::search_fold(text, Umlauts::two_letters) + "|" +
         projections::search_fold(text, Umlauts::one_letter);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(search_fold)

BOOST_AUTO_TEST_CASE(umlauts_are_two_letters_or_one) {
  BOOST_TEST(both("Ökologie") == "oekologie|okologie");
  BOOST_TEST(both("ÄÖÜ äöü") == "aeoeue aeoeue|aou aou");
  BOOST_TEST(both("Straße") == "strasse|strasse");
}

BOOST_AUTO_TEST_CASE(other_latin_letters_lose_their_accents) {
  BOOST_TEST(both("Café Łódź") == "cafe lodz|cafe lodz");
  BOOST_TEST(both("Ærø, Ñandú, Çelik") == "aro, nandu, celik|aro, nandu, celik");
}

BOOST_AUTO_TEST_CASE(everything_else_stays) {
  BOOST_TEST(both("C++ 20 ÷ 日本") == "c++ 20 ÷ 日本|c++ 20 ÷ 日本");
  BOOST_TEST(both("") == "|");
  BOOST_TEST(both("\xc3") == "\xc3|\xc3");
}

BOOST_AUTO_TEST_SUITE_END()
