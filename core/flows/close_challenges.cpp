// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/flows/all_flows.hpp"

namespace core::flows {

void close_challenges(World const& world, Recorded const& event, Wishes& wishes) {
  auto const type = event.header().event_type;
  if (type != id_of<programme::ProgrammeCompleted> && type != id_of<programme::ProgrammeCancelled>)
    return;
  challenge::each_in(world, event.header().stream.id, [&](Id const& challenge) {
    if (world.challenge.load(challenge).stage == challenge::Stage::PUBLISHED)
      wishes.wish<challenge::CloseChallenge>().setChallenge(data_of(challenge));
  });
}

}  // namespace core::flows
