// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/closeness.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/check.hpp"

namespace matching {
namespace {

Millionths power(Millionths factor, std::uint32_t exponent) {
  Millionths product = whole;
  while (exponent-- > 0) product = part_of(factor, product);
  return product;
}

}  // namespace

Closeness::Closeness(Taxonomy const& taxonomy, ClosenessTable const& table)
    : taxonomy_(taxonomy), table_(table), log_width_max_(binary_log(table.width_max)) {
  CHECK(table.width_max >= 2 && table.expansion_max >= 1);
}

// Rounded down; 0 from width_max on.
Millionths Closeness::of_siblings(Term turn) const {
  auto const width = taxonomy_.width(turn);
  if (width >= table_.width_max) return 0;
  return table_.siblings * (log_width_max_ - binary_log(width)) / log_width_max_;
}

Millionths Closeness::of_way(std::uint32_t up, Term turn, std::uint32_t down) const {
  auto const closeness = up == 0 ? power(table_.more_specific, down)
                         : down == 0
                             ? power(table_.more_general, up)
                             : part_of(power(table_.further, up + down - 2), of_siblings(turn));
  return closeness < table_.least ? 0 : closeness;
}

Millionths Closeness::between(Term needed, Term offered) const {
  if (offered != needed && taxonomy_.kind(offered) == TermKind::GROUP) return 0;
  Millionths best = 0;
  auto const above_offer = taxonomy_.reach(offered, Way::up, table_.steps_max);
  for (auto const& [turn, up] : taxonomy_.reach(needed, Way::up, table_.steps_max)) {
    auto const shared = std::ranges::find(above_offer, turn, &Reached::term);
    if (shared != above_offer.end()) best = std::max(best, of_way(up, turn, shared->steps));
  }
  return best;
}

// Everything with a closeness above 0, the best way for each, in no order.
std::vector<Near> Closeness::neighbours(Term needed) const {
  boost::unordered_flat_map<std::uint32_t, Millionths> best;
  for (auto const& [turn, up] : taxonomy_.reach(needed, Way::up, table_.steps_max)) {
    bool const turns = up == 0 || of_siblings(turn) > 0;
    for (auto const& [offered, down] :
         taxonomy_.reach(turn, Way::down, turns ? table_.steps_max : 0))
      if (offered == needed || taxonomy_.kind(offered) != TermKind::GROUP) {
        auto& closeness = best[offered.number];
        closeness = std::max(closeness, of_way(up, turn, down));
      }
  }
  std::vector<Near> near;
  for (auto const& [number, closeness] : best)
    if (closeness > 0) near.push_back({Term{number}, static_cast<std::uint32_t>(closeness)});
  return near;
}

Closeness::Expansion Closeness::make(Term needed, Statistics const& statistics) const {
  Expansion made{neighbours(needed), taxonomy_.shape(), statistics.source(), false};
  // What nobody offers wraps round to the largest count.
  auto const rank = [&](Near const& near) {
    return std::tuple(~near.closeness, statistics.offering(near.term) - 1u,
                      taxonomy_.id(near.term));
  };
  std::ranges::sort(made.near, {}, rank);
  made.cut = made.near.size() > table_.expansion_max;
  if (made.cut) made.near.resize(table_.expansion_max);
  made.near.shrink_to_fit();
  return made;
}

std::span<Near const> Closeness::expand(Term needed, Statistics const& statistics) const {
  if (expansions_.size() < taxonomy_.size()) expansions_.resize(taxonomy_.size());
  auto& kept = expansions_[needed.number];
  bool const valid =
      kept.shape == taxonomy_.shape() && (!kept.cut || kept.statistics == statistics.source());
  if (!valid) kept = make(needed, statistics);
  return kept.near;
}

// Both ends included. Among the shortest ways, the one with the least id at each step down from `to`.
std::vector<Term> Closeness::climb(Term from, Term to) const {
  auto const above = taxonomy_.reach(from, Way::up, table_.steps_max);
  auto const steps_to = [&](Term term) {
    auto const found = std::ranges::find(above, term, &Reached::term);
    return found == above.end() ? Taxonomy::unbounded : found->steps;
  };
  std::vector<Term> way{to};
  for (auto steps = steps_to(to); steps > 0; --steps) {
    std::vector<Term> below(taxonomy_.children(way.back()).begin(),
                            taxonomy_.children(way.back()).end());
    std::erase_if(below, [&](Term term) { return steps_to(term) != steps - 1; });
    way.push_back(std::ranges::min(below, {}, [&](Term term) { return taxonomy_.id(term); }));
  }
  std::ranges::reverse(way);
  return way;
}

std::vector<Term> Closeness::path(Term needed, Term offered) const {
  auto const above_offer = taxonomy_.reach(offered, Way::up, table_.steps_max);
  using Rank = std::tuple<Millionths, std::uint32_t,
                          core::Id>;  // Least is best: missing closeness, steps, id.
  Rank best{whole, 0, {}};
  Term turn_of_best;
  for (auto const& [turn, up] : taxonomy_.reach(needed, Way::up, table_.steps_max)) {
    auto const shared = std::ranges::find(above_offer, turn, &Reached::term);
    if (shared == above_offer.end()) continue;
    Rank const rank{whole - of_way(up, turn, shared->steps), up + shared->steps,
                    taxonomy_.id(turn)};
    if (rank < best) best = rank, turn_of_best = turn;
  }
  if (std::get<0>(best) == whole) return {};
  auto way = climb(needed, turn_of_best);
  auto down = climb(offered, turn_of_best);
  way.insert(way.end(), down.rbegin() + 1, down.rend());
  return way;
}

std::size_t Closeness::memory_bytes() const {
  auto bytes = expansions_.capacity() * sizeof(Expansion);
  for (auto const& expansion : expansions_) bytes += expansion.near.capacity() * sizeof(Near);
  return bytes;
}

}  // namespace matching
