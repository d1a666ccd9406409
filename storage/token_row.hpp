// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "storage/identity.hpp"

namespace storage {

// A token's row: u8 format (1), subject (16), i64 created, i64 expires, i64 revoked (little-endian, us UTC), label (UTF-8).
std::string write_token(Token const& token);
std::optional<Token> read_token(core::Digest const& hash, std::string_view row);

}  // namespace storage
