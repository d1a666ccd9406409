// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "matching/fixed.hpp"
#include "matching/statistics.hpp"
#include "matching/taxonomy.hpp"

namespace matching {

// Changes with every change of what a score is: table, formula, rounding, cap.
inline constexpr std::uint32_t engine_version = 1;

// How near an offered skill is to a needed one. A way goes up from the need by u edges to a term that is the need, or above
// it, and from there down by v edges to the offer:
//
//   u = v = 0   1                                     the same skill
//   u = 0       more_specific ^ v                     need "programming", offer "Python": a part of what was asked
//   v = 0       more_general ^ u                      need "Python", offer "programming": perhaps this part of it
//   else        siblings * (1 - log w / log width_max) * further ^ (u + v - 2), with w = width of the turning term
//
// The closeness is that of the best way, rounded down at each product; below `least` it is 0, and it is 0 where u or v
// exceed `steps_max`. The sibling's factor is the turning term's intrinsic information content: what has few skills below it
// says much about each (N. Seco, T. Veale, J. Hayes, ECAI 2004), with `width_max` in the place of the whole taxonomy. Half of
// ESCO's skills have a parent with 50 children or more, and such neighbours have little in common: hence the bound of 64
// (with `least`, a parent of 43 already says nothing).
// That a specific skill counts for more than a general one follows from use: whoever asks for the field can often do with a
// part of it, whoever asks for the part may not be helped by the field. The figures are judgements, to be tuned on outcomes.
struct ClosenessTable {
  Millionths more_specific = 850'000;
  Millionths more_general = 600'000;
  Millionths siblings = 500'000;
  Millionths further = 500'000;
  Millionths least = 50'000;
  std::uint32_t width_max = 64;
  std::uint32_t steps_max = 4;
  std::size_t expansion_max = 64;
};

// A skill that can stand for a needed one.
struct Near {
  Term term;
  std::uint32_t closeness = 0;  // Millionths.
};

// Closeness over a taxonomy that outlives it. Expansions are kept; they are made anew when the taxonomy's shape changes, or,
// where the cap cut something off, the statistics. Thread P.
class Closeness {
 public:
  explicit Closeness(Taxonomy const& taxonomy, ClosenessTable const& table = {});

  // Of current terms, before the cap. A group stands for nothing but itself.
  Millionths between(Term needed, Term offered) const;
  // The skills that a need stands for: at most `expansion_max`, by closeness, then rarity (rarest first; what nobody offers
  // comes last), then id. The need itself is always the first. Valid until the taxonomy or the statistics change.
  std::span<Near const> expand(Term needed, Statistics const& statistics) const;
  // The best way from the need to the offer, both included; of equal ones the shortest, then the one by the least ids.
  // Empty where the closeness is 0.
  std::vector<Term> path(Term needed, Term offered) const;

  ClosenessTable const& table() const { return table_; }
  std::size_t memory_bytes() const;

 private:
  struct Expansion {
    std::vector<Near> near;
    std::uint64_t shape = 0;  // 0 = never made.
    core::Position statistics;
    bool cut = false;
  };

  Millionths of_way(std::uint32_t up, Term turn, std::uint32_t down) const;
  Millionths of_siblings(Term turn) const;
  std::vector<Near> neighbours(Term needed) const;
  Expansion make(Term needed, Statistics const& statistics) const;
  std::vector<Term> climb(Term from, Term to) const;

  Taxonomy const& taxonomy_;
  ClosenessTable table_;
  Millionths log_width_max_;
  mutable std::vector<Expansion> expansions_;  // By the need's number.
};

}  // namespace matching
