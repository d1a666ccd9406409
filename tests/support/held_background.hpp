// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>

#include "core/background.hpp"

namespace support {

// Does the work at once, or holds it back until a test lets some of it through or loses it in a crash.
class HeldBackground final : public core::Background {
 public:
  void run(std::function<void()> job) override {
    if (!hold) return job();
    jobs_.push_back(std::move(job));
  }
  // Runs the oldest jobs; how many are left.
  std::size_t let_through(std::size_t jobs) {
    for (; jobs > 0 && !jobs_.empty(); --jobs, jobs_.pop_front()) jobs_.front()();
    return jobs_.size();
  }
  void lose() { jobs_.clear(); }
  std::size_t waiting() const { return jobs_.size(); }

  bool hold = false;

 private:
  std::deque<std::function<void()>> jobs_;
};

}  // namespace support
