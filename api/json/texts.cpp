// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/texts.hpp"

#include <cstdint>

#include "api/json/blocks.hpp"

namespace api::json {
namespace {

Block must_be_escaped(Block b) { return Block((b < 0x20) | (b == '"') | (b == '\\')); }

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
