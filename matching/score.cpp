// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/score.hpp"

#include <algorithm>
#include <numeric>

namespace matching {

using core::match::Direction;

Millionths Parts::total() const {
  return std::accumulate(values.begin(), values.end(), Millionths{0});
}

Millionths level_fit(Rules const& rules, unsigned needed, unsigned offered) {
  if (needed == 0) return whole;
  if (offered == 0) return rules.level_unknown;
  return offered >= needed ? whole : rules.level_missing[needed - offered];
}

std::int64_t need_weight(unsigned weight, Millionths idf) { return std::max(weight, 1u) * idf; }

Millionths coverage(std::span<Met const> needs) {
  std::int64_t met = 0, all = 0;
  for (auto const& need : needs) met += need.weight * need.value, all += need.weight;
  return all == 0 ? 0 : met / all;
}

std::vector<Millionths> shares(std::span<Met const> needs) {
  std::int64_t all = 0, met = 0;
  for (auto const& need : needs) all += need.weight;
  std::vector<Millionths> shares;
  for (Millionths before = 0; auto const& need : needs) {
    met += need.weight * need.value;
    shares.push_back(met / all - before);
    before = met / all;
  }
  return shares;
}

Millionths fit(Rules const& rules, Coverages const& coverages) {
  auto const& [a, b] = coverages;
  auto const e = rules.reciprocity;
  if (!a || !b) return a.value_or(b.value_or(0));
  return 2 * (*a + e) * (*b + e) / (*a + *b + 2 * e) - e;
}

Direction direction(Coverages const& coverages) {
  auto const& [a, b] = coverages;
  if (!a || !b || (*a == 0 && *b == 0)) return Direction::ONE_SIDED;
  if (*b == 0) return Direction::HELPS_YOU;
  return *a == 0 ? Direction::YOU_HELP : Direction::RECIPROCAL;
}

Millionths topics_term(Rules const& rules, std::size_t shared, std::size_t yours,
                       std::size_t theirs) {
  auto const full = std::min({std::size_t{rules.topics_full}, yours, theirs});
  if (full == 0) return 0;
  return static_cast<Millionths>(std::min(shared, full)) * whole / static_cast<Millionths>(full);
}

Millionths availability_term(Rules const& rules, std::uint8_t yours, std::uint8_t theirs) {
  auto const both = yours == 0 ? theirs : std::min(yours, theirs);
  return std::min<Millionths>(both, rules.hours_full) * whole / rules.hours_full;
}

Millionths diversity_term(std::uint8_t yours, std::uint8_t theirs) {
  return yours != 0 && theirs != 0 && yours != theirs ? whole : 0;
}

Parts weigh(Rules const& rules, Parts const& terms) {
  Parts points;
  for (std::size_t i = 0; i < part_count; ++i)
    points.values[i] = part_of(rules.weights[i], terms.values[i]);
  return points;
}

}  // namespace matching
