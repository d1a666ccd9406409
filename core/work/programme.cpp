// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How a programme goes. Who applies and who gets a seat is in programme_seats.cpp, what each fact leaves behind in
// programme_apply.cpp.
#include "core/work/programme.hpp"

#include "core/limits.hpp"
#include "core/work/programme_rules.hpp"

namespace core::programme {
namespace {

// The teams that a programme lets be: their bounds, and the order in time of what it plans.
Result<void> plausible(AnnounceProgramme::Reader announce, Context const& by) {
  auto const size_max = announce.getTeamSizeMax();
  if (size_max > 0 && announce.getTeamSizeMin() > size_max)
    return refuse("input.invalid", "teamSizeMin", "more than teamSizeMax");
  if (announce.getEnds() != 0 && announce.getEnds() < announce.getStarts())
    return refuse("input.invalid", "ends", "before the start");
  if (announce.getSubmissionsUntil() != 0 && announce.getSubmissionsUntil() < by.now.us)
    return refuse("input.invalid", "submissionsUntil", "has passed");
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

// Who runs the programme names any organisation, others only the one they speak for.
Result<void> acts_for(Id const& organisation, Context const& by) {
  if (by.role != Role::MEMBER || organisation::represents(by.world, organisation, by.actor))
    return {};
  return refuse("auth.forbidden", "organisation");
}

}  // namespace

Result<void> decide(State const& programme, AnnounceProgramme::Reader announce, Context const& by,
                    Emit& emit) {
  if (programme.stage != ProgrammeStage::ABSENT) return refuse("programme.exists", "programme");
  if (auto may = tenant::may_count(by.world, id_from(announce.getMeasure())); !may) return may;
  if (auto fits = plausible(announce, by); !fits) return fits;

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
  if (open.getDeadline() != 0 && open.getDeadline() <= by.now.us)
    return refuse("input.invalid", "deadline", "has passed");
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

Result<void> decide(State const& programme, AddPartner::Reader add, Context const& by, Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const organisation = id_from(add.getOrganisation());
  if (auto may = acts_for(organisation, by); !may) return may;
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
  if (auto may = acts_for(id_from(remove.getOrganisation()), by); !may) return may;
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
