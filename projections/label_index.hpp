// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/function_ref.hpp"
#include "core/ids.hpp"

namespace projections {

// Labels by what they begin with or contain: one long text of folded labels, and lists of where words start in it, by their first
// two bytes. What is typed is compared with the words of its list; only where that is too little is all of the text searched.
class LabelIndex {
 public:
  struct Label {
    std::string_view text, language;
    bool preferred = false;
  };
  // Replaces the term's labels.
  void set(core::Id const& term, std::vector<Label> const& labels);

  struct Hit {
    core::Id term;
    std::size_t label;  // Which of the term's labels.
  };
  // Visits labels that match what was typed, best first, until `visit` says false: the same text; a preferred label that begins
  // with it; another one that does; a label with a word that does; one that contains it (three bytes at least). Among these the
  // language asked for comes first, then the shorter label, then by text and id. A term may come up several times.
  void find(std::string_view typed, std::string_view language, std::size_t enough,
            core::FunctionRef<bool(Hit const&)> visit) const;

  std::size_t memory_bytes() const;

 private:
  struct Entry {
    std::uint32_t start = 0, bytes = 0;
    core::Id term;
    std::uint16_t label = 0;
    bool preferred = false, dead = false;
    char language[2] = {};
  };
  struct Word {
    std::uint32_t entry, start;
  };
  struct Candidate {
    std::uint64_t order;
    std::uint32_t entry;
  };
  struct Span {
    std::uint32_t first = 0, count = 0;
  };
  enum Match : std::uint64_t { same, preferred_begins, other_begins, word_begins, contains };

  void append(core::Id const& term, std::size_t number, Label const& label,
              std::string_view folded);
  void drop(core::Id const& term);
  void compact();
  void find_words(std::string_view needle, std::string_view language,
                  std::vector<Candidate>& found) const;
  void find_inside(std::string_view needle, std::string_view language,
                   std::vector<Candidate>& found) const;
  std::string_view text(Entry const& entry) const {
    return std::string_view(text_).substr(entry.start, entry.bytes);
  }
  Match match(Entry const& entry, std::uint32_t start, std::string_view needle) const;
  static std::uint64_t order(Match match, Entry const& entry, std::string_view language);

  std::string text_;  // Folded labels, each with a line feed behind it.
  std::vector<Entry> entries_;
  boost::unordered_flat_map<std::uint16_t, std::vector<Word>> words_;
  boost::unordered_flat_map<core::Id, Span, std::hash<core::Id>> terms_;
  std::size_t dead_ = 0;
};

}  // namespace projections
