// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_frames.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <vector>

#include "storage/crypto.hpp"
#include "storage/failure.hpp"

namespace storage {
namespace {

std::uint32_t unmasked_crc(core::Bytes frame) {
  std::uint32_t masked;
  std::memcpy(&masked, frame.data(), sizeof masked);
  auto const rotated = masked - 0xa282ead8u;
  return rotated >> 17 | rotated << 15;
}

bool has_type(core::Bytes frame) { return frame[6] >= Frame::whole && frame[6] <= Frame::last; }

// A frame that some other length would make whole.
bool lies_about_length(core::Bytes rest) {
  if (rest.size() < frame_header_bytes || !has_type(rest)) return false;
  auto const wanted = unmasked_crc(rest);
  auto crc = crc32c(rest.subspan(6, 1));
  for (auto at = frame_header_bytes; at < rest.size() && crc != wanted; ++at)
    crc = crc32c_extend(crc, rest.subspan(at, 1));
  return crc == wanted;
}

class Wound {
 public:
  bool found() const { return found_; }

  void look_into(core::Bytes block) {
    auto const used = std::find_if(block.rbegin(), block.rend(), [](auto byte) { return byte; });
    auto const end = static_cast<std::size_t>(block.rend() - used);
    // Zeros are no end of a frame's payload for sure: what is whole is taken with them.
    for (std::size_t at = 0; at < end && !found_;) {
      auto const rest = block.subspan(at);
      if (auto const frame = frame_at(rest)) {
        take(*frame);
        at += frame_header_bytes + frame->payload.size();
      } else {
        if (!damaged_) found_ = lies_about_length(rest);
        damaged_ = true;
        begun_ = false;
        ++at;
      }
    }
  }

 private:
  // Once something could not be read, nothing may come whole any more.
  void take(Frame const& frame) {
    if (frame.begins()) begun_ = true;
    if (frame.ends() && begun_ && damaged_) found_ = true;
    if (frame.ends()) begun_ = false;
  }

  bool damaged_ = false, begun_ = false, found_ = false;
};

}  // namespace

std::optional<Frame> frame_at(core::Bytes rest) {
  if (rest.size() < frame_header_bytes || !has_type(rest)) return {};
  std::uint16_t bytes;
  std::memcpy(&bytes, rest.data() + 4, sizeof bytes);
  if (frame_header_bytes + bytes > rest.size()) return {};
  if (crc32c(rest.subspan(6, 1 + bytes)) != unmasked_crc(rest)) return {};
  return Frame{static_cast<Frame::Type>(rest[6]), rest.subspan(frame_header_bytes, bytes)};
}

bool is_wounded(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> block(frame_block_bytes);
  Wound wound;
  while (!wound.found() && (file.read(block.data(), frame_block_bytes), file.gcount() > 0))
    wound.look_into(core::bytes_of({block.data(), static_cast<std::size_t>(file.gcount())}));
  return wound.found();
}

void expect_whole_manifest(std::filesystem::path const& folder) {
  std::string name;
  if (!std::getline(std::ifstream(folder / "CURRENT"), name)) return;
  if (is_wounded(folder / name))
    throw Unusable((folder / name).string() +
                   " is damaged: it cannot be read to its end. Nothing has been changed");
}

void expect_whole_wals(std::filesystem::path const& folder) {
  for (auto const& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".log" && is_wounded(file.path()))
      throw Unusable(
          "the write-ahead log " + file.path().string() +
          " is damaged: there is more behind what can be read of it. Nothing has been changed");
}

}  // namespace storage
