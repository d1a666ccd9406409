// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rocksdb/file_system.h>

#include "storage/zeroed_files.hpp"

namespace storage {

// The usual file system for RocksDB, except that its write-ahead logs are written into files of zeros. To RocksDB's reader a
// log that ends in zeros just ends, whatever the recovery mode, and what is in the file is RocksDB's own format.
class WalFiles final : public rocksdb::FileSystemWrapper {
 public:
  // `folder`: where the zeroed files wait, on the same file system as the database.
  WalFiles(std::filesystem::path const& folder, std::uint64_t bytes);

  char const* Name() const override { return "fuge.WalFiles"; }
  rocksdb::IOStatus NewWritableFile(std::string const& path, rocksdb::FileOptions const& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(std::string const& path, rocksdb::IOOptions const& options,
                               rocksdb::IODebugContext* debug) override;

 private:
  ZeroedFiles files_;
};

}  // namespace storage
