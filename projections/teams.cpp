// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/teams.hpp"

#include <algorithm>

#include "core/unpack_row.hpp"
#include "projections/any_of.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

TeamRow unpacked(core::Bytes bytes) { return core::unpack_row<TeamRow>(bytes, "teams"); }

}  // namespace

std::optional<TeamRow> Teams::team(core::Id const& id) const {
  auto const row = rows_.find(id.view());
  if (!row) return std::nullopt;
  return unpacked(*row);
}

void Teams::change(core::Id const& team, core::FunctionRef<void(TeamRow&)> edit) {
  auto row = this->team(team).value_or(TeamRow());
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(team.view(), buffer_);
  show(team, row);
}

void Teams::show(core::Id const& team, TeamRow const& row) {
  Shown shown{team, row.programme, row.kind, row.stage(), row.final, {}};
  for (auto const& opening : row.openings) shown.skills.push_back(opening.skill.term);
  shown_.insert_or_assign(row.formed_at, std::move(shown));
}

Teams::Found Teams::search(TeamFilter const& filter, core::Id const& after, std::size_t limit,
                           core::FunctionRef<core::Id(core::Id const&)> survivor) const {
  auto const looks_for = [&](core::Id const& term) {
    return any_of(filter.skills, survivor(term));
  };
  auto const passes = [&](Shown const& shown) {
    return shown.stage != TeamStage::DISSOLVED &&
           (!filter.open || shown.stage == TeamStage::FORMING) &&
           (filter.programme.is_nil() || filter.programme == shown.programme) &&
           any_of(filter.kinds, shown.kind) &&
           (filter.skills.empty() || std::ranges::any_of(shown.skills, looks_for));
  };
  auto const below =
      after.is_nil() ? core::Position{~0ULL} : team(after).value_or(TeamRow()).formed_at;
  Found found;
  for (auto one = shown_.rbegin(); one != shown_.rend(); ++one) {
    if (!passes(one->second)) continue;
    ++found.total;
    if (one->first < below && found.page.size() < limit) found.page.push_back(one->second.id);
  }
  return found;
}

Teams::Counts Teams::count(core::Id const& programme) const {
  Counts counts;
  for (auto const& [formed_at, shown] : shown_) {
    if (shown.programme != programme) continue;
    counts.handed_in += shown.final;
    switch (shown.stage) {
      case TeamStage::FORMING: ++counts.forming; break;
      case TeamStage::COMPLETE: ++counts.complete; break;
      case TeamStage::LOCKED: ++counts.locked; break;
      case TeamStage::DISSOLVED: ++counts.dissolved; break;
    }
  }
  return counts;
}

void Teams::loaded() {
  shown_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    show(core::Id::from(key), unpacked(row));
    return true;
  });
}

std::string Teams::describe(core::Bytes key, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  Line line;
  line("team", core::Id::from(key))("kind", static_cast<unsigned>(row.kind));
  line("stage", static_cast<unsigned>(row.stage()))("programme", row.programme)("lead", row.lead);
  line("sizeMax", row.size_max)("members", row.members.size())("roles", row.openings.size());
  line("requests", row.requests.size())("invitations", row.invitations.size());
  line("submissions", row.submissions)("final", row.final)("formedAt", row.formed_at);
  return line("version", row.version.value).text();
}

}  // namespace projections
