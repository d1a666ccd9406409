// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include "core/ids.hpp"

namespace api {

// How many commands one person may give: so many a second, and as many at once as come to `burst_seconds` of that. The generic
// cell rate algorithm (ITU-T I.371): per person it keeps when the next command would be due if all came evenly. Thread E.
class RateLimit {
 public:
  static constexpr std::int64_t burst_seconds = 10;

  // 0: no limit.
  explicit RateLimit(std::uint32_t per_second) : per_second_(per_second) {}

  // Takes one: 0 where it may be given now, else for how many microseconds not.
  std::int64_t take(core::Id const& person, core::Instant now);

 private:
  void forget(core::Instant now);

  std::int64_t const per_second_;
  boost::unordered_flat_map<core::Id, std::int64_t, std::hash<core::Id>> due_;
};

}  // namespace api
