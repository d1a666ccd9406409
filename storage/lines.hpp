// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/crypto.hpp"

// What the text formats of transparency logs have in common.
namespace storage {

// Cuts the next line off, without its newline; nothing when it does not end.
std::optional<std::string_view> next_line(std::string_view& text);
// Digits without a leading zero.
std::optional<std::uint64_t> parse_decimal(std::string_view text);
// Lower-case hex digits.
std::string hex_of(core::Bytes bytes);
// Base64 of 32 bytes.
std::optional<core::Digest> parse_hash(std::string_view text);

}  // namespace storage
