// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine.hpp"

namespace api {

// What travels with a command, from its field "meta" into the command. `expected` must live as long as the command.
core::Result<void> read_meta(core::schema::Meta::Reader meta, core::Command& command,
                             std::vector<core::Command::Expected>& expected);

}  // namespace api
