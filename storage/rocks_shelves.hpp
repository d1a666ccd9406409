// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rocksdb/db.h>

#include <filesystem>
#include <map>
#include <mutex>

#include "core/event_log.hpp"
#include "storage/failure.hpp"
#include "storage/rocks_shelf.hpp"

namespace storage {

// The shelves of one log: a RocksDB of their own beside it, one column family per shelf, without a write-ahead log. Whatever
// looks wrong is thrown away with a warning, since everything here can be rebuilt from the log.
class RocksShelves final : public core::Shelves {
 public:
  // The log outlives the shelves. Throws Unusable when not even an empty database can be made.
  RocksShelves(std::filesystem::path const& folder, core::EventLog const& log, Warn warn);
  ~RocksShelves() override;
  RocksShelves(RocksShelves const&) = delete;
  RocksShelves& operator=(RocksShelves const&) = delete;

  // Any thread. A name is never "default".
  core::Shelf& open(std::string_view name) override;
  // What is in memory is on disk afterwards.
  void flush();

 private:
  rocksdb::Status open_database(std::filesystem::path const& folder);
  bool of_this_log();
  void start_over(std::filesystem::path const& folder, std::string const& why);
  void close();

  core::EventLog const& log_;
  Warn const warn_;
  std::unique_ptr<rocksdb::DB> db_;
  // Below the database, so that families are given back before it closes, also when the constructor throws: it asserts that.
  std::unique_ptr<rocksdb::ColumnFamilyHandle> default_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<rocksdb::ColumnFamilyHandle>, std::less<>>
      found_;  // On disk, not opened yet.
  std::map<std::string, std::unique_ptr<RocksShelf>, std::less<>> shelves_;
};

}  // namespace storage
