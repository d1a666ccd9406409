// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <vector>

#include "core/schema.hpp"
#include "core/schema/person.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
}

namespace core::person {

// A report that nobody has settled. A person's reports are numbered from 1.
struct Report {
  std::uint32_t number = 0;
  Id about;

  template <class A>
  void fields(A& a) {
    a(number)(about);
  }
};

struct State {
  std::vector<Id> blocked;
  std::uint32_t reported = 0;
  std::vector<Report> open;

  bool blocks(Id const& other) const { return std::ranges::find(blocked, other) != blocked.end(); }
  template <class A>
  void fields(A& a) {
    a(blocked)(reported)(open);
  }
};

inline Scopes scopes(State const&, Id const& id) { return {.self = id}; }

// Whether one of the two has blocked the other, so that neither is shown the other.
bool apart(World const& world, Id const& a, Id const& b);

}  // namespace core::person
