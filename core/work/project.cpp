// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What may be done in a project. How one is founded is in project_founding.cpp, what each fact leaves behind in
// project_apply.cpp.
#include "core/work/project.hpp"

#include "core/limits.hpp"
#include "core/work/project_founding.hpp"
#include "core/work/project_rules.hpp"

namespace core::project {
namespace {

// The first rungs of most actions: it exists, and is the caller's to speak for.
Result<void> ours(State const& project, Context const& by) {
  if (project.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "project");
  if (!project.has(by.actor) && !runs_projects(by)) return refuse("project.not-member", "project");
  return {};
}

// Then: work goes on.
Result<void> at_work(State const& project, Context const& by) {
  if (auto may = ours(project, by); !may) return may;
  if (!project.is_open()) return refuse("project.closed", "project");
  return {};
}

// Or: it is there and was not voided, though it may be over.
Result<void> there(State const& project) {
  if (project.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "project");
  if (project.status == ProjectStatus::VOIDED) return refuse("project.closed", "project");
  return {};
}

bool among(std::vector<Id> const& ids, Id const& id) {
  return std::ranges::find(ids, id) != ids.end();
}

template <class Part>
Part const* part(std::vector<Part> const& parts, Id const& id) {
  auto const found = std::ranges::find(parts, id, &Part::id);
  return found == parts.end() ? nullptr : &*found;
}

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

template <class Event, class Command>
typename Event::Builder fact(Command command, Emit& emit) {
  auto event = emit.event<Event>();
  event.setProject(command.getProject());
  return event;
}

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

}  // namespace

Result<void> decide(State const& project, StartProject::Reader start, Context const& by,
                    Emit& emit) {
  auto const founding = founding_of(start, by);
  if (project.stage != ProjectStage::ABSENT) return refuse("project.exists", "project");
  if (founding.lead != by.actor && !by.is_staff()) return refuse("auth.forbidden", "lead");
  if (auto origin = origin_is_there(founding, by.world); !origin) return origin;
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
  if (by.world.account.load(person).stage != account::Stage::active)
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
  if (prototype.getEvidence().size() > 0 && !is_address(prototype.getEvidence()))
    return refuse("input.invalid", "evidence", "is no address");
  if (!is_licence(prototype.getLicence()))
    return refuse("input.invalid", "licence", "is no SPDX licence");
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

Result<void> decide(State const& project, VoidPrototype::Reader voiding, Context const&,
                    Emit& emit) {
  if (auto ready = there(project); !ready) return ready;
  if (!among(project.prototypes, id_from(voiding.getPrototype())))
    return refuse("aggregate.not-found", "prototype");
  auto voided = fact<PrototypeVoided>(voiding, emit);
  voided.setPrototype(voiding.getPrototype());
  voided.setReason(voiding.getReason());
  return {};
}

Result<void> decide(State const& project, AdvanceStage::Reader advance, Context const& by,
                    Emit& emit) {
  auto const to = advance.getStage();
  bool const commissioners = to == ProjectStage::IMPLEMENTATION &&
                             organisation::represents(by.world, project.commissioner, by.actor);
  if (auto may = ours(project, by); !may && !commissioners) return may;
  if (!project.is_open()) return refuse("project.closed", "project");
  if (project.status == ProjectStatus::PAUSED) return refuse("project.state", "project");
  if (to == project.stage) return {};
  if (to < project.stage) return refuse("project.state", "stage");
  bool const skips = static_cast<int>(to) > static_cast<int>(project.stage) + 1;
  if (skips && (by.role != Role::HUB_ADMIN || advance.getReason().size() == 0))
    return refuse("stage.skipped", "stage", "only hub administration may, with a reason");
  if (auto open = gate(by.world, project, to); !open) return open;
  auto advanced = fact<StageAdvanced>(advance, emit);
  advanced.setFrom(project.stage);
  advanced.setTo(to);
  if (advance.getReason().size() > 0) advanced.setReason(advance.getReason());
  advanced.setMeasure(data_of(project.measure));
  if (!project.second_measure.is_nil()) advanced.setSecondMeasure(data_of(project.second_measure));
  return {};
}

Result<void> decide(State const& project, RevertStage::Reader revert, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  if (revert.getStage() == project.stage) return {};
  if (revert.getStage() == ProjectStage::ABSENT || revert.getStage() > project.stage)
    return refuse("project.state", "stage");
  auto reverted = fact<StageReverted>(revert, emit);
  reverted.setFrom(project.stage);
  reverted.setTo(revert.getStage());
  reverted.setReason(revert.getReason());
  reverted.setError(revert.getError());
  return {};
}

Result<void> decide(State const& project, CommissionImplementation::Reader commission,
                    Context const& by, Emit& emit) {
  auto const organisation = id_from(commission.getOrganisation());
  if (project.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "project");
  if (!organisation::represents(by.world, organisation, by.actor) && !runs_projects(by))
    return refuse("auth.forbidden", "organisation");
  if (!project.is_open()) return refuse("project.closed", "project");
  if (auto may = organisation::may_act(by.world, organisation, "organisation"); !may) return may;
  auto commissioned = fact<ImplementationCommissioned>(commission, emit);
  commissioned.setOrganisation(data_of(organisation::canonical(by.world, organisation)));
  commissioned.setResources(commission.getResources());
  return {};
}

Result<void> decide(State const& project, LinkFollowOn::Reader link, Context const& by,
                    Emit& emit) {
  auto const id = id_from(link.getProject()), successor = id_from(link.getSuccessor());
  if (auto may = ours(project, by); !may) return may;
  auto const next = by.world.project.load(successor);
  if (next.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "successor");
  if (next.predecessor == id) return {};
  if (!next.has(by.actor) && !runs_projects(by)) return refuse("project.not-member", "successor");
  if (!next.predecessor.is_nil())
    return refuse("project.state", "successor", "follows on another project");
  if (next.status == ProjectStatus::VOIDED) return refuse("project.closed", "successor");
  if (auto may = may_follow(successor, id, "successor", by); !may) return may;
  auto followed = fact<FollowOnStarted>(link, emit);
  followed.setSuccessor(link.getSuccessor());
  auto named = emit.event_on<PredecessorNamed>(successor);
  named.setProject(link.getSuccessor());
  named.setPredecessor(link.getProject());
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

Result<void> decide(State const& project, ReleaseOpenSource::Reader release, Context const& by,
                    Emit& emit) {
  if (auto may = ours(project, by); !may) return may;
  if (auto ready = there(project); !ready) return ready;
  if (!is_address(release.getUrl())) return refuse("input.invalid", "url", "is no address");
  if (!is_licence(release.getLicence()))
    return refuse("input.invalid", "licence", "is no SPDX licence");
  if (project.releases >= limits::releases_max) return refuse("project.limit", "url");
  auto released = fact<OpenSourceReleased>(release, emit);
  released.setUrl(release.getUrl());
  released.setLicence(release.getLicence());
  return {};
}

Result<void> decide(State const& project, OfferTransfer::Reader offer, Context const& by,
                    Emit& emit) {
  if (auto may = ours(project, by); !may) return may;
  if (auto ready = there(project); !ready) return ready;
  if (project.offered) return {};
  auto offered = fact<TransferOffered>(offer, emit);
  if (offer.getTerms().size() > 0) offered.setTerms(offer.getTerms());
  return {};
}

Result<void> decide(State const& project, AdoptTransfer::Reader adopt, Context const&, Emit& emit) {
  auto const municipality = id_from(adopt.getMunicipality());
  if (auto ready = there(project); !ready) return ready;
  if (!project.offered) return refuse("project.state", "project", "it was not offered");
  if (among(project.adopters, municipality)) return {};
  if (project.adopters.size() >= limits::adoptions_max)
    return refuse("project.limit", "municipality");
  auto adopted = fact<TransferAdopted>(adopt, emit);
  adopted.setMunicipality(adopt.getMunicipality());
  adopted.setName(adopt.getName());
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

Result<void> decide(State const& project, RecordCompanyFounded::Reader record, Context const&,
                    Emit& emit) {
  auto const company = id_from(record.getCompany());
  if (auto ready = there(project); !ready) return ready;
  if (among(project.companies, company)) return {};
  if (project.companies.size() >= limits::companies_max) return refuse("project.limit", "company");
  auto founded = fact<CompanyFounded>(record, emit);
  founded.setCompany(record.getCompany());
  founded.setName(record.getName());
  return {};
}

Result<void> decide(State const& project, PostProgress::Reader post, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  auto posted = fact<ProgressPosted>(post, emit);
  posted.setText(post.getText());
  return {};
}

}  // namespace core::project
