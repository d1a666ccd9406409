// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/project_rules.hpp"

namespace core::project {
namespace {

bool has_live_successor(World const& world, State const& project) {
  return std::ranges::any_of(project.successors, [&](Id const& successor) {
    return world.project.load(successor).status != ProjectStatus::VOIDED;
  });
}

}  // namespace

bool runs_projects(Context const& by) {
  return by.role == Role::PROGRAMME_MANAGER || by.role == Role::HUB_ADMIN ||
         by.role == Role::OPERATOR;
}

bool may_name(Id const& person, Context const& by) {
  return runs_projects(by) || !person::apart(by.world, by.actor, person);
}

Result<void> ours(State const& project, Context const& by) {
  if (project.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "project");
  if (!project.has(by.actor) && !runs_projects(by)) return refuse("project.not-member", "project");
  return {};
}

Result<void> at_work(State const& project, Context const& by) {
  if (auto may = ours(project, by); !may) return may;
  if (!project.is_open()) return refuse("project.closed", "project");
  return {};
}

Result<void> there(State const& project) {
  if (project.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "project");
  if (project.status == ProjectStatus::VOIDED) return refuse("project.closed", "project");
  return {};
}

Result<void> gate(World const& world, State const& project, ProjectStage stage) {
  switch (stage) {
    case ProjectStage::ABSENT:
    case ProjectStage::IDEA: return {};
    case ProjectStage::PROTOTYPE:
      return project.prototypes.empty() ? refuse("stage.no-prototype", "stage") : Result<void>();
    case ProjectStage::IMPLEMENTATION:
      return project.commissioner.is_nil() ? refuse("stage.no-commission", "stage")
                                           : Result<void>();
    case ProjectStage::FOLLOW_ON:
      return has_live_successor(world, project) ? Result<void>()
                                                : refuse("stage.no-successor", "stage");
  }
  return {};
}

}  // namespace core::project
