// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/any.h>

#include <string>

#include "api/json/tables.hpp"

// Struct -> JSON, appended. Numbers, truth values, enumerations, texts and lists are always there ("" and [] where there is
// nothing); ids, instants and structs only where they are set. Ids are lower-case UUIDs, instants RFC 3339 in UTC,
// enumerations their names (null for a value that this program does not know).
namespace api::json {

void write(Table const& table, capnp::AnyStruct::Reader from, std::string& out);

}  // namespace api::json
