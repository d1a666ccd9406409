// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace projections {

// Lists of numbers that grow and shrink one by one, all in one piece of memory: 8 bytes a list beside the numbers, whose room
// doubles when it is full. Room that a list has left is given to the next that needs as much. In no order.
class GrowingLists {
 public:
  std::span<std::uint32_t const> operator[](std::uint32_t list) const {
    if (list >= lists_.size()) return {};
    return {pool_.data() + lists_[list].start, lists_[list].size};
  }

  void add(std::uint32_t list, std::uint32_t number) {
    if (list >= lists_.size()) lists_.resize(list + 1);
    auto& [start, size] = lists_[list];
    if (size == 0) start = take(0);
    else if (std::has_single_bit(size)) move(lists_[list]);
    pool_[start + size++] = number;
  }

  void remove(std::uint32_t list, std::uint32_t number) {
    auto& [start, size] = lists_[list];
    auto const first = pool_.begin() + start, last = first + size;
    auto const found = std::find(first, last, number);
    if (found == last) return;
    *found = *(last - 1);
    --size;
    if (size == 0) give(start, 0);
    else if (std::has_single_bit(size)) halve(lists_[list]);
  }

  std::size_t memory_bytes() const {
    auto bytes = lists_.capacity() * sizeof(List) + pool_.capacity() * sizeof(std::uint32_t);
    for (auto const& free : free_) bytes += free.capacity() * sizeof(std::uint32_t);
    return bytes;
  }

 private:
  // Has room for the power of two that is not less than its size.
  struct List {
    std::uint32_t start = 0, size = 0;
  };

  std::uint32_t take(int power) {
    auto& free = free_[static_cast<std::size_t>(power)];
    if (free.empty()) {
      auto const start = pool_.size();
      pool_.resize(start + (std::size_t{1} << power));
      return static_cast<std::uint32_t>(start);
    }
    auto const start = free.back();
    free.pop_back();
    return start;
  }
  void give(std::uint32_t start, int power) {
    free_[static_cast<std::size_t>(power)].push_back(start);
  }
  void put(List& list, int from, int to) {
    auto const start = take(to);
    std::copy_n(pool_.begin() + list.start, list.size, pool_.begin() + start);
    give(list.start, from);
    list.start = start;
  }
  // A full list into twice the room, and one that fits into half of its room there.
  void move(List& list) {
    auto const power = std::countr_zero(list.size);
    put(list, power, power + 1);
  }
  void halve(List& list) {
    auto const power = std::countr_zero(list.size);
    put(list, power + 1, power);
  }

  std::vector<List> lists_;
  std::vector<std::uint32_t> pool_;
  std::array<std::vector<std::uint32_t>, 32> free_;  // By the power of two.
};

}  // namespace projections
