// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/schema.hpp"

namespace api::json {

// The schema as TypeScript types: an interface a struct, a union of names an enumeration, and `Methods`, which gives the
// parameters and the result of every method.
std::string typescript_types(core::Schema const& schema);

}  // namespace api::json
