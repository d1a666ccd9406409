// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/function_ref.hpp"
#include "core/record.hpp"

namespace projections {

// Calls visit(field, id) for each field of the event that holds one id, where it is set.
inline void each_named(core::Recorded const& recorded,
                       core::FunctionRef<void(core::Field const&, core::Id const&)> visit) {
  for (auto const& field : recorded.type.fields) {
    if (field.value.shape != core::Shape::data || field.id_kind.empty()) continue;
    auto const id = core::id_in(recorded.event.root(), field);
    if (!id.is_nil()) visit(field, id);
  }
}

}  // namespace projections
