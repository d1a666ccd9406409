// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace api::json {

// The last microsecond that has four digits for its year.
inline constexpr core::Instant instant_max{253'402'300'799'999'999};

// An instant in RFC 3339: "2026-05-01T12:00:00Z", with a fraction of up to nine digits (what is below the microsecond is cut
// off) and any offset. Nothing for other texts, dates that no calendar has, leap seconds, and instants outside 1970-9999 UTC.
std::optional<core::Instant> parse_instant(std::string_view text);

// Appends it in UTC, with as many digits of the second as it needs. Outside 1970-9999: the nearest end.
void write_instant(core::Instant instant, std::string& out);

}  // namespace api::json
