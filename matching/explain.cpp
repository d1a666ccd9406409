// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A score in reasons, straight from the definition and without the tables that make it fast.
#include <algorithm>
#include <tuple>

#include "matching/asking.hpp"

namespace matching {
namespace {

// How one need is met best: by the greatest value, then closeness, then the least id.
struct Best {
  Millionths value = 0, closeness = 0, level_fit = 0;
  core::Id id;
  Term term;
  bool operator<(Best const& other) const {
    return std::tie(value, closeness, other.id) < std::tie(other.value, other.closeness, id);
  }
};

Best best_of(World const& world, Claim need, std::span<Claim const> offers) {
  Best best;
  for (auto const& near : world.closeness.expand(need.term(), world.statistics))
    for (auto offer : offers) {
      if (offer.term() != near.term) continue;
      auto const fit = level_fit(world.rules, need.level(), offer.level());
      Best const one{part_of(near.closeness, fit), near.closeness, fit,
                     world.facts.taxonomy().id(offer.term()), offer.term()};
      if (one.value > 0) best = std::max(best, one);
    }
  return best;
}

std::vector<core::Id> ids(Taxonomy const& taxonomy, std::vector<Term> const& terms) {
  std::vector<core::Id> ids;
  for (auto term : terms) ids.push_back(taxonomy.id(term));
  return ids;
}

// Whoever may not be seen is just not listed.
Filter as_shown(Filter filter) {
  switch (filter) {
    case Filter::unlisted:
    case Filter::unconsented:
    case Filter::suspended:
    case Filter::paused: return Filter::unlisted;
    case Filter::self:
    case Filter::kind:
    case Filter::sector:
    case Filter::language:
    case Filter::hours:
    case Filter::must:
    case Filter::unrelated: return filter;
  }
  return filter;
}

}  // namespace

std::vector<Asking::Need> Asking::needs_of(Side const& side) const {
  auto const& taxonomy = world_.facts.taxonomy();
  std::vector<Need> needs;
  for (auto need : side.needs)
    needs.push_back({taxonomy.id(need.term()), need,
                     need_weight(need.weight(), world_.statistics.idf(need.term()))});
  if (side.yours)
    for (auto const& need : unheard_) needs.push_back({need.id, std::nullopt, need.weight});
  std::ranges::sort(needs, {}, &Need::id);
  return needs;
}

void Asking::explain_side(Side const& side, Explanation& into) const {
  auto const needs = needs_of(side);
  std::vector<Best> best;
  std::vector<Met> met, all;
  for (auto const& need : needs) {
    best.push_back(need.claim ? best_of(world_, *need.claim, side.offers) : Best{});
    met.push_back(
        {need.weight, side.covered > 0 ? best.back().value : 0});  // 0 if a `must` is unmet.
    all.push_back({need.weight, whole});
  }
  auto const points = shares(met), weights = shares(all);
  std::vector<Reason> reasons;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    auto const& [value, closeness, level_fit, id, offer] = best[i];
    if (value == 0) into.gaps.push_back({needs[i].id, side.yours, weights[i]});
    else
      reasons.push_back(
          {needs[i].id, id, side.yours, closeness, level_fit, points[i],
           ids(world_.facts.taxonomy(), world_.closeness.path(needs[i].claim->term(), offer)),
           weights[i]});
  }
  std::ranges::stable_sort(reasons, std::greater{}, &Reason::points);
  std::ranges::move(reasons, std::back_inserter(into.reasons));
}

Explanation Asking::explain(core::Id const& id) const {
  Explanation explained;
  auto const* candidate = world_.facts.candidates(lane_).find(id);
  explained.excluded_by = candidate ? removes(*candidate) : Filter::unlisted;
  if (explained.excluded_by) {
    explained.excluded_by = as_shown(*explained.excluded_by);
    return explained;
  }
  auto const scored = score(*candidate);
  explained.excluded_by = scored.removed_by;
  explained.parts = scored.parts;
  explained.coverages = scored.coverages;
  explained.direction = direction(scored.coverages);
  auto const& [yours, theirs] = scored.coverages;
  if (yours) explain_side({needs_, candidate->offers(), true, *yours}, explained);
  if (theirs) explain_side({candidate->needs(), offers_, false, *theirs}, explained);

  auto const& taxonomy = world_.facts.taxonomy();
  for (auto topic : candidate->topics())
    if (topic_[topic.term().number]) explained.shared_topics.push_back(taxonomy.id(topic.term()));
  std::ranges::sort(explained.shared_topics);
  for (auto language : world_.facts.languages().of(candidate->languages))
    if (std::ranges::find(languages_, language) != languages_.end())
      explained.shared_languages.push_back(language);
  explained.hours = candidate->hours;
  explained.sector = static_cast<core::schema::Sector>(candidate->sector);
  return explained;
}

}  // namespace matching
