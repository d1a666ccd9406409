// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/ids.hpp"

namespace core {

// A point in time as a tenant writes it on the wall.
struct Civil {
  std::int32_t day = 0;                 // Days since 1970-01-01.
  std::int16_t utc_offset_minutes = 0;  // East of Greenwich is positive.
};

// The time, and what the tenant's calendar says of it. Core never looks at a clock of its own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
  virtual Civil civil(Instant instant) const = 0;
};

}  // namespace core
