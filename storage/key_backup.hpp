// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "core/crypto.hpp"
#include "core/event_log.hpp"
#include "storage/failure.hpp"

// The keys of a tenant and who signs in, put away in one file: what a backup of the log does not hold, and what must be thrown
// away sooner, since an old one still has the keys of those who were erased since. Nobody can use it without the master key.
//
// The file is "FKBK", u8 format (1), 3 zeros, 32 bytes epoch of the log, u64 position up to which its records have their keys
// here; then frames: u32 bytes, u8 what (1 slots of the vault in their order, 2 rows of the identity store, 3 the end: u64 slots,
// u64 rows), the bytes, u32 CRC32C of all that. A row is u32 bytes of its key, u32 bytes of its value, and both. Little-endian.
namespace storage {

struct KeyBackup {
  std::string epoch;
  core::Position covers;
  std::uint64_t slots = 0, rows = 0;

  // Of a tenant's folder, which may be in use meanwhile. Replaces the file as a whole. Throws Unusable, also where there is a file
  // already that is no backup of the same log's keys, or where the file would lie within the folder.
  static KeyBackup write(std::filesystem::path const& folder, std::filesystem::path const& file,
                         Warn const& warn);
  // Checks it to its end and makes `folder`/vault/keys and `folder`/identity of it, which must not be there. Throws Unusable.
  static KeyBackup unpack(std::filesystem::path const& file, std::filesystem::path const& folder,
                          Warn const& warn);
};

}  // namespace storage
