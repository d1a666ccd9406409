// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/schema.hpp"
#include "core/schema/follow.capnp.h"
#include "core/scopes.hpp"

namespace core::follow {

struct Followed {
  Kind kind{};
  Id target;

  bool operator==(Followed const&) const = default;
  template <class A>
  void fields(A& a) {
    a(kind)(target);
  }
};

// How one kind of notifications arrives, where that is not at once.
struct Preference {
  schema::Notice notice{};
  Delivery delivery{};

  template <class A>
  void fields(A& a) {
    a(notice)(delivery);
  }
};

struct State {
  Digest digest = Digest::NONE;
  std::vector<Followed> followed;
  std::vector<Preference> preferences;

  Delivery delivery(schema::Notice notice) const;
  template <class A>
  void fields(A& a) {
    a(digest)(followed)(preferences);
  }
};

inline Scopes scopes(State const&, Id const& id) { return {.self = id}; }

}  // namespace core::follow
