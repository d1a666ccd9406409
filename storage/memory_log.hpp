// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <shared_mutex>

#include "core/event_log.hpp"

// The ports of storage without a disk, for tests and for tools that need no second run. They pass the contract suite that the
// real ones pass.
namespace storage {

class MemoryLog final : public core::EventLog {
 public:
  explicit MemoryLog(std::string epoch = std::string(32, '0'));

  void append(core::Block const& block) override;
  core::Position head() const override { return {head_.load(std::memory_order_acquire)}; }
  std::string const& epoch() const override { return epoch_; }
  void read(core::Position from,
            core::FunctionRef<bool(core::RecordView const&)> visit) const override;
  bool at(core::Position position,
          core::FunctionRef<void(core::RecordView const&)> visit) const override;

  // The next append fails as a disk would; every later one, too.
  void break_next_append() { break_next_ = true; }

 private:
  std::shared_ptr<core::Block const> holding(core::Position position) const;

  std::string const epoch_;
  mutable std::shared_mutex mutex_;
  std::map<std::uint64_t, std::shared_ptr<core::Block const>> blocks_;  // By first position.
  std::atomic<std::uint64_t> head_{0};
  bool break_next_ = false;
};

class MemoryShelf final : public core::Shelf {
 public:
  core::Position checkpoint() const override;
  void write(std::span<core::Change const> changes, core::Position checkpoint) override;
  std::optional<std::string> get(std::string_view key) const override;
  void scan(
      std::string_view from,
      core::FunctionRef<bool(std::string_view key, std::string_view value)> visit) const override;
  void clear() override;

 private:
  mutable std::shared_mutex mutex_;
  std::map<std::string, std::string, std::less<>> rows_;
  core::Position checkpoint_;
};

class MemoryShelves final : public core::Shelves {
 public:
  core::Shelf& open(std::string_view name) override { return shelves_[std::string(name)]; }

 private:
  std::map<std::string, MemoryShelf> shelves_;
};

}  // namespace storage
