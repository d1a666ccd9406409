// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/people/vocabulary.hpp"
#include "core/schema/profile.capnp.h"

namespace core::profile {

enum class Stage : std::uint8_t { absent, draft, listed, hidden };

// Only what a rule asks for: what is shown lives in the views, what is sealed in the log.
struct State {
  Stage stage = Stage::absent;
  bool paused = false;
  std::vector<vocabulary::Claimed> offers, needs;
  std::vector<Id> posts;  // Those that were not closed.

  template <class A>
  void fields(A& a) {
    a(stage)(paused)(offers)(needs)(posts);
  }
};

// A profile is its person's own.
inline Scopes scopes(State const&, Id const& id) { return {.self = id}; }

}  // namespace core::profile
