// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/searchable.hpp"
#include "projections/text_question.hpp"

namespace api {

// A part of a text with what was found in it, in UTF-16 code units of that part.
struct Excerpt {
  struct Span {
    std::uint32_t start = 0, end = 0;
    bool operator==(Span const&) const = default;
  };
  std::string text;
  std::vector<Span> spans;
};

// The text that meets the most words of the question, the first of several; null where none does.
SearchableText const* best_of(projections::TextQuestion const& question,
                              std::vector<SearchableText> const& texts);

// Around the first word that was met, whole characters; "…" stands where something was left out.
Excerpt excerpt_of(projections::TextQuestion const& question, std::string_view text);

}  // namespace api
