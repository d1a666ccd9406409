// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/joining.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"
#include "core/work/challenge_teams.hpp"

namespace core::team {
namespace {

using programme::EnrolmentStatus;
using programme::Standing;

// How many teams of the programme a person is in or has asked, and whether one of them is another than `team`.
struct Places {
  std::size_t count = 0;
  bool elsewhere = false;
};

Places places_of(Id const& programme, Id const& team, Id const& person, World const& world) {
  Places places;
  each_place(world, programme, person, [&](Id const& other, Place place) {
    if (other != team) ++places.count;
    places.elsewhere |= place == Place::member && other != team;
    return true;
  });
  return places;
}

EnrolmentStatus status_of(Id const& programme, Id const& person, World const& world) {
  return programme.is_nil() ? EnrolmentStatus::UNSPECIFIED
                            : programme::application(world, programme, person).status;
}

// Somebody who is in a team hopes for no other one of the programme, unless it allows several.
void withdraw_elsewhere(Id const& programme, Id const& team, Id const& person, Context const& by,
                        Emit& emit) {
  if (programme.is_nil() || by.world.programme.load(programme).several_teams) return;
  each_place(by.world, programme, person, [&](Id const& other, Place place) {
    if (place == Place::requested && other != team)
      withdraw_request(by.world.team.load(other), other, person, JoinEnding::JOINED_ANOTHER, emit);
    return true;
  });
}

RoleClosed::Builder close(Id const& team, Id const& role, RoleEnding ending, Emit& emit) {
  auto closed = emit.event_on<RoleClosed>(team);
  closed.setTeam(data_of(team));
  closed.setRole(data_of(role));
  closed.setEnding(ending);
  return closed;
}

template <class Event>
void end_invitation(Id const& team, Id const& person, Emit& emit) {
  auto event = emit.event_on<Event>(team);
  event.setTeam(data_of(team));
  event.setPerson(data_of(person));
}

// The last seat is taken by `newcomer`.
void fill(State const& team, Id const& id, Id const& newcomer, Instant now, Emit& emit) {
  for (auto const& opening : team.openings) close(id, opening.role, RoleEnding::TEAM_FULL, emit);
  for (auto const& request : team.requests)
    if (request.person != newcomer)
      withdraw_request(team, id, request.person, JoinEnding::TEAM_FULL, emit);
  for (auto const& invitation : team.invitations)
    if (invitation.expires < now) end_invitation<InvitationExpired>(id, invitation.person, emit);
    else if (invitation.person != newcomer)
      end_invitation<InvitationClosed>(id, invitation.person, emit);
}

}  // namespace

Result<void> may_take_part(Id const& programme, Id const& team, Id const& person,
                           std::string_view field, Context const& by) {
  auto const places = places_of(programme, team, person, by.world);
  if (!programme.is_nil()) {
    auto const state = by.world.programme.load(programme);
    if (state.stage == programme::ProgrammeStage::ABSENT)
      return refuse("aggregate.not-found", field);
    if (state.over()) return refuse("programme.state", field);
    if (programme::application(by.world, programme, person).standing != Standing::ENROLLED)
      return refuse("team.not-enrolled", field);
    if (places.elsewhere && !state.several_teams)
      return refuse("team.already-member", field, "in another team of the programme");
  }
  if (places.count >= limits::team_places_max)
    return refuse("team.limit", field, "asks too many teams");
  return {};
}

Result<void> may_join(State const& team, Id const& id, Id const& person, std::string_view field,
                      Context const& by) {
  if (team.full()) return refuse("team.full", "team");
  return may_take_part(team.programme, id, person, field, by);
}

void join(State const& team, Id const& id, Newcomer const& newcomer, Context const& by,
          Emit& emit) {
  auto const* const opening = team.opening(newcomer.role);
  auto joined = emit.event_on<MemberJoined>(id);
  joined.setTeam(data_of(id));
  joined.setPerson(data_of(newcomer.person));
  joined.setProgramme(data_of(team.programme));
  if (opening) joined.setRole(data_of(opening->role));
  joined.setSector(newcomer.sector);
  joined.setDiscipline(kj::StringPtr(newcomer.discipline.data(), newcomer.discipline.size()));
  joined.setStatus(status_of(team.programme, newcomer.person, by.world));

  withdraw_elsewhere(team.programme, id, newcomer.person, by, emit);
  if (team.members.size() + 1 >= team.size_max)
    return fill(team, id, newcomer.person, by.now, emit);
  if (opening && opening->left == 1)
    close_role(team, id, opening->role, RoleEnding::FILLED, newcomer.person, emit);
}

RoleClosed::Builder close_role(State const& team, Id const& id, Id const& role, RoleEnding ending,
                               Id const& newcomer, Emit& emit) {
  auto const requests_end =
      ending == RoleEnding::FILLED ? JoinEnding::ROLE_FILLED : JoinEnding::ROLE_CLOSED;
  auto const closed = close(id, role, ending, emit);
  for (auto const& request : team.requests)
    if (request.role == role && request.person != newcomer)
      withdraw_request(team, id, request.person, requests_end, emit);
  for (auto const& invitation : team.invitations)
    if (invitation.role == role && invitation.person != newcomer)
      end_invitation<InvitationClosed>(id, invitation.person, emit);
  return closed;
}

void dissolve(State const& team, Id const& id, std::string_view reason, Context const& by,
              Emit& emit) {
  for (auto const& member : team.members)
    leave(id, team.programme, member, Parting::DISSOLVED, emit);
  for (auto const& request : team.requests)
    withdraw_request(team, id, request.person, JoinEnding::TEAM_DISSOLVED, emit);
  challenge::end_team(id, by, emit);
  auto dissolved = emit.event_on<TeamDissolved>(id);
  dissolved.setTeam(data_of(id));
  dissolved.setProgramme(data_of(team.programme));
  if (!reason.empty()) dissolved.setReason(kj::StringPtr(reason.data(), reason.size()));
}

Result<void> leave_programme(Id const& programme, Id const& person, Context const& by, Emit& emit) {
  Result<void> may;
  each_place(by.world, programme, person, [&](Id const& id, Place place) {
    auto const team = by.world.team.load(id);
    if (place == Place::requested)
      withdraw_request(team, id, person, JoinEnding::NOT_ENROLLED, emit);
    else if (team.locked) may = refuse("team.locked", "person");
    else if (team.members.size() == 1) dissolve(team, id, {}, by, emit);
    else if (team.lead == person) may = refuse("team.lead-leaves", "person");
    else leave(id, programme, person, Parting::NOT_ENROLLED, emit);
    return may.has_value();
  });
  return may;
}

Id next_lead(State const& team, Context const& by) {
  auto const next = std::ranges::find_if(team.members, [&](Id const& member) {
    return member != team.lead && account::is_active(by.world, member);
  });
  return next == team.members.end() ? Id() : *next;
}

void withdraw_request(State const& team, Id const& id, Id const& person, JoinEnding ending,
                      Emit& emit) {
  auto withdrawn = emit.event_on<JoinWithdrawn>(id);
  withdrawn.setTeam(data_of(id));
  withdrawn.setPerson(data_of(person));
  withdrawn.setProgramme(data_of(team.programme));
  withdrawn.setEnding(ending);
  withdrawn.setLead(data_of(team.lead));
}

void leave(Id const& team, Id const& programme, Id const& person, Parting parting, Emit& emit) {
  auto left = emit.event_on<MemberLeft>(team);
  left.setTeam(data_of(team));
  left.setPerson(data_of(person));
  left.setProgramme(data_of(programme));
  left.setParting(parting);
}

// A lead goes on to whoever has been a member longest and may lead; a team without anybody ends.
void depart(State const& team, Id const& id, Id const& person, Context const& by, Emit& emit) {
  if (team.invitation(person)) end_invitation<InvitationWithdrawn>(id, person, emit);
  if (team.request(person)) withdraw_request(team, id, person, JoinEnding::BY_PERSON, emit);
  if (!team.has(person)) return;
  auto const heir = next_lead(team, by);
  if (team.lead == person && heir.is_nil()) return dissolve(team, id, {}, by, emit);
  if (team.lead == person) {
    auto handed_on = emit.event_on<LeadTransferred>(id);
    handed_on.setTeam(data_of(id));
    handed_on.setPerson(data_of(heir));
  }
  leave(id, team.programme, person, Parting::LEFT, emit);
}

}  // namespace core::team
