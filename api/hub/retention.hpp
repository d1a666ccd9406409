// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/command.hpp"
#include "core/world.hpp"
#include "projections/activity.hpp"

namespace api {

// What the tenant's terms say about somebody who has done nothing for long.
struct Idle {
  enum class Step { remind, wait, erase };

  core::Id person;
  Step step{};
  core::Instant active;  // The last day on which they did anything.
  core::Instant
      due;  // When they are erased, unless they do something; of who is not reminded yet, if they were now.
};

// Everybody of whom that is so at a time, in order of their ids: reminded first, and erased when the grace is over.
std::vector<Idle> idle(projections::Activity const& activity, core::tenant::Retention const& terms,
                       core::Instant now);

// Why somebody stays nevertheless: the code of the rule, or "" where none keeps them. Who has asked to be erased themselves, who is
// needed for the hub to be run, and what is no person (`account.not-a-person`).
std::string_view kept_by(core::World const& world, core::Id const& person);

// The hub's own commands for what is due, limits::retention_commands_max at once; not about those who are kept. Thread E.
void carry_out(core::World const& world, std::vector<Idle> const& idle,
               core::FunctionRef<void(core::Command const&)> give);

}  // namespace api
