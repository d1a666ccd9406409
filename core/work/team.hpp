// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/people/vocabulary.hpp"
#include "core/schema/team.capnp.h"

namespace core {
struct World;
}

namespace core::team {

using schema::Sector;

enum class Stage : std::uint8_t { absent, forming, dissolved };

// Somebody the team still looks for.
struct Opening {
  Id role;
  vocabulary::Claimed skill;
  std::uint8_t left = 0;  // How many.

  template <class A>
  void fields(A& a) {
    a(role)(skill)(left);
  }
};

struct Request {
  Id person, role;
  Sector sector{};
  std::string discipline;

  template <class A>
  void fields(A& a) {
    a(person)(role)(sector)(discipline);
  }
};

struct Invitation {
  Id person, role;
  Instant expires;

  template <class A>
  void fields(A& a) {
    a(person)(role)(expires);
  }
};

struct State {
  Stage stage = Stage::absent;
  TeamKind kind{};
  bool locked = false, final = false;  // Final: what was handed in.
  std::uint8_t size_max = 0;
  std::uint32_t submissions = 0;
  Id programme, lead;
  std::vector<Id> members;
  std::vector<Opening> openings;
  std::vector<Request> requests;
  std::vector<Invitation> invitations;

  bool has(Id const& person) const { return std::ranges::find(members, person) != members.end(); }
  bool full() const { return members.size() >= size_max; }
  // Null where there is none.
  Opening const* opening(Id const& role) const { return find(openings, role, &Opening::role); }
  Request const* request(Id const& person) const {
    return find(requests, person, &Request::person);
  }
  Invitation const* invitation(Id const& person) const {
    return find(invitations, person, &Invitation::person);
  }

  template <class A>
  void fields(A& a) {
    a(stage)(kind)(locked)(final)(size_max)(submissions)(programme)(lead);
    a(members)(openings)(requests)(invitations);
  }

 private:
  template <class T>
  static T const* find(std::vector<T> const& list, Id const& id, Id T::*field) {
    auto const found = std::ranges::find(list, id, field);
    return found == list.end() ? nullptr : &*found;
  }
};

inline Scopes scopes(State const& state, Id const& id) {
  return {.team = id, .programme = state.programme};
}

// What a person is to a team: a row of World::team_places.
enum class Place : std::uint8_t { requested = 1, member };

// A person's teams in one programme (nil: expert groups), until `visit` says false.
void each_place(World const& world, Id const& programme, Id const& person,
                FunctionRef<bool(Id const& team, Place place)> visit);

// Keeps the places.
void index(World& world, JoinRequested::Reader event);
void index(World& world, JoinDeclined::Reader event);
void index(World& world, JoinWithdrawn::Reader event);
void index(World& world, MemberJoined::Reader event);
void index(World& world, MemberLeft::Reader event);
void index(World& world, MemberRemoved::Reader event);

}  // namespace core::team
