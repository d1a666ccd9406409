// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/record.hpp"
#include "core/rows.hpp"

namespace projections {

// What merged terms have become: a filter by either name finds the same. Kept in the rows of the view that has it: 'm', term ->
// what it was merged into.
class MergedTerms {
 public:
  static constexpr char key_kind = 'm';

  // Exhaustive over vocabulary; every other event changes nothing.
  void apply(core::Recorded const& recorded, core::Rows& rows);
  void clear() { into_.clear(); }
  // Takes up a row that the view has loaded; false when it is one of another kind.
  bool load(core::Bytes key, core::Bytes row);
  // Such a row in words; nothing for one of another kind.
  static std::optional<std::string> describe(core::Bytes key, core::Bytes row);

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
  struct Fold;

  boost::unordered_flat_map<core::Id, core::Id, std::hash<core::Id>> into_;
};

}  // namespace projections
