// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "core/world.hpp"

namespace support {

// What must hold of every state, whatever has happened: the promises of the aggregates, and that look-ups say what the
// aggregates say. In words what does not.
std::vector<std::string> broken_invariants(core::World const& world);

}  // namespace support
