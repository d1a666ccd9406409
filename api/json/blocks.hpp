// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace api::json {

// Sixteen bytes at a time, on whatever vector registers there are.
using Block = std::uint8_t __attribute__((vector_size(16)));
using Words = std::uint64_t __attribute__((vector_size(16)));

template <class Word = std::uint64_t>
std::uint64_t load(char const* p) {
  Word word;
  std::memcpy(&word, p, sizeof word);
  return word;
}

// Up to eight bytes, filled up with spaces.
inline std::uint64_t load_some(char const* p, std::size_t n) {
  constexpr std::uint64_t spaces = 0x2020202020202020ULL;
  if (n >= 8) return load(p);
  if (n == 0) return spaces;
  auto const byte = [&](std::size_t i) { return load<std::uint8_t>(p + i) << 8 * i; };
  auto const word = n >= 4 ? load<std::uint32_t>(p) | load<std::uint32_t>(p + n - 4) << 8 * (n - 4)
                           : byte(0) | byte(n / 2) | byte(n - 1);
  return word | spaces << 8 * n;
}

inline Block load_block(std::string_view text, std::size_t at) {
  auto const* p = text.data() + at;
  auto const n = text.size() - at;
  Block block;
  if (n >= sizeof block) return std::memcpy(&block, p, sizeof block), block;
  return Block(Words{load_some(p, n), load_some(p + 8, n > 8 ? n - 8 : 0)});
}

inline bool any(Block marked) {
  auto const words = Words(marked);
  return (words[0] | words[1]) != 0;
}

// Where the first block from `at` on starts that has a mark, or text.size().
template <class Mark>
std::size_t skip(std::string_view text, std::size_t at, Mark mark) {
  while (at < text.size() && !any(mark(load_block(text, at)))) at += sizeof(Block);
  return std::min(at, text.size());
}

}  // namespace api::json
