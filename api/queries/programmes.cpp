// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/people.hpp"

namespace api {
namespace {

namespace programme = core::programme;
using projections::ProgrammeRow;

core::Refusal not_found() { return core::refuse("aggregate.not-found", "programme"); }

// Each once in each role, as the organisation that it is today.
std::vector<programme::Partner> partners_of(Asking const& asking, ProgrammeRow const& row) {
  std::vector<programme::Partner> partners;
  for (auto partner : row.partners) {
    partner.organisation = asking.rooms.organisations.canonical(partner.organisation);
    if (std::ranges::find(partners, partner) == partners.end()) partners.push_back(partner);
  }
  return partners;
}

template <class Reply>
void describe_partners(Asking const& asking, ProgrammeRow const& row, Reply reply) {
  auto const partners = partners_of(asking, row);
  auto list = reply.initPartners(static_cast<unsigned>(partners.size()));
  for (unsigned i = 0; i < partners.size(); ++i) {
    list[i].setOrganisation(core::data_of(partners[i].organisation));
    list[i].setRole(partners[i].role);
  }
}

// Where an application stands for whom it is about: what was not over when the programme was called off is now.
projections::ApplicationStanding shown_standing(ProgrammeRow const& row,
                                                projections::ApplicationRow const& own) {
  using enum projections::ApplicationStanding;
  bool const over = own.standing == NONE || own.standing == REJECTED || own.standing == WITHDRAWN;
  bool const cancelled = row.stage == projections::ProgrammeStage::CANCELLED;
  return cancelled && !over ? PROGRAMME_CANCELLED : own.standing;
}

// The same in a reply, and how many wait before it.
template <class Reply>
void describe_standing(Asking const& asking, core::Id const& id, ProgrammeRow const& row,
                       projections::ApplicationRow const& own, Reply reply) {
  reply.setStanding(shown_standing(row, own));
  if (reply.getStanding() == own.standing) reply.setAhead(asking.rooms.programmes.ahead(id, own));
}

// What is said of a programme alike, alone and in a list.
template <class Reply>
void describe_programme(Asking const& asking, core::Id const& id, ProgrammeRow const& row,
                        Reply reply) {
  reply.setProgramme(core::data_of(id));
  reply.setTitle(text_at(asking, row.announced_at, "title"));
  reply.setKind(row.kind);
  reply.setStage(row.stage);
  reply.setStarts(row.starts.us);
  reply.setEnds(row.ends.us);
  reply.setApplicationsUntil(row.applications_until.us);
}

void describe_phases(Asking const& asking, ProgrammeRow const& row,
                     programme::GetProgrammeReply::Builder reply) {
  auto phases = reply.initPhases(static_cast<unsigned>(row.phases.size()));
  for (unsigned i = 0; i < row.phases.size(); ++i) {
    phases[i].setTitle(text_at(asking, row.phases[i].planned_at, "title"));
    phases[i].setEnds(row.phases[i].ends.us);
  }
  reply.setPhase(row.phase);
}

void describe_studies(ProgrammeRow const& row, programme::GetProgrammeReply::Builder reply) {
  auto studies = reply.initStudies(static_cast<unsigned>(row.studies.size()));
  for (unsigned i = 0; i < row.studies.size(); ++i) {
    studies[i].setUniversity(core::data_of(row.studies[i].university));
    studies[i].setCode(row.studies[i].code);
  }
}

void describe_applicant(Asking const& asking, projections::Applicant const& who,
                        programme::Applicant::Builder applicant) {
  applicant.setPerson(core::data_of(who.person));
  applicant.setDisplayName(display_name(asking, who.person));
  applicant.setStanding(who.row.standing);
  applicant.setStatus(who.row.status);
  applicant.setMessage(text_at(asking, who.row.submitted_at, "message"));
  applicant.setSubmittedPosition(who.row.submitted_at.value);
  applicant.setTeam(core::data_of(who.row.team));
}

// One page of those who applied.
void describe_applicants(Asking const& asking, programme::Cockpit::Reader query,
                         programme::CockpitReply::Builder reply) {
  auto const id = core::id_from(query.getProgramme()), after = core::id_from(query.getAfter());
  auto const all = asking.rooms.programmes.applicants(
      id, values_of<projections::ApplicationStanding>(query.getStandings()));
  auto const last = std::ranges::find(all, after, &projections::Applicant::person);
  auto const first = last == all.end() ? 0 : static_cast<std::size_t>(last - all.begin()) + 1;
  auto const limit = limit_of(query);
  auto const size = std::min(limit, all.size() - std::min(first, all.size()));
  auto applicants = reply.initApplicants(static_cast<unsigned>(size));
  for (unsigned i = 0; i < size; ++i) {
    describe_applicant(asking, all[first + i], applicants[i]);
    if (all[first + i].row.ticket > 0)  // The wait-list comes first, and whole.
      applicants[i].setAhead(static_cast<std::uint32_t>(first) + i);
  }
  reply.setTotal(all.size());
}

void describe_counts(ProgrammeRow row, projections::Teams::Counts const& teams,
                     programme::CockpitReply::Builder reply) {
  using projections::ApplicationStanding;
  constexpr std::array standings{ApplicationStanding::SUBMITTED, ApplicationStanding::WAITING,
                                 ApplicationStanding::ACCEPTED,  ApplicationStanding::ENROLLED,
                                 ApplicationStanding::REJECTED,  ApplicationStanding::WITHDRAWN};
  auto counts = reply.initApplications(standings.size());
  for (unsigned i = 0; i < standings.size(); ++i) {
    counts[i].setStanding(standings[i]);
    counts[i].setCount(*row.count(standings[i]));
  }
  auto count = reply.initTeams();
  count.setForming(teams.forming);
  count.setComplete(teams.complete);
  count.setLocked(teams.locked);
  count.setDissolved(teams.dissolved);
  count.setHandedIn(teams.handed_in);
}

}  // namespace

core::Result<void> answer(Asking const& asking, programme::GetProgramme::Reader query,
                          programme::GetProgrammeReply::Builder reply) {
  auto const id = core::id_from(query.getProgramme());
  auto const row = asking.rooms.programmes.programme(id);
  if (!row) return not_found();
  describe_programme(asking, id, *row, reply);
  reply.setPosition(asking.position.value);
  reply.setAbout(text_at(asking, row->announced_at, "about"));
  reply.setMeasure(core::data_of(row->measure));
  reply.setCapacity(row->capacity);
  reply.setTaken(row->accepted + row->enrolled);
  reply.setWaiting(row->waiting);
  reply.setTeamSizeMin(row->team_size_min);
  reply.setTeamSizeMax(row->team_size_max);
  reply.setSeveralTeams(row->several_teams);
  reply.setSubmissionsUntil(row->submissions_until.us);
  describe_phases(asking, *row, reply);
  describe_partners(asking, *row, reply);
  describe_studies(*row, reply);
  reply.setReason(text_at(asking, row->cancelled_at, "reason"));
  reply.setResults(text_at(asking, row->results_at, "text"));
  if (auto const own = asking.rooms.programmes.application(id, asking.actor))
    describe_standing(asking, id, *row, *own, reply);
  reply.setVersion(row->version.value);
  return {};
}

core::Result<void> answer(Asking const& asking, programme::SearchProgramme::Reader query,
                          programme::SearchProgrammeReply::Builder reply) {
  projections::ProgrammeFilter const filter{
      values_of<programme::ProgrammeKind>(query.getKinds()),
      values_of<projections::ProgrammeStage>(query.getStages()), core::id_from(query.getMeasure())};
  auto const limit = limit_of(query);
  auto const& programmes = asking.rooms.programmes;
  auto const found = programmes.search(filter, core::id_from(query.getAfter()), limit);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto items = reply.initItems(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i) {
    auto const row = programmes.programme(found.page[i]);
    describe_programme(asking, found.page[i], *row, items[i]);
    items[i].setAnnouncedPosition(row->announced_at.value);
  }
  return {};
}

core::Result<void> answer(Asking const& asking, programme::Cockpit::Reader query,
                          programme::CockpitReply::Builder reply) {
  auto const id = core::id_from(query.getProgramme());
  auto const row = asking.rooms.programmes.programme(id);
  if (!row) return not_found();
  reply.setPosition(asking.position.value);
  reply.setStage(row->stage);
  reply.setPhase(row->phase);
  reply.setPhases(static_cast<std::uint8_t>(row->phases.size()));
  reply.setCapacity(row->capacity);
  describe_counts(*row, asking.rooms.teams.count(id), reply);
  describe_applicants(asking, query, reply);
  describe_partners(asking, *row, reply);
  reply.setStudies(static_cast<std::uint32_t>(row->studies.size()));
  reply.setVersion(row->version.value);
  return {};
}

core::Result<void> answer(Asking const& asking, programme::OwnApplications::Reader,
                          programme::OwnApplicationsReply::Builder reply) {
  auto const& programmes = asking.rooms.programmes;
  auto const ids = programmes.applied_to(asking.actor);
  reply.setPosition(asking.position.value);
  auto applications = reply.initApplications(static_cast<unsigned>(ids.size()));
  for (unsigned i = 0; i < ids.size(); ++i) {
    auto const row = programmes.programme(ids[i]);
    auto const own = programmes.application(ids[i], asking.actor);
    applications[i].setProgramme(core::data_of(ids[i]));
    applications[i].setTitle(text_at(asking, row->announced_at, "title"));
    applications[i].setStage(row->stage);
    applications[i].setStatus(own->status);
    describe_standing(asking, ids[i], *row, *own, applications[i]);
  }
  return {};
}

}  // namespace api
