// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <optional>
#include <vector>

#include "core/function_ref.hpp"
#include "projections/row_set.hpp"

namespace projections {

template <class Value>
struct Count {
  Value value;
  std::uint64_t count = 0;
  bool operator==(Count const&) const = default;
};

// The most frequent values, by count, then by value: a list of at most `limit`.
template <class Value>
class Leaders {
 public:
  explicit Leaders(std::size_t limit) : limit_(limit) {}

  // Whether a value with at most this count can still get in.
  bool open_to(std::uint64_t count) const {
    return count > 0 && (counts_.size() < limit_ || (limit_ > 0 && count >= counts_.back().count));
  }
  void offer(Value const& value, std::uint64_t count) {
    if (!open_to(count)) return;
    Count<Value> const fresh{value, count};
    counts_.insert(std::ranges::upper_bound(counts_, fresh, before), fresh);
    if (counts_.size() > limit_) counts_.pop_back();
  }
  std::vector<Count<Value>> take() { return std::move(counts_); }

 private:
  static bool before(Count<Value> const& a, Count<Value> const& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  }
  std::size_t limit_;
  std::vector<Count<Value>> counts_;
};

// Which rows have which value of one property. Values are numbered as they turn up.
template <class Value>
class Facet {
 public:
  using Number = std::uint32_t;

  Number number(Value const& value) {
    auto const [at, fresh] = numbers_.try_emplace(value, static_cast<Number>(values_.size()));
    if (fresh) values_.push_back(value), sets_.emplace_back();
    return at->second;
  }
  std::optional<Number> find(Value const& value) const {
    auto const at = numbers_.find(value);
    return at == numbers_.end() ? std::nullopt : std::optional(at->second);
  }
  Value const& value(Number number) const { return values_[number]; }
  RowSet& set(Number number) { return sets_[number]; }
  RowSet const& set(Number number) const { return sets_[number]; }
  std::size_t values() const { return values_.size(); }

  // The values that most of `among` (null: of all rows) have. Values are tried from the most frequent on, and no further than
  // they can get into the list.
  std::vector<Count<Value>> top(RowBits const* among, std::size_t limit,
                                core::FunctionRef<bool(Number)> shown) const {
    auto const rarer = [&](Number a, Number b) { return sets_[a].size() < sets_[b].size(); };
    std::vector<Number> heap;
    for (Number number = 0; number < sets_.size(); ++number)
      if (!sets_[number].empty() && shown(number)) heap.push_back(number);
    std::ranges::make_heap(heap, rarer);
    Leaders<Value> leaders(limit);
    while (!heap.empty() && leaders.open_to(sets_[heap.front()].size())) {
      auto const& set = sets_[heap.front()];
      leaders.offer(values_[heap.front()], among ? set.count_in(*among) : set.size());
      std::ranges::pop_heap(heap, rarer);
      heap.pop_back();
    }
    return leaders.take();
  }

  std::size_t memory_bytes() const {
    auto bytes = (numbers_.size() * 5 / 4 + values_.capacity()) * sizeof(Value);
    for (auto const& set : sets_) bytes += sizeof set + set.memory_bytes();
    return bytes;
  }

 private:
  boost::unordered_flat_map<Value, Number, std::hash<Value>> numbers_;
  std::vector<Value> values_;
  std::vector<RowSet> sets_;
};

}  // namespace projections
