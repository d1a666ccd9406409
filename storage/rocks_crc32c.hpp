// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// RocksDB's CRC32C, in hardware.
namespace rocksdb::crc32c {

std::string IsFastCrc32Supported();
std::uint32_t Extend(std::uint32_t crc, char const* data, std::size_t bytes);
std::uint32_t Crc32cCombine(std::uint32_t first, std::uint32_t second, std::size_t second_bytes);

}  // namespace rocksdb::crc32c

namespace storage {

// Does nothing, but whoever calls it is linked to the functions above.
void link_rocks_crc32c();

}  // namespace storage
