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

// Calls visit(id) for the id that a field holds, or each that its list holds.
inline void each_in(core::Recorded const& recorded, core::Field const& field,
                    core::FunctionRef<void(core::Id const&)> visit) {
  if (field.value.shape == core::Shape::data)
    return visit(core::id_in(recorded.event.root(), field));
  auto const pointers = recorded.event.root().getPointerSection();
  if (field.offset >= pointers.size()) return;
  for (auto id : pointers[field.offset].getAs<capnp::List<capnp::Data>>()) visit(core::id_from(id));
}

}  // namespace projections
