// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/frames.hpp"

#include "storage/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/little_endian.hpp"

namespace storage {
namespace {

constexpr std::size_t head_bytes = 5, crc_bytes = 4;

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  return number_at<std::uint32_t>(core::bytes_of(bytes), at);
}

}  // namespace

FrameWriter::FrameWriter(std::filesystem::path const& path, std::string_view head)
    : file_(path, File::Mode::create_new), written_(head.size()) {
  file_.write(0, core::bytes_of(head));
}

void FrameWriter::add(std::uint8_t what, core::Bytes bytes) {
  frame_.clear();
  frame_ += bytes_of_number(static_cast<std::uint32_t>(bytes.size()));
  frame_ += static_cast<char>(what);
  frame_ += core::view_of(bytes);
  frame_ += bytes_of_number(crc32c(core::bytes_of(frame_)));
  file_.write(written_, core::bytes_of(frame_));
  written_ += frame_.size();
}

FrameReader::FrameReader(std::filesystem::path const& path, std::size_t head)
    : path_(path), file_(path, File::Mode::read) {
  head_ = read(head);
  if (head_.size() != head) throw Unusable(path_.string() + " is too short");
}

std::string FrameReader::read(std::size_t count) {
  std::string bytes(count, '\0');
  bytes.resize(file_.read(offset_, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}));
  offset_ += bytes.size();
  return bytes;
}

std::optional<CheckedFrame> FrameReader::next() {
  auto const where = offset_;
  auto frame = read(head_bytes);
  if (frame.empty()) return {};
  auto const bytes = frame.size() == head_bytes ? u32_at(frame, 0) : frame_bytes_max + 1;
  if (bytes <= frame_bytes_max) frame += read(bytes + crc_bytes);
  auto const crc = frame.size() - std::min(frame.size(), crc_bytes);
  if (bytes > frame_bytes_max || frame.size() != head_bytes + bytes + crc_bytes ||
      u32_at(frame, crc) != crc32c(core::bytes_of(frame).first(crc)))
    throw Unusable(path_.string() + " is not what was put away: byte " + std::to_string(where));
  return CheckedFrame{static_cast<std::uint8_t>(frame[4]), frame.substr(head_bytes, bytes)};
}

}  // namespace storage
