// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/text_index.hpp"

namespace projections {

// How a word of a question was met, the best first.
enum class TextMatch : std::uint8_t { exact_word, word_beginning, compound_part };

// Where a hit stands: the least of what its words were met by, then kind and id. 0 is the best rank.
struct TextRank {
  std::uint8_t rank = 0;
  TextOwner owner;
  auto operator<=>(TextRank const&) const = default;

  TextMatch match() const { return static_cast<TextMatch>(rank / 2); }
  bool named() const { return rank % 2 == 0; }
};

// One question to a text index, by somebody who may see some of it. It is answered as if the rest were not there: what is hidden
// is not found, and lends no word to take compounds apart by. Only how long it takes may depend on it.
//
// A word of a text is met by a word of the question that
//   0 is the same, under any of their keys;
//   1 it begins with: the last word only, from two letters on;
//   2 is a part of it, from four letters on: what is left on either side is nothing, or words of their own of three letters at
//     least, in a text that the asking person may see, with or without a linking "s", "n", "en" or "es" between them.
// An owner is a hit where each word of the question is met in one of the visible texts. Its rank is that of the word which is
// met worst: twice the number above, and one more where that is not in a name.
class TextQuestion {
 public:
  // Which texts of it may be seen; none of what is not there.
  using Visible = core::FunctionRef<TextIndex::Texts(TextOwner const&)>;

  // The words are as they were typed, not empty. Index and `visible` outlive it, and nothing changes meanwhile.
  TextQuestion(TextIndex const& index, Visible visible, std::span<std::string_view const> words);

  // The first hits behind `after`, at most `limit`, of these kinds (bit by kind).
  std::vector<TextRank> find(std::uint32_t kinds, std::optional<TextRank> const& after,
                             std::size_t limit);

  // How a word of some text was met when hits were found, by the word of the question that meets it best.
  struct Met {
    std::size_t wanted = 0;  // Which word of the question.
    TextMatch match{};
    TextSpan part;  // Of the word.
  };
  std::optional<Met> met(std::string_view word) const;

 private:
  // One word of the question: what it meets.
  struct Wanted {
    std::vector<std::string> keys;
    boost::unordered_flat_map<WordTable::Number, TextMatch> words;
  };
  struct Candidate {
    TextRank rank;
    std::uint32_t owner = 0;
    bool settled = false;  // Else the rank is the best that it can have.
  };
  static constexpr std::uint8_t no_rank = 0xff;

  void gather(Wanted& wanted, std::string_view key, bool may_continue);
  void gather_compounds();
  std::vector<TextRank> best_of(std::uint32_t kinds, std::optional<TextRank> const& after,
                                std::size_t limit);
  bool takes_apart(std::string_view whole, std::string_view part);
  bool is_known(std::string_view word);
  bool are_words(std::string_view run);
  bool are_words_behind_link(std::string_view run);
  bool are_words_before_link(std::string_view run);
  TextIndex::Texts texts_seen(std::uint32_t owner);
  std::vector<Candidate> candidates(std::uint32_t kinds) const;
  std::uint8_t rank_of(std::uint32_t owner);

  TextIndex const& index_;
  Visible visible_;
  std::vector<Wanted> wanted_;
  bool took_apart_ = false;
  boost::unordered_flat_map<std::uint32_t, TextIndex::Texts> seen_;
  boost::unordered_flat_map<WordTable::Number, bool> known_;
};

}  // namespace projections
