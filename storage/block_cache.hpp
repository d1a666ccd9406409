// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>

#include "storage/block.hpp"

namespace storage {

// A block in memory of its own.
struct LoadedBlock {
  std::unique_ptr<std::uint64_t[]> words;
  std::size_t bytes = 0;
  BlockView view;
};

// The blocks that were looked into last, up to a number of bytes. Any thread.
class BlockCache {
 public:
  explicit BlockCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  // The block that holds this position, or null.
  std::shared_ptr<LoadedBlock const> find(core::Position position);
  void put(std::shared_ptr<LoadedBlock const> block);

 private:
  using Order = std::list<std::shared_ptr<LoadedBlock const>>;

  std::mutex mutex_;
  std::size_t const bytes_max_;
  std::size_t bytes_ = 0;
  Order order_;                                       // Last used first.
  std::map<core::Position, Order::iterator> blocks_;  // By first position.
};

}  // namespace storage
