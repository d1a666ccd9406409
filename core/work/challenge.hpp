// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/people/vocabulary.hpp"
#include "core/schema/challenge.capnp.h"

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

}  // namespace core::challenge
