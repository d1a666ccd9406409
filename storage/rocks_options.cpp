// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_options.hpp"

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <rocksdb/write_buffer_manager.h>

#include <cstdarg>
#include <cstdio>

#include "storage/rocks_crc32c.hpp"
#include "storage/wal_files.hpp"

namespace storage {
namespace {

constexpr std::size_t mib = 1 << 20;
constexpr std::size_t log_memtable_bytes = 32 * mib;
// A write-ahead log has what one memtable has, and some framing.
constexpr std::uint64_t wal_file_bytes = log_memtable_bytes + 2 * mib;

// Passes on what matters. Without a logger of ours RocksDB would write files of its own, even when it opens read-only.
class WarnLogger final : public rocksdb::Logger {
 public:
  explicit WarnLogger(Warn warn)
      : Logger(rocksdb::InfoLogLevel::ERROR_LEVEL), warn_(std::move(warn)) {}
  void Logv(char const* format, va_list arguments) override {
    char text[512];
    std::vsnprintf(text, sizeof text, format, arguments);
    if (warn_) warn_(std::string("rocksdb: ") + text);
  }

 private:
  Warn warn_;
};

rocksdb::DBOptions common(Warn const& warn) {
  link_rocks_crc32c();
  rocksdb::DBOptions options;
  options.info_log = std::make_shared<WarnLogger>(warn);
  options.info_log_level = rocksdb::InfoLogLevel::ERROR_LEVEL;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  options.paranoid_checks = true;
  options.max_bgerror_resume_count = 0;  // A failed write is never retried behind our back.
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.max_background_jobs = 2;
  options.max_open_files = 512;
  options.skip_stats_update_on_db_open = true;
  return options;
}

rocksdb::BlockBasedTableOptions table(std::shared_ptr<rocksdb::Cache> cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = std::move(cache);
  table.format_version = 5;
  table.checksum = rocksdb::kXXH3;
  return table;
}

}  // namespace

std::unique_ptr<rocksdb::Env> log_environment(std::filesystem::path const& folder) {
  return rocksdb::NewCompositeEnv(std::make_shared<WalFiles>(folder / "zeroed", wal_file_bytes));
}

rocksdb::DBOptions log_options(rocksdb::Env* environment, Warn const& warn) {
  auto options = common(warn);
  if (environment != nullptr) options.env = environment;
  options.max_total_wal_size = 256 * mib;
  options.use_direct_io_for_flush_and_compaction = true;
  return options;
}

rocksdb::ColumnFamilyOptions log_family_options() {
  rocksdb::ColumnFamilyOptions options;
  options.compression = rocksdb::kNoCompression;
  options.write_buffer_size = log_memtable_bytes;
  options.max_write_buffer_number = 4;
  // Keys only ascend, so files never overlap: a compaction is a move down to the last level, never a rewrite.
  options.num_levels = 2;
  options.max_bytes_for_level_base = std::uint64_t{1} << 60;
  options.target_file_size_base = 64 * mib;
  options.table_factory.reset(
      rocksdb::NewBlockBasedTableFactory(table(rocksdb::NewLRUCache(8 * mib))));
  return options;
}

rocksdb::DBOptions shelves_options(Warn const& warn) {
  auto options = common(warn);
  options.create_if_missing = true;
  options.write_buffer_manager = std::make_shared<rocksdb::WriteBufferManager>(128 * mib);
  return options;
}

rocksdb::ColumnFamilyOptions shelf_family_options() {
  static auto const cache = rocksdb::NewLRUCache(64 * mib);
  auto with_filter = table(cache);
  with_filter.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  with_filter.cache_index_and_filter_blocks =
      true;  // Counted there, and kept while the table is open.
  with_filter.metadata_cache_options.unpartitioned_pinning = rocksdb::PinningTier::kAll;
  rocksdb::ColumnFamilyOptions options;
  options.compression = rocksdb::kNoCompression;
  options.write_buffer_size = 16 * mib;
  // Rows come in order, so the place of each is looked for from that of the one before it.
  options.memtable_insert_with_hint_prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(0));
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(with_filter));
  return options;
}

rocksdb::Options identity_options(Warn const& warn) {
  auto family = shelf_family_options();
  family.write_buffer_size = 4 * mib;
  auto options = rocksdb::Options(common(warn), family);
  options.create_if_missing = true;
  return options;
}

}  // namespace storage

#ifdef __SANITIZE_THREAD__
// RocksDB itself is not built for ThreadSanitizer, which therefore does not see by what order its memtables let a reader
// compare keys while a writer adds others.
extern "C" char const* __tsan_default_suppressions() {
  return "race:rocksdb::*BytewiseComparatorImpl*\n";
}
#endif
