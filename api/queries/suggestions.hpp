// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"

namespace api {

// One suggestion in full: who it is, as the asking person may see it, and why, in data and in words.
void describe_suggestion(Asking const& asking, matching::Lane lane, core::Id const& id,
                         matching::Explanation const& explanation,
                         core::match::Suggestion::Builder suggestion);

}  // namespace api
