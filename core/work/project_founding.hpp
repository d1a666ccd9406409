// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/decide.hpp"

namespace core::project {

// What every project begins with, wherever it comes from.
struct Founding {
  Id project;
  capnp::Text::Reader title, summary;
  Id measure, second_measure;
  ProjectOrigin origin = ProjectOrigin::NONE;
  Id origin_id;
  bool green = false;  // It serves sustainability.
  Id predecessor, team, lead;
  std::vector<Id> members;  // The lead need not be among them, nor the team's.
  Instant begins, ends;     // 0: now; open.
};

// Starts a project, on whatever stream the command was decided on; origin and measures are the caller's to check. `named` is the
// field that names the project. A team's members become its own. Refuses `project.exists`, `project.not-member` (of the team),
// `project.limit`, `input.invalid`, `aggregate.not-found`, and what may_follow() refuses.
Result<void> found(Founding const& founding, std::string_view named, Context const& by, Emit& emit);

// Whether what a project is started from exists and may become one: `input.invalid`, `aggregate.not-found`, `idea.state`,
// `challenge.state`, `team.state` (no final result), `project.exists` (an idea or a submission has become one already), at
// "originId"; `input.invalid` at "team" if that is another's.
Result<void> origin_is_there(Founding const& founding, World const& world);

// Whether that serves sustainability: of a submission, whether its team works on a challenge that does.
bool origin_is_green(Founding const& founding, World const& world);

// Whether `successor` may follow on `predecessor`, and whether the caller may say so: `aggregate.not-found`, `project.cycle`,
// `project.not-member`, `project.closed` (voided), `project.limit`; all at `field`.
Result<void> may_follow(Id const& successor, Id const& predecessor, std::string_view field,
                        Context const& by);

}  // namespace core::project
