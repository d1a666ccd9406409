// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/schema.hpp"

namespace api::json {

// Who may call what, as a Markdown table: a row a method, a column a role, in the cells the scopes in which the role counts.
std::string authorisation_table(core::Schema const& schema);

}  // namespace api::json
