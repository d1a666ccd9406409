// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/text_words.hpp"

#include "core/limits.hpp"
#include "projections/search_fold.hpp"

namespace projections {
namespace {

constexpr std::uint32_t feminine = 0xaa, micro = 0xb5, masculine = 0xba, times = 0xd7,
                        divided = 0xf7;

// How many bytes the character takes that begins with this one.
std::size_t width(char lead) {
  auto const byte = static_cast<unsigned char>(lead);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

std::uint32_t point_at(std::string_view text, std::size_t at, std::size_t bytes) {
  if (bytes == 1) return static_cast<unsigned char>(text[at]);
  std::uint32_t point = static_cast<unsigned char>(text[at]) & (0x7fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i)
    point = point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
  return point;
}

bool is_letter(std::uint32_t point) {
  if (point < 0x80)
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
           (point >= '0' && point <= '9');
  if (point < 0xc0) return point == feminine || point == micro || point == masculine;
  if (point == times || point == divided) return false;
  bool const sign = point >= 0x2000 && point <= 0x2bff;       // Punctuation, currencies, arrows.
  bool const wide_sign = point >= 0x3000 && point <= 0x303f;  // Punctuation of East Asia.
  return !sign && !wide_sign;
}

bool is_vowel_with_umlaut(char c) { return c == 'a' || c == 'o' || c == 'u'; }

std::string in_one_letter(std::string_view key) {
  std::string out;
  for (std::size_t i = 0; i < key.size(); ++i) {
    out += key[i];
    if (is_vowel_with_umlaut(key[i]) && i + 1 < key.size() && key[i + 1] == 'e') ++i;
  }
  return out;
}

}  // namespace

void each_word(std::string_view text, core::FunctionRef<void(TextSpan)> visit) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const bytes = std::min(width(text[at]), text.size() - at);
    if (!is_letter(point_at(text, at, bytes))) {
      if (at > start) visit({start, at - start});
      start = at + bytes;
    }
    at += bytes;
  }
  if (text.size() > start) visit({start, text.size() - start});
}

std::vector<std::string> word_keys(std::string_view word) {
  auto whole = search_fold(word, Umlauts::two_letters);
  if (whole.size() > core::limits::search_word_bytes_max)
    whole.resize(core::limits::search_word_bytes_max);
  auto shorter = in_one_letter(whole);
  if (shorter == whole) return {std::move(whole)};
  return {std::move(whole), std::move(shorter)};
}

TextSpan part_of_word(std::string_view word, std::string_view key, std::size_t from,
                      std::size_t to) {
  bool const shorter = word_keys(word).front() != key;
  auto const key_bytes = [&](std::size_t bytes) {
    auto const folded = search_fold(word.substr(0, bytes), Umlauts::two_letters);
    return shorter ? in_one_letter(folded).size() : folded.size();
  };
  std::size_t start = 0, end = 0;
  while (end < word.size() && key_bytes(end) < to) {
    if (key_bytes(end) <= from) start = end;
    end += width(word[end]);
  }
  end = std::min(end, word.size());
  return {start, end - start};
}

}  // namespace projections
