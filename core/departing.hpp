// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/decide.hpp"

// What it means to an aggregate that a person is erased: each family says so in a `depart` of its own.
namespace core {

// Ends whatever ties the person to this stream, and hands on what others need: a membership, a request, an invitation, a lead. Of a
// person who is not tied to it, or not any more, it does nothing. The person's own streams are among them.
#define FUGE_DECLARE_DEPART(family, number)                                                       \
  namespace family {                                                                              \
  void depart(State const& state, Id const& id, Id const& person, Context const& by, Emit& emit); \
  }
FUGE_AGGREGATES(FUGE_DECLARE_DEPART)
#undef FUGE_DECLARE_DEPART

// The same, for any stream. False where there is no such family.
bool depart(StreamKey const& stream, Id const& person, Context const& by, Emit& emit);

// Every stream that an event has named the person on, and the person's own ones, each once.
void each_tie(World const& world, Id const& person, FunctionRef<void(StreamKey const&)> visit);

}  // namespace core
