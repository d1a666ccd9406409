// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/project_founding.hpp"

#include "core/limits.hpp"
#include "core/work/project_rules.hpp"

namespace core::project {
namespace {

// The team that starts it; a submission is its team's.
Id team_of(Founding const& founding) {
  bool const submission = founding.team.is_nil() && founding.origin == ProjectOrigin::SUBMISSION;
  return submission ? founding.origin_id : founding.team;
}

// The lead first, then the others, then the team, each once.
std::vector<Id> together(Founding const& founding, team::State const& team) {
  std::vector<Id> members{founding.lead};
  for (auto const& people : {founding.members, team.members})
    for (auto const& person : people)
      if (std::ranges::find(members, person) == members.end()) members.push_back(person);
  return members;
}

// Only who belongs to a team, or runs projects, starts one with all of it.
Result<void> team_is_ours(Id const& id, team::State const& team, Context const& by) {
  if (id.is_nil()) return {};
  if (team.stage == team::Stage::absent) return refuse("aggregate.not-found", "team");
  if (!team.has(by.actor) && !runs_projects(by)) return refuse("project.not-member", "team");
  return {};
}

// A challenge may become many projects, an idea or a submission one: another only where that never was one.
Result<void> is_unused(Founding const& founding, World const& world) {
  auto const row = world.project_origins.find(founding.origin_id.view());
  if (!row || world.project.load(Id::from(*row)).status == ProjectStatus::VOIDED) return {};
  return refuse("project.exists", "originId", "has become a project already");
}

Result<void> was_handed_in(Founding const& founding, World const& world) {
  auto const team = world.team.load(founding.origin_id);
  if (team.stage == team::Stage::absent) return refuse("aggregate.not-found", "originId");
  if (team_of(founding) != founding.origin_id)
    return refuse("input.invalid", "team", "the submission is another team's");
  if (!team.final) return refuse("team.state", "originId", "has handed in no final result");
  return is_unused(founding, world);
}

// Whom the team does not bring, the caller may name: those who are not kept apart from the caller.
Result<void> people_are_there(Founding const& founding, team::State const& team,
                              Context const& by) {
  if (!account::is_active(by.world, founding.lead)) return refuse("aggregate.not-found", "lead");
  for (std::size_t i = 0; i < founding.members.size(); ++i) {
    auto const& person = founding.members[i];
    if (!account::is_active(by.world, person) || (!team.has(person) && !may_name(person, by)))
      return refuse("aggregate.not-found", "members[" + std::to_string(i) + "]");
  }
  return {};
}

void write(Founding const& founding, std::vector<Id> const& members, Instant begins,
           ProjectStarted::Builder started) {
  auto const set = [](Id const& id, auto setter) {
    if (!id.is_nil()) setter(data_of(id));
  };
  started.setProject(data_of(founding.project));
  started.setTitle(founding.title);
  if (founding.summary.size() > 0) started.setSummary(founding.summary);
  started.setMeasure(data_of(founding.measure));
  set(founding.second_measure, [&](auto id) { started.setSecondMeasure(id); });
  started.setOrigin(founding.origin);
  set(founding.origin_id, [&](auto id) { started.setOriginId(id); });
  set(founding.predecessor, [&](auto id) { started.setPredecessor(id); });
  set(team_of(founding), [&](auto id) { started.setTeam(id); });
  started.setBegins(begins.us);
  started.setEnds(founding.ends.us);
  started.setGreen(founding.green);
  started.setLead(data_of(founding.lead));
  vocabulary::write(members, started.initMembers(static_cast<unsigned>(members.size())));
}

}  // namespace

Result<void> origin_is_there(Founding const& founding, World const& world) {
  auto const& id = founding.origin_id;
  if (id.is_nil() != (founding.origin == ProjectOrigin::NONE))
    return refuse("input.invalid", "originId", "an origin is named by its kind and its id");
  if (founding.origin == ProjectOrigin::IDEA) {
    auto const stage = world.idea.load(id).stage;
    if (stage == idea::IdeaStage::ABSENT) return refuse("aggregate.not-found", "originId");
    if (stage != idea::IdeaStage::CONVERTED)
      return refuse("idea.state", "originId", "an accepted idea is converted");
    return is_unused(founding, world);
  }
  if (founding.origin == ProjectOrigin::CHALLENGE) {
    auto const stage = world.challenge.load(id).stage;
    if (stage == challenge::Stage::ABSENT) return refuse("aggregate.not-found", "originId");
    if (stage != challenge::Stage::PUBLISHED && stage != challenge::Stage::CLOSED)
      return refuse("challenge.state", "originId");
  }
  if (founding.origin == ProjectOrigin::SUBMISSION) return was_handed_in(founding, world);
  return {};
}

bool origin_is_green(Founding const& founding, World const& world) {
  auto const& id = founding.origin_id;
  if (founding.origin == ProjectOrigin::IDEA) return world.idea.load(id).green;
  if (founding.origin == ProjectOrigin::CHALLENGE) return world.challenge.load(id).green;
  if (founding.origin != ProjectOrigin::SUBMISSION) return false;
  bool green = false;
  challenge::each_of(world, id, [&](Id const& challenge, challenge::TeamStanding standing) {
    green |= standing == challenge::TeamStanding::ACCEPTED && world.challenge.load(challenge).green;
  });
  return green;
}

Result<void> may_follow(Id const& successor, Id const& predecessor, std::string_view field,
                        Context const& by) {
  auto const before = by.world.project.load(predecessor);
  if (successor == predecessor) return refuse("project.cycle", field);
  if (before.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", field);
  if (!before.has(by.actor) && !runs_projects(by)) return refuse("project.not-member", field);
  if (before.status == ProjectStatus::VOIDED) return refuse("project.closed", field);
  if (before.successors.size() >= limits::successors_max) return refuse("project.limit", field);
  std::size_t steps = 0;
  for (auto id = before.predecessor; !id.is_nil(); id = by.world.project.load(id).predecessor) {
    if (id == successor) return refuse("project.cycle", field);
    if (++steps >= limits::predecessors_max) return refuse("project.limit", field);
  }
  return {};
}

Result<void> found(Founding const& founding, std::string_view named, Context const& by,
                   Emit& emit) {
  auto const begins = founding.begins.us != 0 ? founding.begins : by.now;
  if (by.world.project.load(founding.project).stage != ProjectStage::ABSENT)
    return refuse("project.exists", named);
  if (founding.ends.us != 0 && founding.ends < begins)
    return refuse("input.invalid", "ends", "before it begins");
  auto const team = by.world.team.load(team_of(founding));
  if (auto there = people_are_there(founding, team, by); !there) return there;
  if (auto ours = team_is_ours(team_of(founding), team, by); !ours) return ours;
  auto const members = together(founding, team);
  if (members.size() > limits::project_members_max) return refuse("project.limit", "members");
  auto const& predecessor = founding.predecessor;
  if (!predecessor.is_nil())
    if (auto may = may_follow(founding.project, predecessor, "predecessor", by); !may) return may;

  write(founding, members, begins, emit.event_on<ProjectStarted>(founding.project));
  if (predecessor.is_nil()) return {};
  auto followed = emit.event_on<FollowOnStarted>(predecessor);
  followed.setProject(data_of(predecessor));
  followed.setSuccessor(data_of(founding.project));
  return {};
}

}  // namespace core::project
