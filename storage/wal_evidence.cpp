// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Put together, a commit is a WriteBatch: u64 sequence, u32 count, then its entries; ours begin with u8 5 (a value of a family),
// varint family, varint 8, the position big-endian.
#include "storage/wal_evidence.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

#include "core/big_endian.hpp"
#include "storage/rocks_frames.hpp"

namespace storage {
namespace {

constexpr std::size_t batch_header_bytes = 12;
constexpr std::uint8_t value_of_family = 5;

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
    std::vector<char> block(frame_block_bytes);
    begun_.reset();
    while (file.read(block.data(), frame_block_bytes), file.gcount() > 0)
      read_block(core::bytes_of({block.data(), static_cast<std::size_t>(file.gcount())}));
  }
  std::optional<core::Position> found() const { return found_; }

 private:
  void read_block(core::Bytes block) {
    auto const used = std::find_if(block.rbegin(), block.rend(), [](auto byte) { return byte; });
    auto const end = static_cast<std::size_t>(block.rend() - used);
    for (std::size_t at = 0; at + frame_header_bytes <= end;) {
      auto const frame = frame_at(block.subspan(at));
      if (!frame) {
        begun_.reset();
        ++at;
        continue;
      }
      take(*frame);
      at += frame_header_bytes + frame->payload.size();
    }
  }

  // A commit counts once its last frame is there, with nothing missing in between.
  void take(Frame const& frame) {
    if (frame.begins()) begun_ = position_of(frame.payload);
    if (frame.ends() && begun_) found_ = std::max(found_.value_or(core::Position{}), *begun_);
    if (frame.ends()) begun_.reset();
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
