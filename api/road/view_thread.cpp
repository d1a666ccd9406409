// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/view_thread.hpp"

#include <algorithm>

#include "core/limits.hpp"

namespace api {

using Clock = std::chrono::steady_clock;

ViewThread::ViewThread(core::Position start, std::function<void(core::Block const&)> apply,
                       std::function<void()> idle)
    : apply_(std::move(apply)),
      idle_(std::move(idle)),
      position_(start.value),
      thread_([this] { work(); }) {}

ViewThread::~ViewThread() { end(); }

void ViewThread::end() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard lock(mutex_);
    ending_ = true;
  }
  due_.notify_one();
  thread_.join();
}

void ViewThread::publish(std::shared_ptr<core::Block const> block) {
  {
    std::lock_guard lock(mutex_);
    blocks_.push_back(std::move(block));
    backlog_ = blocks_.size();
  }
  due_.notify_one();
}

bool ViewThread::ask(core::Position at_least, Job job) {
  {
    std::lock_guard lock(mutex_);
    if (questions_.size() + waiting_.size() >= core::limits::queries_queue_max) return false;
    if (at_least <= position()) questions_.push_back(std::move(job));
    else
      waiting_.push_back(
          {at_least, Clock::now() + std::chrono::microseconds(core::limits::at_least_wait_us_max),
           std::move(job)});
  }
  due_.notify_one();
  return true;
}

void ViewThread::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    bool did = false;
    while (take_block(lock)) did = true;
    did |= take_question(lock);
    did |= expire(lock);
    if (did) continue;
    if (ending_) return;
    lock.unlock();
    idle_();
    lock.lock();
    auto const pause =
        waiting_.empty() ? std::chrono::milliseconds(1000) : std::chrono::milliseconds(20);
    due_.wait_for(lock, pause,
                  [this] { return ending_ || !blocks_.empty() || !questions_.empty(); });
  }
}

bool ViewThread::take_block(std::unique_lock<std::mutex>& lock) {
  if (blocks_.empty()) return false;
  auto const block = std::move(blocks_.front());
  blocks_.pop_front();
  lock.unlock();
  apply_(*block);
  lock.lock();
  position_ = block->last().value;
  backlog_ = blocks_.size();
  auto const ready = std::stable_partition(
      waiting_.begin(), waiting_.end(), [&](Waiting const& w) { return w.at_least > position(); });
  for (auto it = ready; it != waiting_.end(); ++it) questions_.push_back(std::move(it->job));
  waiting_.erase(ready, waiting_.end());
  return true;
}

bool ViewThread::take_question(std::unique_lock<std::mutex>& lock) {
  if (questions_.empty()) return false;
  auto job = std::move(questions_.front());
  questions_.pop_front();
  answer(lock, std::move(job), true);
  return true;
}

bool ViewThread::expire(std::unique_lock<std::mutex>& lock) {
  auto const now = Clock::now();
  bool const in_vain = ending_ && blocks_.empty() && questions_.empty();
  auto const late = std::ranges::find_if(
      waiting_, [&](Waiting const& waiting) { return in_vain || waiting.until <= now; });
  if (late == waiting_.end()) return false;
  auto job = std::move(late->job);
  waiting_.erase(late);
  answer(lock, std::move(job), false);
  return true;
}

void ViewThread::answer(std::unique_lock<std::mutex>& lock, Job job, bool reached) {
  lock.unlock();
  job(reached);
  lock.lock();
}

}  // namespace api
