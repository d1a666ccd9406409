// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/decide.hpp"

namespace core::project {

// Who may speak for any project.
bool runs_projects(Context const& by);

// Whether the caller may make somebody a member: not where one of the two keeps the other away, unless staff decides. Who may
// not be named is refused as if there were nobody.
bool may_name(Id const& person, Context const& by);

// The first rungs of most actions: it exists, and is the caller's to speak for.
Result<void> ours(State const& project, Context const& by);
// Then: work goes on.
Result<void> at_work(State const& project, Context const& by);
// Or: it is there and was not voided, though it may be over.
Result<void> there(State const& project);

// What must be there before a stage is entered: `stage.no-prototype`, `stage.no-commission`, `stage.no-successor`.
Result<void> gate(World const& world, State const& project, ProjectStage stage);

inline bool among(std::vector<Id> const& ids, Id const& id) {
  return std::ranges::find(ids, id) != ids.end();
}

// Null where there is none.
template <class Part>
Part const* part(std::vector<Part> const& parts, Id const& id) {
  auto const found = std::ranges::find(parts, id, &Part::id);
  return found == parts.end() ? nullptr : &*found;
}

// An event about the command's project.
template <class Event, class Command>
typename Event::Builder fact(Command command, Emit& emit) {
  auto event = emit.event<Event>();
  event.setProject(command.getProject());
  return event;
}

}  // namespace core::project
