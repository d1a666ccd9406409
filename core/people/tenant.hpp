// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "core/schema.hpp"
#include "core/schema/tenant.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
}

namespace core::tenant {

// The one stream of this family, 74656e61-6e74-8000-8000-000000000001: a log holds one tenant.
Id the_tenant();

struct Measure {
  Id id;
  std::string code;
  bool secondary = false, retired = false;

  template <class A>
  void fields(A& a) {
    a(id)(code)(secondary)(retired);
  }
};

// How long an account is kept of somebody who does nothing; 0: for ever.
struct Retention {
  std::uint32_t idle_days = 0, grace_days = 0;

  template <class A>
  void fields(A& a) {
    a(idle_days)(grace_days);
  }
};

struct State {
  std::string zone;  // Empty: nobody has configured it yet.
  bool archived = false;
  std::vector<Measure> measures;
  Retention retention;

  bool configured() const { return !zone.empty(); }
  // Null where there is none.
  Measure const* measure(Id const& id) const {
    auto const found = std::ranges::find(measures, id, &Measure::id);
    return found == measures.end() ? nullptr : &*found;
  }
  template <class A>
  void fields(A& a) {
    a(zone)(archived)(measures)(retention);
  }
};

inline Scopes scopes(State const&, Id const&) { return {}; }

// Whether something new may be counted under these measures: the primary one, and beside it a second one; either may be nil.
// Refuses `measure.unknown`, `measure.retired`, `measure.secondary`, `input.invalid` (twice the same), at "measure" or
// "secondMeasure".
Result<void> may_count(World const& world, Id const& measure, Id const& second = {});

// Whether commands of that family are still decided on: all, until the tenant is archived; then only those about itself,
// accounts and privacy requests. Refuses `tenant.archived`.
Result<void> at_work(World const& world, Family family);

// Keeps which source counts the visitors of a place on a day. Called after apply.
void index(World& world, VisitorSourceChosen::Reader event);

// Keeps which texts are to be removed, and which were. Called after apply.
void index(World& world, RedactionOrdered::Reader event);
void index(World& world, TextRedacted::Reader event);

}  // namespace core::tenant
