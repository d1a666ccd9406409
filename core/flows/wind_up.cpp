// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/departing.hpp"
#include "core/flows/all_flows.hpp"

namespace core::flows {

void wind_up(World const& world, Recorded const& event, Wishes& wishes) {
  if (event.header().event_type != id_of<account::SubjectErased>) return;
  auto const person = event.header().stream.id;
  each_tie(world, person, [&](StreamKey const& tie) {
    auto end = wishes.wish<account::WindUpAccount>();
    end.setAccount(data_of(person));
    end.setFamily(schema_tables().known(tie.family)->name);
    end.setTo(data_of(tie.id));
  });
}

}  // namespace core::flows
