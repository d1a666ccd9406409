// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/retention.hpp"

#include "core/limits.hpp"

namespace api {
namespace {

namespace account = core::account;

constexpr std::int64_t day_us = 86'400LL * 1'000'000;

core::Instant day(std::int64_t number) { return {number * day_us}; }

void remind(Idle const& one, core::FunctionRef<void(core::Command const&)> give) {
  capnp::MallocMessageBuilder message;
  auto remind = message.initRoot<account::RemindAccount>();
  remind.setAccount(core::data_of(one.person));
  remind.setActive(one.active.us);
  remind.setDue(one.due.us);
  give(core::at_console(core::schema_tables().of<account::RemindAccount>(), message));
}

// With the time to think it over that everybody has.
void ask_for_erasure(Idle const& one, core::FunctionRef<void(core::Command const&)> give) {
  capnp::MallocMessageBuilder message;
  message.initRoot<account::RequestErasure>().setAccount(core::data_of(one.person));
  give(core::at_console(core::schema_tables().of<account::RequestErasure>(), message));
}

}  // namespace

std::vector<Idle> idle(projections::Activity const& activity, core::tenant::Retention const& terms,
                       core::Instant now) {
  std::vector<Idle> all;
  auto const today = now.us / day_us;
  if (terms.idle_days == 0) return all;
  activity.each([&](core::Id const& person, projections::ActivityRow const& row) {
    if (today - row.active < terms.idle_days) return;
    bool const reminded = row.reminded != 0;
    auto const due = (reminded ? row.reminded : today) + terms.grace_days;
    auto const step = !reminded      ? Idle::Step::remind
                      : due <= today ? Idle::Step::erase
                                     : Idle::Step::wait;
    all.push_back({person, step, day(row.active), day(due)});
  });
  return all;
}

std::string_view kept_by(core::World const& world, core::Id const& person) {
  auto const state = world.account.load(person);
  if (state.stage == account::Stage::erased || state.erasure_due.us != 0)
    return "account.erasure-requested";
  if (state.holds(core::Role::SERVICE) || state.holds(core::Role::DEVICE))
    return "account.not-a-person";
  auto const may = account::may_go(state, world);
  return may ? std::string_view() : may.error().code;
}

void carry_out(core::World const& world, std::vector<Idle> const& idle,
               core::FunctionRef<void(core::Command const&)> give) {
  std::size_t given = 0;
  for (auto const& one : idle) {
    if (one.step == Idle::Step::wait || !kept_by(world, one.person).empty()) continue;
    if (++given > core::limits::retention_commands_max) return;
    if (one.step == Idle::Step::remind) remind(one, give);
    else ask_for_erasure(one, give);
  }
}

}  // namespace api
