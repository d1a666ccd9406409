// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/projection.hpp"
#include "core/work/programme.hpp"
#include "core/work/team.hpp"

namespace projections {

using core::team::TeamKind;
using core::team::TeamStage;

struct MemberRow {
  core::Id person, role;
  core::schema::Sector sector{};
  core::programme::EnrolmentStatus status{};
  std::string discipline;
  core::Position joined_at;

  template <class A>
  void fields(A& a) {
    a(person)(role)(sector)(status)(discipline)(joined_at);
  }
};

// Somebody the team looks for; `opened_at` is the event that holds the words about it.
struct OpeningRow {
  core::Id role;
  core::vocabulary::Claimed skill;
  std::uint8_t left = 0;
  core::Position opened_at;

  template <class A>
  void fields(A& a) {
    a(role)(skill)(left)(opened_at);
  }
};

// A request, or an invitation that expires; `asked_at` is the event that holds its message.
struct AskerRow {
  core::Id person, role;
  core::Instant expires;
  core::Position asked_at;

  template <class A>
  void fields(A& a) {
    a(person)(role)(expires)(asked_at);
  }
};

// One team. Key: its id. Name and about are in the event at `formed_at`, what was handed in last in the one at `submitted_at`.
struct TeamRow {
  TeamKind kind{};
  bool locked = false, dissolved = false, final = false;
  core::Id programme, lead;
  std::uint8_t size_max = 0;
  std::uint32_t submissions = 0;
  core::Position formed_at, submitted_at;
  core::Version version;
  std::vector<MemberRow> members;
  std::vector<OpeningRow> openings;
  std::vector<AskerRow> requests, invitations;

  template <class A>
  void fields(A& a) {
    a(kind)(locked)(dissolved)(final)(programme)(lead)(size_max)(submissions);
    a(formed_at)(submitted_at)(version)(members)(openings)(requests)(invitations);
  }

  bool has(core::Id const& person) const {
    return std::ranges::find(members, person, &MemberRow::person) != members.end();
  }
  TeamStage stage() const {
    if (dissolved) return TeamStage::DISSOLVED;
    if (locked) return TeamStage::LOCKED;
    return members.size() < size_max ? TeamStage::FORMING : TeamStage::COMPLETE;
  }
};

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct TeamFilter {
  core::Id programme;
  std::vector<TeamKind> kinds;
  std::vector<core::Id> skills;  // As they are called today.
  bool open = false;             // Only those that somebody may still join.
};

// The team board. Applied on thread P in log order, each event once; read on P only.
class Teams final : public core::Projection {
 public:
  explicit Teams(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "teams.v1"; }
  // Exhaustive over team.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<TeamRow> team(core::Id const& id) const;

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
  };
  // Those that are not dissolved, the last formed first; `after` is the last one of the page before, or nil. `survivor` says
  // what a term is called today.
  Found search(TeamFilter const& filter, core::Id const& after, std::size_t limit,
               core::FunctionRef<core::Id(core::Id const&)> survivor) const;

  // How many teams a programme has in each stage, and how many of them have handed in a final result.
  struct Counts {
    std::uint32_t forming = 0, complete = 0, locked = 0, dissolved = 0, handed_in = 0;
  };
  Counts count(core::Id const& programme) const;

 private:
  struct Fold;
  // What a team is found by.
  struct Shown {
    core::Id id, programme;
    TeamKind kind{};
    TeamStage stage{};
    bool final = false;
    std::vector<core::Id> skills;
  };

  void change(core::Id const& team, core::FunctionRef<void(TeamRow&)> edit);
  void show(core::Id const& team, TeamRow const& row);

  core::Rows rows_;
  std::map<core::Position, Shown> shown_;  // By formation.
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
