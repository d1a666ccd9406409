// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/days.hpp"

#include <regex>

#include "api/json/instants.hpp"

namespace api::import {
namespace {

constexpr std::int64_t minute_us = 60'000'000, day_us = 24 * 60 * minute_us;

// The instant at which the tenant's clocks show that time; in the hour that a clock change skips or repeats, one of them.
core::Instant shown_at(std::int64_t day, std::int64_t minutes, core::Clock const& clock) {
  core::Instant const utc{day * day_us + minutes * minute_us};
  core::Instant const near{utc.us - clock.civil(utc).utc_offset_minutes * minute_us};
  return {utc.us - clock.civil(near).utc_offset_minutes * minute_us};
}

std::int64_t number(std::ssub_match const& digits) {
  return digits.matched ? std::stoll(digits.str()) : 0;
}

}  // namespace

bool resolve_days(std::string& line, core::Clock const& clock) {
  static std::regex const pattern(R"("@([+-]?\d{1,5})d(?: ([01]\d|2[0-3]):([0-5]\d))?")");
  if (line.find("\"@") == std::string::npos) return false;
  std::int64_t const today = clock.civil(clock.now()).day;
  std::string resolved;
  auto rest = line.cbegin();
  for (std::sregex_iterator found(line.begin(), line.end(), pattern), end; found != end; ++found) {
    auto const& match = *found;
    resolved.append(rest, match[0].first) += '"';
    json::write_instant(
        shown_at(today + number(match[1]), number(match[2]) * 60 + number(match[3]), clock),
        resolved);
    resolved += '"';
    rest = match[0].second;
  }
  bool const any = rest != line.cbegin();
  line = resolved.append(rest, line.cend());
  return any;
}

}  // namespace api::import
