// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/texts.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace api::json {
namespace {

// Eight bytes at a time: a byte's high bit is set in the result where the test holds for it.
// (Bit Twiddling Hacks: "Determine if a word has a byte less than n", "... equal to n"; exact for a whole word being zero.)
constexpr std::uint64_t each(std::uint8_t byte) { return 0x0101010101010101ULL * byte; }
constexpr std::uint64_t highs = each(0x80);

constexpr std::uint64_t below_space(std::uint64_t word) {
  return (word - each(0x20)) & ~word & highs;
}
constexpr std::uint64_t equal(std::uint64_t word, std::uint8_t byte) {
  auto const zero = word ^ each(byte);
  return (zero - each(1)) & ~zero & highs;
}

std::uint64_t load(char const* p) {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return word;
}

// The text from `at`, filled up with spaces.
std::uint64_t load_last(std::string_view text, std::size_t at) {
  std::uint64_t word = each(' ');
  std::memcpy(&word, text.data() + at, text.size() - at);
  return word;
}

// The first place from `at` on where a word of eight is suspicious: at most seven bytes too early, text.size() if none.
template <class Suspicious>
std::size_t skip(std::string_view text, std::size_t at, Suspicious suspicious) {
  for (; at + 8 <= text.size(); at += 8)
    if (suspicious(load(text.data() + at))) return at;
  if (at < text.size() && suspicious(load_last(text, at))) return at;
  return text.size();
}

// C2 leads U+0080-00BF in UTF-8.
bool may_be_forbidden(std::uint64_t word) {
  return (below_space(word) | equal(word, 0x7f) | equal(word, 0xc2)) != 0;
}

bool must_be_escaped(std::uint64_t word) {
  return (below_space(word) | equal(word, '"') | equal(word, '\\')) != 0;
}

std::optional<unsigned> forbidden_at(std::string_view text, std::size_t i) {
  auto const c = static_cast<std::uint8_t>(text[i]);
  if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) return c;
  if (c != 0xc2 || i + 1 == text.size()) return {};
  auto const next = static_cast<std::uint8_t>(text[i + 1]);
  if (next < 0xa0) return next;
  return {};
}

constexpr char hex[] = "0123456789abcdef";

void write_escaped(char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\t': out += "\\t"; break;
    case '\r': out += "\\r"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    default: out += {'\\', 'u', '0', '0', hex[(c >> 4) & 15], hex[c & 15]}; break;
  }
}

bool escaped(char c) { return static_cast<std::uint8_t>(c) < 0x20 || c == '"' || c == '\\'; }

}  // namespace

std::optional<unsigned> forbidden_character(std::string_view text) {
  for (std::size_t at = 0; (at = skip(text, at, may_be_forbidden)) < text.size();) {
    auto const end = std::min(at + 8, text.size());
    for (; at < end; ++at)
      if (auto const found = forbidden_at(text, at)) return found;
  }
  return {};
}

void write_text(std::string_view text, std::string& out) {
  out += '"';
  std::size_t written = 0;
  for (std::size_t at = 0; (at = skip(text, at, must_be_escaped)) < text.size();) {
    while (!escaped(text[at])) ++at;  // There is one among the next eight.
    out.append(text, written, at - written);
    write_escaped(text[at], out);
    written = ++at;
  }
  out.append(text, written);
  out += '"';
}

std::string echo(std::string_view text) {
  std::string shown(text.substr(0, 64));
  for (auto& c : shown)
    if (c < ' ' || c > '~') c = '?';
  if (text.size() > shown.size()) shown += "...";
  return shown;
}

}  // namespace api::json
