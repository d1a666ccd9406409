// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/departing.hpp"

namespace core {

bool depart(StreamKey const& stream, Id const& person, Context const& by, Emit& emit) {
  switch (stream.family) {
#define X(name, number)                                                       \
  case number:                                                                \
    name::depart(by.world.name.load(stream.id), stream.id, person, by, emit); \
    return true;
    FUGE_AGGREGATES(X)
#undef X
    default: return false;
  }
}

void each_tie(World const& world, Id const& person, FunctionRef<void(StreamKey const&)> visit) {
#define X(name, number) \
  if (world.name.version(person).value > 0) visit({number, person});
  FUGE_AGGREGATES(X)
#undef X
  world.ties.scan_within(person.view(), [&](Bytes tie, Bytes) {
    visit({tie.front(), Id::from(tie.subspan(1))});
    return true;
  });
}

}  // namespace core
