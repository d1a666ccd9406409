// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/options.h>

#include <filesystem>

#include "storage/failure.hpp"

// How RocksDB is set up, and why: docs/decisions/0001-log-options.md.
namespace storage {

// Files that the log's write-ahead logs are written into, beside the database in `folder`.
std::unique_ptr<rocksdb::Env> log_environment(std::filesystem::path const& folder);
// `environment` outlives the database; null for a database that is only read.
rocksdb::DBOptions log_options(rocksdb::Env* environment, Warn const& warn);
rocksdb::ColumnFamilyOptions log_family_options();

rocksdb::DBOptions shelves_options(Warn const& warn);
rocksdb::ColumnFamilyOptions shelf_family_options();

rocksdb::Options identity_options(Warn const& warn);

}  // namespace storage
