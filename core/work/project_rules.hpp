// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/decide.hpp"

namespace core::project {

// Who may speak for any project.
bool runs_projects(Context const& by);

// What must be there before a stage is entered: `stage.no-prototype`, `stage.no-commission`, `stage.no-successor`.
Result<void> gate(World const& world, State const& project, ProjectStage stage);

bool is_address(capnp::Text::Reader text);

// Made of the characters of an SPDX licence expression, such as "EUPL-1.2 OR (MIT AND BSD-3-Clause)".
bool is_licence(capnp::Text::Reader text);

}  // namespace core::project
