// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Who is in a project, and how it goes on and ends. How one is founded is in project_founding.cpp, what is planned and done in
// project_work.cpp, how far it comes in project_stages.cpp, what each fact leaves behind in project_apply.cpp.
#include "core/work/project.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"
#include "core/work/project_founding.hpp"
#include "core/work/project_rules.hpp"

namespace core::project {
namespace {

Founding founding_of(StartProject::Reader start, Context const& by) {
  Founding founding;
  founding.project = id_from(start.getProject());
  founding.title = start.getTitle();
  founding.summary = start.getSummary();
  founding.measure = id_from(start.getMeasure());
  founding.second_measure = id_from(start.getSecondMeasure());
  founding.origin = start.getOrigin();
  founding.origin_id = id_from(start.getOriginId());
  founding.predecessor = id_from(start.getPredecessor());
  founding.team = id_from(start.getTeam());
  founding.lead = start.hasLead() ? id_from(start.getLead()) : by.actor;
  founding.begins = {start.getBegins()};
  founding.ends = {start.getEnds()};
  for (auto member : start.getMembers()) founding.members.push_back(id_from(member));
  return founding;
}

}  // namespace

Result<void> decide(State const& project, StartProject::Reader start, Context const& by,
                    Emit& emit) {
  auto founding = founding_of(start, by);
  if (project.stage != ProjectStage::ABSENT) return refuse("project.exists", "project");
  if (founding.lead != by.actor && !by.is_staff()) return refuse("auth.forbidden", "lead");
  if (auto may = tenant::may_count(by.world, founding.measure, founding.second_measure); !may)
    return may;
  if (auto origin = origin_is_there(founding, by.world); !origin) return origin;
  auto const asked = start.getSustainability();
  founding.green = asked == Sustainability::AS_ITS_ORIGIN ? origin_is_green(founding, by.world)
                                                          : asked == Sustainability::GREEN;
  return found(founding, "project", by, emit);
}

Result<void> decide(State const& project, VoidProject::Reader voiding, Context const&, Emit& emit) {
  if (project.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "project");
  if (project.status == ProjectStatus::VOIDED) return {};
  auto voided = fact<ProjectVoided>(voiding, emit);
  voided.setReason(voiding.getReason());
  return {};
}

Result<void> decide(State const& project, AdmitMember::Reader admit, Context const& by,
                    Emit& emit) {
  auto const person = id_from(admit.getPerson());
  if (auto may = at_work(project, by); !may) return may;
  if (project.has(person)) return {};
  if (!account::is_active(by.world, person) || !may_name(person, by))
    return refuse("aggregate.not-found", "person");
  if (project.members.size() >= limits::project_members_max)
    return refuse("project.limit", "person");
  auto admitted = fact<MemberAdmitted>(admit, emit);
  admitted.setPerson(admit.getPerson());
  return {};
}

Result<void> decide(State const& project, DismissMember::Reader dismiss, Context const& by,
                    Emit& emit) {
  auto const person = id_from(dismiss.getPerson());
  if (auto may = ours(project, by); !may) return may;
  if (person != by.actor && project.lead != by.actor && !runs_projects(by))
    return refuse("auth.forbidden", "person");
  if (!project.has(person)) return {};
  if (person == project.lead)
    return refuse("project.state", "person", "the lead hands the project over first");
  auto dismissed = fact<MemberDismissed>(dismiss, emit);
  dismissed.setPerson(dismiss.getPerson());
  return {};
}

Result<void> decide(State const& project, HandOverProject::Reader hand_over, Context const&,
                    Emit& emit) {
  auto const person = id_from(hand_over.getPerson());
  if (auto ready = there(project); !ready) return ready;
  if (project.lead == person) return {};
  if (!project.has(person)) return refuse("project.not-member", "person");
  auto handed_over = fact<ProjectHandedOver>(hand_over, emit);
  handed_over.setPerson(hand_over.getPerson());
  return {};
}

Result<void> decide(State const& project, PauseProject::Reader pause, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  if (project.status == ProjectStatus::PAUSED) return {};
  auto paused = fact<ProjectPaused>(pause, emit);
  if (pause.getReason().size() > 0) paused.setReason(pause.getReason());
  return {};
}

Result<void> decide(State const& project, ResumeProject::Reader resume, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  if (project.status == ProjectStatus::ACTIVE) return {};
  emit.event<ProjectResumed>().setProject(resume.getProject());
  return {};
}

Result<void> decide(State const& project, CompleteProject::Reader complete, Context const& by,
                    Emit& emit) {
  if (auto may = ours(project, by); !may) return may;
  if (project.status == ProjectStatus::COMPLETED) return {};
  if (!project.is_open()) return refuse("project.closed", "project");
  emit.event<ProjectCompleted>().setProject(complete.getProject());
  return {};
}

Result<void> decide(State const& project, StopProject::Reader stop, Context const& by, Emit& emit) {
  if (auto may = ours(project, by); !may) return may;
  if (project.status == ProjectStatus::STOPPED) return {};
  if (!project.is_open()) return refuse("project.closed", "project");
  auto stopped = fact<ProjectStopped>(stop, emit);
  stopped.setReason(stop.getReason());
  return {};
}

Result<void> decide(State const& project, PostProgress::Reader post, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  auto posted = fact<ProgressPosted>(post, emit);
  posted.setText(post.getText());
  return {};
}

// A lead goes on to whoever has been a member longest. Alone, only the hub can bring in others.
void depart(State const& project, Id const& id, Id const& person, Context const& by, Emit& emit) {
  if (!project.has(person)) return;
  auto const heir = std::ranges::find_if(project.members, [&](Id const& member) {
    return member != person && account::is_active(by.world, member);
  });
  if (project.lead == person && heir != project.members.end()) {
    auto handed_over = emit.event_on<ProjectHandedOver>(id);
    handed_over.setProject(data_of(id));
    handed_over.setPerson(data_of(*heir));
  }
  auto dismissed = emit.event_on<MemberDismissed>(id);
  dismissed.setProject(data_of(id));
  dismissed.setPerson(data_of(person));
}

}  // namespace core::project
