// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

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

  template <class A>
  void fields(A& a) {
    a(id)(code);
  }
};

struct State {
  std::string zone;  // Empty: nobody has configured it yet.
  std::vector<Measure> measures;

  bool configured() const { return !zone.empty(); }
  template <class A>
  void fields(A& a) {
    a(zone)(measures);
  }
};

inline Scopes scopes(State const&, Id const&) { return {}; }

// Whether somebody has defined a measure of this id.
bool measure_known(World const& world, Id const& measure);

}  // namespace core::tenant
