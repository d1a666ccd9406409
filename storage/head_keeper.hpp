// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "core/event_log.hpp"
#include "storage/failure.hpp"
#include "storage/head_file.hpp"
#include "storage/merkle.hpp"

namespace storage {

// The files `head` and `frontier` of a tenant's folder.
struct HeadPlace {
  std::filesystem::path folder;
  std::filesystem::path head() const { return folder / "head"; }
  std::filesystem::path frontier() const { return folder / "frontier"; }
};

// The frontier of exactly what `head` says, out of the one on disk and the log, which must hold all of it and have the same
// root: else throws Unusable, and nothing has been changed.
Frontier checked_frontier(HeadPlace const& place, core::EventLog const& log,
                          std::optional<Head> const& head, core::Crypto const& crypto,
                          Warn const& warn);

// Keeps `head` at most a second behind the log, and exactly at it once this is destroyed. `head` is synced; `frontier`, which
// only saves hashing at the next start, follows it without a sync. Has a thread of low priority.
class HeadKeeper {
 public:
  // `failed` is called, once, when `head` can no longer be kept: the log must stop then. All of them outlive the keeper.
  HeadKeeper(HeadPlace place, core::EventLog const& log, Frontier frontier,
             core::Crypto const& crypto, std::function<void(std::string const&)> failed);
  ~HeadKeeper();
  HeadKeeper(HeadKeeper const&) = delete;
  HeadKeeper& operator=(HeadKeeper const&) = delete;

  // Any thread: brings the files to the log's head now.
  void catch_up();

 private:
  void run();
  void catch_up_or_fail();

  HeadPlace const place_;
  core::EventLog const& log_;
  core::Crypto const& crypto_;
  std::function<void(std::string const&)> const failed_;

  std::mutex work_;  // Held while the files are written.
  Frontier frontier_;
  bool written_ = false, given_up_ = false;

  std::mutex mutex_;
  std::condition_variable wake_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace storage
