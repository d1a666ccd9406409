// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "core/ids.hpp"

namespace projections {

// What merged terms have become: a filter by either name finds the same.
class MergedTerms {
 public:
  void clear() { into_.clear(); }
  void merge(core::Id const& term, core::Id const& into) { into_[term] = into; }

  core::Id survivor(core::Id term) const {
    for (auto next = into_.find(term); next != into_.end(); next = into_.find(term))
      term = next->second;
    return term;
  }
  void to_survivors(std::vector<core::Id>& terms) const {
    for (auto& term : terms) term = survivor(term);
  }
  // Whether any of `has` means one of `wanted`, which are survivors. No wish is always met.
  bool meet(std::vector<core::Id> const& wanted, std::vector<core::Id> const& has) const {
    return wanted.empty() || std::ranges::any_of(has, [&](core::Id const& term) {
             return std::ranges::find(wanted, survivor(term)) != wanted.end();
           });
  }

 private:
  boost::unordered_flat_map<core::Id, core::Id, std::hash<core::Id>> into_;
};

}  // namespace projections
