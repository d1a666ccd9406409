// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/ids.hpp"
#include "core/schema.hpp"
#include "core/schema/account.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
}

namespace core::account {

enum class Stage : std::uint8_t { absent, active, suspended };

// A role, for the whole tenant or for one target.
struct Grant {
  Role role{};
  Scope scope{};
  Id target;

  bool operator==(Grant const&) const = default;
  template <class A>
  void fields(A& a) {
    a(role)(scope)(target);
  }
};

struct State {
  Stage stage = Stage::absent;
  std::uint32_t consents = 0;  // A bit per purpose.
  std::vector<Grant> grants;

  bool consents_to(Purpose purpose) const { return consents >> static_cast<unsigned>(purpose) & 1; }
  bool holds(Role role) const;
  bool holds_for_all(Role role) const;  // For the whole tenant.
  // Whether it sees what staff sees: by a grant for the whole tenant, of a role that works for the hub. Representatives,
  // mentors, jurors, educators, evaluators and devices do not, nor does whoever runs one programme or space.
  bool is_staff() const;
  template <class A>
  void fields(A& a) {
    a(stage)(consents)(grants);
  }
};

// An account is its person's own.
inline Scopes scopes(State const&, Id const& id) { return {.self = id}; }

// Whether there is such a person, who is not locked out.
bool is_active(World const& world, Id const& person);

// Keeps count of the operators and hub admins that are not suspended. Called after apply.
void index(World& world, RoleGranted::Reader event);
void index(World& world, RoleRevoked::Reader event);
void index(World& world, AccountSuspended::Reader event);
void index(World& world, AccountReinstated::Reader event);
// Counts them anew, after the state was read back.
void recount(World& world);

}  // namespace core::account
