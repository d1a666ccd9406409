// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/function_ref.hpp"
#include "core/people/vocabulary.hpp"
#include "core/schema/challenge.capnp.h"

namespace core {
struct World;
}

namespace core::challenge {

struct State {
  Stage stage = Stage::ABSENT;
  Id owner, organisation, programme, desk;
  bool described = false;  // More is told than a proposal in plain words.

  template <class A>
  void fields(A& a) {
    a(stage)(owner)(organisation)(programme)(desk)(described);
  }
};

inline Scopes scopes(State const& state, Id const&) {
  return {.self = state.owner, .organisation = state.organisation, .programme = state.programme};
}

// Keeps what was published in a programme. Called after apply.
void index(World& world, ChallengePublished::Reader published);
// Visits the challenges that were published in a programme, ascending by id.
void each_in(World const& world, Id const& programme, FunctionRef<void(Id const&)> visit);

}  // namespace core::challenge
