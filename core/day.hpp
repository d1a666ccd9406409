// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace core {

// Whether it names a day of the calendar as ISO 8601 writes it, "2026-11-24". Such texts ascend as the days do.
bool is_day(std::string_view text);

}  // namespace core
