// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/block.hpp"

#include "core/check.hpp"
#include "storage/crypto.hpp"

namespace storage {
namespace {

constexpr std::size_t command_index_at = 134;

std::size_t head_bytes(std::size_t count) {
  return (block_fixed_bytes + 4 * count + 4 + 7) & ~std::size_t{7};
}

std::uint32_t read_u32(std::uint8_t const* at) {
  std::uint32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

void put_u32(std::uint8_t* at, std::size_t value) {
  auto const narrow = static_cast<std::uint32_t>(value);
  std::memcpy(at, &narrow, sizeof narrow);
}

bool starts_command(core::Bytes record) {
  return record[command_index_at] == 0 && record[command_index_at + 1] == 0;
}

std::size_t crc_at(std::size_t count) { return head_bytes(count) - 4; }

// One block out of the records [from, to) of a commit.
void fill(core::Block const& commit, std::size_t from, std::size_t to, BlockPart& part) {
  auto const count = to - from;
  auto const start = commit.offsets[from];
  auto const end = to < commit.size() ? commit.offsets[to] : commit.bytes.size();
  auto const table = head_bytes(count);
  part.first = {commit.first.value + from};
  part.records = core::Bytes(commit.bytes).subspan(start, end - start);
  part.head.assign(table, 0);
  auto* const head = part.head.data();
  put_u32(head, block_format);
  put_u32(head + 4, count);
  std::memcpy(head + 8, &part.first.value, 8);
  put_u32(head + 16, table + part.records.size());
  for (std::size_t i = 0; i < count; ++i)
    put_u32(head + block_fixed_bytes + 4 * i, table + commit.offsets[from + i] - start);
  put_u32(head + crc_at(count), crc32c({head, crc_at(count)}));
}

}  // namespace

std::size_t cut(core::Block const& commit, std::vector<BlockPart>& parts) {
  std::size_t used = 0, from = 0;
  while (from < commit.size()) {
    auto to = from + 1;
    while (to < commit.size() && (commit.offsets[to] - commit.offsets[from] < block_bytes_goal ||
                                  !starts_command(commit.record(to))))
      ++to;
    if (used == parts.size()) parts.emplace_back();
    fill(commit, from, to, parts[used++]);
    from = to;
  }
  return used;
}

std::optional<BlockView> BlockView::parse(core::Bytes bytes, core::Position key) {
  if (bytes.size() < block_fixed_bytes || reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0)
    return {};
  BlockView view;
  view.bytes_ = bytes;
  view.count_ = read_u32(bytes.data() + 4);
  std::memcpy(&view.first_.value, bytes.data() + 8, 8);
  if (read_u32(bytes.data()) != block_format || read_u32(bytes.data() + 16) != bytes.size())
    return {};
  if (view.count_ == 0 || view.first_ != key) return {};
  if (view.count_ > bytes.size() / 4 || head_bytes(view.count_) > bytes.size()) return {};
  auto const crc = crc_at(view.count_);
  if (read_u32(bytes.data() + crc) != crc32c(bytes.first(crc))) return {};
  for (std::size_t i = 0, at = head_bytes(view.count_); i < view.count_; ++i) {
    if (view.offset(i) < at || view.offset(i) > bytes.size()) return {};
    at = view.offset(i);
  }
  return view;
}

core::RecordView BlockView::record(core::Position position) const {
  CHECK(first_ <= position && position <= last());
  auto const i = position.value - first_.value;
  auto const end = i + 1 < count_ ? offset(i + 1) : bytes_.size();
  auto const record = core::RecordView::parse(bytes_.subspan(offset(i), end - offset(i)));
  if (!record || !record->intact(crc32c) || record->header().position != position)
    throw core::LogBroken("the log's record at position " + std::to_string(position.value) +
                          " is damaged");
  return *record;
}

std::size_t BlockView::offset(std::size_t i) const {
  return read_u32(bytes_.data() + block_fixed_bytes + 4 * i);
}

}  // namespace storage
