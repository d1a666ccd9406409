// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each fact about a project leaves in its state.
#include "core/check.hpp"
#include "core/decide.hpp"

namespace core::project {
namespace {

template <class Part>
Part& part(std::vector<Part>& parts, Id const& id) {
  auto const found = std::ranges::find(parts, id, &Part::id);
  CHECK(found != parts.end());
  return *found;
}

template <class Event>
void set_goal(State& project, Event event, MilestoneStage stage) {
  part(project.goals, id_from(event.getMilestone())).stage = stage;
}

}  // namespace

void apply(State& project, ProjectStarted::Reader started) {
  project.stage = ProjectStage::IDEA;
  project.lead = id_from(started.getLead());
  project.team = id_from(started.getTeam());
  project.measure = id_from(started.getMeasure());
  project.second_measure = id_from(started.getSecondMeasure());
  project.predecessor = id_from(started.getPredecessor());
  project.begins = {started.getBegins()};
  project.ends = {started.getEnds()};
  for (auto member : started.getMembers()) project.members.push_back(id_from(member));
}

void index(World& world, ProjectStarted::Reader started) {
  auto const origin = started.getOrigin();
  if (origin == ProjectOrigin::IDEA || origin == ProjectOrigin::SUBMISSION)
    world.project_origins.put(id_from(started.getOriginId()).view(),
                              id_from(started.getProject()).view());
}

void apply(State& project, ProjectVoided::Reader) { project.status = ProjectStatus::VOIDED; }

void apply(State& project, MemberAdmitted::Reader admitted) {
  project.members.push_back(id_from(admitted.getPerson()));
}
void apply(State& project, MemberDismissed::Reader dismissed) {
  std::erase(project.members, id_from(dismissed.getPerson()));
}
void apply(State& project, ProjectHandedOver::Reader handed_over) {
  project.lead = id_from(handed_over.getPerson());
}

void apply(State& project, MilestonePlanned::Reader planned) {
  project.goals.push_back({id_from(planned.getMilestone()), MilestoneStage::PLANNED});
}
void apply(State& project, MilestoneReached::Reader reached) {
  set_goal(project, reached, MilestoneStage::REACHED);
}
void apply(State& project, MilestoneMissed::Reader missed) {
  set_goal(project, missed, MilestoneStage::MISSED);
}
void apply(State& project, MilestoneDropped::Reader dropped) {
  set_goal(project, dropped, MilestoneStage::DROPPED);
}

void apply(State& project, PrototypeRegistered::Reader registered) {
  project.prototypes.push_back(id_from(registered.getPrototype()));
}
void apply(State& project, PrototypeVoided::Reader voided) {
  std::erase(project.prototypes, id_from(voided.getPrototype()));
}

void apply(State& project, StageAdvanced::Reader advanced) { project.stage = advanced.getTo(); }
void apply(State& project, StageReverted::Reader reverted) { project.stage = reverted.getTo(); }

void apply(State& project, ImplementationCommissioned::Reader commissioned) {
  project.commissioner = id_from(commissioned.getOrganisation());
}
void apply(State& project, FollowOnStarted::Reader followed) {
  project.successors.push_back(id_from(followed.getSuccessor()));
}
void apply(State& project, PredecessorNamed::Reader named) {
  project.predecessor = id_from(named.getPredecessor());
}

void apply(State& project, SiteRegistered::Reader registered) {
  project.sites.push_back({id_from(registered.getSite()), FieldTest::NONE});
}
void apply(State& project, FieldTestStarted::Reader started) {
  part(project.sites, id_from(started.getSite())).test = FieldTest::RUNNING;
}
void apply(State& project, FieldTestEnded::Reader ended) {
  part(project.sites, id_from(ended.getSite())).test = FieldTest::ENDED;
}

void apply(State& project, OpenSourceReleased::Reader) { ++project.releases; }
void apply(State& project, TransferOffered::Reader) { project.offered = true; }
void apply(State& project, TransferAdopted::Reader adopted) {
  project.adopters.push_back(id_from(adopted.getMunicipality()));
}
void apply(State& project, CompanyProposed::Reader proposed) {
  project.proposed.push_back(id_from(proposed.getCompany()));
}
void apply(State& project, CompanyFounded::Reader founded) {
  std::erase(project.proposed, id_from(founded.getCompany()));
  project.companies.push_back(id_from(founded.getCompany()));
}

void apply(State& project, ProjectPaused::Reader) { project.status = ProjectStatus::PAUSED; }
void apply(State& project, ProjectResumed::Reader) { project.status = ProjectStatus::ACTIVE; }
void apply(State& project, ProjectCompleted::Reader) { project.status = ProjectStatus::COMPLETED; }
void apply(State& project, ProjectStopped::Reader) { project.status = ProjectStatus::STOPPED; }
void apply(State&, ProgressPosted::Reader) {}

}  // namespace core::project
