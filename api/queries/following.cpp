// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/following.hpp"

#include "api/queries/language.hpp"
#include "api/queries/work.hpp"

namespace api {
namespace {

namespace follow = core::follow;
using follow::Followed, follow::Kind;

std::string organisation_name(Asking const& asking, core::Id const& id) {
  auto const row = asking.rooms.organisations.today(id);
  return row ? text_at(asking, row->told_at, "name") : "";
}

std::string title_of(Asking const& asking, Followed const& one) {
  auto const& rooms = asking.rooms;
  if (one.kind == Kind::CHALLENGE) {
    auto const row = rooms.challenges.challenge(one.target);
    return row && may_see(asking, *row) ? text_at(asking, row->titled_at, "title") : "";
  }
  if (one.kind == Kind::IDEA) {
    auto const row = rooms.ideas.idea(one.target);
    return row && may_see(asking, *row) ? text_at(asking, row->titled_at, "title") : "";
  }
  auto const row = rooms.projects.project(one.target);
  return row && may_see(asking, *row) ? text_at(asking, row->started_at, "title") : "";
}

std::string name_of(Asking const& asking, Followed const& one, bool german) {
  auto const& rooms = asking.rooms;
  switch (one.kind) {
    case Kind::PERSON: return display_name(asking, one.target);
    case Kind::ORGANISATION: return organisation_name(asking, one.target);
    case Kind::CHALLENGE:
    case Kind::IDEA:
    case Kind::PROJECT: return title_of(asking, one);
    case Kind::PROGRAMME: {
      auto const row = rooms.programmes.programme(one.target);
      return row ? text_at(asking, row->announced_at, "title") : "";
    }
    case Kind::TEAM: {
      auto const row = rooms.teams.team(one.target);
      return row ? text_at(asking, row->formed_at, "name") : "";
    }
    case Kind::TERM: {
      auto const label = rooms.labels.of(one.target);
      return german ? label.de : label.en;
    }
  }
  return {};
}

// Whoever keeps somebody away still knows whom, as far as that person is shown to anybody.
std::string blocked_name(Asking const& asking, core::Id const& person) {
  auto const row = asking.rooms.directory.profile(person);
  return row && row->shown() ? Shown(asking, person, *row).display_name() : "";
}

void describe_followed(Asking const& asking, std::vector<Followed> const& followed, bool german,
                       follow::ListFollowReply::Builder reply) {
  auto list = reply.initFollowed(static_cast<unsigned>(followed.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    list[i].setKind(followed[i].kind);
    list[i].setTarget(core::data_of(followed[i].target));
    list[i].setName(name_of(asking, followed[i], german));
  }
}

void describe_blocked(Asking const& asking, follow::ListFollowReply::Builder reply) {
  auto const blocked = asking.rooms.blocks.blocked_by(asking.actor);
  auto list = reply.initBlocked(static_cast<unsigned>(blocked.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    list[i].setPerson(core::data_of(blocked[i]));
    list[i].setName(blocked_name(asking, blocked[i]));
  }
}

void describe_deliveries(follow::State const& state, follow::ListFollowReply::Builder reply) {
  auto list = reply.initDeliveries(projections::notice_kinds);
  for (unsigned i = 0; i < list.size(); ++i) {
    auto const kind = static_cast<core::schema::Notice>(i);
    list[i].setNotice(kind);
    list[i].setDelivery(state.delivery(kind));
  }
}

}  // namespace

core::Result<void> answer(Asking const& asking, follow::ListFollow::Reader query,
                          follow::ListFollowReply::Builder reply) {
  auto const german = in_german(query);
  if (!german) return german.error();
  auto state = asking.rooms.following.of(asking.actor);
  std::erase_if(state.followed, [&](Followed const& one) {
    return one.kind == Kind::PERSON && asking.rooms.blocks.apart(asking.actor, one.target);
  });
  describe_followed(asking, state.followed, *german, reply);
  describe_blocked(asking, reply);
  reply.setDigest(state.digest);
  describe_deliveries(state, reply);
  reply.setPosition(asking.position.value);
  return {};
}

}  // namespace api
