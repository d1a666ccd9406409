// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "projections/merged_terms.hpp"
#include "projections/row_set.hpp"

namespace projections {

// How many people say each own word in their profiles, as the words are called today; people by the number of their row.
class WordUsers {
 public:
  // Only own words are counted.
  void count(core::Id const& word, bool own) {
    if (own) users_.try_emplace(word);
    else users_.erase(word);
  }
  // From now on `word` is another name of `into`.
  void merge(core::Id const& word, core::Id const& into) {
    merged_.merge(word, into);
    auto const gone = users_.find(word);
    if (gone == users_.end()) return;
    auto const rows = gone->second.rows();
    users_.erase(gone);
    if (auto* users = find(into))
      for (auto const row : rows) users->add(row);
  }
  // What a person said, and says now.
  void change(std::uint32_t row, std::vector<core::Id> const& before,
              std::vector<core::Id> const& after) {
    if (before == after) return;
    for (auto const& term : before)
      if (auto* users = find(term)) users->remove(row);
    for (auto const& term : after)
      if (auto* users = find(term)) users->add(row);
  }
  std::size_t people(core::Id const& word) const {
    auto const users = users_.find(merged_.survivor(word));
    return users == users_.end() ? 0 : users->second.size();
  }
  std::size_t memory_bytes() const {
    auto bytes = users_.bucket_count() * (sizeof(decltype(users_)::value_type) + 1);
    for (auto const& [word, users] : users_) bytes += users.memory_bytes();
    return bytes;
  }

 private:
  RowSet* find(core::Id const& term) {
    auto const users = users_.find(merged_.survivor(term));
    return users == users_.end() ? nullptr : &users->second;
  }

  MergedTerms merged_;
  boost::unordered_flat_map<core::Id, RowSet, std::hash<core::Id>> users_;
};

}  // namespace projections
