// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <vector>

#include "core/ids.hpp"
#include "projections/number_lists.hpp"
#include "projections/text_words.hpp"
#include "projections/word_table.hpp"

namespace projections {

// What a text index holds texts of: one of a kind.
struct TextOwner {
  std::uint8_t kind = 0;
  core::Id id;
  auto operator<=>(TextOwner const&) const = default;
};

// One of its texts; those of one owner are counted from 0.
struct OwnedText {
  std::uint8_t number = 0;
  bool is_name = false;
  std::string_view text;
};

// Which texts hold which words. It lives in memory only and keeps no text, only the words, each once: what is dropped takes the
// words with it that nothing else has. It knows nothing of who may see what: that is asked by whoever looks (TextQuestion).
class TextIndex {
 public:
  // Of one owner; what is beyond is not found.
  static constexpr std::size_t texts_max = 32;
  using Texts = std::uint32_t;  // A set of them: bit by number.

  TextIndex() : numbers_(0, Hash{*this}, Equal{*this}) {}
  TextIndex(TextIndex const&) = delete;

  // In place of what it had. No text at all: as if it were not there.
  void set(TextOwner const& owner, std::span<OwnedText const> texts);
  void drop(TextOwner const& owner);

  std::size_t size() const { return numbers_.size(); }
  std::size_t words() const { return words_.size(); }
  std::size_t memory_bytes() const;

 private:
  friend class TextQuestion;
  // A word's place: the owner's number, the text's number, and whether that is no name.
  using Place = std::uint32_t;
  static constexpr unsigned text_bits = 6;
  static constexpr std::uint32_t text_mark = 1u
                                             << 31;  // In an owner's words, before those of a text.

  static std::uint32_t owner_of(Place place) { return place >> text_bits; }
  static bool in_name(std::uint32_t place) { return (place & 1) == 0; }
  static Texts text_of(std::uint32_t place) { return Texts{1} << (place >> 1 & (texts_max - 1)); }

  struct Hash {
    using is_transparent = void;
    TextIndex const& index;
    std::size_t operator()(TextOwner const& owner) const {
      return std::hash<core::StreamKey>{}({owner.kind, owner.id});
    }
    std::size_t operator()(std::uint32_t number) const { return (*this)(index.owners_[number]); }
  };
  struct Equal {
    using is_transparent = void;
    TextIndex const& index;
    bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
    bool operator()(TextOwner const& a, std::uint32_t b) const { return a == index.owners_[b]; }
    bool operator()(std::uint32_t a, TextOwner const& b) const { return index.owners_[a] == b; }
  };

  std::uint32_t number_of(TextOwner const& owner);
  // Its words' numbers, each once a text, behind the mark of the text.
  std::vector<std::uint32_t> marked(std::span<OwnedText const> texts);
  // Calls visit(word, place) for each.
  template <class Visit>
  void each_place(std::uint32_t owner, Visit visit) const;

  WordTable words_;
  GrowingLists places_;              // By word.
  std::vector<TextOwner> owners_;    // By number.
  std::vector<std::uint32_t> free_;  // Numbers that nobody has.
  NumberLists words_of_;             // By owner.
  boost::unordered_flat_set<std::uint32_t, Hash, Equal> numbers_;
};

template <class Visit>
void TextIndex::each_place(std::uint32_t owner, Visit visit) const {
  std::uint32_t text = 0;
  for (auto const number : words_of_[owner]) {
    if (number & text_mark) text = number & ~text_mark;
    else visit(number, owner << text_bits | text);
  }
}

}  // namespace projections
