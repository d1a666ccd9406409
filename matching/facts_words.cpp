// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The rows of Facts in words.
#include "core/check.hpp"
#include "matching/facts_rows.hpp"

namespace matching {
namespace {

using rows::Shelf;
using rows::unpacked;

std::string in_words(rows::TermRow const& term) {
  static constexpr std::array kinds{"skill", "topic", "group"};
  return R"({"number":)" + std::to_string(term.number.number) + R"(,"kind":")" +
         kinds.at(static_cast<std::size_t>(term.kind)) + R"(","survivor":)" +
         std::to_string(term.survivor.number) + R"(,"parents":)" +
         std::to_string(term.parents.size()) + "}";
}

std::string in_words(Stated const& stated) {
  auto const figure = [](char const* name, std::size_t value) {
    return std::string("\"") + name + "\":" + std::to_string(value);
  };
  return "{" + figure("standing", stated.standing) + "," + figure("sector", stated.sector) + "," +
         figure("kinds", stated.kinds) + "," + figure("hours", stated.hours) + "," +
         figure("languages", stated.languages.size()) + "," +
         figure("offers", stated.offers.size()) + "," + figure("needs", stated.needs.size()) + "," +
         figure("topics", stated.topics.size()) + "}";
}

std::string in_words(rows::Epoch const& epoch) {
  return R"({"source":)" + std::to_string(epoch.source.value) + R"(,"people":)" +
         std::to_string(epoch.people) + R"(,"changes":)" + std::to_string(epoch.changes) + "}";
}

}  // namespace

std::string Facts::describe(core::Bytes key, core::Bytes row) const {
  switch (static_cast<Shelf>(key[0])) {
    case Shelf::terms: return in_words(unpacked<rows::TermRow>(row));
    case Shelf::people:
    case Shelf::courses:
    case Shelf::challenges: return in_words(unpacked<Stated>(row));
    case Shelf::offering:
      return R"({"people":)" + std::to_string(unpacked<rows::Offering>(row).people) + "}";
    case Shelf::epoch: return in_words(unpacked<rows::Epoch>(row));
  }
  core::broken("a row of no shelf", __FILE__, __LINE__);
}

}  // namespace matching
