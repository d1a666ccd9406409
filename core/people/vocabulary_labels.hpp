// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/people/vocabulary.hpp"

// What labels say about a term, and where a word is looked for.
namespace core::vocabulary {

inline constexpr std::uint8_t german = 1, english = 2, both = german | english;

inline std::uint8_t preferred_languages(capnp::List<schema::Label>::Reader labels) {
  std::uint8_t languages = 0;
  for (auto label : labels) {
    if (!label.getPreferred()) continue;
    if (label.getLanguage() == "de") languages |= german;
    if (label.getLanguage() == "en") languages |= english;
  }
  return languages;
}

inline Stage stage_with(std::uint8_t languages) {
  return languages == both ? Stage::live : Stage::draft;
}

// A word and the terms it labels lie side by side: the folded word, a zero, the term.
inline std::string word_key(std::string const& word, Bytes term) {
  auto key = word;
  key += '\0';
  key += view_of(term);
  return key;
}

}  // namespace core::vocabulary
