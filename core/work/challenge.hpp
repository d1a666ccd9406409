// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/function_ref.hpp"
#include "core/people/vocabulary.hpp"
#include "core/schema/challenge.capnp.h"

namespace core {
struct World;
}

namespace core::challenge {

// A team that works on a challenge, has asked to, or was declined.
struct Team {
  Id id;
  TeamStanding standing{};

  template <class A>
  void fields(A& a) {
    a(id)(standing);
  }
};

struct State {
  Stage stage = Stage::ABSENT;
  Id owner, organisation, desk;
  Id programme;            // In which it is meant to be published, then in which it is.
  bool described = false;  // More is told than a proposal in plain words.
  bool green = false;
  bool terms = true;            // There are some, for all that is known.
  std::uint16_t teams_max = 0;  // 0: no bound.
  std::vector<Team> teams;
  std::vector<Id> datasets;

  TeamStanding standing(Id const& team) const;
  bool full() const;
  template <class A>
  void fields(A& a) {
    a(stage)(owner)(
        organisation)(desk)(programme)(described)(green)(terms)(teams_max)(teams)(datasets);
  }
};

inline Scopes scopes(State const& state, Id const&) {
  return {.self = state.owner, .organisation = state.organisation, .programme = state.programme};
}

// Whether a person may look after a challenge, as whoever may take it to a desk.
bool may_take(Id const& challenge, Id const& person, World const& world);

// Visits the challenges that a team works on or has applied for, ascending by id.
void each_of(World const& world, Id const& team,
             FunctionRef<void(Id const& challenge, TeamStanding standing)> visit);

// Keeps them. Called after apply.
void index(World& world, TeamApplied::Reader event);
void index(World& world, TeamAccepted::Reader event);
void index(World& world, TeamDeclined::Reader event);
void index(World& world, TeamWithdrawn::Reader event);
// Keeps what was published in a programme. Called after apply.
void index(World& world, ChallengePublished::Reader published);
// Visits the challenges that were published in a programme, ascending by id.
void each_in(World const& world, Id const& programme, FunctionRef<void(Id const&)> visit);

}  // namespace core::challenge
