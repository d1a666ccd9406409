// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/activity.hpp"

#include "core/schema/lists.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

namespace account = core::account;

constexpr std::int64_t day_us = 86'400LL * 1'000'000;

std::uint16_t day_of(core::Instant at) { return static_cast<std::uint16_t>(at.us / day_us); }

ActivityRow unpacked(core::Bytes bytes) { return core::unpack_row<ActivityRow>(bytes, "activity"); }

}  // namespace

void Activity::apply(core::Recorded const& recorded) {
  auto const& header = recorded.header();
  auto const today = day_of(header.recorded);
  switch (header.event_type) {
    case core::id_of<account::AccountRegistered>: return put(header.stream.id, {today, 0});
    case core::id_of<account::SubjectErased>: return void(rows_.erase(header.stream.id.view()));
    default: break;
  }
  if (auto const known = rows_.find(header.actor.view()))
    if (auto const row = unpacked(*known); row.active != today || row.reminded != 0)
      put(header.actor, {today, 0});
  if (header.event_type != core::id_of<account::AccountReminded>) return;
  if (auto const known = rows_.find(header.stream.id.view()))
    put(header.stream.id, {unpacked(*known).active, today});
}

void Activity::put(core::Id const& person, ActivityRow const& row) {
  std::vector<std::uint8_t> bytes;
  core::pack(row, bytes);
  rows_.put(person.view(), bytes);
}

void Activity::each(
    core::FunctionRef<void(core::Id const& person, ActivityRow const& row)> visit) const {
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    visit(core::Id::from(key), unpacked(row));
    return true;
  });
}

void Activity::loaded() {
  each([](core::Id const&, ActivityRow const&) {});
}

std::string Activity::describe(core::Bytes key, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  return Line()("person", core::Id::from(key))("active", row.active)("reminded", row.reminded)
      .text();
}

}  // namespace projections
