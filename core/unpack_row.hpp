// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/event_log.hpp"
#include "core/pack.hpp"

namespace core {

// A row of a view as it was packed. Throws ShelfDamaged where it has another shape, which a damaged shelf may hold.
template <class Row>
Row unpack_row(Bytes bytes, char const* view) {
  Row row;
  if (!unpack(bytes, row)) throw ShelfDamaged(std::string(view) + ": a row has another shape");
  return row;
}

}  // namespace core
