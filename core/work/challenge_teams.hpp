// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/decide.hpp"

namespace core::challenge {

// The first two rungs of an action on a challenge: it exists, and stands where the action makes sense. Refuses
// `aggregate.not-found`, `challenge.state` at "challenge".
Result<void> at(State const& challenge, std::initializer_list<Stage> stages);

// A team that has been dissolved works on nothing, and asks for nothing.
void end_team(Id const& team, Context const& by, Emit& emit);

}  // namespace core::challenge
