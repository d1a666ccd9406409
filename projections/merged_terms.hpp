// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/people/vocabulary.hpp"
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
  // For a view that has what was merged in rows of its own.
  void merge(core::Id const& term, core::Id const& into) { into_[term] = into; }
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
  // Claims as their terms are called today, each once: with the most that was said of it, as matching takes them too.
  std::vector<core::vocabulary::Claimed> settled(
      std::vector<core::vocabulary::Claimed> const& claims) const {
    std::vector<core::vocabulary::Claimed> settled;
    for (auto claim : claims) {
      claim.term = survivor(claim.term);
      auto const same = std::ranges::find(settled, claim.term, &core::vocabulary::Claimed::term);
      if (same == settled.end()) settled.push_back(claim);
      else
        *same = {claim.term, std::max(same->level, claim.level),
                 std::max(same->weight, claim.weight), same->must || claim.must};
    }
    return settled;
  }
  // Terms as they are called today, each once.
  std::vector<core::Id> settled(std::vector<core::Id> const& terms) const {
    std::vector<core::Id> settled;
    for (auto const& term : terms)
      if (std::ranges::find(settled, survivor(term)) == settled.end())
        settled.push_back(survivor(term));
    return settled;
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
