// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/worker.hpp"

namespace api {

Worker::Worker(std::function<void(std::exception const&)> failed, std::size_t threads)
    : failed_(std::move(failed)) {
  while (threads_.size() < threads) threads_.emplace_back([this] { work(); });
}

Worker::~Worker() {
  {
    std::lock_guard lock(mutex_);
    ending_ = true;
  }
  due_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Worker::run(std::function<void()> job) {
  {
    std::lock_guard lock(mutex_);
    if (broken_) return;
    jobs_.push_back(std::move(job));
  }
  due_.notify_one();
}

void Worker::finish() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return jobs_.empty() && busy_ == 0; });
}

void Worker::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    due_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    auto const job = std::move(jobs_.front());
    jobs_.pop_front();
    ++busy_;
    lock.unlock();
    bool ok = true;
    try {
      job();
    } catch (std::exception const& failure) {
      ok = false;
      failed_(failure);
    }
    lock.lock();
    --busy_;
    if (!ok) broken_ = true, jobs_.clear();
    if (jobs_.empty() && busy_ == 0) idle_.notify_all();
  }
}

}  // namespace api
