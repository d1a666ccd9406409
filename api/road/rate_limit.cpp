// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/rate_limit.hpp"

#include <algorithm>

#include "core/limits.hpp"

namespace api {
namespace {

constexpr std::int64_t second_us = 1'000'000;

}  // namespace

// Who is not ahead of time is as good as new.
void RateLimit::forget(core::Instant now) {
  boost::unordered::erase_if(due_, [&](auto const& one) { return one.second <= now.us; });
  if (due_.size() >= core::limits::rated_people_max) due_.clear();
}

std::int64_t RateLimit::take(core::Id const& person, core::Instant now) {
  if (per_second_ == 0) return 0;
  if (due_.size() >= core::limits::rated_people_max) forget(now);
  auto const interval = second_us / per_second_;
  auto& due = due_[person];
  auto const early = std::max(due, now.us) - now.us;
  auto const allowed = burst_seconds * second_us - interval;
  if (early > allowed) return early - allowed;
  due = now.us + early + interval;
  return 0;
}

}  // namespace api
