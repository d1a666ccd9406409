// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "storage/file.hpp"

// A file of frames, each checked by itself: u32 bytes, u8 what they are, the bytes, u32 CRC32C of all that. Little-endian.
namespace storage {

inline constexpr std::size_t frame_bytes_max = 2 << 20;

class FrameWriter {
 public:
  FrameWriter(std::filesystem::path const& path, std::string_view head);
  void add(std::uint8_t what, core::Bytes bytes);
  void sync() { file_.sync(); }

 private:
  File file_;
  std::uint64_t written_ = 0;
  std::string frame_;
};

struct CheckedFrame {
  std::uint8_t what;
  std::string bytes;
};

class FrameReader {
 public:
  // `head`: how many bytes come before the first frame.
  FrameReader(std::filesystem::path const& path, std::size_t head);
  std::string const& head() const { return head_; }
  // Nothing at the file's end. Throws Unusable where a frame is not what was written.
  std::optional<CheckedFrame> next();

 private:
  std::string read(std::size_t count);

  std::filesystem::path const path_;
  File const file_;
  std::uint64_t offset_ = 0;
  std::string head_;
};

}  // namespace storage
