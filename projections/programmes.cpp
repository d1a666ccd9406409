// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/programmes.hpp"

#include <algorithm>

#include "core/unpack_row.hpp"
#include "projections/any_of.hpp"
#include "projections/line.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

constexpr char programme_key = 'p', application_key = 'a', own_key = 'o', manager_key = 'g';

template <class Row>
Row unpacked(core::Bytes bytes) {
  return core::unpack_row<Row>(bytes, "programmes");
}

bool passes(ProgrammeRow const& row, ProgrammeFilter const& filter) {
  return any_of(filter.kinds, row.kind) && any_of(filter.stages, row.stage) &&
         (filter.measure.is_nil() || filter.measure == row.measure);
}

}  // namespace

std::uint32_t* ProgrammeRow::count(ApplicationStanding standing) {
  switch (standing) {
    case ApplicationStanding::NONE:
    case ApplicationStanding::PROGRAMME_CANCELLED: return nullptr;
    case ApplicationStanding::SUBMITTED: return &submitted;
    case ApplicationStanding::WAITING: return &waiting;
    case ApplicationStanding::ACCEPTED: return &accepted;
    case ApplicationStanding::ENROLLED: return &enrolled;
    case ApplicationStanding::REJECTED: return &rejected;
    case ApplicationStanding::WITHDRAWN: return &withdrawn;
  }
  return nullptr;
}

std::optional<ProgrammeRow> Programmes::programme(core::Id const& id) const {
  auto const row = rows_.find(RowKey(programme_key, id));
  if (!row) return std::nullopt;
  return unpacked<ProgrammeRow>(*row);
}

std::optional<ApplicationRow> Programmes::application(core::Id const& programme,
                                                      core::Id const& person) const {
  auto const row = rows_.find(PairKey(application_key, programme, person));
  if (!row) return std::nullopt;
  return unpacked<ApplicationRow>(*row);
}

bool Programmes::manages(core::Id const& person, core::Id const& programme) const {
  auto const granted = [&](core::Id const& target) {
    return rows_.find(PairKey(manager_key, target, person)).has_value();
  };
  if (granted(programme)) return true;
  auto const row = this->programme(programme);
  return row && !row->measure.is_nil() && granted(row->measure);
}

std::uint32_t Programmes::ahead(core::Id const& programme,
                                ApplicationRow const& application) const {
  std::uint32_t ahead = 0;
  if (application.standing != ApplicationStanding::WAITING) return ahead;
  for (auto const& other : applicants(programme, {ApplicationStanding::WAITING}))
    ahead += other.row.ticket < application.ticket;
  return ahead;
}

std::vector<Applicant> Programmes::applicants(
    core::Id const& programme, std::vector<ApplicationStanding> const& standings) const {
  std::vector<Applicant> found;
  each_pair(rows_, application_key, programme, [&](core::Id const& person, core::Bytes bytes) {
    auto const row = unpacked<ApplicationRow>(bytes);
    if (any_of(standings, row.standing)) found.push_back({person, row});
  });
  std::ranges::sort(found, {}, [](Applicant const& one) {
    return std::tuple(one.row.ticket == 0, one.row.ticket, one.row.submitted_at);
  });
  return found;
}

std::vector<core::Id> Programmes::applied_to(core::Id const& person) const {
  std::vector<core::Id> programmes;
  each_pair(rows_, own_key, person,
            [&](core::Id const& programme, core::Bytes) { programmes.push_back(programme); });
  return programmes;
}

Programmes::Found Programmes::search(ProgrammeFilter const& filter, core::Id const& after,
                                     std::size_t limit) const {
  auto const below = after.is_nil() ? core::Position{~0ULL}
                                    : programme(after).value_or(ProgrammeRow()).announced_at;
  Found found;
  for (auto one = announced_.rbegin(); one != announced_.rend(); ++one) {
    if (!passes(*programme(one->second), filter)) continue;
    ++found.total;
    if (one->first < below && found.page.size() < limit) found.page.push_back(one->second);
  }
  return found;
}

template <class Row>
void Programmes::put(core::Bytes key, Row const& row) {
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(key, buffer_);
}

void Programmes::change(core::Id const& programme, core::FunctionRef<void(ProgrammeRow&)> edit) {
  auto row = this->programme(programme).value_or(ProgrammeRow());
  edit(row);
  announced_.insert_or_assign(row.announced_at, programme);
  put(RowKey(programme_key, programme), row);
}

void Programmes::move(core::Id const& programme, core::Id const& person, core::Version version,
                      core::FunctionRef<void(ApplicationRow&)> edit) {
  auto row = application(programme, person).value_or(ApplicationRow());
  auto const before = row.standing;
  edit(row);
  change(programme, [&](ProgrammeRow& changed) {
    changed.version = version;
    if (auto* const left = changed.count(before)) --*left;
    if (auto* const reached = changed.count(row.standing)) ++*reached;
  });
  put(PairKey(application_key, programme, person), row);
  rows_.put(PairKey(own_key, person, programme), {});
}

void Programmes::manage(core::Id const& person, core::Id const& target, bool may) {
  PairKey const key(manager_key, target, person);
  if (may) rows_.put(key, {});
  else rows_.erase(key);
}

void Programmes::loaded() {
  announced_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    if (kind_of(key) == programme_key)
      announced_.emplace(unpacked<ProgrammeRow>(row).announced_at, id_of(key));
    if (kind_of(key) == application_key) unpacked<ApplicationRow>(row);
    return true;
  });
}

std::string Programmes::describe(core::Bytes key, core::Bytes bytes) const {
  Line line;
  if (kind_of(key) == own_key)
    return line("person", first_of(key))("appliedTo", second_of(key)).text();
  if (kind_of(key) == manager_key)
    return line("of", first_of(key))("managedBy", second_of(key)).text();
  if (kind_of(key) == application_key) {
    auto const row = unpacked<ApplicationRow>(bytes);
    line("programme", first_of(key))("person", second_of(key));
    line("standing", static_cast<unsigned>(row.standing));
    line("status", static_cast<unsigned>(row.status))("ticket", row.ticket);
    return line("submittedAt", row.submitted_at)("team", row.team).text();
  }
  auto const row = unpacked<ProgrammeRow>(bytes);
  line("programme", id_of(key))("stage", static_cast<unsigned>(row.stage));
  line("kind", static_cast<unsigned>(row.kind))("measure", row.measure)("capacity", row.capacity);
  line("submitted", row.submitted)("waiting", row.waiting)("accepted", row.accepted);
  line("enrolled", row.enrolled)("rejected", row.rejected)("withdrawn", row.withdrawn);
  line("phase", row.phase)("phases", row.phases.size())("partners", row.partners.size());
  line("studies", row.studies.size())("announcedAt", row.announced_at);
  return line("version", row.version.value).text();
}

}  // namespace projections
