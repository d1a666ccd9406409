// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/search_fold.hpp"

#include "core/fold.hpp"

namespace projections {
namespace {

// The plain letters of U+00E0 to U+00FF and of U+0100 to U+017F.
constexpr std::string_view latin_1 = "aaaaaaaceeeeiiiidnooooo?ouuuuyty";
constexpr std::string_view extended_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 32 && extended_a.size() == 128);

constexpr std::uint32_t division_sign = 0xf7;

// The plain letter of a code point of two bytes, or 0.
char plain(std::uint32_t point) {
  if (point >= 0xe0 && point <= 0xff && point != division_sign) return latin_1[point - 0xe0];
  if (point >= 0x100 && point <= 0x17f) return extended_a[point - 0x100];
  return 0;
}

bool is_umlaut(std::uint32_t point) { return point == 0xe4 || point == 0xf6 || point == 0xfc; }

}  // namespace

std::string search_fold(std::string_view utf8, Umlauts umlauts) {
  auto const folded = core::fold(utf8);
  std::string out;
  out.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size(); ++i) {
    auto const byte = static_cast<unsigned char>(folded[i]);
    bool const pair = byte >> 5 == 6 && i + 1 < folded.size();
    auto const point =
        pair ? (byte & 0x1fu) << 6 | (static_cast<unsigned char>(folded[i + 1]) & 0x3fu) : 0;
    auto const letter = plain(point);
    if (!letter) {
      out += folded[i];
      continue;
    }
    out += letter;
    if (umlauts == Umlauts::two_letters && is_umlaut(point)) out += 'e';
    ++i;
  }
  return out;
}

}  // namespace projections
