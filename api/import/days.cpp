// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/days.hpp"

#include <regex>
#include <set>

#include "api/json/instants.hpp"
#include "core/schema.hpp"

namespace api::import {
namespace {

constexpr std::int64_t minute_us = 60'000'000, day_us = 24 * 60 * minute_us;

// The instant at which the tenant's clocks show that time; in the hour that a clock change skips or repeats, one of them.
core::Instant shown_at(std::int64_t day, std::int64_t minutes, core::Clock const& clock) {
  core::Instant const utc{day * day_us + minutes * minute_us};
  core::Instant const near{utc.us - clock.civil(utc).utc_offset_minutes * minute_us};
  return {utc.us - clock.civil(near).utc_offset_minutes * minute_us};
}

void add_instants(core::Type const& type, std::set<std::string, std::less<>>& names) {
  for (auto const& field : type.fields) {
    if (field.instant) names.insert(field.name);
    for (auto const* value : {&field.value, &field.element})
      if (value->structure) add_instants(*value->structure, names);
  }
}

// What the instants that commands may carry are called.
bool is_instant(std::string const& name) {
  static auto const names = [] {
    std::set<std::string, std::less<>> all{"occurred"};  // In every command's meta.
    for (auto const* type : core::schema_tables().commands()) add_instants(*type, all);
    return all;
  }();
  return names.contains(name);
}

std::int64_t number(std::ssub_match const& digits) {
  return digits.matched ? std::stoll(digits.str()) : 0;
}

}  // namespace

bool resolve_days(std::string& line, core::Clock const& clock) {
  static std::regex const pattern(
      R"re("(\w+)"\s*:\s*("@([+-]?\d{1,5})d(?: ([01]\d|2[0-3]):([0-5]\d))?"))re");
  if (line.find("\"@") == std::string::npos) return false;
  std::int64_t const today = clock.civil(clock.now()).day;
  std::string resolved;
  auto rest = line.cbegin();
  for (std::sregex_iterator found(line.begin(), line.end(), pattern), end; found != end; ++found) {
    auto const& match = *found;
    if (!is_instant(match[1])) continue;
    resolved.append(rest, match[2].first) += '"';
    json::write_instant(
        shown_at(today + number(match[3]), number(match[4]) * 60 + number(match[5]), clock),
        resolved);
    resolved += '"';
    rest = match[2].second;
  }
  bool const any = rest != line.cbegin();
  line = resolved.append(rest, line.cend());
  return any;
}

}  // namespace api::import
