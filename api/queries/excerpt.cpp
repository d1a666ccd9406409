// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/excerpt.hpp"

#include <set>

#include "core/limits.hpp"

namespace api {
namespace {

using projections::TextQuestion, projections::TextSpan;

constexpr std::size_t before_bytes = core::limits::search_excerpt_bytes_max / 4;
constexpr std::string_view left_out = "…";

std::vector<TextSpan> met_in(TextQuestion const& question, std::string_view text) {
  std::vector<TextSpan> spans;
  projections::each_word(text, [&](TextSpan word) {
    if (auto const met = question.met(text.substr(word.start, word.bytes)))
      spans.push_back({word.start + met->part.start, met->part.bytes});
  });
  return spans;
}

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

std::uint32_t utf16_units(std::string_view text) {
  std::uint32_t units = 0;
  for (unsigned char const byte : text) units += (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
  return units;
}

// The part of a long text that is shown: from a word's beginning on, where one is near.
TextSpan window(std::string_view text, std::size_t first_met) {
  if (text.size() <= core::limits::search_excerpt_bytes_max) return {0, text.size()};
  auto start = first_met > before_bytes ? first_met - before_bytes : 0;
  if (auto const gap = text.find(' ', start); start > 0 && gap < first_met) start = gap + 1;
  while (is_inside_character(text, start)) ++start;
  auto end = std::min(start + core::limits::search_excerpt_bytes_max, text.size());
  while (is_inside_character(text, end)) --end;
  return {start, end - start};
}

}  // namespace

SearchableText const* best_of(TextQuestion const& question,
                              std::vector<SearchableText> const& texts) {
  SearchableText const* best = nullptr;
  std::size_t most = 0;
  for (auto const& text : texts) {
    std::set<std::size_t> wanted;
    projections::each_word(text.text, [&](TextSpan word) {
      if (auto const met = question.met(std::string_view(text.text).substr(word.start, word.bytes)))
        wanted.insert(met->wanted);
    });
    if (wanted.size() <= most) continue;
    most = wanted.size();
    best = &text;
  }
  return best;
}

Excerpt excerpt_of(TextQuestion const& question, std::string_view text) {
  auto const met = met_in(question, text);
  auto const shown = window(text, met.empty() ? 0 : met.front().start);
  Excerpt excerpt;
  if (shown.start > 0) excerpt.text = left_out;
  auto const offset = utf16_units(excerpt.text);
  for (auto const& span : met) {
    if (span.start < shown.start || span.start + span.bytes > shown.start + shown.bytes) continue;
    auto const start = offset + utf16_units(text.substr(shown.start, span.start - shown.start));
    excerpt.spans.push_back({start, start + utf16_units(text.substr(span.start, span.bytes))});
  }
  excerpt.text += text.substr(shown.start, shown.bytes);
  if (shown.start + shown.bytes < text.size()) excerpt.text += left_out;
  return excerpt;
}

}  // namespace api
