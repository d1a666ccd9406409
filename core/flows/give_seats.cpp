// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/departing.hpp"
#include "core/flows/all_flows.hpp"
#include "core/limits.hpp"

namespace core::flows {
namespace {

// Gives free seats away, to whoever waits.
void move_up(Id const& programme, programme::State const& state, Wishes& wishes) {
  auto again = wishes.wish<programme::SetCapacity>();
  again.setProgramme(data_of(programme));
  again.setCapacity(state.capacity);
}

}  // namespace

void give_seats(World const& world, Recorded const& event, Wishes& wishes) {
  if (event.header().event_type != id_of<programme::CapacitySet>) return;
  auto const programme = world.programme.load(event.header().stream.id);
  auto const waiting = std::min<std::size_t>(programme.waiting, programme.free());
  for (std::size_t given = 0; given < waiting; given += limits::promoted_max)
    move_up(event.header().stream.id, programme, wishes);
}

void move_up_without_team(World const& world, Recorded const& event, Wishes& wishes) {
  auto const type = event.header().event_type;
  if (type != id_of<team::MemberLeft> && type != id_of<team::MemberRemoved>) return;
  static Family const programmes = schema_tables().of<programme::CapacitySet>().family;
  auto const team = event.header().stream.id;
  auto const person = id_in(event.event.root(), *event.type.subject);
  each_tie(world, person, [&](StreamKey const& tie) {
    if (tie.family != programmes) return;
    auto const application = programme::application(world, tie.id, person);
    auto const state = world.programme.load(tie.id);
    if (application.team == team && application.standing == programme::Standing::WAITING &&
        state.capacity > 0 && !state.over())
      move_up(tie.id, state, wishes);
  });
}

}  // namespace core::flows
