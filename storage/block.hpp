// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "core/event_log.hpp"

// A block as it lies in the log: some records of one commit, whole commands only. Integers are little-endian.
//
//    0 u32  format of the block (1)        16 u32      bytes of the block
//    4 u32  how many records, n            20 n x u32  where each record starts, from the block's first byte
//    8 u64  position of the first
//
// Then zeros, and a u32 CRC32C of everything before it that ends at a multiple of 8. There the records start, one behind the
// other; each has a CRC of its own.
namespace storage {

inline constexpr std::uint32_t block_format = 1;
inline constexpr std::size_t block_fixed_bytes = 20;
// A commit that is larger becomes several blocks in one write, so that reading one record does not mean reading a whole commit.
inline constexpr std::size_t block_bytes_goal = 32 << 10;

// Some neighbouring records of a commit: the bytes that go in front of them, and they themselves.
struct BlockPart {
  core::Position first;
  std::vector<std::uint8_t> head;
  core::Bytes records;
};

// Cuts a commit into blocks of about `block_bytes_goal`, never within a command. `parts` is reused: its first n are valid.
std::size_t cut(core::Block const& commit, std::vector<BlockPart>& parts);

// A block that somebody else owns, 8-byte aligned.
class BlockView {
 public:
  // Nothing when the frame is damaged or does not belong to `key`, its first position. Records are not looked at.
  static std::optional<BlockView> parse(core::Bytes bytes, core::Position key);

  core::Position first() const { return first_; }
  core::Position last() const { return {first_.value + count_ - 1}; }
  // Parsed, its CRC and position checked; throws core::LogBroken naming the position.
  core::RecordView record(core::Position position) const;

 private:
  std::size_t offset(std::size_t i) const;

  core::Bytes bytes_;
  core::Position first_;
  std::size_t count_ = 0;
};

}  // namespace storage
