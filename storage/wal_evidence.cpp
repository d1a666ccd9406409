// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// RocksDB's write-ahead log is a row of blocks of 32 KiB, filled with fragments: u32 masked CRC32C of type and payload, u16
// bytes of payload, u8 type (1 whole, 2 first, 3 middle, 4 last), payload. Put together, a commit is a WriteBatch: u64 sequence,
// u32 count, then its entries; ours begin with u8 5 (a value of a family), varint family, varint 8, the position big-endian.
#include "storage/wal_evidence.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <vector>

#include "core/big_endian.hpp"
#include "storage/crypto.hpp"

namespace storage {
namespace {

constexpr std::size_t block_bytes = 32 << 10, header_bytes = 7, batch_header_bytes = 12;
constexpr std::uint8_t value_of_family = 5, whole = 1, first = 2, middle = 3, last = 4;

struct Fragment {
  std::uint8_t type;
  core::Bytes payload;
};

// What starts here, if its checksum says so.
std::optional<Fragment> fragment_at(core::Bytes rest) {
  if (rest.size() < header_bytes) return {};
  std::uint32_t masked;
  std::uint16_t bytes;
  std::memcpy(&masked, rest.data(), 4);
  std::memcpy(&bytes, rest.data() + 4, 2);
  auto const type = rest[6];
  if (type < whole || type > last || header_bytes + bytes > rest.size()) return {};
  auto const rotated = masked - 0xa282ead8u;
  if (crc32c(rest.subspan(6, 1 + bytes)) != (rotated >> 17 | rotated << 15)) return {};
  return Fragment{type, rest.subspan(header_bytes, bytes)};
}

// The position that the batch begins with; nothing where it is none of the log's.
std::optional<core::Position> position_of(core::Bytes batch) {
  auto at = batch_header_bytes;
  if (batch.size() < at + 1 || batch[at++] != value_of_family) return {};
  while (at < batch.size() && batch[at] >= 0x80) ++at;  // The family's number.
  ++at;
  if (batch.size() < at + 9 || batch[at++] != 8) return {};
  return core::Position{core::big_endian(batch.subspan(at, 8))};
}

class Scan {
 public:
  void read(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> block(block_bytes);
    begun_.reset();
    while (file.read(block.data(), block_bytes), file.gcount() > 0)
      read_block(core::bytes_of({block.data(), static_cast<std::size_t>(file.gcount())}));
  }
  std::optional<core::Position> found() const { return found_; }

 private:
  void read_block(core::Bytes block) {
    auto const used = std::find_if(block.rbegin(), block.rend(), [](auto byte) { return byte; });
    auto const end = static_cast<std::size_t>(block.rend() - used);
    for (std::size_t at = 0; at + header_bytes <= end;) {
      auto const fragment = fragment_at(block.subspan(at));
      if (!fragment) {
        begun_.reset();
        ++at;
        continue;
      }
      take(*fragment);
      at += header_bytes + fragment->payload.size();
    }
  }

  // A commit counts once its last fragment is there, with nothing missing in between.
  void take(Fragment const& fragment) {
    if (fragment.type == whole || fragment.type == first) begun_ = position_of(fragment.payload);
    if ((fragment.type == whole || fragment.type == last) && begun_)
      found_ = std::max(found_.value_or(core::Position{}), *begun_);
    if (fragment.type == whole || fragment.type == last) begun_.reset();
  }

  std::optional<core::Position> begun_, found_;
};

}  // namespace

std::optional<core::Position> last_whole_commit(std::filesystem::path const& folder) {
  Scan scan;
  for (auto const& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".log") scan.read(file.path());
  return scan.found();
}

}  // namespace storage
