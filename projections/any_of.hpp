// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <vector>

namespace projections {

// Whether a value passes a filter that lists what is wanted: nothing listed wants everything.
template <class T>
bool any_of(std::vector<T> const& wanted, T const& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace projections
