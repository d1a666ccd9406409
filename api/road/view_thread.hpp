// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/event_log.hpp"

namespace api {

// Thread P: applies committed blocks to the views and answers questions from them, one after the other, so a view needs no
// lock. Blocks go before questions; between two questions waiting blocks are taken in.
class ViewThread {
 public:
  using Milliseconds = std::chrono::milliseconds;
  // How a question finds the views: at or beyond the position it asked for, or not in time.
  using Job = std::function<void(bool reached)>;

  // `apply` and `idle` run on the thread; `idle` whenever nothing is waiting, at least once a second.
  ViewThread(core::Position start, std::function<void(core::Block const&)> apply,
             std::function<void()> idle);
  ~ViewThread();

  // Takes what is waiting, and ends. What comes later is never looked at.
  void end();
  // Any thread. In log order.
  void publish(std::shared_ptr<core::Block const> block);
  // Any thread. False when too many questions are waiting already; then `job` is never called.
  bool ask(core::Position at_least, Job job);
  std::size_t backlog() const { return backlog_; }
  core::Position position() const { return {position_}; }

 private:
  struct Waiting {
    core::Position at_least;
    std::chrono::steady_clock::time_point until;
    Job job;
  };

  void work();
  bool take_block(std::unique_lock<std::mutex>& lock);
  bool take_question(std::unique_lock<std::mutex>& lock);
  bool expire(std::unique_lock<std::mutex>& lock);
  void answer(std::unique_lock<std::mutex>& lock, Job job, bool reached);

  std::function<void(core::Block const&)> apply_;
  std::function<void()> idle_;
  mutable std::mutex mutex_;
  std::condition_variable due_;
  std::deque<std::shared_ptr<core::Block const>> blocks_;
  std::deque<Job> questions_;
  std::vector<Waiting> waiting_;  // For a position that is still to come.
  std::atomic<std::uint64_t> position_;
  std::atomic<std::size_t> backlog_ = 0;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace api
