// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/decide.hpp"

namespace core::programme {
namespace {

// How many applications stand there; those that are over are not counted.
std::uint32_t* counted(State& programme, Standing standing) {
  switch (standing) {
    case Standing::SUBMITTED: return &programme.submitted;
    case Standing::WAITING: return &programme.waiting;
    case Standing::ACCEPTED: return &programme.accepted;
    case Standing::ENROLLED: return &programme.enrolled;
    case Standing::NONE:
    case Standing::REJECTED:
    case Standing::WITHDRAWN:
    case Standing::PROGRAMME_CANCELLED: return nullptr;
  }
  return nullptr;
}

void move(State& programme, Standing from, Standing to) {
  if (auto* const left = counted(programme, from)) --*left;
  if (auto* const reached = counted(programme, to)) ++*reached;
}

}  // namespace

void apply(State& programme, ProgrammeAnnounced::Reader announced) {
  programme.stage = ProgrammeStage::ANNOUNCED;
  programme.measure = id_from(announced.getMeasure());
  programme.capacity = announced.getCapacity();
  programme.team_size_min = announced.getTeamSizeMin();
  programme.team_size_max = announced.getTeamSizeMax();
  programme.several_teams = announced.getSeveralTeams();
  programme.submissions_until = {announced.getSubmissionsUntil()};
}

void apply(State& programme, PhasePlanned::Reader planned) {
  programme.phases = planned.getNumber();
}

void apply(State& programme, ApplicationsOpened::Reader opened) {
  programme.stage = ProgrammeStage::OPEN;
  programme.applications_until = {opened.getDeadline()};
}
void apply(State& programme, ApplicationsClosed::Reader) {
  programme.stage = ProgrammeStage::CLOSED;
}

void apply(State& programme, ApplicationSubmitted::Reader) {
  move(programme, Standing::NONE, Standing::SUBMITTED);
}
void apply(State& programme, ApplicationAccepted::Reader accepted) {
  move(programme, accepted.getWas(), Standing::ACCEPTED);
}
void apply(State& programme, ApplicationWaitlisted::Reader waitlisted) {
  move(programme, Standing::SUBMITTED, Standing::WAITING);
  programme.tickets = waitlisted.getTicket();
}
void apply(State& programme, ApplicationRejected::Reader rejected) {
  move(programme, rejected.getWas(), Standing::REJECTED);
}
void apply(State& programme, ApplicationWithdrawn::Reader withdrawn) {
  move(programme, withdrawn.getWas(), Standing::WITHDRAWN);
}
void apply(State& programme, EnrolmentConfirmed::Reader confirmed) {
  move(programme, confirmed.getWas(), Standing::ENROLLED);
}

void apply(State& programme, CapacitySet::Reader set) { programme.capacity = set.getCapacity(); }

void apply(State& programme, PartnerJoined::Reader joined) {
  programme.partners.push_back({id_from(joined.getOrganisation()), joined.getRole()});
}
void apply(State& programme, PartnerLeft::Reader left) {
  std::erase(programme.partners, Partner{id_from(left.getOrganisation()), left.getRole()});
}
void apply(State& programme, StudyProgrammeInvolved::Reader involved) {
  programme.studies.push_back(
      {id_from(involved.getUniversity()), {involved.getCode().cStr(), involved.getCode().size()}});
}

void apply(State& programme, ProgrammeStarted::Reader) {
  programme.stage = ProgrammeStage::RUNNING;
  programme.phase = std::min<std::uint8_t>(programme.phases, 1);
}
void apply(State& programme, PhaseAdvanced::Reader advanced) { programme.phase = advanced.getTo(); }
void apply(State& programme, ProgrammeCompleted::Reader) {
  programme.stage = ProgrammeStage::COMPLETED;
}
void apply(State& programme, ProgrammeCancelled::Reader) {
  programme.stage = ProgrammeStage::CANCELLED;
}
void apply(State&, ResultsPublished::Reader) {}

}  // namespace core::programme
