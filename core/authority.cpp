// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/authority.hpp"

namespace core {
namespace {

// What was merged is the same organisation.
bool same_organisation(World const& world, Id const& a, Id const& b) {
  return organisation::canonical(world, a) == organisation::canonical(world, b);
}

bool grant_reaches(account::Grant const& grant, World const& world, Scopes const& scopes) {
  switch (grant.scope) {
    case Scope::TENANT: return true;
    case Scope::MEASURE: return grant.target == scopes.measure;
    case Scope::PROGRAMME: return grant.target == scopes.programme;
    case Scope::ORGANISATION: return same_organisation(world, grant.target, scopes.organisation);
    case Scope::SPACE: return grant.target == scopes.space;
    case Scope::TEAM: return grant.target == scopes.team;
    case Scope::SELF: return false;
  }
  return false;
}

// Whether an account may act under one line of `$allow`.
bool allows(Allow const& allow, Id const& actor, account::State const& account, World const& world,
            Scopes const& scopes) {
  if (allow.role == Role::ANONYMOUS) return true;
  if (allow.role == Role::TEAM_LEAD) return world.team.hold(scopes.team).lead == actor;
  if (allow.role == Role::MEMBER && allow.scope == Scope::TEAM)
    return world.team.hold(scopes.team).has(actor);
  if (allow.role == Role::MEMBER) return allow.scope == Scope::TENANT || actor == scopes.self;
  if (allow.role == Role::ORG_REPRESENTATIVE &&
      organisation::represents(world, scopes.organisation, actor))
    return true;
  return std::ranges::any_of(account.grants, [&](account::Grant const& grant) {
    return grant.role == allow.role && grant_reaches(grant, world, scopes);
  });
}

// As any member, beyond one's own matters: whoever evaluates the hub only looks on.
bool takes_part(Allow const& allow) {
  return allow.role == Role::MEMBER && allow.scope != Scope::SELF;
}

// The later in the schema, the more it may; nobody is above the operator.
bool stronger(Role a, Role b) { return b != Role::OPERATOR && (a == Role::OPERATOR || a > b); }

}  // namespace

Result<Role> authorise(World const& world, Type const& type, Id const& actor, bool console,
                       Scopes const& scopes) {
  auto allowed_to = [&](Role role) {
    return std::ranges::any_of(type.allow, [&](Allow const& a) { return a.role == role; });
  };
  if (console)
    return allowed_to(Role::OPERATOR) ? Result<Role>(Role::OPERATOR) : refuse("auth.forbidden");
  if (actor.is_nil())
    return allowed_to(Role::ANONYMOUS) ? Result<Role>(Role::ANONYMOUS) : refuse("auth.required");
  auto const& account = world.account.hold(actor);
  if (account.stage == account::Stage::suspended) return refuse("account.suspended");
  if (account.stage == account::Stage::erased) return refuse("account.erased");
  if (account.stage == account::Stage::absent) return refuse("auth.required");
  auto role = Role::ANONYMOUS;
  bool allowed = false;
  for (auto const& allow : type.allow) {
    if (type.use == Use::command && takes_part(allow) && account.holds(Role::EVALUATOR)) continue;
    if (!allows(allow, actor, account, world, scopes)) continue;
    if (allow.scope == Scope::SELF) return allow.role;
    if (!allowed || stronger(allow.role, role)) role = allow.role;
    allowed = true;
  }
  return allowed ? Result<Role>(role) : refuse("auth.forbidden");
}

}  // namespace core
