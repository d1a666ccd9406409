// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/organisations.hpp"

#include <algorithm>

#include "core/unpack_row.hpp"
#include "projections/any_of.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

constexpr std::size_t districts_max = 50;

OrganisationRow unpacked(core::Bytes bytes) {
  return core::unpack_row<OrganisationRow>(bytes, "organisations");
}

template <class Value>
std::vector<Count<Value>> most_frequent(std::map<Value, std::uint64_t> const& counts) {
  Leaders<Value> leaders(districts_max);
  for (auto const& [value, count] : counts) leaders.offer(value, count);
  return leaders.take();
}

}  // namespace

Standing OrganisationRow::standing(core::Id const& person) const {
  auto const known = std::ranges::find(people, person, &core::organisation::Person::id);
  return known == people.end() ? Standing::NONE : known->standing;
}

std::optional<OrganisationRow> Organisations::organisation(core::Id const& id) const {
  auto const row = rows_.find(id.view());
  if (!row) return std::nullopt;
  return unpacked(*row);
}

core::Id Organisations::canonical(core::Id id) const {
  for (auto row = organisation(id); row && row->stage == OrganisationStage::MERGED;
       row = organisation(id))
    id = row->into;
  return id;
}

void Organisations::change(core::Id const& id, core::FunctionRef<void(OrganisationRow&)> edit) {
  auto row = organisation(id).value_or(OrganisationRow());
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(id.view(), buffer_);
  show(id, row);
}

void Organisations::show(core::Id const& id, OrganisationRow const& row) {
  if (row.open())
    found_.insert_or_assign(row.registered_at,
                            Findable{id, row.sector, row.district, row.green, row.verified()});
  else found_.erase(row.registered_at);
}

Organisations::Found Organisations::search(OrganisationFilter const& filter, bool with_unverified,
                                           core::Id const& after, std::size_t limit) const {
  auto const below = after.is_nil() ? core::Position{~0ULL}
                                    : organisation(after).value_or(OrganisationRow()).registered_at;
  Found found;
  std::map<core::schema::Sector, std::uint64_t> sectors;
  std::map<std::string, std::uint64_t> districts;
  for (auto at = found_.rbegin(); at != found_.rend(); ++at) {
    auto const& one = at->second;
    if (!one.verified && !with_unverified) continue;
    bool const sector = any_of(filter.sectors, one.sector);
    bool const district = any_of(filter.districts, one.district);
    bool const green = one.green || !filter.green;
    bool const verified = one.verified || !filter.verified;
    if (district && green && verified) ++sectors[one.sector];
    if (sector && green && verified && !one.district.empty()) ++districts[one.district];
    if (sector && district && verified && one.green) ++found.counts.green;
    if (sector && district && green && one.verified) ++found.counts.verified;
    if (!sector || !district || !green || !verified) continue;
    ++found.total;
    if (at->first < below && found.page.size() < limit) found.page.push_back(one.id);
  }
  found.counts.sectors = most_frequent(sectors);
  found.counts.districts = most_frequent(districts);
  return found;
}

void Organisations::loaded() {
  found_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    show(core::Id::from(key), unpacked(row));
    return true;
  });
}

std::string Organisations::describe(core::Bytes key, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  Line line;
  line("organisation", core::Id::from(key))("stage", static_cast<unsigned>(row.stage));
  line("into", row.into)("sector", static_cast<unsigned>(row.sector))("green", row.green);
  line("registeredAt", row.registered_at)("verifiedAt", row.verified_at)("toldAt", row.told_at);
  return line("people", row.people.size())("version", row.version.value).text();
}

}  // namespace projections
