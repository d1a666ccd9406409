// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace core {

// Tells of most hashes that were never added that they were not, and of no other: a blocked Bloom filter (Putze, Sanders,
// Singler: "Cache-, Hash- and Space-Efficient Bloom Filters", 2007), one cache line a question. It grows by adding filters twice
// as large, so nothing is ever built anew. Each of them believes less than 1 in 100 wrongly, at 12 bits a hash. One thread.
class IdFilter {
 public:
  // Room for so many hashes before it grows.
  explicit IdFilter(std::size_t hashes);

  void add(std::uint64_t hash);
  bool may_hold(std::uint64_t hash) const;
  std::size_t memory_bytes() const;

 private:
  struct alignas(64) Line {
    std::array<std::uint64_t, 8> words{};
  };
  struct Part {
    std::vector<Line> lines;  // A power of two.
    std::size_t left;
  };
  void add_part(std::size_t hashes);

  std::vector<Part> parts_;
};

}  // namespace core
