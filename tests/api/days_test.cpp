// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/days.hpp"

#include <boost/test/unit_test.hpp>

#include "api/clock.hpp"
#include "tests/support/set_clock.hpp"

namespace {

std::string resolved(std::string line, core::Clock const& clock) {
  bool const before = line.find("\"@") != std::string::npos;
  auto const whole = line;
  bool const any = api::import::resolve_days(line, clock);
  BOOST_TEST(any == (line != whole));
  BOOST_TEST((before || !any));
  return line;
}

std::string said(std::string_view when) { return "{\"occurred\":" + std::string(when) + "}"; }

BOOST_AUTO_TEST_SUITE(days)

// The clock on the wall shows one in the afternoon of 1 May 2026, an hour east of Greenwich.
BOOST_AUTO_TEST_CASE(days_are_counted_from_today) {
  support::SetClock clock;
  struct {
    std::string_view line, wanted;
  } const cases[] = {
      {R"("@0d")", R"("2026-04-30T23:00:00Z")"},
      {R"("@0d 00:30")", R"("2026-04-30T23:30:00Z")"},
      {R"("@-1d 18:05")", R"("2026-04-30T17:05:00Z")"},
      {R"("@-120d 08:00")", R"("2026-01-01T07:00:00Z")"},
      {R"("@+30d 23:59")", R"("2026-05-31T22:59:00Z")"},
  };
  for (auto const& [line, wanted] : cases) BOOST_TEST(resolved(said(line), clock) == said(wanted));
  BOOST_TEST(
      resolved(R"({"deadline" : "@-1d","b":[{"due":"@+1d 12:00"}],"c":"@x"})", clock) ==
      R"({"deadline" : "2026-04-29T23:00:00Z","b":[{"due":"2026-05-02T11:00:00Z"}],"c":"@x"})");
}

BOOST_AUTO_TEST_CASE(only_where_an_instant_belongs) {
  support::SetClock clock;
  for (std::string const line : {R"({"title":"@-3d 05:00"})", R"("@-3d")", R"(["@-3d"])"})
    BOOST_TEST(resolved(line, clock) == line);
}

BOOST_AUTO_TEST_CASE(every_other_text_stays) {
  support::SetClock clock;
  for (std::string const line :
       {R"({"occurred":"2026-04-29T23:00:00Z"})", R"({"occurred":"@1d 24:00"})",
        R"({"occurred":"@1d 12:60"})", R"({"occurred":"@123456d"})", R"({"occurred":"@d"})",
        R"({"occurred":"mail@-1d"})", R"({"occurred":"on @-1d"})", R"({"occurred":"@-1d 8:00"})",
        R"({"occurred":"@-1d or so"})", ""})
    BOOST_TEST(resolved(line, clock) == line);
}

BOOST_AUTO_TEST_CASE(a_day_begins_when_the_clocks_of_the_place_say_so) {
  struct Berlin final : core::Clock {  // A summer's day; the calendar is that of Berlin.
    core::Instant now() const override { return {1'784'100'000'000'000}; }  // 2026-07-15T07:20:00Z
    core::Civil civil(core::Instant instant) const override { return zone.civil(instant); }
    api::SystemClock zone{"Europe/Berlin"};
  } const clock;
  BOOST_TEST(resolved(said(R"("@0d 12:00")"), clock) == said(R"("2026-07-15T10:00:00Z")"));
  BOOST_TEST(resolved(said(R"("@-180d 12:00")"), clock) == said(R"("2026-01-16T11:00:00Z")"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
