// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Facts from its rows. They may come from a damaged shelf, so nothing is believed: what would not fit later is refused here.
#include <algorithm>

#include "core/event_log.hpp"
#include "matching/facts_rows.hpp"

namespace matching {
namespace {

using rows::Shelf;
using rows::unpacked;

void must(bool fits, char const* what) {
  if (!fits) throw core::ShelfDamaged(std::string("match_facts: ") + what);
}

// Every row of a shelf, by id; how many there are.
template <class Row, class Visit>
std::size_t each(core::Rows const& all, Shelf shelf, Visit visit) {
  std::size_t count = 0;
  all.scan(rows::key(shelf), [&](core::Bytes key, core::Bytes row) {
    if (key[0] != static_cast<std::uint8_t>(shelf)) return false;
    must(key.size() == 17, "a key of another shape");
    visit(core::Id::from(key.subspan(1)), unpacked<Row>(row));
    ++count;
    return true;
  });
  return count;
}

void check(std::vector<Claim> const& claims, Taxonomy const& taxonomy) {
  must(claims.size() <= 255, "too many claims");
  for (auto claim : claims)
    must(claim.term().number < taxonomy.size() && claim.level() <= 4,
         "a claim that nobody can make");
}

void check(Stated const& stated, Lane lane, Taxonomy const& taxonomy) {
  check(stated.offers, taxonomy);
  check(stated.needs, taxonomy);
  must(stated.topics.size() <= 255 && stated.owner.size() <= 1, "too many topics or owners");
  must(lane == Lane::CHALLENGES || stated.owner.empty(), "an owner of what nobody owns");
  for (auto topic : stated.topics) must(topic.number < taxonomy.size(), "an unknown topic");
}

}  // namespace

void Facts::loaded() {
  taxonomy_.clear();
  languages_ = LanguageSets();
  for (auto& candidates : candidates_) candidates.clear();
  owners_.clear();
  people_ = 0;
  offering_.clear();
  auto const known = load_terms() + load_candidates() + load_epoch();
  must(known == rows_.size(), "a row of no shelf");
}

std::size_t Facts::load_terms() {
  std::vector<std::pair<core::Id, rows::TermRow>> terms;
  auto const count = each<rows::TermRow>(
      rows_, Shelf::terms,
      [&](core::Id const& id, rows::TermRow row) { terms.emplace_back(id, std::move(row)); });
  std::ranges::sort(terms, {}, [](auto const& term) { return term.second.number; });
  for (auto const& [id, row] : terms) {
    must(row.number.number == taxonomy_.size(), "a number that is missing or there twice");
    must(row.kind <= TermKind::GROUP, "a kind of no term");
    taxonomy_.restore(id, row.kind, row.survivor, row.parents);
  }
  must(taxonomy_.restored(), "terms that are no graph without cycles");
  return count;
}

std::size_t Facts::load_candidates() {
  std::size_t count = 0;
  for (auto lane : lanes)
    count +=
        each<Stated>(rows_, rows::shelf_of(lane), [&](core::Id const& id, Stated const& stated) {
          check(stated, lane, taxonomy_);
          refresh(lane, id, &stated);
        });
  return count;
}

std::size_t Facts::load_epoch() {
  statistics_ = {};
  changes_ = 0;
  auto const row = rows_.find(rows::key(Shelf::epoch));
  if (!row) return 0;
  auto const epoch = unpacked<rows::Epoch>(*row);
  std::vector<std::uint32_t> offering(taxonomy_.size(), 0);
  auto const count =
      each<rows::Offering>(rows_, Shelf::offering, [&](core::Id const& id, rows::Offering of) {
        auto const term = taxonomy_.find(id);
        must(term && of.people <= epoch.people, "a count that cannot be");
        offering[term->number] = of.people;
      });
  statistics_ = Statistics(epoch.source, epoch.people, std::move(offering));
  changes_ = epoch.changes;
  return count + 1;
}

}  // namespace matching
