// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/fold.hpp"

#include <cstdint>

namespace core {
namespace {

constexpr std::uint32_t not_utf8 = 0xffffffff;

// The code point at text[i], and how many bytes it takes. A broken sequence gives its first byte back, marked.
std::pair<std::uint32_t, std::size_t> code_point(std::string_view text, std::size_t i) {
  auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
  auto const lead = byte(i);
  std::size_t const length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
  if (length == 1) return {lead, 1};
  if (length == 0 || i + length > text.size()) return {not_utf8, 1};
  std::uint32_t point = lead & (0x7f >> length);
  for (std::size_t k = 1; k < length; ++k) point = point << 6 | (byte(i + k) & 0x3f);
  return {point, length};
}

void append(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xc0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xe0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (point & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (point & 0x3f));
  }
}

bool is_space(std::uint32_t point) {
  return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xa0 || point == 0x202f || point == 0x3000;
}

// Unicode's simple lower case for Latin (Basic, Latin-1, Extended-A), Greek and Cyrillic capitals.
std::uint32_t lower(std::uint32_t point) {
  if (point >= 'A' && point <= 'Z') return point + 32;
  if (point >= 0xc0 && point <= 0xde && point != 0xd7) return point + 32;
  if (point == 0x130) return 'i';
  if (point == 0x178) return 0xff;
  if ((point >= 0x100 && point <= 0x137) || (point >= 0x14a && point <= 0x177)) return point | 1;
  if ((point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17e)) return point + (point & 1);
  if (point >= 0x391 && point <= 0x3a9 && point != 0x3a2) return point + 32;
  if (point >= 0x410 && point <= 0x42f) return point + 32;
  if (point >= 0x400 && point <= 0x40f) return point + 80;
  return point;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space_due = false;
  for (std::size_t i = 0; i < text.size();) {
    auto const [point, length] = code_point(text, i);
    if (point != not_utf8 && is_space(point)) {
      space_due = !out.empty();
    } else {
      if (space_due) out += ' ';
      space_due = false;
      if (point == not_utf8) out += text[i];
      else if (point == 0xdf || point == 0x1e9e) out += "ss";
      else append(out, lower(point));
    }
    i += length;
  }
  return out;
}

}  // namespace core
