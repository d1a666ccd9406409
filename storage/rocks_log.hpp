// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <atomic>
#include <filesystem>

#include "core/event_log.hpp"
#include "storage/block.hpp"
#include "storage/block_cache.hpp"
#include "storage/failure.hpp"

namespace storage {

// The log on RocksDB: family `log`, first position of a block (big-endian) -> block. The default family holds the epoch.
// Nothing is ever overwritten or deleted.
class RocksLog final : public core::EventLog {
 public:
  enum class Mode {
    create,     // Makes the log and its epoch where there is none.
    read_only,  // Changes nothing on disk; append throws.
    write,
  };

  // Throws Unusable when there is no such log, another process has it, or it cannot be recovered.
  RocksLog(std::filesystem::path const& folder, Mode mode, core::Crypto const& crypto,
           Warn const& warn);
  ~RocksLog() override;
  RocksLog(RocksLog const&) = delete;
  RocksLog& operator=(RocksLog const&) = delete;

  void append(core::Block const& block) override;
  core::Position head() const override { return {head_.load(std::memory_order_acquire)}; }
  std::string const& epoch() const override { return epoch_; }
  void read(core::Position from,
            core::FunctionRef<bool(core::RecordView const&)> visit) const override;
  bool at(core::Position position,
          core::FunctionRef<void(core::RecordView const&)> visit) const override;

  // Any thread: every later append throws.
  void stop() { broken_.store(true, std::memory_order_release); }

 private:
  struct Piece;

  void open(std::filesystem::path const& folder, Mode mode, Warn const& warn);
  void open_epoch(Mode mode, core::Crypto const& crypto);
  core::Position recovered_head() const;
  void check_recovered() const;
  void read_piece(Piece& piece, core::FunctionRef<bool(core::RecordView const&)> visit) const;
  std::shared_ptr<LoadedBlock const> load(core::Position position) const;

  std::unique_ptr<rocksdb::Env> environment_;
  std::unique_ptr<rocksdb::DB> db_;
  // Below the database, so that they are given back before it closes, also when the constructor throws: it asserts that.
  std::unique_ptr<rocksdb::ColumnFamilyHandle> default_, log_;
  std::string epoch_;
  std::atomic<std::uint64_t> head_{0};
  std::atomic<bool> broken_{false};
  rocksdb::WriteBatch batch_;  // Of append, kept for its memory.
  std::vector<BlockPart> parts_;
  mutable BlockCache recent_;
};

}  // namespace storage
