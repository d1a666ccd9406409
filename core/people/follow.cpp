// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/follow.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"

namespace core::follow {
namespace {

// What stands for it today.
template <class Command>
Followed meant(Command command, World const& world) {
  auto const target = id_from(command.getTarget());
  auto const kind = command.getKind();
  if (kind == Kind::ORGANISATION) return {kind, organisation::canonical(world, target)};
  if (kind == Kind::TERM) return {kind, vocabulary::survivor(world, target)};
  return {kind, target};
}

bool is_there(World const& world, Followed const& wanted) {
  switch (wanted.kind) {
    case Kind::PERSON: return world.account.version(wanted.target).value > 0;
    case Kind::ORGANISATION: return world.organisation.version(wanted.target).value > 0;
    case Kind::CHALLENGE: return world.challenge.version(wanted.target).value > 0;
    case Kind::IDEA: return world.idea.version(wanted.target).value > 0;
    case Kind::PROGRAMME: return world.programme.version(wanted.target).value > 0;
    case Kind::TEAM: return world.team.version(wanted.target).value > 0;
    case Kind::PROJECT: return world.project.version(wanted.target).value > 0;
    case Kind::TERM: return world.vocabulary.version(wanted.target).value > 0;
  }
  return false;
}

bool is_staff(World const& world, Id const& person) {
  return world.account.load(person).is_staff();
}

// An idea that was not submitted, or was withdrawn, is its authors' alone.
bool may_see(idea::State const& idea, Id const& person, World const& world) {
  using enum idea::IdeaStage;
  bool const shown = idea.stage != DRAFT && idea.stage != WITHDRAWN;
  return shown || idea.is_author(person) || idea.has_invited(person) || is_staff(world, person);
}

// A challenge that was not published is for those who pose it and those who answer.
bool may_see(Id const& id, challenge::State const& challenge, Id const& person,
             World const& world) {
  using enum challenge::Stage;
  return challenge.stage == PUBLISHED || challenge.stage == CLOSED || challenge.owner == person ||
         organisation::represents(world, challenge.organisation, person) ||
         challenge::may_take(id, person, world);
}

bool may_see(project::State const& project, Id const& person, World const& world) {
  return project.status != project::ProjectStatus::VOIDED || project.has(person) ||
         is_staff(world, person);
}

// Nobody follows what they may not see.
bool may_follow(Followed const& wanted, Id const& person, World const& world) {
  auto const& id = wanted.target;
  if (!is_there(world, wanted)) return false;
  if (wanted.kind == Kind::PERSON)
    return world.profile.load(id).stage == profile::Stage::listed &&
           !person::apart(world, person, id);
  if (wanted.kind == Kind::IDEA) return may_see(world.idea.load(id), person, world);
  if (wanted.kind == Kind::CHALLENGE) return may_see(id, world.challenge.load(id), person, world);
  if (wanted.kind == Kind::PROJECT) return may_see(world.project.load(id), person, world);
  return true;
}

bool is_draft(World const& world, Id const& term) {
  return world.vocabulary.load(term).stage == vocabulary::Stage::draft;
}

// As they were followed, of what means the same today.
std::vector<Followed> same(State const& follow, Followed const& wanted, World const& world) {
  std::vector<Followed> same;
  for (auto const& one : follow.followed) {
    auto today = one.target;
    if (one.kind == Kind::ORGANISATION) today = organisation::canonical(world, today);
    if (one.kind == Kind::TERM) today = vocabulary::survivor(world, today);
    if (Followed{one.kind, today} == wanted) same.push_back(one);
  }
  return same;
}

}  // namespace

Delivery State::delivery(schema::Notice notice) const {
  auto const set = std::ranges::find(preferences, notice, &Preference::notice);
  return set == preferences.end() ? Delivery::IMMEDIATE : set->delivery;
}

Result<void> decide(State const& follow, StartFollow::Reader start, Context const& by, Emit& emit) {
  auto const self = id_from(start.getPerson());
  auto const wanted = meant(start, by.world);
  if (wanted == Followed{Kind::PERSON, self}) return refuse("follow.self", "target");
  if (!may_follow(wanted, self, by.world)) return refuse("aggregate.not-found", "target");
  if (wanted.kind == Kind::TERM && is_draft(by.world, wanted.target))
    return refuse("vocab.unknown", "target");
  if (!same(follow, wanted, by.world).empty()) return {};
  if (follow.followed.size() >= limits::followed_max) return refuse("follow.limit", "target");
  auto started = emit.event<FollowStarted>();
  started.setPerson(start.getPerson());
  started.setKind(wanted.kind);
  started.setTarget(data_of(wanted.target));
  return {};
}

Result<void> decide(State const& follow, StopFollow::Reader stop, Context const& by, Emit& emit) {
  for (auto const& one : same(follow, meant(stop, by.world), by.world)) {
    auto stopped = emit.event<FollowStopped>();
    stopped.setPerson(stop.getPerson());
    stopped.setKind(one.kind);
    stopped.setTarget(data_of(one.target));
  }
  return {};
}

Result<void> decide(State const& follow, SetDigest::Reader set, Context const&, Emit& emit) {
  if (follow.digest == set.getDigest()) return {};
  auto digest = emit.event<DigestSet>();
  digest.setPerson(set.getPerson());
  digest.setDigest(set.getDigest());
  return {};
}

Result<void> decide(State const& follow, SetDelivery::Reader set, Context const&, Emit& emit) {
  if (follow.delivery(set.getNotice()) == set.getDelivery()) return {};
  auto delivery = emit.event<DeliverySet>();
  delivery.setPerson(set.getPerson());
  delivery.setNotice(set.getNotice());
  delivery.setDelivery(set.getDelivery());
  return {};
}

void apply(State& follow, FollowStarted::Reader started) {
  follow.followed.push_back({started.getKind(), id_from(started.getTarget())});
}

void apply(State& follow, FollowStopped::Reader stopped) {
  std::erase(follow.followed, Followed{stopped.getKind(), id_from(stopped.getTarget())});
}

void apply(State& follow, DigestSet::Reader set) { follow.digest = set.getDigest(); }

void apply(State& follow, DeliverySet::Reader set) {
  std::erase_if(follow.preferences,
                [&](Preference const& one) { return one.notice == set.getNotice(); });
  if (set.getDelivery() != Delivery::IMMEDIATE)
    follow.preferences.push_back({set.getNotice(), set.getDelivery()});
}

void depart(State const& follow, Id const& id, Id const& person, Context const&, Emit& emit) {
  if (id != person) return;
  for (auto const& one : follow.followed) {
    auto stopped = emit.event_on<FollowStopped>(id);
    stopped.setPerson(data_of(id));
    stopped.setKind(one.kind);
    stopped.setTarget(data_of(one.target));
  }
}

}  // namespace core::follow
