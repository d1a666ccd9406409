// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/flows/all_flows.hpp"
#include "core/limits.hpp"

namespace core::flows {

void give_seats(World const& world, Recorded const& event, Wishes& wishes) {
  if (event.header().event_type != id_of<programme::CapacitySet>) return;
  auto const programme = world.programme.load(event.header().stream.id);
  auto const waiting = std::min<std::size_t>(programme.waiting, programme.free());
  for (std::size_t given = 0; given < waiting; given += limits::promoted_max) {
    auto again = wishes.wish<programme::SetCapacity>();
    again.setProgramme(data_of(event.header().stream.id));
    again.setCapacity(programme.capacity);
  }
}

}  // namespace core::flows
