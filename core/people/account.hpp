// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/function_ref.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/schema.hpp"
#include "core/schema/account.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
}

namespace core::account {

enum class Stage : std::uint8_t { absent, active, suspended, erased };

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
  Instant erasure_due;         // 0: nobody has asked for it.
  std::vector<Grant> grants;

  // The time to think it over has passed: nothing is taken from this person any more.
  bool is_closing(Instant now) const { return erasure_due.us != 0 && erasure_due <= now; }
  bool consents_to(Purpose purpose) const { return consents >> static_cast<unsigned>(purpose) & 1; }
  bool holds(Role role) const;
  bool holds_for_all(Role role) const;  // For the whole tenant.
  // Whether it sees what staff sees: by a grant for the whole tenant, of a role that works for the hub. Representatives,
  // mentors, jurors, educators, evaluators and devices do not, nor does whoever runs one programme or space.
  bool is_staff() const;
  template <class A>
  void fields(A& a) {
    a(stage)(consents)(erasure_due)(grants);
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
void index(World& world, SubjectErased::Reader event);
// Keeps who is to be erased, by when it is due.
void index(World& world, ErasureRequested::Reader event);
void index(World& world, ErasureCancelled::Reader event);
// Visits those who asked to be erased, the first due first.
void each_asked(World const& world, FunctionRef<void(Id const& person)> visit);
// Of these, those whose erasure is due.
void each_due(World const& world, Instant now, FunctionRef<void(Id const& person)> visit);
void each_erased(World const& world, FunctionRef<void(Id const& person)> visit);
// Refuses `role.last-operator`, `role.last-hub-admin` at "account": without this person nobody would hold that role.
Result<void> may_go(State const& account, World const& world);
// Counts them anew, after the state was read back.
void recount(World& world);

}  // namespace core::account
