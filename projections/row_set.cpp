// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/row_set.hpp"

#include <algorithm>

namespace projections {
namespace {

std::uint64_t bit(std::uint16_t row) { return std::uint64_t{1} << (row % 64); }

// How many bits of each byte are set.
std::uint64_t bits_by_byte(std::uint64_t word) {
  word -= word >> 1 & 0x5555555555555555;
  word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
  return (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
}

// How many bits two chunks share. In plain arithmetic, 16 words before the bytes could overflow, so that every compiler makes
// vectors of it: as fast as the machine's own instruction, which cannot be taken for granted.
std::size_t count_both(std::uint64_t const* a, std::uint64_t const* b) {
  std::uint64_t pairs = 0;  // Four sums of 16 bits: at most 64 x 256.
  for (std::uint32_t at = 0; at < RowBits::chunk_words; at += 16) {
    std::uint64_t bytes = 0;
    for (std::uint32_t i = 0; i < 16; ++i) bytes += bits_by_byte(a[at + i] & b[at + i]);
    pairs += (bytes & 0x00ff00ff00ff00ff) + (bytes >> 8 & 0x00ff00ff00ff00ff);
  }
  auto const halves = (pairs & 0x0000ffff0000ffff) + (pairs >> 16 & 0x0000ffff0000ffff);
  return static_cast<std::size_t>((halves & 0xffffffff) + (halves >> 32));
}

template <class Visit>
void each_bit(std::uint64_t const* words, Visit visit) {
  for (std::uint32_t word = 0; word < RowBits::chunk_words; ++word)
    for (auto bits = words[word]; bits != 0; bits &= bits - 1)
      visit(static_cast<std::uint16_t>(word * 64 +
                                       static_cast<std::uint32_t>(__builtin_ctzll(bits))));
}

}  // namespace

void RowBits::keep_only(RowBits const& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

void RowBits::leave_out(RowBits const& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
}

std::size_t RowBits::count() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < chunks(); ++i) count += count_both(chunk(i), chunk(i));
  return count;
}

std::vector<RowSet::Chunk>::iterator RowSet::find(std::uint32_t number) {
  return std::ranges::lower_bound(chunks_, number, {}, &Chunk::number);
}

bool RowSet::add(std::uint32_t row) {
  auto const number = row / RowBits::chunk_rows;
  auto chunk = find(number);
  if (chunk == chunks_.end() || chunk->number != number) {
    chunk = chunks_.emplace(chunk);
    chunk->number = number;
  }
  auto const added = add(*chunk, static_cast<std::uint16_t>(row));
  size_ += added;
  return added;
}

bool RowSet::remove(std::uint32_t row) {
  auto const chunk = find(row / RowBits::chunk_rows);
  if (chunk == chunks_.end() || chunk->number != row / RowBits::chunk_rows) return false;
  auto const removed = remove(*chunk, static_cast<std::uint16_t>(row));
  size_ -= removed;
  if (chunk->size == 0) chunks_.erase(chunk);
  return removed;
}

bool RowSet::has(std::uint32_t row) const {
  auto const chunk =
      std::ranges::lower_bound(chunks_, row / RowBits::chunk_rows, {}, &Chunk::number);
  if (chunk == chunks_.end() || chunk->number != row / RowBits::chunk_rows) return false;
  auto const low = static_cast<std::uint16_t>(row);
  return chunk->many ? (*chunk->many)[low / 64] & bit(low)
                     : std::ranges::binary_search(chunk->few, low);
}

bool RowSet::add(Chunk& chunk, std::uint16_t row) {
  if (!chunk.many && chunk.few.size() == few_max) make_many(chunk);
  if (chunk.many) {
    auto& word = (*chunk.many)[row / 64];
    if (word & bit(row)) return false;
    word |= bit(row);
  } else {
    auto const at = std::ranges::lower_bound(chunk.few, row);
    if (at != chunk.few.end() && *at == row) return false;
    chunk.few.insert(at, row);
  }
  ++chunk.size;
  return true;
}

bool RowSet::remove(Chunk& chunk, std::uint16_t row) {
  if (chunk.many) {
    auto& word = (*chunk.many)[row / 64];
    if (!(word & bit(row))) return false;
    word &= ~bit(row);
  } else {
    auto const at = std::ranges::lower_bound(chunk.few, row);
    if (at == chunk.few.end() || *at != row) return false;
    chunk.few.erase(at);
  }
  --chunk.size;
  if (chunk.many && chunk.size < few_max / 2) make_few(chunk);
  return true;
}

void RowSet::make_many(Chunk& chunk) {
  chunk.many = std::make_unique<Bits>();
  for (auto const row : chunk.few) (*chunk.many)[row / 64] |= bit(row);
  chunk.few = std::vector<std::uint16_t>();
}

void RowSet::make_few(Chunk& chunk) {
  each_bit(chunk.many->data(), [&](std::uint16_t row) { chunk.few.push_back(row); });
  chunk.many.reset();
}

void RowSet::fill(RowBits& bits) const {
  for (auto const& chunk : chunks_) {
    auto* const words = bits.chunk(chunk.number);
    for (auto const row : chunk.few) words[row / 64] |= bit(row);
    if (!chunk.many) continue;
    for (std::size_t i = 0; i < RowBits::chunk_words; ++i) words[i] |= (*chunk.many)[i];
  }
}

std::size_t RowSet::count_in(RowBits const& bits) const {
  std::size_t count = 0;
  for (auto const& chunk : chunks_) {
    auto const* const words = bits.chunk(chunk.number);
    for (auto const row : chunk.few) count += words[row / 64] >> (row % 64) & 1;
    if (chunk.many) count += count_both(words, chunk.many->data());
  }
  return count;
}

std::vector<std::uint32_t> RowSet::rows() const {
  std::vector<std::uint32_t> rows;
  rows.reserve(size_);
  for (auto const& chunk : chunks_) {
    auto const add = [&](std::uint16_t row) {
      rows.push_back(chunk.number * RowBits::chunk_rows + row);
    };
    std::ranges::for_each(chunk.few, add);
    if (chunk.many) each_bit(chunk.many->data(), add);
  }
  return rows;
}

std::size_t RowSet::memory_bytes() const {
  std::size_t bytes = chunks_.capacity() * sizeof(Chunk);
  for (auto const& chunk : chunks_)
    bytes += chunk.few.capacity() * sizeof(std::uint16_t) + (chunk.many ? sizeof(Bits) : 0);
  return bytes;
}

}  // namespace projections
