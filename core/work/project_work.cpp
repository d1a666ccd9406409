// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What a project plans and does: milestones, prototypes, and where they are tried out.
#include "core/limits.hpp"
#include "core/work/project_rules.hpp"

namespace core::project {
namespace {

// A milestone's way on: the same again changes nothing.
template <class Event, class Command>
Result<void> move_goal(State const& project, Command command, MilestoneStage to,
                       std::initializer_list<MilestoneStage> from, Context const& by, Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  auto const* goal = part(project.goals, id_from(command.getMilestone()));
  if (!goal) return refuse("aggregate.not-found", "milestone");
  if (goal->stage == to) return {};
  if (std::ranges::find(from, goal->stage) == from.end())
    return refuse("project.state", "milestone");
  auto moved = fact<Event>(command, emit);
  moved.setMilestone(command.getMilestone());
  if constexpr (requires { command.getReason(); })
    if (command.getReason().size() > 0) moved.setReason(command.getReason());
  return {};
}

void never_reached(State const& project, VoidPrototype::Reader voiding, Emit& emit) {
  auto reverted = fact<StageReverted>(voiding, emit);
  reverted.setFrom(project.stage);
  reverted.setTo(ProjectStage::IDEA);
  reverted.setReason(voiding.getReason());
  reverted.setError(true);
}

}  // namespace

Result<void> decide(State const& project, PlanMilestone::Reader plan, Context const& by,
                    Emit& emit) {
  Instant const due{plan.getDue()};
  if (auto may = at_work(project, by); !may) return may;
  if (part(project.goals, id_from(plan.getMilestone())))
    return refuse("project.exists", "milestone");
  if (due < project.begins || (project.ends.us != 0 && due > project.ends))
    return refuse("project.dates", "due", "not while the project runs");
  if (project.goals.size() >= limits::milestones_max) return refuse("project.limit", "milestone");
  auto planned = fact<MilestonePlanned>(plan, emit);
  planned.setMilestone(plan.getMilestone());
  planned.setTitle(plan.getTitle());
  planned.setDue(plan.getDue());
  return {};
}

Result<void> decide(State const& project, ReachMilestone::Reader reach, Context const& by,
                    Emit& emit) {
  return move_goal<MilestoneReached>(project, reach, MilestoneStage::REACHED,
                                     {MilestoneStage::PLANNED, MilestoneStage::MISSED}, by, emit);
}

Result<void> decide(State const& project, MissMilestone::Reader miss, Context const& by,
                    Emit& emit) {
  return move_goal<MilestoneMissed>(project, miss, MilestoneStage::MISSED,
                                    {MilestoneStage::PLANNED}, by, emit);
}

Result<void> decide(State const& project, DropMilestone::Reader drop, Context const& by,
                    Emit& emit) {
  return move_goal<MilestoneDropped>(project, drop, MilestoneStage::DROPPED,
                                     {MilestoneStage::PLANNED, MilestoneStage::MISSED}, by, emit);
}

Result<void> decide(State const& project, RegisterPrototype::Reader prototype, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  if (among(project.prototypes, id_from(prototype.getPrototype())))
    return refuse("project.exists", "prototype");
  if (prototype.getEvidence().size() == 0 && !prototype.hasExhibit())
    return refuse("input.invalid", "evidence", "neither an address nor an exhibit");
  if (project.prototypes.size() >= limits::prototypes_max)
    return refuse("project.limit", "prototype");
  auto registered = fact<PrototypeRegistered>(prototype, emit);
  registered.setPrototype(prototype.getPrototype());
  if (prototype.getEvidence().size() > 0) registered.setEvidence(prototype.getEvidence());
  if (prototype.hasExhibit()) registered.setExhibit(prototype.getExhibit());
  registered.setLicence(prototype.getLicence());
  if (prototype.hasSubmission()) registered.setSubmission(prototype.getSubmission());
  registered.setMeasure(data_of(project.measure));
  if (!project.second_measure.is_nil())
    registered.setSecondMeasure(data_of(project.second_measure));
  return {};
}

// Without a prototype a project has not come to that stage.
Result<void> decide(State const& project, VoidPrototype::Reader voiding, Context const&,
                    Emit& emit) {
  if (auto ready = there(project); !ready) return ready;
  if (!among(project.prototypes, id_from(voiding.getPrototype())))
    return refuse("aggregate.not-found", "prototype");
  bool const last = project.prototypes.size() == 1;
  if (last && project.stage > ProjectStage::PROTOTYPE)
    return refuse("stage.no-prototype", "prototype", "the project is beyond that: revert it first");
  auto voided = fact<PrototypeVoided>(voiding, emit);
  voided.setPrototype(voiding.getPrototype());
  voided.setReason(voiding.getReason());
  if (last && project.stage == ProjectStage::PROTOTYPE) never_reached(project, voiding, emit);
  return {};
}

Result<void> decide(State const& project, RegisterSite::Reader site, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  if (part(project.sites, id_from(site.getSite()))) return refuse("project.exists", "site");
  if (project.sites.size() >= limits::sites_max) return refuse("project.limit", "site");
  auto registered = fact<SiteRegistered>(site, emit);
  registered.setSite(site.getSite());
  registered.setDistrict(site.getDistrict());
  if (site.getPlace().size() > 0) registered.setPlace(site.getPlace());
  return {};
}

Result<void> decide(State const& project, StartFieldTest::Reader start, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  auto const* site = part(project.sites, id_from(start.getSite()));
  if (!site) return refuse("aggregate.not-found", "site");
  if (site->test == FieldTest::RUNNING) return {};
  auto started = fact<FieldTestStarted>(start, emit);
  started.setSite(start.getSite());
  return {};
}

Result<void> decide(State const& project, EndFieldTest::Reader end, Context const& by, Emit& emit) {
  if (auto may = ours(project, by); !may) return may;
  if (auto ready = there(project); !ready) return ready;
  auto const* site = part(project.sites, id_from(end.getSite()));
  if (!site) return refuse("aggregate.not-found", "site");
  if (site->test == FieldTest::ENDED) return {};
  if (site->test != FieldTest::RUNNING) return refuse("project.state", "site");
  auto ended = fact<FieldTestEnded>(end, emit);
  ended.setSite(end.getSite());
  if (end.getOutcome().size() > 0) ended.setOutcome(end.getOutcome());
  return {};
}

}  // namespace core::project
