// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace projections {

// A short list of numbers for each row, all in one piece of memory: 8 bytes a row beside the numbers. Lists that were replaced by
// ones of another length stay behind until half of the memory is waste.
class NumberLists {
 public:
  using Numbers = std::span<std::uint32_t const>;

  Numbers operator[](std::uint32_t row) const {
    if (row >= starts_.size() || starts_[row] == none) return {};
    return {pool_.data() + starts_[row] + 1, pool_[starts_[row]]};
  }

  void set(std::uint32_t row, Numbers numbers) {
    if (row >= starts_.size()) starts_.resize(row + 1, none);
    auto const old = (*this)[row].size();
    if (old != numbers.size()) {
      waste_ += starts_[row] == none ? 0 : old + 1;
      starts_[row] = numbers.empty() ? none : append(numbers.size());
    }
    if (!numbers.empty()) std::ranges::copy(numbers, pool_.begin() + starts_[row] + 1);
    if (waste_ > pool_.size() / 2 + 1024) compact();
  }

  std::size_t memory_bytes() const {
    return (starts_.capacity() + pool_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::uint32_t none = 0xffffffff;

  std::uint32_t append(std::size_t size) {
    auto const start = pool_.size();
    pool_.resize(start + 1 + size);
    pool_[start] = static_cast<std::uint32_t>(size);
    return static_cast<std::uint32_t>(start);
  }

  void compact() {
    std::vector<std::uint32_t> pool;
    pool.reserve(pool_.size() - waste_);
    for (auto& start : starts_) {
      if (start == none) continue;
      auto const from = pool_.begin() + start;
      start = static_cast<std::uint32_t>(pool.size());
      pool.insert(pool.end(), from, from + 1 + *from);
    }
    pool_ = std::move(pool);
    waste_ = 0;
  }

  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> pool_;  // Length, numbers; length, numbers; ...
  std::size_t waste_ = 0;
};

}  // namespace projections
