// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "api/net/clock.hpp"
#include "api/net/frame.hpp"

namespace api::net {

// Frames that wait to leave one connection, in order. Holds no memory of its own once it was empty at a sweep.
class Outbox {
 public:
  // What one gathered write did.
  struct Written {
    std::size_t bytes = 0;
    bool all = false;     // False: the socket takes no more for now.
    bool failed = false;  // The connection is broken.
  };

  void push(Frame frame);
  bool empty() const { return first_ == frames_.size(); }
  std::size_t bytes() const { return bytes_; }

  Written write(int descriptor);
  // Drops what has not begun to leave: a frame that was begun must be finished.
  void keep_begun();
  void clear();

  // How long something has been waiting, at least: of what waits now, all that already waited at the time returned by the
  // earlier call is looked at. Called by the sweep, once a period.
  Duration age(Time now);
  void release_memory();

 private:
  void drop(std::size_t bytes);

  std::vector<Frame> frames_;
  std::size_t first_ = 0;
  std::size_t offset_ = 0;  // bytes of the first frame that have left
  std::size_t bytes_ = 0;
  // Everything up to the mark, counted in bytes ever pushed, was queued at mark_time_ or earlier.
  std::uint64_t pushed_ = 0;
  std::uint64_t mark_ = 0;
  Time mark_time_{};
};

}  // namespace api::net
