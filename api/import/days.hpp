// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/clock.hpp"

namespace api::import {

// Puts an instant where one belongs and a JSON string counts days from the day of `now` instead: "@-120d 18:00" is six in the evening of the day
// 120 days before, "@+30d" the beginning of the day in 30 days, both in the tenant's time zone. Every other string stays as it is.
// True where there was one.
bool resolve_days(std::string& line, core::Clock const& clock);

}  // namespace api::import
