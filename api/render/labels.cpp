// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/labels.hpp"

namespace api {

Label Labels::of(core::Id const& term) const {
  auto const row = terms_.term(terms_.survivor(term));
  if (!row) return {"…", "…"};
  std::string const de(row->label("de")), en(row->label("en"));
  if (!de.empty() || !en.empty()) return {de.empty() ? en : de, en.empty() ? de : en};
  if (!row->labels.empty()) return {row->labels.front().text, row->labels.front().text};
  auto const word = texts_.text(row->proposed_at, "word").value_or("…");
  return {word, word};
}

}  // namespace api
