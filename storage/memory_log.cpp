// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/memory_log.hpp"

#include <mutex>

#include "core/check.hpp"
#include "storage/crypto.hpp"

namespace storage {
namespace {

core::RecordView checked(core::Block const& block, std::size_t i) {
  auto const record = core::RecordView::parse(block.record(i));
  auto const position = block.first.value + i;
  if (!record || !record->intact(crc32c) || record->header().position.value != position)
    throw core::LogBroken("the log's record at position " + std::to_string(position) +
                          " is damaged");
  return *record;
}

}  // namespace

MemoryLog::MemoryLog(std::string epoch) : epoch_(std::move(epoch)) {}

void MemoryLog::append(core::Block const& block) {
  if (break_next_) throw core::LogBroken("the log is broken, as the test asked for");
  CHECK(!block.empty() && block.first.value == head().value + 1);
  std::unique_lock const lock(mutex_);
  blocks_.emplace(block.first.value, std::make_shared<core::Block>(block));
  head_.store(block.last().value, std::memory_order_release);
}

std::shared_ptr<core::Block const> MemoryLog::holding(core::Position position) const {
  std::shared_lock const lock(mutex_);
  if (position.value == 0 || position > head()) return {};
  return std::prev(blocks_.upper_bound(position.value))->second;
}

void MemoryLog::read(core::Position from,
                     core::FunctionRef<bool(core::RecordView const&)> visit) const {
  auto const until = head();
  for (auto next = std::max<std::uint64_t>(from.value, 1); next <= until.value;) {
    auto const block = holding({next});
    for (; next <= block->last().value; ++next)
      if (!visit(checked(*block, next - block->first.value))) return;
  }
}

bool MemoryLog::at(core::Position position,
                   core::FunctionRef<void(core::RecordView const&)> visit) const {
  auto const block = holding(position);
  if (!block) return false;
  visit(checked(*block, position.value - block->first.value));
  return true;
}

core::Position MemoryShelf::checkpoint() const {
  std::shared_lock const lock(mutex_);
  return checkpoint_;
}

void MemoryShelf::write(std::span<core::Change const> changes, core::Position checkpoint) {
  std::unique_lock const lock(mutex_);
  for (auto const& [key, value] : changes) {
    CHECK(!key.empty());
    if (value) rows_.insert_or_assign(key, *value);
    else rows_.erase(key);
  }
  checkpoint_ = checkpoint;
}

std::optional<std::string> MemoryShelf::get(std::string_view key) const {
  std::shared_lock const lock(mutex_);
  auto const found = rows_.find(key);
  if (found == rows_.end()) return {};
  return found->second;
}

void MemoryShelf::scan(
    std::string_view from,
    core::FunctionRef<bool(std::string_view key, std::string_view value)> visit) const {
  std::shared_lock const lock(mutex_);
  for (auto row = rows_.lower_bound(from); row != rows_.end(); ++row)
    if (!visit(row->first, row->second)) return;
}

void MemoryShelf::clear() {
  std::unique_lock const lock(mutex_);
  rows_.clear();
  checkpoint_ = {};
}

}  // namespace storage
