// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "matching/closeness.hpp"
#include "matching/facts.hpp"
#include "matching/query.hpp"
#include "matching/score.hpp"

namespace matching {

// What a question is compared with.
struct World {
  Facts const& facts;
  Statistics const& statistics;
  Closeness const& closeness;
  Rules const& rules;
};

// One candidate as the question sees it.
struct Scored {
  std::optional<Filter> removed_by;  // `must` or `unrelated`.
  Coverages coverages;
  Parts parts;  // Points.
};

// A question made ready: the expansions of its needs in one dense table by term, so that a candidate costs one look-up per
// offer. Good until the facts change. Thread P.
class Asking {
 public:
  Asking(World const& world, Query const& query);

  // The hard filters, which look at no skill.
  std::optional<Filter> removes(Candidate const& candidate) const;
  Scored score(Candidate const& candidate) const;
  // The best of the lane by brute force: every candidate is looked at.
  Answer top() const;
  // One pair in full. A candidate that is not there is unlisted.
  Explanation explain(core::Id const& id) const;

 private:
  struct Hit {
    std::uint32_t need = 0;  // Index into needs_.
    std::uint32_t closeness = 0;
  };
  struct Covered {
    Millionths coverage = 0;
    bool must_unmet = false;
  };
  // A need of the asking side that no fact names yet: nobody can meet it, and it weighs like any other.
  struct Unheard {
    core::Id id;
    std::int64_t weight = 0;
    bool must = false;
  };

  struct Side {
    std::span<Claim const> needs, offers;
    bool yours = false;
    Millionths covered = 0;
  };

  // A need as it is explained; one that is unheard of has no claim.
  struct Need {
    core::Id id;
    std::optional<Claim> claim;
    std::int64_t weight = 0;
  };

  std::vector<Need> needs_of(Side const& side) const;
  std::vector<Claim> claims_of(std::vector<Claimed> const& claimed) const;
  void read_unheard(std::vector<Claimed> const& needs);
  void read_needs();
  void read_offers();
  void read_languages();
  bool is_apart(Candidate const& candidate) const;
  std::span<Hit const> hits(Term offered) const;
  Covered covered_by(Candidate const& candidate) const;
  Covered covered_for(Candidate const& candidate) const;
  Millionths met_by_offers(Claim need) const;
  std::size_t shared_topics(Candidate const& candidate) const;
  void explain_side(Side const& side, Explanation& into) const;

  World world_;
  Lane lane_;
  core::Id self_;
  std::vector<core::Id> apart_;
  Filters filters_;
  std::size_t limit_;
  std::uint8_t hours_, sector_;
  std::vector<Claim> needs_, offers_, topics_;
  std::vector<Unheard> unheard_;  // By id.
  std::vector<Language> languages_;
  std::vector<std::int64_t> weights_;  // Of needs_.
  std::int64_t weight_sum_ = 0;
  std::array<std::array<Millionths, 5>, 5> level_fit_{};  // [needed][offered]
  std::vector<std::uint32_t> first_hit_;                  // By term; one more at the end.
  std::vector<Hit> hits_;
  std::vector<std::uint8_t> offered_;  // By term: 1 + the level of the asking side's offer, or 0.
  std::vector<bool> topic_;            // By term.
  std::vector<Millionths> language_term_;  // By set.
  std::vector<bool> speaks_wanted_;        // By set.
  // By term and needed level: how well the asking side's offers meet it; unknown until asked for.
  mutable std::vector<std::uint32_t> met_by_offers_;
  mutable std::vector<Millionths> best_;  // Per need, while a candidate is looked at.
};

}  // namespace matching
