// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/schema/match.capnp.h"
#include "matching/closeness.hpp"
#include "matching/fixed.hpp"

// The score: its one definition. All values are integers; shares are millionths (1'000'000 = 1), divisions round down.
//
//   A, B       the asking side and the candidate, each with needs, offers, topics, languages, hours, sector
//   c(n, o)    closeness of the offered skill o to the needed skill n, 0..1: closeness.hpp, with the cap of an expansion
//   l(n, o)    level fit, 0..1: 1 where the level offered reaches the one needed, or none is needed; otherwise
//              `level_missing` by the number of missing levels; `level_unknown` where the offer says nothing
//   v(n, B)    how well B meets the need n: the greatest c(n, o) * l(n, o) / 1'000'000 over B's offers o, or 0
//   w(n)       the weight of a need: its own (1..10) * idf(n); idf is frozen per epoch: statistics.hpp
//   a          A's coverage by B: sum of w(n) * v(n, B) over A's needs / sum of w(n), 0..1; absent where A needs nothing
//   b          B's coverage by A, likewise; absent also where the question brings no offers (an ad-hoc need)
//   must       A need with `must` and v(n, .) < `must_least` is unmet, and nothing else counts: that coverage is 0. An unmet one of
//              A excludes B, and so does one of a challenge, which nobody else's needs can make up for
//   fit        2 (a + e)(b + e) / (a + b + 2e) - e with e = `reciprocity`: the harmonic mean, softened by e so that a one-sided
//              helper is not hidden (a = 1, b = 0: e / (1 + 2e)) but ranks behind a reciprocal one (a = b = x: x). Increasing in
//              a and b, symmetric, 0..1. Where only one of a and b is there: that one. Where neither: 0
//   topics     shared topics / min(`topics_full`, |A|, |B|), at most 1: the overlap coefficient (Szymkiewicz-Simpson), where
//              `topics_full` shared ones are as good as more; 0 where either side names none
//   availability  min(hours of B, hours of A where said, `hours_full`) / `hours_full`
//   languages  1 where one is shared, 0 where none is, `language_unknown` where a side names none
//   diversity  1 where both name a sector and the two differ, else 0: the quadruple helix of business, science, administration
//              and civil society (E. Carayannis, D. Campbell, 2009) is to meet, not to sort itself
//   exposure   0 for now; a bounded bonus for who is rarely shown
//
//   score      sum over these six of weight * term / 1'000'000, each product rounded down on its own and shown as a part:
//              the parts sum to the score because the score is their sum. 0..1, as the weights sum to 1
//
// Without fit and shared topics the two are unrelated, and B is no suggestion. Equal scores are ordered by id.
// Per need, the shares of a coverage are rounded cumulatively over the needs in the order of their ids: share k is the coverage
// by the first k needs less that by the first k - 1, both rounded down, over the same sum of weights. So they sum to the coverage,
// and each is within a millionth of its exact value.
namespace matching {

using Part = core::match::Term;
inline constexpr std::size_t part_count = 6;

// All figures of the definition above. A change of any is a change of `engine_version`.
struct Rules {
  ClosenessTable closeness;
  std::array<Millionths, 4> level_missing{1'000'000, 700'000, 400'000, 150'000};
  Millionths level_unknown =
      700'000;  // As if one level were missing: neither punished nor preferred.
  Millionths must_least = 500'000;
  Millionths reciprocity =
      250'000;  // A full one-sided helper is worth as much as a sixth given and taken.
  std::uint32_t topics_full = 3;
  std::uint32_t hours_full = 10;
  Millionths language_unknown = 500'000;
  // By Part: fit, topics, availability, languages, diversity, exposure.
  std::array<Millionths, part_count> weights{800'000, 80'000, 40'000, 40'000, 20'000, 20'000};
};

// One value per term of the score: shares before, points after weighing.
struct Parts {
  std::array<Millionths, part_count> values{};
  Millionths& operator[](Part part) { return values[static_cast<std::size_t>(part)]; }
  Millionths operator[](Part part) const { return values[static_cast<std::size_t>(part)]; }
  Millionths total() const;
};

// What a need weighs, and how well it is met.
struct Met {
  std::int64_t weight = 0;
  Millionths value = 0;
};

struct Coverages {
  std::optional<Millionths> yours;   // a
  std::optional<Millionths> theirs;  // b
};

Millionths level_fit(Rules const& rules, unsigned needed, unsigned offered);
std::int64_t need_weight(unsigned weight, Millionths idf);
// 0 where there are no needs.
Millionths coverage(std::span<Met const> needs);
// The needs come in the order of their ids.
std::vector<Millionths> shares(std::span<Met const> needs);
Millionths fit(Rules const& rules, Coverages const& coverages);
core::match::Direction direction(Coverages const& coverages);
Millionths topics_term(Rules const& rules, std::size_t shared, std::size_t yours,
                       std::size_t theirs);
Millionths availability_term(Rules const& rules, std::uint8_t yours, std::uint8_t theirs);
Millionths diversity_term(std::uint8_t yours, std::uint8_t theirs);
// The points of each term.
Parts weigh(Rules const& rules, Parts const& terms);

}  // namespace matching
