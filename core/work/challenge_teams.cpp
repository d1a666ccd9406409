// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Teams that would like to work on a challenge, and those that do.
#include "core/work/challenge_teams.hpp"

#include "core/limits.hpp"

namespace core::challenge {
namespace {

// Only the lead speaks for a team, and only as long as there is one.
Result<void> speaks_for(team::State const& team, Context const& by) {
  if (team.stage == team::Stage::absent) return refuse("aggregate.not-found", "team");
  if (team.stage == team::Stage::dissolved)
    return refuse("team.state", "team", "has been dissolved");
  if (team.lead != by.actor) return refuse("team.not-lead", "team");
  return {};
}

// How many challenges a team works on or has applied for, and whether one that is still open is among those it works on.
struct Work {
  std::size_t count = 0;
  bool busy = false;
};

Work work_of(Id const& team, World const& world) {
  Work work;
  each_of(world, team, [&](Id const& challenge, TeamStanding standing) {
    ++work.count;
    work.busy |= standing == TeamStanding::ACCEPTED &&
                 world.challenge.load(challenge).stage == Stage::PUBLISHED;
  });
  return work;
}

// An event about a team and this challenge.
template <class Event>
typename Event::Builder about(Id const& challenge, Id const& team, Emit& emit) {
  auto event = emit.event_on<Event>(challenge);
  event.setChallenge(data_of(challenge));
  event.setTeam(data_of(team));
  return event;
}

template <class Event>
void tell_organisation(State const& challenge, World const& world, Event event) {
  if (challenge.organisation.is_nil()) return;
  auto const today = organisation::canonical(world, challenge.organisation);
  event.setOrganisation(data_of(today));
}

void withdraw(Id const& id, Id const& team, TeamParting parting, World const& world, Emit& emit) {
  auto const challenge = world.challenge.load(id);
  auto withdrawn = about<TeamWithdrawn>(id, team, emit);
  withdrawn.setLead(data_of(world.team.load(team).lead));
  tell_organisation(challenge, world, withdrawn);
  withdrawn.setWas(challenge.standing(team));
  withdrawn.setParting(parting);
}

template <class Event>
void set(State& challenge, Event event, TeamStanding standing) {
  auto const team = id_from(event.getTeam());
  for (auto& one : challenge.teams)
    if (one.id == team) one.standing = standing;
}

template <class Event>
auto key_of_team(Event event) {
  return key_of(id_from(event.getTeam()), id_from(event.getChallenge()));
}

template <class Event>
void put(World& world, Event event, TeamStanding standing) {
  auto const row = static_cast<std::uint8_t>(standing);
  world.team_challenges.put(key_of_team(event), {&row, 1});
}

}  // namespace

TeamStanding State::standing(Id const& team) const {
  auto const found = std::ranges::find(teams, team, &Team::id);
  return found == teams.end() ? TeamStanding::NONE : found->standing;
}

bool State::full() const {
  return teams_max > 0 &&
         std::ranges::count(teams, TeamStanding::ACCEPTED, &Team::standing) >= teams_max;
}

Result<void> decide(State const& challenge, ApplyTeam::Reader apply, Context const& by,
                    Emit& emit) {
  auto const id = id_from(apply.getTeam());
  auto const team = by.world.team.load(id);
  if (auto ready = at(challenge, {Stage::PUBLISHED}); !ready) return ready;
  if (auto may = speaks_for(team, by); !may) return may;
  if (!challenge.programme.is_nil() && team.programme != challenge.programme)
    return refuse("challenge.other-programme", "team", "is not of the challenge's programme");
  if (challenge.standing(id) != TeamStanding::NONE)
    return refuse("challenge.already-applied", "team");
  if (challenge.terms && !apply.getAcceptsTerms())
    return refuse("challenge.terms-not-accepted", "acceptsTerms");
  if (challenge.full()) return refuse("challenge.full", "challenge");
  if (challenge.teams.size() >= limits::challenge_teams_max)
    return refuse("challenge.limit", "challenge");
  auto const work = work_of(id, by.world);
  if (work.busy) return refuse("challenge.team-busy", "team", "works on another challenge");
  if (work.count >= limits::team_challenges_max) return refuse("challenge.limit", "team");

  auto applied = about<TeamApplied>(id_from(apply.getChallenge()), id, emit);
  applied.setAcceptsTerms(challenge.terms);
  if (apply.getMessage().size() > 0) applied.setMessage(apply.getMessage());
  tell_organisation(challenge, by.world, applied);
  return {};
}

Result<void> decide(State const& challenge, AcceptTeam::Reader accept, Context const& by,
                    Emit& emit) {
  auto const id = id_from(accept.getChallenge()), team = id_from(accept.getTeam());
  auto const standing = challenge.standing(team);
  if (auto ready = at(challenge, {Stage::PUBLISHED}); !ready) return ready;
  if (standing == TeamStanding::NONE) return refuse("aggregate.not-found", "team");
  if (standing == TeamStanding::ACCEPTED) return {};
  if (standing == TeamStanding::DECLINED) return refuse("challenge.state", "team");
  if (challenge.full()) return refuse("challenge.full", "challenge");

  auto accepted = about<TeamAccepted>(id, team, emit);
  accepted.setLead(data_of(by.world.team.load(team).lead));
  each_of(by.world, team, [&](Id const& other, TeamStanding there) {
    if (there == TeamStanding::APPLIED && other != id)
      withdraw(other, team, TeamParting::WORKS_ON_ANOTHER, by.world, emit);
  });
  return {};
}

Result<void> decide(State const& challenge, DeclineTeam::Reader decline, Context const& by,
                    Emit& emit) {
  auto const team = id_from(decline.getTeam());
  auto const standing = challenge.standing(team);
  if (challenge.stage == Stage::ABSENT) return refuse("aggregate.not-found", "challenge");
  if (standing == TeamStanding::NONE) return refuse("aggregate.not-found", "team");
  if (standing == TeamStanding::DECLINED) return {};

  auto declined = about<TeamDeclined>(id_from(decline.getChallenge()), team, emit);
  declined.setLead(data_of(by.world.team.load(team).lead));
  declined.setWas(standing);
  declined.setReason(decline.getReason());
  return {};
}

Result<void> decide(State const& challenge, WithdrawTeam::Reader command, Context const& by,
                    Emit& emit) {
  auto const team = id_from(command.getTeam());
  auto const standing = challenge.standing(team);
  if (challenge.stage == Stage::ABSENT) return refuse("aggregate.not-found", "challenge");
  if (auto may = speaks_for(by.world.team.load(team), by); !may) return may;
  if (standing == TeamStanding::NONE) return {};
  if (standing == TeamStanding::DECLINED) return refuse("challenge.state", "team");
  withdraw(id_from(command.getChallenge()), team, TeamParting::BY_TEAM, by.world, emit);
  return {};
}

void end_team(Id const& team, Context const& by, Emit& emit) {
  each_of(by.world, team, [&](Id const& challenge, TeamStanding) {
    withdraw(challenge, team, TeamParting::TEAM_DISSOLVED, by.world, emit);
  });
}

void apply(State& challenge, TeamApplied::Reader applied) {
  challenge.teams.push_back({id_from(applied.getTeam()), TeamStanding::APPLIED});
}
void apply(State& challenge, TeamAccepted::Reader accepted) {
  CHECK(!challenge.full());
  set(challenge, accepted, TeamStanding::ACCEPTED);
}
void apply(State& challenge, TeamDeclined::Reader declined) {
  set(challenge, declined, TeamStanding::DECLINED);
}
void apply(State& challenge, TeamWithdrawn::Reader withdrawn) {
  auto const team = id_from(withdrawn.getTeam());
  std::erase_if(challenge.teams, [&](Team const& one) { return one.id == team; });
}

void index(World& world, TeamApplied::Reader applied) {
  put(world, applied, TeamStanding::APPLIED);
}
void index(World& world, TeamAccepted::Reader accepted) {
  put(world, accepted, TeamStanding::ACCEPTED);
}
void index(World& world, TeamDeclined::Reader declined) {
  world.team_challenges.erase(key_of_team(declined));
}
void index(World& world, TeamWithdrawn::Reader withdrawn) {
  world.team_challenges.erase(key_of_team(withdrawn));
}

void each_of(World const& world, Id const& team,
             FunctionRef<void(Id const& challenge, TeamStanding standing)> visit) {
  world.team_challenges.scan_within(team.view(), [&](Bytes challenge, Bytes row) {
    visit(Id::from(challenge), static_cast<TeamStanding>(row.front()));
    return true;
  });
}

}  // namespace core::challenge
