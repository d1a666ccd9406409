// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/people.hpp"

namespace api {
namespace {

namespace team = core::team;
using projections::TeamRow;

template <class List>
void describe_openings(Asking const& asking, TeamRow const& row, List list) {
  for (unsigned i = 0; i < row.openings.size(); ++i) {
    auto const& opening = row.openings[i];
    list[i].setRole(core::data_of(opening.role));
    list[i].initSkill().setTerm(core::data_of(asking.rooms.terms.survivor(opening.skill.term)));
    list[i].getSkill().setLevel(opening.skill.level);
    list[i].getSkill().setWeight(opening.skill.weight);
    list[i].getSkill().setMust(opening.skill.must);
    list[i].setLeft(opening.left);
    list[i].setText(text_at(asking, opening.opened_at, "text"));
  }
}

// What is said of a team alike, alone and in a list.
template <class Reply>
void describe_team(Asking const& asking, core::Id const& id, TeamRow const& row, Reply reply) {
  reply.setTeam(core::data_of(id));
  reply.setKind(row.kind);
  reply.setStage(row.stage());
  reply.setName(text_at(asking, row.formed_at, "name"));
  reply.setProgramme(core::data_of(row.programme));
  reply.setSizeMax(row.size_max);
  auto const challenge = asking.rooms.challenges.worked_on_by(id);
  if (!challenge.is_nil()) reply.setChallenge(core::data_of(challenge));
  describe_openings(asking, row, reply.initRoles(static_cast<unsigned>(row.openings.size())));
}

void describe_members(Asking const& asking, TeamRow const& row, team::GetTeamReply::Builder reply) {
  auto shown = row.members;
  std::erase_if(shown, [&](auto const& member) { return is_apart(asking, member.person); });
  auto members = reply.initMembers(static_cast<unsigned>(shown.size()));
  for (unsigned i = 0; i < shown.size(); ++i) {
    auto const& member = shown[i];
    members[i].setPerson(core::data_of(member.person));
    members[i].setDisplayName(display_name(asking, member.person));
    members[i].setRole(core::data_of(member.role));
    members[i].setSector(member.sector);
    members[i].setDiscipline(member.discipline);
    members[i].setStatus(member.status);
  }
}

bool runs(Asking const& asking, TeamRow const& row) {
  return asking.role != core::Role::MEMBER ||
         asking.rooms.programmes.manages(asking.actor, row.programme);
}

// What nobody can accept any more is no invitation.
std::vector<projections::AskerRow> valid(std::vector<projections::AskerRow> invitations,
                                         core::Instant now) {
  std::erase_if(invitations, [&](auto const& invitation) { return invitation.expires < now; });
  return invitations;
}

// The lead, who runs the programme, and of everybody else only what is about themselves. Nobody who is kept apart.
std::vector<projections::AskerRow> seen_by(Asking const& asking, TeamRow const& row,
                                           std::vector<projections::AskerRow> askers) {
  bool const all = asking.is_self(row.lead) || runs(asking, row);
  std::erase_if(askers, [&](auto const& asker) {
    return is_apart(asking, asker.person) || (!all && !asking.is_self(asker.person));
  });
  return askers;
}

template <class List>
void describe_askers(Asking const& asking, std::vector<projections::AskerRow> const& askers,
                     List list) {
  for (unsigned i = 0; i < askers.size(); ++i) {
    list[i].setPerson(core::data_of(askers[i].person));
    list[i].setDisplayName(display_name(asking, askers[i].person));
    list[i].setRole(core::data_of(askers[i].role));
    list[i].setMessage(text_at(asking, askers[i].asked_at, "message"));
    list[i].setExpires(askers[i].expires.us);
  }
}

std::string title_of(Asking const& asking, core::Id const& challenge) {
  auto const row = asking.rooms.challenges.challenge(challenge);
  return row ? text_at(asking, row->titled_at, "title") : "";
}

// Its challenge, and to its members and who runs the programme all that it has applied for.
void describe_challenges(Asking const& asking, core::Id const& id, TeamRow const& row,
                         team::GetTeamReply::Builder reply) {
  auto const& challenges = asking.rooms.challenges;
  reply.setChallengeTitle(title_of(asking, challenges.worked_on_by(id)));
  if (!row.has(asking.actor) && !runs(asking, row)) return;
  auto const ids = challenges.of_team(id);
  auto applications = reply.initApplications(static_cast<unsigned>(ids.size()));
  for (unsigned i = 0; i < ids.size(); ++i) {
    applications[i].setChallenge(core::data_of(ids[i]));
    applications[i].setTitle(title_of(asking, ids[i]));
    applications[i].setStanding(challenges.challenge(ids[i])->candidate(id)->standing);
  }
}

}  // namespace

core::Result<void> answer(Asking const& asking, team::GetTeam::Reader query,
                          team::GetTeamReply::Builder reply) {
  auto const id = core::id_from(query.getTeam());
  auto const row = asking.rooms.teams.team(id);
  if (!row) return core::refuse("aggregate.not-found", "team");
  describe_team(asking, id, *row, reply);
  reply.setPosition(asking.position.value);
  reply.setAbout(text_at(asking, row->formed_at, "about"));
  if (!is_apart(asking, row->lead)) reply.setLead(core::data_of(row->lead));
  describe_members(asking, *row, reply);
  auto const requests = seen_by(asking, *row, row->requests);
  describe_askers(asking, requests, reply.initRequests(static_cast<unsigned>(requests.size())));
  auto const invited = seen_by(asking, *row, valid(row->invitations, asking.now));
  describe_askers(asking, invited, reply.initInvitations(static_cast<unsigned>(invited.size())));
  describe_challenges(asking, id, *row, reply);
  reply.setSubmissions(row->submissions);
  reply.setFinal(row->final);
  reply.setTitle(text_at(asking, row->submitted_at, "title"));
  reply.setSummary(text_at(asking, row->submitted_at, "summary"));
  reply.setLink(text_at(asking, row->submitted_at, "link"));
  reply.setVersion(row->version.value);
  return {};
}

core::Result<void> answer(Asking const& asking, team::SearchTeam::Reader query,
                          team::SearchTeamReply::Builder reply) {
  auto const survivor = [&](core::Id const& term) { return asking.rooms.terms.survivor(term); };
  projections::TeamFilter filter{core::id_from(query.getProgramme()),
                                 values_of<projections::TeamKind>(query.getKinds()),
                                 ids_of(query.getSkills()), query.getOpen()};
  for (auto& term : filter.skills) term = survivor(term);
  auto const limit = limit_of(query);
  auto const& teams = asking.rooms.teams;
  auto const found = teams.search(filter, core::id_from(query.getAfter()), limit, survivor);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto items = reply.initItems(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i) {
    auto const row = teams.team(found.page[i]);
    describe_team(asking, found.page[i], *row, items[i]);
    items[i].setMembers(static_cast<std::uint8_t>(row->members.size()));
    items[i].setFormedPosition(row->formed_at.value);
  }
  return {};
}

}  // namespace api
