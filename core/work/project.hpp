// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <vector>

#include "core/ids.hpp"
#include "core/schema/project.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
}

namespace core::project {

struct Goal {
  Id id;
  MilestoneStage stage{};

  template <class A>
  void fields(A& a) {
    a(id)(stage);
  }
};

struct Place {
  Id id;
  FieldTest test{};

  template <class A>
  void fields(A& a) {
    a(id)(test);
  }
};

struct State {
  ProjectStage stage = ProjectStage::ABSENT;
  ProjectStatus status{};
  bool offered = false;  // To other municipalities.
  Id lead, team, measure, second_measure, predecessor, commissioner;
  Instant begins, ends;     // Ends: 0 where it is open.
  std::vector<Id> members;  // The lead among them.
  std::vector<Goal> goals;  // Its milestones.
  std::vector<Place> sites;
  std::vector<Id> prototypes;  // Without those that were voided.
  std::vector<Id> successors, adopters, companies;
  std::vector<Id> proposed;  // Companies that nobody has recorded yet.
  std::uint16_t releases = 0;

  bool has(Id const& person) const { return std::ranges::find(members, person) != members.end(); }
  bool is_open() const {
    return status == ProjectStatus::ACTIVE || status == ProjectStatus::PAUSED;
  }
  template <class A>
  void fields(A& a) {
    a(stage)(status)(offered)(lead)(team)(measure)(second_measure)(predecessor)(commissioner);
    a(begins)(ends)(
        members)(goals)(sites)(prototypes)(successors)(adopters)(companies)(releases)(proposed);
  }
};

inline Scopes scopes(State const& state, Id const&) {
  return {.self = state.lead,
          .team = state.team,
          .organisation = state.commissioner,
          .measure = state.measure};
}

// Keeps what an idea or a submission became. Called after apply.
void index(World& world, ProjectStarted::Reader started);

}  // namespace core::project
