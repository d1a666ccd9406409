// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "core/clock.hpp"

namespace api {

// The machine's clock, and the calendar of the tenant's time zone (IANA name). Any thread, but one at a time.
class SystemClock final : public core::Clock {
 public:
  // Throws std::runtime_error naming the zone when it is unknown.
  explicit SystemClock(std::string const& zone);
  ~SystemClock() override;

  core::Instant now() const override;
  core::Civil civil(core::Instant instant) const override;

 private:
  struct Zone;
  std::unique_ptr<Zone> zone_;
};

}  // namespace api
