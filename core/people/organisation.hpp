// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/result.hpp"
#include "core/schema.hpp"
#include "core/schema/organisation.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
}

namespace core::organisation {

// Somebody who belongs to an organisation, or asked to.
struct Person {
  Id id;
  Standing standing{};

  template <class A>
  void fields(A& a) {
    a(id)(standing);
  }
};

struct State {
  Stage stage = Stage::ABSENT;
  Id into;
  std::vector<Person> people;  // In the order in which they came.

  bool open() const { return stage == Stage::UNVERIFIED || stage == Stage::VERIFIED; }
  Standing standing(Id const& person) const;
  std::size_t representatives() const;
  template <class A>
  void fields(A& a) {
    a(stage)(into)(people);
  }
};

inline Scopes scopes(State const&, Id const& id) { return {.organisation = id}; }

// The organisation that stands for this one today: itself, or what it was merged into.
Id canonical(World const& world, Id organisation);
// As of today, under whichever of its ids.
Standing standing(World const& world, Id const& organisation, Id const& person);
// Whether a person speaks for it today, under whichever of its ids: appointed by it, or by a grant.
bool represents(World const& world, Id const& organisation, Id const& person);
// Whether it may act as a partner. Refuses `aggregate.not-found`, `org.state`, `org.unverified` at `field`.
Result<void> may_act(World const& world, Id const& organisation, std::string_view field);

}  // namespace core::organisation
