// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/clock.hpp"

#include <date/tz.h>

namespace api {

// The zone, and the last stretch of time it gave one offset for: nearly every question falls into the same one.
struct SystemClock::Zone {
  date::time_zone const* zone;
  mutable date::sys_info stretch{};
};

SystemClock::SystemClock(std::string const& zone)
    : zone_(std::make_unique<Zone>(Zone{date::locate_zone(zone), {}})) {}
SystemClock::~SystemClock() = default;

core::Instant SystemClock::now() const {
  auto const since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

core::Civil SystemClock::civil(core::Instant instant) const {
  auto const time =
      date::sys_time<std::chrono::microseconds>(std::chrono::microseconds(instant.us));
  auto& stretch = zone_->stretch;
  if (time < stretch.begin || time >= stretch.end) stretch = zone_->zone->get_info(time);
  auto const local = time + stretch.offset;
  auto const day = std::chrono::floor<date::days>(local.time_since_epoch());
  auto const minutes = std::chrono::duration_cast<std::chrono::minutes>(stretch.offset);
  return {static_cast<std::int32_t>(day.count()), static_cast<std::int16_t>(minutes.count())};
}

}  // namespace api
