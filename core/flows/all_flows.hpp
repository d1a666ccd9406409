// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/flows.hpp"

// One function per rule; its number stands in all_flows.cpp.
namespace core::flows {

// A programme that is completed or called off ends the challenges that were published in it.
void close_challenges(World const& world, Recorded const& event, Wishes& wishes);

// More seats than one command can give away go on to those who still wait.
void give_seats(World const& world, Recorded const& event, Wishes& wishes);

// Who waits with a team and leaves it waits alone: those behind may be next, and so may the others.
void move_up_without_team(World const& world, Recorded const& event, Wishes& wishes);

// What tied a person who was erased to others ends, or goes on to the next.
void wind_up(World const& world, Recorded const& event, Wishes& wishes);

}  // namespace core::flows
