// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/event_file.hpp"

#include "storage/failure.hpp"
#include "storage/little_endian.hpp"

namespace storage {
namespace {

constexpr std::uint8_t magic[8] = {'F', 'E', 'V', 'T', 1, 0, 0, 0};
constexpr std::size_t head_bytes = 16;
constexpr std::size_t end_bytes_min = 16;  // Two lengths, and where they are.
// Of records that wait to be cut into blocks, and of bytes that wait to be written.
constexpr std::size_t uncut_bytes_max = 256 << 10, waiting_bytes_max = 1 << 20;

std::uint32_t u32_at(core::Bytes bytes, std::size_t at) {
  return number_at<std::uint32_t>(bytes, at);
}
std::uint64_t u64_at(core::Bytes bytes, std::size_t at) {
  return number_at<std::uint64_t>(bytes, at);
}

}  // namespace

EventFileWriter::EventFileWriter(std::filesystem::path const& path, core::Position first)
    : file_(path, File::Mode::create_new) {
  block_.first = first;
  put(magic);
  put(core::bytes_of(bytes_of_number(first.value)));
}

void EventFileWriter::add(core::RecordView const& record) {
  block_.offsets.push_back(static_cast<std::uint32_t>(block_.bytes.size()));
  block_.bytes.insert(block_.bytes.end(), record.bytes().begin(), record.bytes().end());
  auto const& header = record.header();
  bool const whole = header.command_index + 1 == header.command_events;
  if (whole && block_.bytes.size() >= uncut_bytes_max) cut_blocks();
}

void EventFileWriter::cut_blocks() {
  if (block_.empty()) return;
  auto const count = cut(block_, parts_);
  for (std::size_t i = 0; i < count; ++i) put(parts_[i].head), put(parts_[i].records);
  block_ = {.first = {block_.last().value + 1}, .offsets = {}, .bytes = {}};
}

void EventFileWriter::put(core::Bytes bytes) {
  waiting_.insert(waiting_.end(), bytes.begin(), bytes.end());
  if (waiting_.size() >= waiting_bytes_max) flush();
}

void EventFileWriter::flush() {
  file_.write(written_, waiting_);
  written_ += waiting_.size();
  waiting_.clear();
}

void EventFileWriter::finish(EventFileEnd const& end) {
  cut_blocks();
  auto const begins = written_ + waiting_.size();
  auto const frontier = end.frontier.bytes();
  put(core::bytes_of(bytes_of_number(static_cast<std::uint32_t>(frontier.size()))));
  put(core::bytes_of(bytes_of_number(static_cast<std::uint32_t>(end.checkpoint.size()))));
  put(core::bytes_of(frontier));
  put(core::bytes_of(end.checkpoint));
  put(core::bytes_of(bytes_of_number(begins)));
  flush();
  file_.sync();
}

EventFileReader::EventFileReader(std::filesystem::path const& path, core::Position first)
    : path_(path), file_(path, File::Mode::read), size_(file_.size()), next_(first) {
  auto const head = bytes_at(0, head_bytes);
  if (std::memcmp(head.data(), magic, sizeof magic) != 0 ||
      u64_at(head, sizeof magic) != first.value)
    damaged("its beginning");
  if (size_ < head_bytes + end_bytes_min) damaged("it has no end");
  end_ = u64_at(bytes_at(size_ - 8, 8), 0);
  if (end_ < head_bytes || end_ > size_ - end_bytes_min) damaged("where its end begins");
  offset_ = head_bytes;
}

void EventFileReader::damaged(std::string const& where) const {
  throw Unusable(path_.string() + " is not what was put away: " + where);
}

core::Bytes EventFileReader::bytes_at(std::uint64_t offset, std::size_t count) {
  memory_.resize((count + 7) / 8);
  std::span<std::uint8_t> const room{reinterpret_cast<std::uint8_t*>(memory_.data()), count};
  if (file_.read(offset, room) != count) damaged("it has no end");
  return room;
}

bool EventFileReader::next(core::FunctionRef<void(core::RecordView const&)> visit) {
  if (offset_ == end_) return false;
  auto const where = "the block at position " + std::to_string(next_.value);
  if (end_ - offset_ < block_fixed_bytes) damaged(where);
  auto const bytes = u32_at(bytes_at(offset_, block_fixed_bytes), block_fixed_bytes - 4);
  if (bytes > end_ - offset_) damaged(where);
  auto const block = BlockView::parse(bytes_at(offset_, bytes), next_);
  if (!block) damaged(where);
  try {
    for (; next_ <= block->last(); ++next_.value) visit(block->record(next_));
  } catch (core::LogBroken const& broken) {
    damaged(broken.what());
  }
  offset_ += bytes;
  return true;
}

EventFileEnd EventFileReader::end() {
  auto const bytes = bytes_at(end_, size_ - end_);
  auto const frontier_bytes = u32_at(bytes, 0), checkpoint_bytes = u32_at(bytes, 4);
  if (std::uint64_t{frontier_bytes} + checkpoint_bytes + end_bytes_min != bytes.size())
    damaged("the lengths in its end");
  auto const text = core::view_of(bytes).substr(8);
  auto frontier = Frontier::parse(text.substr(0, frontier_bytes));
  if (!frontier) damaged("the edge of its tree");
  return {*std::move(frontier), std::string(text.substr(frontier_bytes, checkpoint_bytes))};
}

}  // namespace storage
