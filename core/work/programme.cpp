// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/programme.hpp"

#include "core/decide.hpp"
#include "core/limits.hpp"
#include "core/work/applications.hpp"
#include "core/work/joining.hpp"

namespace core::programme {
namespace {

using Stages = std::initializer_list<ProgrammeStage>;

constexpr Stages before_the_start = {ProgrammeStage::ANNOUNCED, ProgrammeStage::OPEN,
                                     ProgrammeStage::CLOSED};
constexpr Stages until_the_end = {ProgrammeStage::ANNOUNCED, ProgrammeStage::OPEN,
                                  ProgrammeStage::CLOSED, ProgrammeStage::RUNNING};

Refusal wrong_state(std::string_view field, std::string detail = {}) {
  return refuse("programme.state", field, std::move(detail));
}

// Every action on a programme starts with these two rungs: it exists, and stands where the action makes sense.
Result<void> at(State const& programme, Stages allowed) {
  if (programme.stage == ProgrammeStage::ABSENT) return refuse("aggregate.not-found", "programme");
  if (std::ranges::find(allowed, programme.stage) == allowed.end()) return wrong_state("programme");
  return {};
}

// Whose application it is about. Members speak for themselves only.
template <class Command>
Result<Id> whose(Command command, Context const& by) {
  auto const person = command.hasPerson() ? id_from(command.getPerson()) : by.actor;
  if (person != by.actor && by.role == Role::MEMBER) return refuse("auth.forbidden", "person");
  return person;
}

bool has_seat(Standing standing) {
  return standing == Standing::ACCEPTED || standing == Standing::ENROLLED;
}

bool is_open(Standing standing) {
  return standing == Standing::SUBMITTED || standing == Standing::WAITING || has_seat(standing);
}

// An event about somebody's application.
template <class Event>
typename Event::Builder about(Id const& programme, Id const& person, Emit& emit) {
  auto event = emit.event<Event>();
  event.setProgramme(data_of(programme));
  event.setPerson(data_of(person));
  return event;
}

void accept(Id const& programme, Id const& person, Application const& application, bool promoted,
            Emit& emit) {
  auto accepted = about<ApplicationAccepted>(programme, person, emit);
  accepted.setWas(application.standing);
  accepted.setTicket(application.ticket);
  accepted.setPromoted(promoted);
}

void wait(State const& programme, Id const& id, Id const& person, Emit& emit) {
  about<ApplicationWaitlisted>(id, person, emit).setTicket(programme.tickets + 1);
}

// Somebody is out: of the teams as well, and whoever has waited longest gets the seat, if it was one.
Result<void> give_up(State const& programme, Id const& id, Id const& person,
                     Application const& application, Context const& by, Emit& emit) {
  if (!has_seat(application.standing)) return {};
  if (auto left = team::leave_programme(id, person, by, emit); !left) return left;
  auto const next = first_waiting(by.world, id);
  if (next && programme.capacity > 0)
    accept(id, *next, programme::application(by.world, id, *next), true, emit);
  return {};
}

// The teams that a programme lets be: their bounds, and the phases' order in time.
Result<void> plausible(AnnounceProgramme::Reader announce) {
  auto const size_max = announce.getTeamSizeMax();
  if (size_max > 0 && announce.getTeamSizeMin() > size_max)
    return refuse("input.invalid", "teamSizeMin", "more than teamSizeMax");
  if (announce.getEnds() != 0 && announce.getEnds() < announce.getStarts())
    return refuse("input.invalid", "ends", "before the start");
  std::int64_t earlier = 0;
  for (unsigned i = 0; i < announce.getPhases().size(); ++i) {
    auto const ends = announce.getPhases()[i].getEnds();
    if (ends != 0 && ends < earlier)
      return refuse("input.invalid", "phases[" + std::to_string(i) + "].ends", "not in order");
    if (ends != 0) earlier = ends;
  }
  return {};
}

// What a programme still owes somebody an answer to.
Result<void> nothing_pending(State const& programme) {
  if (programme.submitted > 0)
    return refuse("programme.pending", "programme", "applications await a decision");
  return {};
}

// Who the partner is among those there are: in that role, as the same organisation of today. Or end().
std::vector<Partner>::const_iterator find(State const& programme, Id const& organisation,
                                          PartnerRole role, World const& world) {
  return std::ranges::find_if(programme.partners, [&](Partner const& partner) {
    return partner.role == role && organisation::canonical(world, partner.organisation) ==
                                       organisation::canonical(world, organisation);
  });
}

}  // namespace

Result<void> decide(State const& programme, AnnounceProgramme::Reader announce, Context const&,
                    Emit& emit) {
  if (programme.stage != ProgrammeStage::ABSENT) return refuse("programme.exists", "programme");
  if (auto fits = plausible(announce); !fits) return fits;

  auto announced = emit.event<ProgrammeAnnounced>();
  announced.setProgramme(announce.getProgramme());
  announced.setKind(announce.getKind());
  announced.setTitle(announce.getTitle());
  if (announce.getAbout().size() > 0) announced.setAbout(announce.getAbout());
  if (announce.hasMeasure()) announced.setMeasure(announce.getMeasure());
  announced.setCapacity(announce.getCapacity());
  announced.setTeamSizeMin(announce.getTeamSizeMin());
  announced.setTeamSizeMax(announce.getTeamSizeMax() > 0
                               ? announce.getTeamSizeMax()
                               : static_cast<std::uint8_t>(limits::team_members_max));
  announced.setSeveralTeams(announce.getSeveralTeams());
  announced.setStarts(announce.getStarts());
  announced.setEnds(announce.getEnds());
  announced.setSubmissionsUntil(announce.getSubmissionsUntil());
  std::uint8_t number = 0;
  for (auto phase : announce.getPhases()) {
    auto planned = emit.event<PhasePlanned>();
    planned.setProgramme(announce.getProgramme());
    planned.setNumber(++number);
    planned.setTitle(phase.getTitle());
    planned.setEnds(phase.getEnds());
  }
  return {};
}

Result<void> decide(State const& programme, OpenApplications::Reader open, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, before_the_start); !ready) return ready;
  if (programme.stage == ProgrammeStage::OPEN &&
      programme.applications_until.us == open.getDeadline())
    return {};
  if (open.getDeadline() <= by.now.us) return refuse("input.invalid", "deadline", "has passed");
  auto opened = emit.event<ApplicationsOpened>();
  opened.setProgramme(open.getProgramme());
  opened.setDeadline(open.getDeadline());
  return {};
}

Result<void> decide(State const& programme, CloseApplications::Reader close, Context const&,
                    Emit& emit) {
  if (programme.stage == ProgrammeStage::CLOSED) return {};
  if (auto ready = at(programme, {ProgrammeStage::OPEN}); !ready) return ready;
  emit.event<ApplicationsClosed>().setProgramme(close.getProgramme());
  return {};
}

Result<void> decide(State const& programme, SubmitApplication::Reader submit, Context const& by,
                    Emit& emit) {
  if (programme.stage == ProgrammeStage::ABSENT) return refuse("aggregate.not-found", "programme");
  if (programme.stage != ProgrammeStage::OPEN || by.now > programme.applications_until)
    return refuse("programme.closed", "programme");
  auto const person = whose(submit, by);
  if (!person) return person.error();
  if (by.world.account.load(*person).stage != account::Stage::active)
    return refuse("aggregate.not-found", "person");
  auto const id = id_from(submit.getProgramme());
  auto const standing = application(by.world, id, *person).standing;
  if (standing != Standing::NONE && standing != Standing::WITHDRAWN)
    return refuse("programme.duplicate", "programme");

  auto submitted = about<ApplicationSubmitted>(id, *person, emit);
  if (submit.getMessage().size() > 0) submitted.setMessage(submit.getMessage());
  return {};
}

Result<void> decide(State const& programme, AcceptApplication::Reader command, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(command.getProgramme()), person = id_from(command.getPerson());
  auto const application = programme::application(by.world, id, person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (!is_open(application.standing)) return wrong_state("person");
  if (has_seat(application.standing)) return {};
  if (!programme.full()) return accept(id, person, application, false, emit), Result<void>();
  if (application.standing != Standing::WAITING) wait(programme, id, person, emit);
  return {};
}

Result<void> decide(State const& programme, WaitlistApplication::Reader waitlist, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(waitlist.getProgramme()), person = id_from(waitlist.getPerson());
  auto const standing = application(by.world, id, person).standing;
  if (standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (standing == Standing::WAITING) return {};
  if (standing != Standing::SUBMITTED) return wrong_state("person");
  wait(programme, id, person, emit);
  return {};
}

Result<void> decide(State const& programme, RejectApplication::Reader reject, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(reject.getProgramme()), person = id_from(reject.getPerson());
  auto const application = programme::application(by.world, id, person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (application.standing == Standing::REJECTED) return {};
  if (!is_open(application.standing)) return wrong_state("person");

  auto rejected = about<ApplicationRejected>(id, person, emit);
  rejected.setWas(application.standing);
  rejected.setTicket(application.ticket);
  if (reject.getReason().size() > 0) rejected.setReason(reject.getReason());
  return give_up(programme, id, person, application, by, emit);
}

Result<void> decide(State const& programme, WithdrawApplication::Reader withdraw, Context const& by,
                    Emit& emit) {
  auto const person = whose(withdraw, by);
  if (!person) return person.error();
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(withdraw.getProgramme());
  auto const application = programme::application(by.world, id, *person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (application.standing == Standing::WITHDRAWN) return {};
  if (!is_open(application.standing)) return wrong_state("person");

  auto withdrawn = about<ApplicationWithdrawn>(id, *person, emit);
  withdrawn.setWas(application.standing);
  withdrawn.setTicket(application.ticket);
  return give_up(programme, id, *person, application, by, emit);
}

Result<void> decide(State const& programme, ConfirmEnrolment::Reader confirm, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(confirm.getProgramme()), person = id_from(confirm.getPerson());
  auto const application = programme::application(by.world, id, person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (!has_seat(application.standing)) return wrong_state("person");
  if (application.standing == Standing::ENROLLED && application.status == confirm.getStatus())
    return {};
  auto confirmed = about<EnrolmentConfirmed>(id, person, emit);
  confirmed.setStatus(confirm.getStatus());
  confirmed.setWas(application.standing);
  return {};
}

Result<void> decide(State const& programme, AddPartner::Reader add, Context const& by, Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const organisation = id_from(add.getOrganisation());
  if (find(programme, organisation, add.getRole(), by.world) != programme.partners.end()) return {};
  if (auto may = organisation::may_act(by.world, organisation, "organisation"); !may) return may;
  if (programme.partners.size() >= limits::partners_max)
    return refuse("programme.limit", "organisation");
  auto joined = emit.event<PartnerJoined>();
  joined.setProgramme(add.getProgramme());
  joined.setOrganisation(data_of(organisation::canonical(by.world, organisation)));
  joined.setRole(add.getRole());
  return {};
}

Result<void> decide(State const& programme, RemovePartner::Reader remove, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const gone = find(programme, id_from(remove.getOrganisation()), remove.getRole(), by.world);
  if (gone == programme.partners.end()) return {};
  auto left = emit.event<PartnerLeft>();
  left.setProgramme(remove.getProgramme());
  left.setOrganisation(data_of(gone->organisation));
  left.setRole(gone->role);
  return {};
}

Result<void> decide(State const& programme, RecordStudyProgramme::Reader record, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const university = id_from(record.getUniversity());
  if (auto may = organisation::may_act(by.world, university, "university"); !may) return may;
  Study const study{organisation::canonical(by.world, university),
                    {record.getCode().cStr(), record.getCode().size()}};
  if (std::ranges::find(programme.studies, study) != programme.studies.end()) return {};
  if (programme.studies.size() >= limits::studies_max) return refuse("programme.limit", "code");
  auto involved = emit.event<StudyProgrammeInvolved>();
  involved.setProgramme(record.getProgramme());
  involved.setUniversity(data_of(study.university));
  involved.setCode(record.getCode());
  return {};
}

Result<void> decide(State const& programme, StartProgramme::Reader start, Context const&,
                    Emit& emit) {
  if (programme.stage == ProgrammeStage::RUNNING) return {};
  if (auto ready = at(programme, before_the_start); !ready) return ready;
  if (programme.stage == ProgrammeStage::OPEN)
    emit.event<ApplicationsClosed>().setProgramme(start.getProgramme());
  emit.event<ProgrammeStarted>().setProgramme(start.getProgramme());
  return {};
}

Result<void> decide(State const& programme, AdvancePhase::Reader advance, Context const&,
                    Emit& emit) {
  if (auto ready = at(programme, {ProgrammeStage::RUNNING}); !ready) return ready;
  if (advance.getTo() == programme.phase) return {};
  if (advance.getTo() != programme.phase + 1 || advance.getTo() > programme.phases)
    return wrong_state("to", "phases come one after the other");
  auto advanced = emit.event<PhaseAdvanced>();
  advanced.setProgramme(advance.getProgramme());
  advanced.setTo(advance.getTo());
  return {};
}

Result<void> decide(State const& programme, CompleteProgramme::Reader complete, Context const&,
                    Emit& emit) {
  if (programme.stage == ProgrammeStage::COMPLETED) return {};
  if (auto ready = at(programme, {ProgrammeStage::RUNNING}); !ready) return ready;
  if (auto done = nothing_pending(programme); !done) return done;
  emit.event<ProgrammeCompleted>().setProgramme(complete.getProgramme());
  return {};
}

Result<void> decide(State const& programme, CancelProgramme::Reader cancel, Context const&,
                    Emit& emit) {
  if (programme.stage == ProgrammeStage::CANCELLED) return {};
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto cancelled = emit.event<ProgrammeCancelled>();
  cancelled.setProgramme(cancel.getProgramme());
  cancelled.setReason(cancel.getReason());
  return {};
}

Result<void> decide(State const& programme, PublishResults::Reader publish, Context const&,
                    Emit& emit) {
  if (auto ready = at(programme, {ProgrammeStage::COMPLETED}); !ready) return ready;
  auto published = emit.event<ResultsPublished>();
  published.setProgramme(publish.getProgramme());
  published.setText(publish.getText());
  return {};
}

}  // namespace core::programme
