// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ids.hpp"

// RFC 4648, section 4: with padding, without line breaks.
namespace storage {

std::string base64(core::Bytes bytes);
// Nothing when it is not exactly what base64 would have made.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace storage
