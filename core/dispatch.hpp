// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/record.hpp"
#include "core/schema/lists.hpp"

namespace core {

// Calls visitor(reader, header) with the event's own type for every family that `Family` lists: pass one of the generated
// FUGE_EVENTS_<family> macros. False when the event is of another family. An overload that is missing does not compile.
#define FUGE_VISIT_CASE(family, Event)                                \
  case ::core::id_of<::core::family::Event>:                          \
    visitor(recorded.as<::core::family::Event>(), recorded.header()); \
    return true;

#define FUGE_DEFINE_VISIT(family)                                    \
  template <class Visitor>                                           \
  bool visit_##family(Recorded const& recorded, Visitor&& visitor) { \
    switch (recorded.header().event_type) {                          \
      FUGE_EVENTS_##family(FUGE_VISIT_CASE) default : return false;  \
    }                                                                \
  }

#define FUGE_DEFINE_VISIT_OF(family, number) FUGE_DEFINE_VISIT(family)
FUGE_AGGREGATES(FUGE_DEFINE_VISIT_OF)

#undef FUGE_DEFINE_VISIT_OF
#undef FUGE_DEFINE_VISIT
#undef FUGE_VISIT_CASE

}  // namespace core
