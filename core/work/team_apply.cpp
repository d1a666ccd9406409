// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/decide.hpp"

namespace core::team {
namespace {

void end_request(State& team, Id const& person) {
  std::erase_if(team.requests, [&](Request const& request) { return request.person == person; });
}
void end_invitation(State& team, Id const& person) {
  std::erase_if(team.invitations, [&](Invitation const& one) { return one.person == person; });
}

// A team's places lie by programme and person, so that each person's are side by side.
template <class Event>
auto place_of(Event event) {
  return key_of(id_from(event.getProgramme()), id_from(event.getPerson()),
                id_from(event.getTeam()));
}

template <class Event>
void put(World& world, Event event, Place place) {
  auto const row = static_cast<std::uint8_t>(place);
  world.team_places.put(place_of(event), {&row, 1});
}

template <class Event>
void erase(World& world, Event event) {
  world.team_places.erase(place_of(event));
}

}  // namespace

void apply(State& team, TeamFormed::Reader formed) {
  team.stage = Stage::forming;
  team.kind = formed.getKind();
  team.programme = id_from(formed.getProgramme());
  team.size_max = formed.getSizeMax();
  team.lead = id_from(formed.getLead());
}

void apply(State& team, RoleOpened::Reader opened) {
  auto const skill = opened.getSkill();
  team.openings.push_back(
      {id_from(opened.getRole()),
       {id_from(skill.getTerm()), skill.getLevel(), skill.getWeight(), skill.getMust()},
       opened.getCount()});
}
void apply(State& team, RoleClosed::Reader closed) {
  auto const role = id_from(closed.getRole());
  std::erase_if(team.openings, [&](Opening const& opening) { return opening.role == role; });
}

void apply(State& team, InvitationSent::Reader sent) {
  auto const person = id_from(sent.getPerson());
  end_invitation(team, person);
  team.invitations.push_back({person, id_from(sent.getRole()), {sent.getExpires()}});
}
void apply(State& team, InvitationAccepted::Reader accepted) {
  end_invitation(team, id_from(accepted.getPerson()));
}
void apply(State& team, InvitationDeclined::Reader declined) {
  end_invitation(team, id_from(declined.getPerson()));
}
void apply(State& team, InvitationWithdrawn::Reader withdrawn) {
  end_invitation(team, id_from(withdrawn.getPerson()));
}
void apply(State& team, InvitationExpired::Reader expired) {
  end_invitation(team, id_from(expired.getPerson()));
}

void apply(State& team, InvitationClosed::Reader closed) {
  end_invitation(team, id_from(closed.getPerson()));
}

void apply(State& team, JoinRequested::Reader requested) {
  auto const person = id_from(requested.getPerson());
  end_request(team, person);
  team.requests.push_back({person,
                           id_from(requested.getRole()),
                           requested.getSector(),
                           {requested.getDiscipline().cStr(), requested.getDiscipline().size()}});
}
void apply(State&, JoinAccepted::Reader) {}
void apply(State& team, JoinDeclined::Reader declined) {
  end_request(team, id_from(declined.getPerson()));
}
void apply(State& team, JoinWithdrawn::Reader withdrawn) {
  end_request(team, id_from(withdrawn.getPerson()));
}

void apply(State& team, MemberJoined::Reader joined) {
  auto const person = id_from(joined.getPerson()), role = id_from(joined.getRole());
  CHECK(!team.has(person) && !team.full());
  team.members.push_back(person);
  end_request(team, person);
  end_invitation(team, person);
  for (auto& opening : team.openings) opening.left -= opening.role == role;
}
void apply(State& team, MemberLeft::Reader left) {
  std::erase(team.members, id_from(left.getPerson()));
}
void apply(State& team, MemberRemoved::Reader removed) {
  std::erase(team.members, id_from(removed.getPerson()));
}
void apply(State& team, LeadTransferred::Reader transferred) {
  team.lead = id_from(transferred.getPerson());
}

void apply(State& team, TeamLocked::Reader) { team.locked = true; }
void apply(State& team, TeamUnlocked::Reader) { team.locked = false; }

void apply(State& team, SubmissionMade::Reader made) {
  team.submissions = made.getNumber();
  team.final = made.getFinal();
}

void apply(State& team, TeamDissolved::Reader) {
  team.stage = Stage::dissolved;
  team.openings.clear();
  team.invitations.clear();
}

void each_place(World const& world, Id const& programme, Id const& person,
                FunctionRef<bool(Id const& team, Place place)> visit) {
  world.team_places.scan_within(key_of(programme, person), [&](Bytes team, Bytes row) {
    return visit(Id::from(team), static_cast<Place>(row.front()));
  });
}

void index(World& world, JoinRequested::Reader requested) {
  put(world, requested, Place::requested);
}
void index(World& world, JoinDeclined::Reader declined) { erase(world, declined); }
void index(World& world, JoinWithdrawn::Reader withdrawn) { erase(world, withdrawn); }
void index(World& world, MemberJoined::Reader joined) { put(world, joined, Place::member); }
void index(World& world, MemberLeft::Reader left) { erase(world, left); }
void index(World& world, MemberRemoved::Reader removed) { erase(world, removed); }

}  // namespace core::team
