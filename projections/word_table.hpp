// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/function_ref.hpp"
#include "projections/growing_lists.hpp"

namespace projections {

// Words, each once, by number: their bytes packed one behind the other, and numbers by what a word is, begins with or contains.
// A word that is dropped is overwritten, and its number given to another one.
class WordTable {
 public:
  using Number = std::uint32_t;
  // What is looked for inside of words has at least so many bytes, and what is beside it at least the other.
  static constexpr std::size_t inside_bytes_min = 4, beside_bytes_min = 3;

  WordTable() : numbers_(0, Hash{*this}, Equal{*this}) {}
  WordTable(WordTable const&) = delete;

  // Its number, a new one where it is new. At most 255 bytes.
  Number add(std::string_view word);
  void drop(Number number);
  std::optional<Number> find(std::string_view word) const;
  std::string_view text(Number number) const {
    auto const& word = words_[number];
    return {chunks_[word.start / chunk_bytes].get() + word.start % chunk_bytes, word.bytes};
  }
  // Two bytes at least; fewer begin nothing.
  void each_beginning(std::string_view beginning, core::FunctionRef<void(Number)> visit) const;
  // inside_bytes_min at least; what is less is in nothing. Visits words with room for another part beside it.
  void each_containing(std::string_view part, core::FunctionRef<void(Number)> visit) const;

  std::size_t size() const { return numbers_.size(); }
  std::size_t memory_bytes() const;

 private:
  static constexpr std::size_t chunk_bytes = 64 << 10;
  struct Word {
    std::uint32_t start = 0;
    std::uint8_t bytes = 0;
  };
  struct Hash {
    using is_transparent = void;
    WordTable const& table;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
    std::size_t operator()(Number number) const { return (*this)(table.text(number)); }
  };
  struct Equal {
    using is_transparent = void;
    WordTable const& table;
    bool operator()(Number a, Number b) const { return a == b; }
    bool operator()(std::string_view a, Number b) const { return a == table.text(b); }
    bool operator()(Number a, std::string_view b) const { return table.text(a) == b; }
  };

  std::uint32_t store(std::string_view word);
  void compact();
  std::uint32_t list_of(std::uint64_t gram);
  void unlist(std::uint64_t gram, Number number);

  std::vector<std::unique_ptr<char[]>> chunks_;  // Never moved, so that nothing stays behind.
  std::size_t used_ = 0, dead_ = 0;              // Bytes: used up in chunks, of dropped words.
  std::vector<Word> words_;                      // By number.
  std::vector<Number> free_;
  boost::unordered_flat_set<Number, Hash, Equal> numbers_;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> lists_of_;  // By gram.
  std::vector<std::uint32_t> free_lists_;
  GrowingLists lists_;
};

}  // namespace projections
