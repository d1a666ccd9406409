// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/background.hpp"

namespace api {

// Threads that do what the caller does not wait for: begun in order, and one after the other where it is one thread. Ends after
// what it has been given.
class Worker final : public core::Background {
 public:
  // `failed` is called on a thread of the worker when a job throws; the jobs that have not begun are dropped.
  explicit Worker(std::function<void(std::exception const&)> failed, std::size_t threads = 1);
  ~Worker() override;

  void run(std::function<void()> job) override;
  // Waits until everything given so far is done.
  void finish();

 private:
  void work();

  std::function<void(std::exception const&)> failed_;
  std::mutex mutex_;
  std::condition_variable due_, idle_;
  std::deque<std::function<void()>> jobs_;
  std::size_t busy_ = 0;
  bool ending_ = false, broken_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace api
