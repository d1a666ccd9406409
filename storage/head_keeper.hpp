// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "core/event_log.hpp"
#include "storage/failure.hpp"
#include "storage/head_file.hpp"
#include "storage/merkle.hpp"
#include "storage/note.hpp"
#include "storage/tile_files.hpp"

namespace storage {

// What proves the log, in a tenant's folder: the files `head` and `frontier`, and the folder `tree`.
struct HeadPlace {
  std::filesystem::path folder;
  std::filesystem::path head() const { return folder / "head"; }
  std::filesystem::path frontier() const { return folder / "frontier"; }
  std::filesystem::path tree() const { return folder / "tree"; }
};

// Where the tree is taken up: what `frontier` says, or nothing where that is damaged. The log must hold all that `head` says
// and have the same root: else throws Unusable, and nothing has been changed.
Frontier checked_frontier(HeadPlace const& place, core::EventLog const& log,
                          std::optional<Head> const& head, core::Crypto const& crypto,
                          Warn const& warn);

// Keeps the tree and a signed `head` behind the log: at most 100 ms, and exactly at it once this is destroyed. `head` is synced
// before anybody learns of it. `frontier` says up to where the tree is on disk for sure; it follows once a second. Has a thread
// of low priority.
class HeadKeeper {
 public:
  // `failed` is called, once, when `head` can no longer be kept: the log must stop then. All of them outlive the keeper.
  HeadKeeper(HeadPlace place, core::EventLog const& log, Frontier frontier, Signer signer,
             core::Crypto const& crypto, Warn const& warn,
             std::function<void(std::string const&)> failed);
  ~HeadKeeper();
  HeadKeeper(HeadKeeper const&) = delete;
  HeadKeeper& operator=(HeadKeeper const&) = delete;

  // Any thread: brings everything to the log's head now.
  void catch_up();

  // Any thread: what was signed last. Its tree has been flushed to `tiles`.
  std::shared_ptr<Checkpoint const> checkpoint() const;
  // Shows what a witness has signed below the checkpoint, as long as it is the newest one.
  void show(TreeHead const& tree, std::string const& cosignature);
  TileFiles const& tiles() const { return tiles_; }
  Verifier const& verifier() const { return signer_.verifier(); }

 private:
  void start_over();
  void run();
  void or_fail(core::FunctionRef<void()> step);
  void extend(std::uint64_t size);
  void sign();
  // The tree is on disk, and `frontier` says so.
  void settle();

  HeadPlace const place_;
  core::EventLog const& log_;
  Signer const signer_;
  core::Crypto const& crypto_;
  std::function<void(std::string const&)> const failed_;

  std::mutex work_;  // Held while the files are written.
  Frontier frontier_;
  TileFiles tiles_;
  bool given_up_ = false;
  std::optional<std::uint64_t> settled_;

  mutable std::mutex mutex_;
  std::shared_ptr<Checkpoint const> checkpoint_;
  std::condition_variable wake_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace storage
