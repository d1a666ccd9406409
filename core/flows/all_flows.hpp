// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/flows.hpp"

// One function per rule; its number stands in all_flows.cpp.
namespace core::flows {

// Whoever is suspended is not listed any more. (Reinstated people list themselves again.)
void hide_suspended(World const& world, Recorded const& event, Wishes& wishes);

}  // namespace core::flows
