// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/people.hpp"

// What questions about ideas and projects have in common.
namespace api {

// What was not hidden from everybody is seen by all; the rest by its authors, those asked to be, and staff.
bool may_see(Asking const& asking, projections::IdeaRow const& row);
// What was voided is seen by its members and staff.
bool may_see(Asking const& asking, projections::ProjectRow const& row);

// What was published is seen by all; the rest by its side.
bool may_see(Asking const& asking, projections::ChallengeRow const& row);

// Those of the persons whom the asking one may see: visitors nobody.
std::vector<core::Id> seen(Asking const& asking, std::vector<core::Id> const& people);

}  // namespace api
