// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/ids.hpp"
#include "core/schema.hpp"
#include "core/schema/privacy.capnp.h"
#include "core/scopes.hpp"

namespace core::privacy {

enum class Stage : std::uint8_t { absent, open, answered };

struct State {
  Stage stage = Stage::absent;
  bool extended = false;
  Instant due;

  template <class A>
  void fields(A& a) {
    a(stage)(extended)(due);
  }
};

inline Scopes scopes(State const&, Id const&) { return {}; }

}  // namespace core::privacy
