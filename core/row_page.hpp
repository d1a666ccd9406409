// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "core/ids.hpp"

namespace core {

// The first `n` bytes of a key as a number that sorts like them; shorter keys are filled up with zeros.
std::uint64_t key_prefix(Bytes key, std::size_t n);
// Lexicographic, like std::string's.
int compare_keys(Bytes a, Bytes b);

// One sorted run of rows in two pieces of memory: the entries (u8 key length, key, row) one behind the other in order of keys,
// and a slot for each: six bytes of the key above two marks above 14 bits of where the entry starts, so that most searches read
// slots only. All rows together are at most bytes_max, or it is a single row.
class RowPage {
 public:
  static constexpr std::size_t bytes_max = 8192;

  std::size_t size() const { return slots_.size(); }
  std::size_t bytes() const { return entries_.size(); }
  std::size_t memory_bytes() const;
  Bytes key(std::size_t i) const;
  Bytes row(std::size_t i) const;

  struct Place {
    std::size_t index;  // Where the key is or belongs.
    bool found;
  };
  Place seek(Bytes key) const;

  static std::size_t entry_bytes(Bytes key, Bytes row) { return 1 + key.size() + row.size(); }
  bool fits(std::size_t entry_bytes) const {
    return slots_.empty() || bytes() + entry_bytes <= bytes_max;
  }
  void insert(std::size_t i, Bytes key, Bytes row);
  // False when the page would become too big; nothing has changed then.
  bool replace(std::size_t i, Bytes row);
  void erase(std::size_t i);

  // What Rows remembers of a row that has changed; moves with the row. Both are set on a row that is new.
  enum Mark : std::uint64_t { dirty = 1 << 14, uncounted = 1 << 15 };
  bool marked(std::size_t i, Mark mark) const { return slots_[i] & mark; }
  void mark(std::size_t i, Mark mark) { slots_[i] |= mark; }
  void unmark(std::size_t i, Mark mark) { slots_[i] &= ~mark; }

  // The row before which both halves have about the same number of bytes.
  std::size_t middle() const;
  // Gives away the rows from `i` on.
  RowPage split(std::size_t i);
  // Takes over the rows of the page behind it; they must fit.
  void append(RowPage const& next);

 private:
  static std::size_t start_of(std::uint64_t slot) { return slot & (dirty - 1); }
  std::size_t start(std::size_t i) const {
    return i < size() ? start_of(slots_[i]) : entries_.size();
  }
  Bytes entry(std::size_t i) const {
    return Bytes(entries_).subspan(start(i), start(i + 1) - start(i));
  }
  void make_room(std::size_t bytes, std::size_t slots);
  void shift(std::size_t from, std::ptrdiff_t bytes);

  std::vector<std::uint64_t> slots_;
  std::vector<std::uint8_t> entries_;
};

}  // namespace core
