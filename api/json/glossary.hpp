// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/schema.hpp"

namespace api::json {

// What there is and what it is called, German and English, and which of it names which: a table and a Mermaid diagram.
std::string glossary(core::Schema const& schema);

}  // namespace api::json
