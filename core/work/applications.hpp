// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "core/decide.hpp"

// The rows of a programme's applications and of its wait-list.
namespace core::programme {

// Whoever has waited longest for a seat.
std::optional<Id> first_waiting(World const& world, Id const& programme);

}  // namespace core::programme
