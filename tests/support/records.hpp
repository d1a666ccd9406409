// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/event_log.hpp"

// Records and blocks without an engine: their open part is filler, repeatable from the position.
namespace support {

// CRC32C as the textbook has it, bit by bit, to compare the library's with.
inline std::uint32_t slow_crc32c(core::Bytes bytes) {
  std::uint32_t crc = ~std::uint32_t{0};
  for (auto const byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0x82f63b78u : 0);
  }
  return ~crc;
}

inline core::Id id_of(std::uint64_t number) {
  core::Id id;
  for (std::size_t i = 0; i < 8; ++i)
    id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

inline core::RecordHeader header_at(std::uint64_t position) {
  core::RecordHeader header;
  header.event_type = 0x0101;
  header.position = {position};
  header.version = {position};
  header.stream = {1, id_of(7)};
  header.actor = id_of(8);
  header.command = id_of(position);
  header.recorded = header.occurred = {1'700'000'000'000'000 + static_cast<std::int64_t>(position)};
  return header;
}

inline std::vector<std::uint8_t> filler(std::uint64_t position, std::size_t bytes) {
  std::vector<std::uint8_t> out(bytes);
  for (std::size_t i = 0; i < bytes; ++i) out[i] = static_cast<std::uint8_t>(position * 31 + i);
  return out;
}

// `count` commands of one event each, `open_bytes` (a multiple of 8) in each open part.
inline core::Block block_of(std::uint64_t first, std::size_t count, core::Crc32c crc,
                            std::size_t open_bytes = 160) {
  core::Block block;
  block.first = {first};
  for (auto position = first; position < first + count; ++position) {
    block.offsets.push_back(static_cast<std::uint32_t>(block.bytes.size()));
    core::write_record(header_at(position), filler(position, open_bytes), {}, crc, block.bytes);
  }
  return block;
}

}  // namespace support
