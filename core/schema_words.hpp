// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/schema.hpp"

namespace core {

// Whether an event's words name a field. Both languages name the same ones.
inline bool says(Type const& event, Field const& field) {
  return event.says_en.find('{' + field.name + '}') != std::string::npos;
}

}  // namespace core
