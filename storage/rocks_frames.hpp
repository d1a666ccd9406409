// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/ids.hpp"

// The format that RocksDB's write-ahead logs and its MANIFEST share: a row of blocks of 32 KiB, filled with frames: u32 masked
// CRC32C of type and payload, u16 bytes of payload, u8 type, payload. A frame never spans two blocks; a record is one whole frame,
// or a first, any middle ones and a last.
namespace storage {

constexpr std::size_t frame_block_bytes = 32 << 10, frame_header_bytes = 7;

struct Frame {
  enum Type : std::uint8_t { whole = 1, first, middle, last };
  Type type;
  core::Bytes payload;

  bool begins() const { return type == whole || type == first; }
  bool ends() const { return type == whole || type == last; }
};

// What starts here, if its checksum says so.
std::optional<Frame> frame_at(core::Bytes rest);

// Whether a file of frames is damaged in a way that a crash does not leave behind. A crash tears the last record off, and nothing
// lies behind it: a whole record behind bytes that cannot be read, or a frame that is all there but for its length, is a wound.
// RocksDB takes either for the end.
bool is_wounded(std::filesystem::path const& file);

// Throws Unusable where the MANIFEST of the database in `folder` is wounded.
void expect_whole_manifest(std::filesystem::path const& folder);

// Throws Unusable where one of its write-ahead logs is.
void expect_whole_wals(std::filesystem::path const& folder);

}  // namespace storage
