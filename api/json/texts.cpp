// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/texts.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace api::json {
namespace {

// Sixteen bytes at a time, on whatever vector registers there are.
using Block = std::uint8_t __attribute__((vector_size(16)));
using Words = std::uint64_t __attribute__((vector_size(16)));

template <class Word = std::uint64_t>
std::uint64_t load(char const* p) {
  Word word;
  std::memcpy(&word, p, sizeof word);
  return word;
}

// Up to eight bytes, filled up with spaces.
std::uint64_t load_some(char const* p, std::size_t n) {
  constexpr std::uint64_t spaces = 0x2020202020202020ULL;
  if (n >= 8) return load(p);
  if (n == 0) return spaces;
  auto const byte = [&](std::size_t i) { return load<std::uint8_t>(p + i) << 8 * i; };
  auto const word = n >= 4 ? load<std::uint32_t>(p) | load<std::uint32_t>(p + n - 4) << 8 * (n - 4)
                           : byte(0) | byte(n / 2) | byte(n - 1);
  return word | spaces << 8 * n;
}

Block load_block(std::string_view text, std::size_t at) {
  auto const* p = text.data() + at;
  auto const n = text.size() - at;
  Block block;
  if (n >= sizeof block) return std::memcpy(&block, p, sizeof block), block;
  return Block(Words{load_some(p, n), load_some(p + 8, n > 8 ? n - 8 : 0)});
}

bool any(Block marked) {
  auto const words = Words(marked);
  return (words[0] | words[1]) != 0;
}

// Where the first block from `at` on starts that has a mark, or text.size().
template <class Mark>
std::size_t skip(std::string_view text, std::size_t at, Mark mark) {
  while (at < text.size() && !any(mark(load_block(text, at)))) at += sizeof(Block);
  return std::min(at, text.size());
}

// C2 leads U+0080-00BF in UTF-8.
Block may_be_forbidden(Block b) { return Block((b < 0x20) | (b == 0x7f) | (b == 0xc2)); }
// E2 leads U+2000-2FFF.
Block may_be_forbidden_in_line(Block b) { return may_be_forbidden(b) | Block(b == 0xe2); }
Block must_be_escaped(Block b) { return Block((b < 0x20) | (b == '"') | (b == '\\')); }

std::optional<unsigned> forbidden_at(std::string_view text, std::size_t i) {
  auto const c = static_cast<std::uint8_t>(text[i]);
  if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) return c;
  if (c != 0xc2 || i + 1 == text.size()) return {};
  auto const next = static_cast<std::uint8_t>(text[i + 1]);
  if (next < 0xa0) return next;
  return {};
}

std::optional<unsigned> forbidden_in_line_at(std::string_view text, std::size_t i) {
  auto const c = static_cast<std::uint8_t>(text[i]);
  if (c == '\n' || c == '\t') return c;
  if (c != 0xe2 || i + 2 >= text.size()) return forbidden_at(text, i);
  auto const next = static_cast<std::uint8_t>(text[i + 1]),
             last = static_cast<std::uint8_t>(text[i + 2]);
  unsigned const point = 0x2000u | (next & 0x3fu) << 6 | (last & 0x3fu);
  bool const turns = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  return turns ? std::optional(point) : std::nullopt;
}

template <class Mark, class Found>
std::optional<unsigned> first_found(std::string_view text, Mark mark, Found found) {
  for (std::size_t at = 0; (at = skip(text, at, mark)) < text.size();) {
    auto const end = std::min(at + sizeof(Block), text.size());
    for (; at < end; ++at)
      if (auto const point = found(text, at)) return point;
  }
  return {};
}

// The code point at `at`, which moves behind it. The text is UTF-8.
char32_t next_point(std::string_view text, std::size_t& at) {
  auto const lead = static_cast<std::uint8_t>(text[at++]);
  char32_t point = lead < 0x80   ? lead
                   : lead < 0xe0 ? lead & 0x1f
                   : lead < 0xf0 ? lead & 0xf
                                 : lead & 7;
  for (; at < text.size() && (text[at] & 0xc0) == 0x80; ++at)
    point = point << 6 | (static_cast<std::uint8_t>(text[at]) & 0x3f);
  return point;
}

// Spaces, and what Unicode calls Default_Ignorable_Code_Point; and the blank pattern of Braille.
bool is_invisible(char32_t point) {
  static constexpr std::pair<char32_t, char32_t> ranges[] = {
      {0, 0x20},        {0x7f, 0xa0},     {0xad, 0xad},     {0x34f, 0x34f},   {0x61c, 0x61c},
      {0x115f, 0x1160}, {0x1680, 0x1680}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x2000, 0x200f},
      {0x2028, 0x202f}, {0x205f, 0x206f}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
      {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff0, 0xfff8}, {0xe0000, 0xe0fff}};
  return std::ranges::any_of(
      ranges, [point](auto const& range) { return point >= range.first && point <= range.second; });
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
  return first_found(text, may_be_forbidden, forbidden_at);
}

std::optional<unsigned> forbidden_in_line(std::string_view text) {
  return first_found(text, may_be_forbidden_in_line, forbidden_in_line_at);
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_invisible(next_point(text, at))) return false;
  return true;
}

void write_text(std::string_view text, std::string& out) {
  out += '"';
  std::size_t written = 0;
  for (std::size_t at = 0; (at = skip(text, at, must_be_escaped)) < text.size();) {
    while (!escaped(text[at])) ++at;  // There is one in this block.
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
