// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/account.hpp"

#include "core/decide.hpp"
#include "core/limits.hpp"

namespace core::account {
namespace {

// Every action on an account starts with this rung: it exists, and its person was not erased.
Result<void> there(State const& account) {
  if (account.stage == Stage::absent) return refuse("aggregate.not-found", "account");
  if (account.stage == Stage::erased) return refuse("account.erased", "account");
  return {};
}

Grant grant_of(Role role, Scope scope, capnp::Data::Reader target) {
  return {role, scope, id_from(target)};
}

bool has(State const& account, Grant const& grant) {
  return std::ranges::find(account.grants, grant) != account.grants.end();
}

// Roles that nobody holds by a grant: visitors, members by being registered, and people of one team.
bool grantable(Role role) {
  return role != Role::ANONYMOUS && role != Role::MEMBER && role != Role::TEAM_LEAD;
}

bool works_for_the_hub(Role role) {
  switch (role) {
    case Role::PROGRAMME_MANAGER:
    case Role::CURATOR:
    case Role::SPACE_MANAGER:
    case Role::MODERATOR:
    case Role::PRIVACY_OFFICER:
    case Role::HUB_ADMIN:
    case Role::OPERATOR: return true;
    case Role::ANONYMOUS:
    case Role::MEMBER:
    case Role::TEAM_LEAD:
    case Role::ORG_REPRESENTATIVE:
    case Role::MENTOR:
    case Role::JUROR:
    case Role::EDUCATOR:
    case Role::EVALUATOR:
    case Role::DEVICE:
    case Role::SERVICE: return false;
  }
  return false;
}

// Whether there is anything in which to hold the role.
bool is_there(World const& world, Scope scope, Id const& target) {
  switch (scope) {
    case Scope::MEASURE: return world.tenant.load(tenant::the_tenant()).measure(target) != nullptr;
    case Scope::PROGRAMME: return world.programme.version(target).value > 0;
    case Scope::ORGANISATION: return world.organisation.version(target).value > 0;
    case Scope::SPACE:  // Spaces have no records here: whoever grants the role knows them.
    case Scope::TENANT: return true;
    case Scope::TEAM:
    case Scope::SELF: return false;
  }
  return false;
}

bool operates(State const& account) {
  return account.stage == Stage::active && account.holds(Role::OPERATOR);
}

// How many of those who hold a role have asked to be erased: soon they do not any more.
template <class Holds>
std::uint64_t leaving(World const& world, Holds holds) {
  std::uint64_t many = 0;
  each_asked(world, [&](Id const& person) { many += holds(world.account.load(person)); });
  return many;
}

// Whether nobody would be left of those who hold a role and stay.
template <class Holds>
bool is_last(State const& account, std::uint64_t holders, World const& world, Holds holds) {
  if (!holds(account)) return false;
  bool const stays = account.erasure_due.us == 0;
  return holders - leaving(world, holds) <= (stays ? 1 : 0);
}

bool is_last_operator(State const& account, World const& world) {
  return is_last(account, world.operators, world, operates);
}

bool administers(State const& account) {
  return account.stage == Stage::active && account.holds_for_all(Role::HUB_ADMIN);
}

bool is_last_hub_admin(State const& account, World const& world) {
  return is_last(account, world.hub_admins, world, administers);
}

// Nobody stays in the directory without consent, or locked out.
void unlist(Id const& account, Context const& by, Emit& emit) {
  if (by.world.profile.load(account).stage != profile::Stage::listed) return;
  emit.event_on<profile::ProfileHidden>(account).setProfile(data_of(account));
}

std::uint32_t bit(Purpose purpose) { return 1u << static_cast<unsigned>(purpose); }

}  // namespace

Result<void> may_go(State const& account, World const& world) {
  if (is_last_operator(account, world)) return refuse("role.last-operator", "account");
  if (is_last_hub_admin(account, world)) return refuse("role.last-hub-admin", "account");
  return {};
}

bool is_active(World const& world, Id const& person) {
  return world.account.load(person).stage == Stage::active;
}

bool State::holds(Role role) const {
  return std::ranges::any_of(grants, [role](Grant const& grant) { return grant.role == role; });
}

bool State::holds_for_all(Role role) const { return has(*this, {role, Scope::TENANT, {}}); }

bool State::is_staff() const {
  return stage == Stage::active && std::ranges::any_of(grants, [](Grant const& grant) {
           return grant.scope == Scope::TENANT && works_for_the_hub(grant.role);
         });
}

Result<void> decide(State const& account, RegisterAccount::Reader registration, Context const&,
                    Emit& emit) {
  if (account.stage == Stage::erased) return refuse("account.erased", "account");
  if (account.stage != Stage::absent) return refuse("account.exists", "account");
  if (!registration.getOfAge()) return refuse("account.minor", "ofAge");
  emit.event<AccountRegistered>().setAccount(registration.getAccount());
  return {};
}

Result<void> decide(State const& account, GrantRole::Reader grant, Context const& by, Emit& emit) {
  auto const wanted = grant_of(grant.getRole(), grant.getScope(), grant.getTarget());
  if (auto ready = there(account); !ready) return ready;
  if (!grantable(wanted.role)) return refuse("role.scope", "role");
  if (wanted.role == Role::OPERATOR && by.role != Role::OPERATOR)
    return refuse("role.scope", "role");
  if (wanted.scope == Scope::SELF || wanted.scope == Scope::TEAM)
    return refuse("role.scope", "scope");
  if (wanted.role == Role::OPERATOR && wanted.scope != Scope::TENANT)
    return refuse("role.scope", "scope");
  if ((wanted.scope == Scope::TENANT) != wanted.target.is_nil())
    return refuse("role.scope", "target");
  if (has(account, wanted)) return {};
  if (!is_there(by.world, wanted.scope, wanted.target))
    return refuse("aggregate.not-found", "target");
  if (account.grants.size() >= limits::grants_max) return refuse("role.limit", "account");

  auto granted = emit.event<RoleGranted>();
  granted.setAccount(grant.getAccount());
  granted.setRole(grant.getRole());
  granted.setScope(grant.getScope());
  if (grant.hasTarget()) granted.setTarget(grant.getTarget());
  return {};
}

Result<void> decide(State const& account, RevokeRole::Reader revoke, Context const& by,
                    Emit& emit) {
  auto const wanted = grant_of(revoke.getRole(), revoke.getScope(), revoke.getTarget());
  if (auto ready = there(account); !ready) return ready;
  if (!has(account, wanted)) return {};
  if (wanted.role == Role::OPERATOR && by.role != Role::OPERATOR)
    return refuse("role.scope", "role");
  if (wanted.role == Role::OPERATOR && is_last_operator(account, by.world))
    return refuse("role.last-operator", "account");

  auto revoked = emit.event<RoleRevoked>();
  revoked.setAccount(revoke.getAccount());
  revoked.setRole(revoke.getRole());
  revoked.setScope(revoke.getScope());
  if (revoke.hasTarget()) revoked.setTarget(revoke.getTarget());
  return {};
}

// Whoever is locked out is not found or suggested either, and says anew when to be listed again.
Result<void> decide(State const& account, SuspendAccount::Reader suspend, Context const& by,
                    Emit& emit) {
  if (auto ready = there(account); !ready) return ready;
  if (account.stage == Stage::suspended) return {};
  if (account.holds(Role::OPERATOR) && by.role != Role::OPERATOR)
    return refuse("role.scope", "account");
  if (auto may = may_go(account, by.world); !may) return may;
  if (id_from(suspend.getAccount()) == by.actor) return refuse("person.self", "account");
  emit.event<AccountSuspended>().setAccount(suspend.getAccount());
  unlist(id_from(suspend.getAccount()), by, emit);
  return {};
}

Result<void> decide(State const& account, ReinstateAccount::Reader reinstate, Context const&,
                    Emit& emit) {
  if (auto ready = there(account); !ready) return ready;
  if (account.stage == Stage::active) return {};
  emit.event<AccountReinstated>().setAccount(reinstate.getAccount());
  return {};
}

Result<void> decide(State const& account, GiveConsent::Reader give, Context const&, Emit& emit) {
  if (auto ready = there(account); !ready) return ready;
  // Also when given before: the wording may be a newer one.
  auto given = emit.event<ConsentGiven>();
  given.setAccount(give.getAccount());
  given.setPurpose(give.getPurpose());
  given.setTextVersion(give.getTextVersion());
  return {};
}

Result<void> decide(State const& account, WithdrawConsent::Reader withdraw, Context const& by,
                    Emit& emit) {
  if (auto ready = there(account); !ready) return ready;
  if (!account.consents_to(withdraw.getPurpose())) return {};
  auto withdrawn = emit.event<ConsentWithdrawn>();
  withdrawn.setAccount(withdraw.getAccount());
  withdrawn.setPurpose(withdraw.getPurpose());
  if (withdraw.getPurpose() == Purpose::DIRECTORY) unlist(id_from(withdraw.getAccount()), by, emit);
  return {};
}

Result<void> decide(State const& account, OpenPersonalData::Reader open, Context const&,
                    Emit& emit) {
  if (auto ready = there(account); !ready) return ready;
  auto opened = emit.event<PersonalDataOpened>();
  opened.setAccount(open.getAccount());
  opened.setReason(open.getReason());
  return {};
}

void apply(State& account, AccountRegistered::Reader) { account.stage = Stage::active; }

void apply(State& account, RoleGranted::Reader granted) {
  account.grants.push_back(grant_of(granted.getRole(), granted.getScope(), granted.getTarget()));
}

void apply(State& account, RoleRevoked::Reader revoked) {
  std::erase(account.grants, grant_of(revoked.getRole(), revoked.getScope(), revoked.getTarget()));
}

void apply(State& account, AccountSuspended::Reader) { account.stage = Stage::suspended; }
void apply(State& account, AccountReinstated::Reader) { account.stage = Stage::active; }
void apply(State&, PersonalDataOpened::Reader) {}
void apply(State& account, ConsentGiven::Reader given) {
  account.consents |= bit(given.getPurpose());
}
void apply(State& account, ConsentWithdrawn::Reader withdrawn) {
  account.consents &= ~bit(withdrawn.getPurpose());
}

void index(World& world, RoleGranted::Reader granted) {
  auto const account = world.account.load(id_from(granted.getAccount()));
  bool const active = account.stage == Stage::active, all = granted.getScope() == Scope::TENANT;
  world.operators += active && granted.getRole() == Role::OPERATOR;
  world.hub_admins += active && all && granted.getRole() == Role::HUB_ADMIN;
}

void index(World& world, RoleRevoked::Reader revoked) {
  auto const account = world.account.load(id_from(revoked.getAccount()));
  bool const active = account.stage == Stage::active, all = revoked.getScope() == Scope::TENANT;
  world.operators -= active && revoked.getRole() == Role::OPERATOR;
  world.hub_admins -= active && all && revoked.getRole() == Role::HUB_ADMIN;
}

void index(World& world, AccountSuspended::Reader suspended) {
  auto const account = world.account.load(id_from(suspended.getAccount()));
  world.operators -= account.holds(Role::OPERATOR);
  world.hub_admins -= account.holds_for_all(Role::HUB_ADMIN);
}

void index(World& world, AccountReinstated::Reader reinstated) {
  auto const account = world.account.load(id_from(reinstated.getAccount()));
  world.operators += account.holds(Role::OPERATOR);
  world.hub_admins += account.holds_for_all(Role::HUB_ADMIN);
}

void recount(World& world) {
  world.operators = world.hub_admins = 0;
  world.account.rows().scan({}, [&](Bytes key, Bytes) {
    auto const account = world.account.load(Id::from(key));
    world.operators += operates(account);
    world.hub_admins += administers(account);
    return true;
  });
}

}  // namespace core::account
