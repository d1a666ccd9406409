// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/id_filter.hpp"

#include <algorithm>
#include <bit>

namespace core {
namespace {

constexpr std::size_t bits_per_hash = 12;
constexpr std::size_t hashes_per_line = 512 / bits_per_hash;

// One bit in each word of a line, 6 bits of the hash for each.
std::uint64_t bit(std::uint64_t hash, std::size_t word) {
  return std::uint64_t{1} << (hash >> (6 * word) & 63);
}

// The bits within a line come from the lower 48 bits, the line from all of them.
std::size_t line_of(std::uint64_t hash, std::size_t lines) {
  return (hash * 0x9e3779b97f4a7c15ULL >> 16) & (lines - 1);
}

}  // namespace

IdFilter::IdFilter(std::size_t hashes) { add_part(hashes); }

void IdFilter::add_part(std::size_t hashes) {
  auto const lines = std::bit_ceil(std::max<std::size_t>(hashes / hashes_per_line, 1));
  parts_.push_back({std::vector<Line>(lines), lines * hashes_per_line});
}

void IdFilter::add(std::uint64_t hash) {
  if (parts_.back().left == 0) add_part(parts_.back().lines.size() * 2 * hashes_per_line);
  auto& [lines, left] = parts_.back();
  auto& words = lines[line_of(hash, lines.size())].words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] |= bit(hash, i);
  --left;
}

bool IdFilter::may_hold(std::uint64_t hash) const {
  return std::ranges::any_of(parts_, [&](Part const& part) {
    auto const& words = part.lines[line_of(hash, part.lines.size())].words;
    std::size_t i = 0;
    while (i < words.size() && (words[i] & bit(hash, i)) != 0) ++i;
    return i == words.size();
  });
}

std::size_t IdFilter::memory_bytes() const {
  std::size_t bytes = 0;
  for (auto const& part : parts_) bytes += part.lines.capacity() * sizeof(Line);
  return bytes;
}

}  // namespace core
