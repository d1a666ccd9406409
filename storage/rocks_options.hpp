// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rocksdb/options.h>

#include "storage/failure.hpp"

// How RocksDB is set up, and why: docs/decisions/0001-log-options.md.
namespace storage {

rocksdb::DBOptions log_options(Warn const& warn);
rocksdb::ColumnFamilyOptions log_family_options();

rocksdb::DBOptions shelves_options(Warn const& warn);
rocksdb::ColumnFamilyOptions shelf_family_options();

rocksdb::Options identity_options(Warn const& warn);

}  // namespace storage
