// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/text_index.hpp"

#include "core/check.hpp"

namespace projections {

void TextIndex::set(TextOwner const& owner, std::span<OwnedText const> texts) {
  auto const words = marked(texts);  // First, so that a word that stays keeps its number.
  if (words.empty()) return drop(owner);
  auto const number = number_of(owner);
  std::vector<std::uint32_t> old;
  each_place(number, [&](std::uint32_t word, Place place) {
    places_.remove(word, place);
    old.push_back(word);
  });
  words_of_.set(number, words);
  each_place(number, [&](std::uint32_t word, Place place) { places_.add(word, place); });
  for (auto const word : old)
    if (places_[word].empty() && !words_.text(word).empty()) words_.drop(word);
}

void TextIndex::drop(TextOwner const& owner) {
  auto const found = numbers_.find(owner);
  if (found == numbers_.end()) return;
  auto const number = *found;
  each_place(number, [&](std::uint32_t word, Place place) {
    places_.remove(word, place);
    if (places_[word].empty()) words_.drop(word);
  });
  words_of_.set(number, {});
  numbers_.erase(found);
  owners_[number] = {};
  free_.push_back(number);
}

std::uint32_t TextIndex::number_of(TextOwner const& owner) {
  auto const found = numbers_.find(owner);
  if (found != numbers_.end()) return *found;
  auto number = static_cast<std::uint32_t>(owners_.size());
  if (free_.empty()) {
    CHECK(number < 1u << (32 - text_bits));
    owners_.emplace_back();
  } else {
    number = free_.back();
    free_.pop_back();
  }
  owners_[number] = owner;
  numbers_.insert(number);
  return number;
}

std::vector<std::uint32_t> TextIndex::marked(std::span<OwnedText const> texts) {
  std::vector<std::uint32_t> all;
  for (auto const& [number, is_name, text] : texts) {
    if (number >= texts_max) continue;
    std::vector<std::uint32_t> words;
    each_word(text, [&](TextSpan span) {
      for (auto const& key : word_keys(text.substr(span.start, span.bytes)))
        words.push_back(words_.add(key));
    });
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    if (words.empty()) continue;
    all.push_back(text_mark | number << 1u | (is_name ? 0u : 1u));
    all.insert(all.end(), words.begin(), words.end());
  }
  return all;
}

std::size_t TextIndex::memory_bytes() const {
  return words_.memory_bytes() + places_.memory_bytes() + words_of_.memory_bytes() +
         owners_.capacity() * sizeof(TextOwner) + free_.capacity() * sizeof(std::uint32_t) +
         numbers_.size() * 3 * sizeof(std::uint32_t) / 2;
}

}  // namespace projections
