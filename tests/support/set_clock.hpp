// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/clock.hpp"

namespace support {

// Stands still until it is set. The calendar on the wall is one hour east of Greenwich.
class SetClock final : public core::Clock {
 public:
  core::Instant time{1'777'636'800'000'000};  // 2026-05-01T12:00:00Z

  core::Instant now() const override { return time; }
  core::Civil civil(core::Instant instant) const override {
    constexpr std::int64_t minute = 60'000'000, day = 24 * 60 * minute;
    auto const local = instant.us + 60 * minute;
    return {static_cast<std::int32_t>(local / day), 60};
  }
  void pass(std::int64_t us) { time.us += us; }
};

}  // namespace support
