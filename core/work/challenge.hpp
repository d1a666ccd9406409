// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/people/vocabulary.hpp"
#include "core/schema/challenge.capnp.h"

namespace core::challenge {

struct State {
  Stage stage = Stage::ABSENT;
  Id owner;
  Id programme;

  template <class A>
  void fields(A& a) {
    a(stage)(owner)(programme);
  }
};

inline Scopes scopes(State const& state, Id const&) {
  return {.self = state.owner, .programme = state.programme};
}

}  // namespace core::challenge
