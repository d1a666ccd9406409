// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/work.hpp"

namespace api {
namespace {

using projections::CandidateRow;
using projections::ChallengeRow;
using projections::TeamStanding;

// Whoever speaks for an organisation today, under whichever of its ids.
bool represents(Asking const& asking, core::Id const& organisation) {
  auto const row = asking.rooms.organisations.today(organisation);
  return row && row->standing(asking.actor) == core::organisation::Standing::REPRESENTATIVE;
}

// Who approves or rejects it: who may that for all of them, and who runs the programme it is meant for.
bool answers(Asking const& asking, ChallengeRow const& row) {
  bool const all = asking.role != core::Role::ANONYMOUS && asking.role != core::Role::MEMBER;
  return all || asking.rooms.programmes.manages(asking.actor, row.programme);
}

// The challenge's side: its owner, who speaks for its organisation, who runs its programme, and who approves them all.
bool poses(Asking const& asking, ChallengeRow const& row) {
  return answers(asking, row) || asking.is_self(row.owner) || represents(asking, row.organisation);
}

bool belongs_to(Asking const& asking, core::Id const& team) {
  auto const row = asking.rooms.teams.team(team);
  return row && !row->dissolved && row->has(asking.actor);
}

// Whether the asking person is in one of the teams that work on it, as of now.
bool works_on(Asking const& asking, ChallengeRow const& row) {
  return std::ranges::any_of(row.teams, [&](CandidateRow const& candidate) {
    return candidate.standing == TeamStanding::ACCEPTED && belongs_to(asking, candidate.team);
  });
}

template <class Reply>
void describe_challenge(Asking const& asking, core::Id const& id, ChallengeRow const& row,
                        Reply reply) {
  reply.setChallenge(core::data_of(id));
  reply.setTitle(text_at(asking, row.titled_at, "title"));
  reply.setSummary(text_at(asking, row.titled_at, "summary"));
  reply.setSector(row.sector);
  reply.setGreen(row.green);
  reply.setStage(row.stage);
  reply.setTeamsMax(row.teams_max);
  reply.setTeamsAccepted(row.accepted());
  describe_terms(asking, row, reply);
}

void describe_datasets(Asking const& asking, ChallengeRow const& row,
                       core::challenge::GetChallengeReply::Builder reply) {
  auto datasets = reply.initDatasets(static_cast<unsigned>(row.referenced_at.size()));
  for (unsigned i = 0; i < row.referenced_at.size(); ++i) {
    datasets[i].setTitle(text_at(asking, row.referenced_at[i], "title"));
    datasets[i].setAddress(text_at(asking, row.referenced_at[i], "address"));
  }
}

// Whom the asking person may see of its teams, and whether with what was said.
struct Insight {
  CandidateRow const& candidate;
  bool whole;
};

std::vector<Insight> seen_of(Asking const& asking, ChallengeRow const& row) {
  bool const all = poses(asking, row);
  std::vector<Insight> seen;
  for (auto const& candidate : row.teams) {
    bool const whole = all || belongs_to(asking, candidate.team);
    if (whole || candidate.standing == TeamStanding::ACCEPTED) seen.push_back({candidate, whole});
  }
  return seen;
}

void describe_teams(Asking const& asking, ChallengeRow const& row,
                    core::challenge::GetChallengeReply::Builder reply) {
  if (asking.role == core::Role::ANONYMOUS) return;
  auto const seen = seen_of(asking, row);
  auto teams = reply.initTeams(static_cast<unsigned>(seen.size()));
  for (unsigned i = 0; i < seen.size(); ++i) {
    auto const& [candidate, whole] = seen[i];
    auto const team = asking.rooms.teams.team(candidate.team);
    teams[i].setTeam(core::data_of(candidate.team));
    if (team) teams[i].setName(text_at(asking, team->formed_at, "name"));
    teams[i].setStanding(candidate.standing);
    teams[i].setAppliedPosition(candidate.applied_at.value);
    if (!whole) continue;
    teams[i].setMessage(text_at(asking, candidate.applied_at, "message"));
    teams[i].setReason(text_at(asking, candidate.declined_at, "reason"));
  }
}

// Whoever is signed in may turn to the contact, but for those who keep the owner away or are kept away.
bool may_contact(Asking const& asking, ChallengeRow const& row) {
  return asking.role != core::Role::ANONYMOUS &&
         !asking.rooms.blocks.apart(asking.actor, row.owner);
}

// What only its side may read.
void tell_inside(Asking const& asking, ChallengeRow const& row,
                 core::challenge::GetChallengeReply::Builder reply) {
  reply.setProposal(text_at(asking, row.titled_at, "text"));
  if (row.reason_at.value != 0) reply.setReason(text_at(asking, row.reason_at, "reason"));
  if (!row.desk.is_nil()) reply.setDesk(core::data_of(row.desk));
}

}  // namespace

bool may_see(Asking const& asking, ChallengeRow const& row) {
  return row.shown() || poses(asking, row);
}

core::Result<void> answer(Asking const& asking, core::catalogue::SearchCatalogue::Reader query,
                          core::catalogue::SearchCatalogueReply::Builder reply) {
  projections::ChallengeFilter const filter{values_of<core::schema::Sector>(query.getSectors()),
                                            ids_of(query.getSkills()), ids_of(query.getTopics()),
                                            query.getOpen(), query.getGreen()};
  auto const limit = limit_of(query);
  auto const& challenges = asking.rooms.challenges;
  auto const found = challenges.search(filter, core::id_from(query.getAfter()), limit);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto items = reply.initItems(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i) {
    auto const row = challenges.challenge(found.page[i]);
    describe_challenge(asking, found.page[i], *row, items[i]);
    items[i].setPublishedPosition(row->published_at.value);
  }
  return {};
}

core::Result<void> answer(Asking const& asking, core::challenge::GetChallenge::Reader query,
                          core::challenge::GetChallengeReply::Builder reply) {
  auto const id = core::id_from(query.getChallenge());
  auto const row = asking.rooms.challenges.challenge(id);
  if (!row || !may_see(asking, *row)) return core::refuse("aggregate.not-found", "challenge");
  describe_challenge(asking, id, *row, reply);
  if (may_contact(asking, *row)) reply.setContact(text_at(asking, row->titled_at, "contact"));
  set_texts(row->languages, reply.initLanguages(static_cast<unsigned>(row->languages.size())));
  auto clarifications = reply.initClarifications(static_cast<unsigned>(row->clarified_at.size()));
  for (unsigned i = 0; i < row->clarified_at.size(); ++i)
    clarifications.set(i, text_at(asking, row->clarified_at[i], "text"));
  reply.setTerms(text_at(asking, row->titled_at, "terms"));
  if (!row->organisation.is_nil()) reply.setOrganisation(core::data_of(row->organisation));
  if (!row->programme.is_nil()) reply.setProgramme(core::data_of(row->programme));
  reply.setVersion(row->version.value);
  describe_datasets(asking, *row, reply);
  describe_teams(asking, *row, reply);
  if (poses(asking, *row) || works_on(asking, *row))
    reply.setConfidential(text_at(asking, row->titled_at, "confidential"));
  if (poses(asking, *row)) tell_inside(asking, *row, reply);
  return {};
}

core::Result<void> answer(Asking const& asking, core::challenge::ListWaiting::Reader query,
                          core::challenge::ListWaitingReply::Builder reply) {
  auto const& challenges = asking.rooms.challenges;
  auto waiting = challenges.waiting();
  std::erase_if(waiting,
                [&](core::Id const& id) { return !answers(asking, *challenges.challenge(id)); });
  auto const page = page_of(waiting, core::id_from(query.getAfter()), limit_of(query));
  reply.setPosition(asking.position.value);
  reply.setTotal(waiting.size());
  auto items = reply.initItems(static_cast<unsigned>(page.size()));
  for (unsigned i = 0; i < page.size(); ++i) {
    auto const row = challenges.challenge(page[i]);
    items[i].setChallenge(core::data_of(page[i]));
    items[i].setTitle(text_at(asking, row->titled_at, "title"));
    items[i].setProgramme(core::data_of(row->programme));
    items[i].setOrganisation(core::data_of(row->organisation));
    items[i].setDesk(core::data_of(row->desk));
    items[i].setSubmittedPosition(row->submitted_at.value);
  }
  return {};
}

}  // namespace api
