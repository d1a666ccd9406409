// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/flows/all_flows.hpp"

namespace core::flows {

void hide_suspended(World const& world, Recorded const& event, Wishes& wishes) {
  if (event.header().event_type != id_of<account::AccountSuspended>) return;
  auto const person = event.header().stream.id;
  if (world.profile.load(person).stage != profile::Stage::listed) return;
  wishes.wish<profile::HideProfile>().setProfile(data_of(person));
}

}  // namespace core::flows
