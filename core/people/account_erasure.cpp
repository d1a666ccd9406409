// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How a person leaves for good: asked for, thought over, done. Done means that the person's key is destroyed (the engine sees to
// that, by the annotation of SubjectErased) and that every tie is ended: one command for each, wished by flows::wind_up.
#include "core/big_endian.hpp"
#include "core/departing.hpp"
#include "core/limits.hpp"

namespace core::account {
namespace {

// Instants are positive, so the first row is the first due.
std::string due_key(Instant due, Id const& person) {
  std::string key;
  append_big_endian(key, static_cast<std::uint64_t>(due.us));
  return key += view_of(person.view());
}

Instant due_in(Bytes key) {
  return {static_cast<std::int64_t>(big_endian(key.first(sizeof(std::int64_t))))};
}

void take_off(World& world, std::int64_t due, Id const& person) {
  if (due != 0) world.erasures.erase(bytes_of(due_key({due}, person)));
}

// It exists, was not erased, and the time to think it over is not past.
Result<void> open(State const& account, Context const& by) {
  if (account.stage == Stage::absent) return refuse("aggregate.not-found", "account");
  if (account.stage == Stage::erased || account.is_closing(by.now))
    return refuse("account.erased", "account");
  return {};
}

}  // namespace

Result<void> decide(State const& account, RequestErasure::Reader request, Context const& by,
                    Emit& emit) {
  if (auto ready = open(account, by); !ready) return ready;
  auto const wanted = request.getDue() != 0 ? request.getDue() : by.now.us + limits::erasure_us;
  auto const due = std::max(wanted, by.now.us);
  if (due > by.now.us + limits::erasure_us_max)
    return refuse("input.invalid", "due", "more than 30 days ahead");
  if (auto may = may_go(account, by.world); !may) return may;
  if (account.erasure_due.us == due) return {};
  auto requested = emit.event<ErasureRequested>();
  requested.setAccount(request.getAccount());
  requested.setDue(due);
  requested.setWas(account.erasure_due.us);
  return {};
}

Result<void> decide(State const& account, CancelErasure::Reader cancel, Context const& by,
                    Emit& emit) {
  if (auto ready = open(account, by); !ready) return ready;
  if (account.erasure_due.us == 0) return {};
  auto cancelled = emit.event<ErasureCancelled>();
  cancelled.setAccount(cancel.getAccount());
  cancelled.setWas(account.erasure_due.us);
  return {};
}

Result<void> decide(State const& account, ExecuteErasure::Reader execute, Context const& by,
                    Emit& emit) {
  auto const person = id_from(execute.getAccount());
  if (account.stage == Stage::absent) return refuse("aggregate.not-found", "account");
  if (account.stage == Stage::erased) return {};
  if (execute.getAgain() && !by.actor.is_nil()) return refuse("auth.forbidden", "again");
  if (!execute.getAgain() && !account.is_closing(by.now))
    return refuse("account.not-due", "account");
  if (by.world.profile.load(person).stage == profile::Stage::listed)
    emit.event_on<profile::ProfileHidden>(person).setProfile(execute.getAccount());
  auto erased = emit.event<SubjectErased>();
  erased.setAccount(execute.getAccount());
  erased.setWas(account.erasure_due.us);
  erased.setSuspended(account.stage == Stage::suspended);
  return {};
}

Result<void> decide(State const& account, WindUpAccount::Reader wind_up, Context const& by,
                    Emit& emit) {
  if (account.stage != Stage::erased) return refuse("account.not-due", "account");
  auto const family = schema_tables().family(wind_up.getFamily().cStr());
  if (!depart({family, id_from(wind_up.getTo())}, id_from(wind_up.getAccount()), by, emit))
    return refuse("input.invalid", "family");
  return {};
}

Result<void> decide(State const& account, RemindAccount::Reader remind, Context const& by,
                    Emit& emit) {
  if (auto ready = open(account, by); !ready) return ready;
  if (auto may = may_go(account, by.world); !may) return may;
  if (account.erasure_due.us != 0) return {};
  auto reminded = emit.event<AccountReminded>();
  reminded.setAccount(remind.getAccount());
  reminded.setActive(remind.getActive());
  reminded.setDue(remind.getDue());
  return {};
}

void depart(State const& account, Id const& id, Id const& person, Context const&, Emit& emit) {
  if (id != person) return;
  for (auto const& grant : account.grants) {
    auto revoked = emit.event_on<RoleRevoked>(id);
    revoked.setAccount(data_of(id));
    revoked.setRole(grant.role);
    revoked.setScope(grant.scope);
    if (!grant.target.is_nil()) revoked.setTarget(data_of(grant.target));
  }
}

void apply(State& account, ErasureRequested::Reader requested) {
  account.erasure_due = {requested.getDue()};
}
void apply(State&, AccountReminded::Reader) {}
void apply(State& account, ErasureCancelled::Reader) { account.erasure_due = {}; }
void apply(State& account, SubjectErased::Reader) {
  account.stage = Stage::erased;
  account.consents = 0;
  account.erasure_due = {};
}

void index(World& world, ErasureRequested::Reader requested) {
  auto const person = id_from(requested.getAccount());
  take_off(world, requested.getWas(), person);
  world.erasures.put(bytes_of(due_key({requested.getDue()}, person)), there);
}

void index(World& world, ErasureCancelled::Reader cancelled) {
  take_off(world, cancelled.getWas(), id_from(cancelled.getAccount()));
}

void index(World& world, SubjectErased::Reader erased) {
  auto const person = id_from(erased.getAccount());
  take_off(world, erased.getWas(), person);
  world.erased.put(person.view(), there);
  if (erased.getSuspended()) return;
  auto const account = world.account.load(person);
  world.operators -= account.holds(Role::OPERATOR);
  world.hub_admins -= account.holds_for_all(Role::HUB_ADMIN);
}

void each_erased(World const& world, FunctionRef<void(Id const& person)> visit) {
  world.erased.scan({}, [&](Bytes person, Bytes) {
    visit(Id::from(person));
    return true;
  });
}

void each_asked(World const& world, FunctionRef<void(Id const& person)> visit) {
  each_due(world, {INT64_MAX}, visit);
}

void each_due(World const& world, Instant now, FunctionRef<void(Id const& person)> visit) {
  world.erasures.scan({}, [&](Bytes key, Bytes) {
    if (due_in(key) > now) return false;
    visit(Id::from(key.subspan(sizeof(std::int64_t))));
    return true;
  });
}

}  // namespace core::account
