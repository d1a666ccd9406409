// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/people/vocabulary.hpp"
#include "core/schema/course.capnp.h"

namespace core::course {

enum class Stage : std::uint8_t { absent, offered, withdrawn };

struct State {
  Stage stage = Stage::absent;

  template <class A>
  void fields(A& a) {
    a(stage);
  }
};

inline Scopes scopes(State const&, Id const&) { return {}; }

}  // namespace core::course
