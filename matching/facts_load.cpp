// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Facts from its rows: what is derived from them, and how they read in words.
#include <algorithm>

#include "core/check.hpp"
#include "matching/facts_rows.hpp"

namespace matching {
namespace {

using rows::Shelf;

template <class Row>
Row unpacked(core::Bytes bytes) {
  Row row;
  CHECK(core::unpack(bytes, row));
  return row;
}

// Every row of a shelf, by id.
template <class Row, class Visit>
void each(core::Rows const& all, Shelf shelf, Visit visit) {
  all.scan(rows::key(shelf), [&](core::Bytes key, core::Bytes row) {
    if (key[0] != static_cast<std::uint8_t>(shelf)) return false;
    visit(core::Id::from(key.subspan(1)), unpacked<Row>(row));
    return true;
  });
}

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

void Facts::loaded() {
  taxonomy_ = Taxonomy();
  languages_ = LanguageSets();
  for (auto& candidates : candidates_) candidates.clear();
  owners_.clear();
  people_ = 0;
  offering_.clear();
  load_terms();
  load_candidates();
  load_epoch();
}

void Facts::load_terms() {
  std::vector<std::pair<core::Id, rows::TermRow>> terms;
  each<rows::TermRow>(rows_, Shelf::terms, [&](core::Id const& id, rows::TermRow row) {
    terms.emplace_back(id, std::move(row));
  });
  std::ranges::sort(terms, {}, [](auto const& term) { return term.second.number; });
  for (auto const& [id, row] : terms) {
    CHECK(row.number.number == taxonomy_.size());
    taxonomy_.restore(id, row.kind, row.survivor, row.parents);
  }
  taxonomy_.restored();
}

void Facts::load_candidates() {
  for (auto lane : lanes)
    each<Stated>(rows_, rows::shelf_of(lane),
                 [&](core::Id const& id, Stated const& stated) { refresh(lane, id, &stated); });
}

void Facts::load_epoch() {
  statistics_ = {};
  changes_ = 0;
  auto const row = rows_.find(rows::key(Shelf::epoch));
  if (!row) return;
  auto const epoch = unpacked<rows::Epoch>(*row);
  std::vector<std::uint32_t> offering(taxonomy_.size(), 0);
  each<rows::Offering>(rows_, Shelf::offering, [&](core::Id const& id, rows::Offering of) {
    offering[taxonomy_.find(id)->number] = of.people;
  });
  statistics_ = Statistics(epoch.source, epoch.people, std::move(offering));
  changes_ = epoch.changes;
}

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
