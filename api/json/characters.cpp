// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/characters.hpp"

#include <algorithm>
#include <span>

#include "api/json/blocks.hpp"

namespace api::json {
namespace {

struct Range {
  char32_t first, last;
};

// Ascending. Controls, and what Unicode calls Default_Ignorable_Code_Point.
constexpr Range invisible[] = {
    {0, 0x1f},        {0x7f, 0x9f},       {0xad, 0xad},       {0x34f, 0x34f},    {0x61c, 0x61c},
    {0x115f, 0x1160}, {0x17b4, 0x17b5},   {0x180b, 0x180f},   {0x200b, 0x200f},  {0x2028, 0x202e},
    {0x2060, 0x206f}, {0x3164, 0x3164},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},  {0xffa0, 0xffa0},
    {0xfff0, 0xfffb}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};
constexpr Range spaces[] = {{0x20, 0x20},     {0xa0, 0xa0},     {0x1680, 0x1680}, {0x2000, 0x200a},
                            {0x202f, 0x202f}, {0x205f, 0x205f}, {0x2800, 0x2800}, {0x3000, 0x3000}};
// Hebrew, Arabic and their neighbours.
constexpr Range from_the_right[] = {
    {0x590, 0x8ff}, {0xfb1d, 0xfdff}, {0xfe70, 0xfefc}, {0x10800, 0x10fff}, {0x1e800, 0x1efff}};
// Arabic to Mongolian, and the Indic scripts that came later; pictures.
constexpr Range joining[] = {{0x600, 0x1cff},    {0x2190, 0x2bff},  {0xa800, 0xabff},
                             {0xfb50, 0xfdff},   {0xfe70, 0xfefc},  {0x10a00, 0x11fff},
                             {0x1e900, 0x1e95f}, {0x1f000, 0x1faff}};
// Thai, Lao, Tibetan, Burmese, Khmer.
constexpr Range without_spaces[] = {{0xe00, 0x109f}, {0x1780, 0x17ff}, {0x19e0, 0x1aaf}};
// Keycaps, signs, ideographs, pictures; Burmese and Mongolian.
constexpr Range varying[] = {{'#', '#'},       {'*', '*'},         {'0', '9'},
                             {0xa9, 0xa9},     {0xae, 0xae},       {0x1000, 0x109f},
                             {0x1800, 0x18af}, {0x2010, 0x2bff},   {0x3000, 0x9fff},
                             {0xf900, 0xfaff}, {0x1f000, 0x1faff}, {0x20000, 0x3ffff}};
constexpr Range selectors[] = {
    {0x180b, 0x180d}, {0x180f, 0x180f}, {0xfe00, 0xfe0f}, {0xe0100, 0xe01ef}};
constexpr Range tags[] = {{0xe0020, 0xe007f}};
constexpr Range direction_marks[] = {{0x61c, 0x61c}, {0x200e, 0x200f}};
constexpr Range joiners[] = {{0x200c, 0x200d}};
constexpr char32_t black_flag = 0x1f3f4, break_without_space = 0x200b, soft_hyphen = 0xad;

bool among(std::span<Range const> ranges, char32_t point) {
  auto const next = std::ranges::upper_bound(ranges, point, {}, &Range::first);
  return next != ranges.begin() && point <= std::prev(next)->last;
}

bool continues(char c) { return (static_cast<std::uint8_t>(c) & 0xc0) == 0x80; }

// The code point at `at`, which moves behind it.
char32_t next_point(std::string_view text, std::size_t& at) {
  auto const lead = static_cast<std::uint8_t>(text[at++]);
  char32_t point = lead;
  if (lead >= 0xc0) point &= lead < 0xe0 ? 0x1f : lead < 0xf0 ? 0xf : 7;
  for (; at < text.size() && continues(text[at]); ++at)
    point = point << 6 | (static_cast<std::uint8_t>(text[at]) & 0x3f);
  return point;
}

// Those beside [from, to); 0 where the text ends.
char32_t point_before(std::string_view text, std::size_t from) {
  if (from == 0) return 0;
  while (continues(text[--from]) && from > 0) {
  }
  return next_point(text, from);
}
char32_t point_behind(std::string_view text, std::size_t to) {
  return to < text.size() ? next_point(text, to) : 0;
}

bool turns_to_the_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const point = next_point(text, at);
    if (among(from_the_right, point) && !among(invisible, point)) return true;
  }
  return false;
}

bool joins(char32_t point) { return among(joining, point) && !among(invisible, point); }

// Of the invisible character in [from, to).
bool has_its_place(std::string_view text, std::size_t from, std::size_t to, char32_t point,
                   Lines lines) {
  auto const before = point_before(text, from), behind = point_behind(text, to);
  if (point == '\n' || point == '\t' || point == soft_hyphen) return lines == Lines::many;
  if (among(joiners, point)) return (joins(before) || among(selectors, before)) && joins(behind);
  if (point == break_without_space)
    return among(without_spaces, before) && among(without_spaces, behind);
  if (among(selectors, point)) return among(varying, before) && !among(invisible, before);
  if (among(tags, point)) return before == black_flag || among(tags, before);
  return among(direction_marks, point) && turns_to_the_left(text);
}

// What begins a character that may be invisible: none that German or English is written with, but dashes and quotation marks.
Block may_hide(Block b) { return Block((b < 0x20) | (b == 0x7f) | (b == 0xc2) | (b >= 0xcd)); }
bool may_hide(char c) {
  auto const b = static_cast<std::uint8_t>(c);
  return b < 0x20 || b == 0x7f || b == 0xc2 || b >= 0xcd;
}

}  // namespace

std::optional<unsigned> forbidden_character(std::string_view text, Lines lines) {
  for (std::size_t at = 0;
       (at = skip(text, at, [](Block b) { return may_hide(b); })) < text.size();) {
    auto const end = std::min(at + sizeof(Block), text.size());
    while (at < end) {
      auto const from = at;
      if (!may_hide(text[at++])) continue;
      auto const point = next_point(text, at = from);
      if (among(invisible, point) && !has_its_place(text, from, at, point, lines)) return point;
    }
  }
  return {};
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const point = next_point(text, at);
    if (!among(spaces, point) && !among(invisible, point)) return false;
  }
  return true;
}

}  // namespace api::json
