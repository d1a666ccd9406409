// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/text_question.hpp"

#include <algorithm>
#include <utility>

namespace projections {
namespace {

constexpr std::string_view links[] = {"s", "n", "en", "es"};

std::uint8_t rank_at(TextMatch match, bool in_name) {
  return static_cast<std::uint8_t>(2 * static_cast<unsigned>(match) + (in_name ? 0 : 1));
}

}  // namespace

TextQuestion::TextQuestion(TextIndex const& index, Visible visible,
                           std::span<std::string_view const> words)
    : index_(index), visible_(visible) {
  for (auto const& word : words) {
    auto& wanted = wanted_.emplace_back();
    wanted.keys = word_keys(word);
    for (auto const& key : wanted.keys) gather(wanted, key, &word == &words.back());
  }
}

void TextQuestion::gather(Wanted& wanted, std::string_view key, bool may_continue) {
  auto const meet = [&](WordTable::Number word, TextMatch match) {
    auto const known = wanted.words.try_emplace(word, match).first;
    known->second = std::min(known->second, match);
  };
  if (auto const same = index_.words_.find(key)) meet(*same, TextMatch::exact_word);
  if (may_continue)
    index_.words_.each_beginning(key, [&](auto word) { meet(word, TextMatch::word_beginning); });
}

void TextQuestion::gather_compounds() {
  for (auto& wanted : wanted_)
    for (auto const& key : wanted.keys)
      index_.words_.each_containing(key, [&](auto word) {
        if (!wanted.words.contains(word) && takes_apart(index_.words_.text(word), key))
          wanted.words.emplace(word, TextMatch::compound_part);
      });
}

bool TextQuestion::takes_apart(std::string_view whole, std::string_view part) {
  for (auto at = whole.find(part); at != whole.npos; at = whole.find(part, at + 1))
    if (are_words_before_link(whole.substr(0, at)) &&
        are_words_behind_link(whole.substr(at + part.size())))
      return true;
  return false;
}

bool TextQuestion::are_words_before_link(std::string_view run) {
  if (run.empty() || are_words(run)) return true;
  return std::ranges::any_of(links, [&](auto link) {
    return run.ends_with(link) && are_words(run.substr(0, run.size() - link.size()));
  });
}

bool TextQuestion::are_words_behind_link(std::string_view run) {
  if (run.empty() || are_words(run)) return true;
  return std::ranges::any_of(links, [&](auto link) {
    return run.starts_with(link) && are_words(run.substr(link.size()));
  });
}

// One word, or several with or without links between them.
bool TextQuestion::are_words(std::string_view run) {
  if (is_known(run)) return true;
  for (auto bytes = WordTable::beside_bytes_min; bytes + WordTable::beside_bytes_min <= run.size();
       ++bytes)
    if (is_known(run.substr(0, bytes)) && are_words_behind_link(run.substr(bytes))) return true;
  return false;
}

// Whether it is a word of its own in a text that may be seen.
bool TextQuestion::is_known(std::string_view word) {
  if (word.size() < WordTable::beside_bytes_min) return false;
  auto const number = index_.words_.find(word);
  if (!number) return false;
  if (auto const told = known_.find(*number); told != known_.end()) return told->second;
  bool const known = std::ranges::any_of(index_.places_[*number], [&](auto place) {
    return texts_seen(TextIndex::owner_of(place)) & TextIndex::text_of(place);
  });
  return known_[*number] = known;
}

TextIndex::Texts TextQuestion::texts_seen(std::uint32_t owner) {
  auto const told = seen_.find(owner);
  if (told != seen_.end()) return told->second;
  return seen_[owner] = visible_(index_.owners_[owner]);
}

// Whoever has all of the words, in texts that may be seen or not.
std::vector<TextQuestion::Candidate> TextQuestion::candidates(std::uint32_t kinds) const {
  auto const& owners = index_.owners_;
  std::vector<std::uint8_t> rank(owners.size(), 0), best(owners.size());
  std::vector<std::uint32_t> found, met;
  for (auto const& wanted : wanted_) {
    std::ranges::fill(best, no_rank);
    met.clear();
    for (auto const& [word, match] : wanted.words)
      for (auto const place : index_.places_[word]) {
        auto const owner = TextIndex::owner_of(place);
        if (best[owner] == no_rank) met.push_back(owner);
        best[owner] = std::min(best[owner], rank_at(match, TextIndex::in_name(place)));
      }
    bool const first = &wanted == &wanted_.front();
    if (first) found = met;
    std::erase_if(found, [&](auto owner) {
      return best[owner] == no_rank || !(kinds >> owners[owner].kind & 1);
    });
    for (auto const owner : found) rank[owner] = std::max(rank[owner], best[owner]);
  }
  std::vector<Candidate> all;
  all.reserve(found.size());
  for (auto const owner : found) all.push_back({{rank[owner], owners[owner]}, owner});
  return all;
}

// In the texts that may be seen; no_rank where one of the words is not in them.
std::uint8_t TextQuestion::rank_of(std::uint32_t owner) {
  auto const texts = texts_seen(owner);
  if (texts == 0) return no_rank;
  std::uint8_t rank = 0;
  for (auto const& wanted : wanted_) {
    auto best = no_rank;
    index_.each_place(owner, [&](auto word, auto place) {
      auto const match = wanted.words.find(word);
      if (match != wanted.words.end() && (texts & TextIndex::text_of(place)))
        best = std::min(best, rank_at(match->second, TextIndex::in_name(place)));
    });
    rank = std::max(rank, best);
  }
  return rank;
}

// Whoever has a word as a part only is behind all others, so compounds are taken apart where others do not fill the page.
std::vector<TextRank> TextQuestion::find(std::uint32_t kinds, std::optional<TextRank> const& after,
                                         std::size_t limit) {
  auto hits = best_of(kinds, after, limit);
  if (hits.size() == limit || std::exchange(took_apart_, true)) return hits;
  gather_compounds();
  return best_of(kinds, after, limit);
}

// Who may be best comes first, and is looked at: so most of those who come later are never looked at.
std::vector<TextRank> TextQuestion::best_of(std::uint32_t kinds,
                                            std::optional<TextRank> const& after,
                                            std::size_t limit) {
  std::vector<TextRank> hits;
  auto heap = candidates(kinds);
  auto const worse = [](Candidate const& a, Candidate const& b) { return a.rank > b.rank; };
  std::ranges::make_heap(heap, worse);
  while (!heap.empty() && hits.size() < limit) {
    std::ranges::pop_heap(heap, worse);
    auto& best = heap.back();
    auto const rank = best.settled ? best.rank.rank : rank_of(best.owner);
    if (rank != no_rank && rank != best.rank.rank) {
      best.rank.rank = rank;
      best.settled = true;
      std::ranges::push_heap(heap, worse);
      continue;
    }
    if (rank != no_rank && (!after || best.rank > *after)) hits.push_back(best.rank);
    heap.pop_back();
  }
  return hits;
}

std::optional<TextQuestion::Met> TextQuestion::met(std::string_view word) const {
  std::optional<Met> best;
  for (auto const& key : word_keys(word)) {
    auto const number = index_.words_.find(key);
    for (std::size_t i = 0; number && i < wanted_.size(); ++i) {
      auto const match = wanted_[i].words.find(*number);
      if (match == wanted_[i].words.end() || (best && best->match <= match->second)) continue;
      best = Met{i, match->second, {0, word.size()}};
      if (match->second == TextMatch::exact_word) continue;
      for (auto const& typed : wanted_[i].keys)
        if (auto const at = key.find(typed); at != key.npos)
          best->part = part_of_word(word, key, at, at + typed.size());
    }
  }
  return best;
}

}  // namespace projections
