// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/fold.hpp"

#include <cstdint>
#include <optional>
#include <utility>

namespace core {
namespace {

constexpr std::uint32_t not_utf8 = 0xffffffff;

// The code point at text[i], and how many bytes it takes. A broken sequence gives its first byte back, marked.
std::pair<std::uint32_t, std::size_t> code_point(std::string_view text, std::size_t i) {
  auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
  auto const lead = byte(i);
  std::size_t const length = lead < 0x80       ? 1
                             : lead >> 5 == 6  ? 2
                             : lead >> 4 == 14 ? 3
                             : lead >> 3 == 30 ? 4
                                               : 0;
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

// Unicode's White_Space.
bool is_space(std::uint32_t point) {
  return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x85 || point == 0xa0 ||
         point == 0x1680 || (point >= 0x2000 && point <= 0x200a) || point == 0x2028 ||
         point == 0x2029 || point == 0x202f || point == 0x205f || point == 0x3000;
}

// Capitals, and the few small letters that count as another: Unicode's simple case folding for Latin (up to Extended-A, most of
// Extended-B and Additional), Greek and Cyrillic. Where capitals and small letters take turns, `even` or `odd` are the capitals.
struct Capitals {
  enum { shift, even, odd };
  std::uint32_t first, last;
  int kind, by;
};
constexpr Capitals capitals[] = {
    {'A', 'Z', Capitals::shift, 32},     {0xb5, 0xb5, Capitals::shift, 775},
    {0xc0, 0xd6, Capitals::shift, 32},   {0xd8, 0xde, Capitals::shift, 32},
    {0x100, 0x12f, Capitals::even, 0},   {0x130, 0x130, Capitals::shift, -199},
    {0x132, 0x137, Capitals::even, 0},   {0x139, 0x148, Capitals::odd, 0},
    {0x14a, 0x177, Capitals::even, 0},   {0x178, 0x178, Capitals::shift, -121},
    {0x179, 0x17e, Capitals::odd, 0},    {0x17f, 0x17f, Capitals::shift, -268},
    {0x200, 0x21f, Capitals::even, 0},   {0x222, 0x233, Capitals::even, 0},
    {0x386, 0x386, Capitals::shift, 38}, {0x388, 0x38a, Capitals::shift, 37},
    {0x38c, 0x38c, Capitals::shift, 64}, {0x38e, 0x38f, Capitals::shift, 63},
    {0x391, 0x3a1, Capitals::shift, 32}, {0x3a3, 0x3ab, Capitals::shift, 32},
    {0x3c2, 0x3c2, Capitals::shift, 1},  {0x400, 0x40f, Capitals::shift, 80},
    {0x410, 0x42f, Capitals::shift, 32}, {0x460, 0x481, Capitals::even, 0},
    {0x48a, 0x4bf, Capitals::even, 0},   {0x4c0, 0x4c0, Capitals::shift, 15},
    {0x4c1, 0x4ce, Capitals::odd, 0},    {0x4d0, 0x52f, Capitals::even, 0},
    {0x1e00, 0x1e95, Capitals::even, 0}, {0x1ea0, 0x1eff, Capitals::even, 0},
};

std::uint32_t small(std::uint32_t point) {
  for (auto const& [first, last, kind, by] : capitals) {
    if (point < first) break;  // They ascend.
    if (point > last) continue;
    if (kind == Capitals::even) return point | 1;
    if (kind == Capitals::odd) return point + (point & 1);
    return point + static_cast<std::uint32_t>(by);
  }
  return point;
}

// A small letter and a mark that was typed behind it are the letter with the mark: "letter, composed" side by side.
struct Mark {
  std::uint32_t mark;
  std::u32string_view letters;
};
constexpr Mark marks[] = {
    {0x300, U"aàeèiìoòuù"},
    {0x301, U"aáeéiíoóuúyýcćlĺnńrŕsśzź"},
    {0x302, U"aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷ"},
    {0x303, U"aãnñoõiĩuũ"},
    {0x304, U"aāeēiīoōuū"},
    {0x306, U"aăeĕiĭoŏuŭgğ"},
    {0x307, U"cċeėgġzż"},
    {0x308, U"aäeëiïoöuüyÿ"},
    {0x30a, U"aåuů"},
    {0x30b, U"oőuű"},
    {0x30c, U"cčdďeělľnňrřsštťzž"},
    {0x326, U"sștț"},
    {0x327, U"cçgģkķlļnņrŗsştţ"},
    {0x328, U"aąeęiįuų"},
};

std::optional<std::uint32_t> composed(std::uint32_t letter, std::uint32_t mark) {
  for (auto const& [point, letters] : marks)
    for (std::size_t i = 0; point == mark && i < letters.size(); i += 2)
      if (letters[i] == letter) return letters[i + 1];
  return {};
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space_due = false;
  std::uint32_t last = not_utf8;  // What `out` ends with.
  for (std::size_t i = 0; i < text.size();) {
    auto const [point, length] = code_point(text, i);
    i += length;
    if (is_space(point)) {
      space_due = !out.empty();
      last = not_utf8;
      continue;
    }
    if (auto const whole = composed(last, point)) {
      out.pop_back();  // The letter is one byte.
      append(out, last = *whole);
      continue;
    }
    if (space_due) out += ' ';
    space_due = false;
    last = small(point);
    if (point == not_utf8) out += text[i - 1];
    else if (point == 0xdf || point == 0x1e9e) out += "ss";
    else append(out, last);
  }
  return out;
}

}  // namespace core
