// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rocksdb/db.h>

#include <atomic>
#include <shared_mutex>

#include "core/event_log.hpp"
#include "storage/failure.hpp"

namespace storage {

// One column family: the caller's rows, and under the empty key the checkpoint (u64 little-endian, CRC32C).
class RocksShelf final : public core::Shelf {
 public:
  // `family` may be null: it is made. db and log outlive the shelf.
  RocksShelf(rocksdb::DB& db, std::unique_ptr<rocksdb::ColumnFamilyHandle> family, std::string name,
             core::EventLog const& log, Warn const& warn);
  RocksShelf(RocksShelf const&) = delete;
  RocksShelf& operator=(RocksShelf const&) = delete;

  core::Position checkpoint() const override {
    return {checkpoint_.load(std::memory_order_acquire)};
  }
  void write(std::span<core::Change const> changes, core::Position checkpoint) override;
  std::optional<std::string> get(std::string_view key) const override;
  void scan(
      std::string_view from,
      core::FunctionRef<bool(std::string_view key, std::string_view value)> visit) const override;
  void clear() override;
  void flush();

 private:
  void make_family();
  void load_checkpoint();
  [[noreturn]] void damaged(rocksdb::Status const& status) const;

  rocksdb::DB& db_;
  core::EventLog const& log_;
  std::string const name_;
  Warn const& warn_;
  mutable std::shared_mutex mutex_;  // Guards the handle against clear().
  std::unique_ptr<rocksdb::ColumnFamilyHandle> family_;
  std::atomic<std::uint64_t> checkpoint_{0};
  std::uint64_t flushed_ = 0;
};

}  // namespace storage
