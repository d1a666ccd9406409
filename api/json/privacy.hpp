// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/schema.hpp"

namespace api::json {

// What is recorded of persons, as a Markdown table: each field that is sealed, names a person or is shown as the person
// chooses: under whose key it is, who may see it, and in which facts it stands.
std::string privacy_table(core::Schema const& schema);

}  // namespace api::json
