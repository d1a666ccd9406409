// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/block_cache.hpp"

namespace storage {

std::shared_ptr<LoadedBlock const> BlockCache::find(core::Position position) {
  std::lock_guard const lock(mutex_);
  auto const next = blocks_.upper_bound(position);
  if (next == blocks_.begin()) return {};
  auto const found = std::prev(next)->second;
  if ((*found)->view.last() < position) return {};
  order_.splice(order_.begin(), order_, found);
  return *found;
}

void BlockCache::put(std::shared_ptr<LoadedBlock const> block) {
  std::lock_guard const lock(mutex_);
  auto const first = block->view.first();
  if (blocks_.contains(first)) return;
  bytes_ += block->bytes;
  order_.push_front(std::move(block));
  blocks_.emplace(first, order_.begin());
  while (bytes_ > bytes_max_ && order_.size() > 1) {
    bytes_ -= order_.back()->bytes;
    blocks_.erase(order_.back()->view.first());
    order_.pop_back();
  }
}

}  // namespace storage
