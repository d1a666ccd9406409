// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace projections {

// A set of row numbers as plain bits, for the length of one question. Its size is a multiple of the chunks of a RowSet.
class RowBits {
 public:
  explicit RowBits(std::uint32_t rows)
      : words_((rows + chunk_rows - 1) / chunk_rows * chunk_words) {}

  static constexpr std::uint32_t chunk_rows = 1 << 16;
  static constexpr std::uint32_t chunk_words = chunk_rows / 64;

  std::uint64_t* chunk(std::size_t i) { return words_.data() + i * chunk_words; }
  std::uint64_t const* chunk(std::size_t i) const { return words_.data() + i * chunk_words; }
  std::size_t chunks() const { return words_.size() / chunk_words; }
  bool has(std::uint32_t row) const { return words_[row / 64] >> (row % 64) & 1; }
  void set(std::uint32_t row) { words_[row / 64] |= std::uint64_t{1} << (row % 64); }
  void keep_only(RowBits const& other);
  void leave_out(RowBits const& other);
  std::size_t count() const;
  // Visits the rows below `below`, the last first, until `visit` says false.
  template <class Visit>
  void each_down(std::uint32_t below, Visit visit) const;
  template <class Visit>
  void each(Visit visit) const;

 private:
  std::vector<std::uint64_t> words_;
};

// A set of row numbers that is kept: per 65,536 rows a sorted list of the low halves, or bits once these take less. (The layout
// of Roaring bitmaps, Lemire et al. 2016, without runs.)
class RowSet {
 public:
  // Whether that has changed something.
  bool add(std::uint32_t row);
  bool remove(std::uint32_t row);
  bool has(std::uint32_t row) const;
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // Adds these rows to `bits`.
  void fill(RowBits& bits) const;
  // How many of these rows are among `bits`.
  std::size_t count_in(RowBits const& bits) const;
  std::vector<std::uint32_t> rows() const;
  std::size_t memory_bytes() const;

 private:
  using Bits = std::array<std::uint64_t, RowBits::chunk_words>;
  struct Chunk {
    std::uint32_t number = 0;  // The rows' high halves.
    std::vector<std::uint16_t> few;
    std::unique_ptr<Bits> many;  // Then `few` is empty.
    std::uint32_t size = 0;
  };
  // A list of this many rows takes as much as bits do; below half of it bits become a list again.
  static constexpr std::uint32_t few_max = RowBits::chunk_rows / 16;

  std::vector<Chunk>::iterator find(std::uint32_t number);
  static bool add(Chunk& chunk, std::uint16_t row);
  static bool remove(Chunk& chunk, std::uint16_t row);
  static void make_many(Chunk& chunk);
  static void make_few(Chunk& chunk);

  std::vector<Chunk> chunks_;  // Ascending.
  std::size_t size_ = 0;
};

template <class Visit>
void RowBits::each_down(std::uint32_t below, Visit visit) const {
  for (auto word = (std::uint64_t{below} + 63) / 64; word-- > 0;) {
    auto bits = words_[word];
    if (word == below / 64) bits &= (std::uint64_t{1} << (below % 64)) - 1;
    for (; bits != 0; bits &= ~(std::uint64_t{1} << (63 - __builtin_clzll(bits))))
      if (!visit(static_cast<std::uint32_t>(word * 64 + 63 - __builtin_clzll(bits)))) return;
  }
}

template <class Visit>
void RowBits::each(Visit visit) const {
  for (std::size_t word = 0; word < words_.size(); ++word)
    for (auto bits = words_[word]; bits != 0; bits &= bits - 1)
      visit(static_cast<std::uint32_t>(word * 64 + __builtin_ctzll(bits)));
}

}  // namespace projections
