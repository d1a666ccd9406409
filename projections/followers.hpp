// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/record.hpp"
#include "core/rows.hpp"

// Who follows what, in the rows of a view: 'w', what is followed, by whom; 'y', what goes on, what was merged into it.
namespace projections {

inline constexpr char follower_key = 'w', merged_key = 'y';

// Keeps these rows; events that have nothing to do with them change nothing.
void keep_followers(core::Recorded const& recorded, core::Rows& rows);

// Appends whoever follows it, or what was merged into it; somebody may come twice.
void gather_followers(core::Rows const& rows, core::Id const& followed,
                      std::vector<core::Id>& followers);

// Ascending, each once.
void sort_unique(std::vector<core::Id>& ids);

}  // namespace projections
