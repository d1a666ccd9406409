// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/texts.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

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
Block must_be_escaped(Block b) { return Block((b < 0x20) | (b == '"') | (b == '\\')); }

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
    auto const end = std::min(at + sizeof(Block), text.size());
    for (; at < end; ++at)
      if (auto const found = forbidden_at(text, at)) return found;
  }
  return {};
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
