// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/any.h>
#include <simdjson.h>

#include "api/json/tables.hpp"
#include "core/result.hpp"

// JSON -> struct, with everything the schema demands of it: what is refused is refused with `input.invalid`, the path of the
// field ("offers[2].level") and a short reason, and then nothing of what has been built may be used.
//
// null is the same as absent; an empty text or list leaves the same bytes as an absent one. Numbers are whole and within
// 2^53 - 1; ids are UUIDs and never nil; texts hold no control characters but tab and line feed.
namespace api::json {

core::Result<void> read(Table const& table, simdjson::dom::element const& from,
                        capnp::AnyPointer::Builder into);

// The parameters of a command: its fields, and beside them "meta", a core::schema::Meta, which is left null where absent.
core::Result<void> read_command(Table const& table, simdjson::dom::element const& from,
                                capnp::AnyPointer::Builder command,
                                capnp::AnyPointer::Builder meta);

}  // namespace api::json
