// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"

namespace api {

// A text that a view points to; empty where it points nowhere or the text is gone.
inline std::string text_at(Asking const& asking, core::Position position, std::string_view field) {
  if (position.value == 0) return {};
  return asking.rooms.texts.text(position, field).value_or("");
}

}  // namespace api
