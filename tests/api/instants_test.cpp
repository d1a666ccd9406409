// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/instants.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using api::json::parse_instant;

std::string shown(std::int64_t us) {
  std::string out;
  api::json::write_instant({us}, out);
  return out;
}

BOOST_AUTO_TEST_SUITE(instants)

BOOST_AUTO_TEST_CASE(instants_that_are_understood) {
  struct {
    std::string_view text;
    std::int64_t us;
  } const cases[] = {
      {"1970-01-01T00:00:00Z", 0},
      {"2026-05-01T12:00:00Z", 1'777'636'800'000'000},
      {"2026-05-01t12:00:00z", 1'777'636'800'000'000},
      {"2026-05-01T12:00:00.5Z", 1'777'636'800'500'000},
      {"2026-05-01T12:00:00.000001Z", 1'777'636'800'000'001},
      {"2026-05-01T12:00:00.123456789Z", 1'777'636'800'123'456},
      {"2026-05-01T12:00:00.0000009Z", 1'777'636'800'000'000},
      {"2026-05-01T14:00:00+02:00", 1'777'636'800'000'000},
      {"2026-05-01T06:30:00-05:30", 1'777'636'800'000'000},
      {"2026-05-01T12:00:00-00:00", 1'777'636'800'000'000},
      {"1970-01-01T01:00:00+01:00", 0},
      {"1969-12-31T23:00:00-01:00", 0},
      {"2024-02-29T00:00:00Z", 1'709'164'800'000'000},
      {"2000-02-29T23:59:59Z", 951'868'799'000'000},
      {"9999-12-31T23:59:59.999999Z", 253'402'300'799'999'999},
  };
  for (auto const& [text, us] : cases) {
    BOOST_TEST_CONTEXT(text) {
      auto const instant = parse_instant(text);
      BOOST_REQUIRE(instant.has_value());
      BOOST_TEST(instant->us == us);
    }
  }
}

BOOST_AUTO_TEST_CASE(texts_that_are_no_instants) {
  std::string_view const cases[] = {
      "",
      "2026-05-01",
      "2026-05-01T12:00:00",
      "2026-05-01T12:00Z",
      "2026-05-01 12:00:00Z",
      "2026-5-1T12:00:00Z",
      "2026-05-01T12:00:00Z ",
      " 2026-05-01T12:00:00Z",
      "2026-05-01T12:00:00ZZ",
      "20260501T120000Z",
      "+2026-05-01T12:00:00Z",
      "2026-00-01T12:00:00Z",
      "2026-13-01T12:00:00Z",
      "2026-05-00T12:00:00Z",
      "2026-05-32T12:00:00Z",
      "2026-04-31T12:00:00Z",
      "2026-02-29T12:00:00Z",
      "2100-02-29T12:00:00Z",
      "2026-05-01T24:00:00Z",
      "2026-05-01T12:60:00Z",
      "2016-12-31T23:59:60Z",
      "2026-05-01T12:00:61Z",  // A leap second, and none.
      "2026-05-01T12:00:00.Z",
      "2026-05-01T12:00:00,5Z",
      "2026-05-01T12:00:00.1234567890Z",
      "2026-05-01T12:00:00.-1Z",
      "2026-05-01T12:00:00+2:00",
      "2026-05-01T12:00:00+0200",
      "2026-05-01T12:00:00+24:00",
      "2026-05-01T12:00:00+02:60",
      "2026-05-01T12:00:00+02",
      "2026-05-01T12:00:00 +02:00",
      "1969-12-31T23:59:59Z",
      "1969-12-31T23:59:59.999999Z",
      "1970-01-01T00:30:00+01:00",
      "0000-01-01T00:00:00Z",
      "9999-12-31T23:30:00-01:00",
      "10000-01-01T00:00:00Z",
      "2026-05-01T12:00:0\xd9\xa0Z",
  };
  for (auto const text : cases) BOOST_TEST(!parse_instant(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(an_instant_is_written_with_the_digits_it_needs) {
  BOOST_TEST(shown(0) == "1970-01-01T00:00:00Z");
  BOOST_TEST(shown(1) == "1970-01-01T00:00:00.000001Z");
  BOOST_TEST(shown(1'777'636'800'500'000) == "2026-05-01T12:00:00.5Z");
  BOOST_TEST(shown(1'777'636'800'120'000) == "2026-05-01T12:00:00.12Z");
  BOOST_TEST(shown(951'868'799'000'010) == "2000-02-29T23:59:59.00001Z");
  BOOST_TEST(shown(api::json::instant_max.us) == "9999-12-31T23:59:59.999999Z");
}

BOOST_AUTO_TEST_CASE(what_has_no_four_digits_for_its_year_becomes_the_nearest_that_has) {
  BOOST_TEST(shown(-1) == "1970-01-01T00:00:00Z");
  BOOST_TEST(shown(api::json::instant_max.us + 1) == "9999-12-31T23:59:59.999999Z");
  BOOST_TEST(shown(std::numeric_limits<std::int64_t>::min()) == "1970-01-01T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(every_instant_comes_back) {
  for (std::int64_t us = 0; us < api::json::instant_max.us;
       us += 86'399'123'457'919) {  // Some 2,900 of them.
    auto const back = parse_instant(shown(us));
    BOOST_REQUIRE(back.has_value());
    BOOST_REQUIRE_EQUAL(back->us, us);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
