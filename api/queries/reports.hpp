// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "api/queries/rooms.hpp"
#include "core/record.hpp"

namespace api {

// The person of this id, who represents that organisation, who owns that challenge: from whom what is said about it is concealed.
std::vector<core::Id> concerned(Rooms const& rooms, core::Id const& about);

// From whom this event is concealed, ascending; usually from nobody.
std::vector<core::Id> concealed_from(Rooms const& rooms, core::Recorded const& recorded);

}  // namespace api
