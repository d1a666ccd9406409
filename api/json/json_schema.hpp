// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/json/described.hpp"
#include "api/json/outline.hpp"

// JSON Schema (draft 7) of what is read and written. Where it cannot say what holds, it is the looser of the two: lengths are
// counted in characters there and in bytes here (x-maxBytes).
namespace api::json {

// The members of one field's schema, without its description.
void describe_field(Outline& out, Described const& described, Slot const& slot, Way way);

// Every struct and enumeration, by name: the members of components.schemas.
void describe_schemas(Outline& out, Described const& described);

}  // namespace api::json
