// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "matching/asking.hpp"

namespace matching {

// The readable reference: brute force over every candidate of a lane, hard filters first, exact top k. It is kept for ever, as
// the oracle of whatever is faster. The facts outlive it. Thread P.
class Oracle {
 public:
  explicit Oracle(Facts const& facts, Rules const& rules = {})
      : facts_(facts), rules_(rules), closeness_(facts.taxonomy(), rules_.closeness) {}
  Oracle(Oracle const&) = delete;

  // Under the statistics of the epoch. To be asked and explained more than once, without preparing anew.
  Asking ask(Query const& query) const { return ask(query, facts_.statistics()); }
  // Under others, which must stay where they are.
  Asking ask(Query const& query, Statistics const& statistics) const {
    return {{facts_, statistics, closeness_, rules_}, query};
  }

  Answer top(Query const& query) const { return ask(query).top(); }
  Explanation explain(Query const& query, core::Id const& id) const {
    return ask(query).explain(id);
  }

  // The question a person asks by being who they are, listed or not; nothing where there is no such profile.
  std::optional<Query> asked_by(core::Id const& person, Lane lane) const;

  Closeness const& closeness() const { return closeness_; }
  Rules const& rules() const { return rules_; }

 private:
  Facts const& facts_;
  Rules const rules_;
  Closeness closeness_;
};

}  // namespace matching
