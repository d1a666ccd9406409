// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/emit.hpp"
#include "core/result.hpp"
#include "core/schema/lists.hpp"
#include "core/world.hpp"

// What every action is made of. The declarations come from the schema: a command without its decide, or an event without its
// apply, does not link.
namespace core {

// The id of the private term for a folded word: equal words have equal ids, and only within a tenant, whose secret it hangs on.
Id private_term(std::string_view folded, Crypto const& crypto, Key const& tenant_secret);

// What decide may know beside the aggregate's own state.
struct Context {
  Id actor;     // Who asks; nil at the operator's console and for visitors.
  Role role{};  // The role that allowed it.
  Instant now;
  World const& world;
  Crypto const& crypto;
  Key const& tenant_secret;

  // Acts for the hub, and not for oneself, a team or an organisation.
  bool is_staff() const {
    return role != Role::ANONYMOUS && role != Role::MEMBER && role != Role::TEAM_LEAD &&
           role != Role::ORG_REPRESENTATIVE;
  }
  Id private_term(std::string_view folded) const {
    return core::private_term(folded, crypto, tenant_secret);
  }
};

// Says no by a refusal and changes nothing, or emits what happened. Emitting nothing is "yes, and nothing changed".
#define FUGE_DECLARE_DECIDE(family, Command)                                                       \
  namespace family {                                                                               \
  Result<void> decide(State const& state, Command::Reader command, Context const& by, Emit& emit); \
  }
FUGE_COMMANDS(FUGE_DECLARE_DECIDE)
#undef FUGE_DECLARE_DECIDE

// May not say no: the fact is already on disk.
#define FUGE_DECLARE_APPLY(family, Event)        \
  namespace family {                             \
  void apply(State& state, Event::Reader event); \
  }
FUGE_EVENTS(FUGE_DECLARE_APPLY)
#undef FUGE_DECLARE_APPLY

}  // namespace core
