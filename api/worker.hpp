// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "core/background.hpp"

namespace api {

// One thread that does what nobody waits for, in order: rows written behind, and the like. Ends after what it has been given.
class Worker final : public core::Background {
 public:
  // `failed` is called on the worker's thread when a job throws; the jobs behind it are dropped.
  explicit Worker(std::function<void(std::exception const&)> failed);
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
  bool busy_ = false, ending_ = false, broken_ = false;
  std::thread thread_;
};

}  // namespace api
