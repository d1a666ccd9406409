// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/asking.hpp"

#include <algorithm>

namespace matching {
namespace {

constexpr std::uint32_t unknown = ~0u;
// A term that nobody offers.
constexpr Term nobodys{~0u};

bool any_of(std::span<Language const> some, std::span<Language const> wanted) {
  return std::ranges::any_of(
      some, [&](Language one) { return std::ranges::find(wanted, one) != wanted.end(); });
}

}  // namespace

Asking::Asking(World const& world, Query const& query)
    : world_(world),
      lane_(query.lane),
      self_(query.self),
      apart_(query.apart),
      filters_(query.filters),
      limit_(query.limit),
      hours_(query.hours),
      sector_(static_cast<std::uint8_t>(query.sector)),
      languages_(query.languages) {
  if (lane_ != Lane::CHALLENGES) {
    needs_ = claims_of(query.needs);
    read_unheard(query.needs);
  }
  offers_ = claims_of(query.offers);
  std::vector<Claimed> topics;
  for (auto const& topic : query.topics) topics.push_back({topic});
  topics_ = claims_of(topics);
  topic_.resize(world_.facts.taxonomy().size());
  for (auto topic : topics_) topic_[topic.term().number] = true;
  for (unsigned needed = 0; needed < 5; ++needed)
    for (unsigned offered = 0; offered < 5; ++offered)
      level_fit_[needed][offered] = level_fit(world_.rules, needed, offered);
  read_needs();
  read_offers();
  read_languages();
}

std::vector<Claim> Asking::claims_of(std::vector<Claimed> const& claimed) const {
  std::vector<Claim> claims;
  for (auto const& one : claimed)
    if (auto const term = world_.facts.taxonomy().find(one.term))
      claims.emplace_back(*term, one.level, one.weight, one.must);
  return settled(claims, world_.facts.taxonomy());
}

// The expansions, turned round: for each term, which needs it meets how closely.
// The same one twice counts once, with the higher weight and any `must`.
void Asking::read_unheard(std::vector<Claimed> const& needs) {
  for (auto const& need : needs) {
    if (world_.facts.taxonomy().find(need.term)) continue;
    auto const weight =
        need_weight(std::min<unsigned>(need.weight, 10), world_.statistics.idf(nobodys));
    auto const at = std::ranges::lower_bound(unheard_, need.term, {}, &Unheard::id);
    if (at == unheard_.end() || at->id != need.term)
      unheard_.insert(at, {need.term, weight, need.must});
    else *at = {need.term, std::max(at->weight, weight), at->must || need.must};
  }
  for (auto const& need : unheard_) weight_sum_ += need.weight;
}

void Asking::read_needs() {
  first_hit_.resize(world_.facts.taxonomy().size() + 1, 0);
  std::vector<std::span<Near const>> expansions;
  for (auto need : needs_) {
    weights_.push_back(need_weight(need.weight(), world_.statistics.idf(need.term())));
    weight_sum_ += weights_.back();
    expansions.push_back(world_.closeness.expand(need.term(), world_.statistics));
    for (auto const& near : expansions.back()) ++first_hit_[near.term.number + 1];
  }
  for (std::size_t i = 1; i < first_hit_.size(); ++i) first_hit_[i] += first_hit_[i - 1];
  hits_.resize(first_hit_.back());
  auto next = first_hit_;
  for (std::uint32_t need = 0; need < needs_.size(); ++need)
    for (auto const& near : expansions[need])
      hits_[next[near.term.number]++] = {need, near.closeness};
  best_.resize(needs_.size());
}

void Asking::read_offers() {
  offered_.resize(world_.facts.taxonomy().size(), 0);
  for (auto offer : offers_)
    offered_[offer.term().number] = static_cast<std::uint8_t>(1 + offer.level());
  met_by_offers_.resize(world_.facts.taxonomy().size() * 5, unknown);
}

void Asking::read_languages() {
  for (std::uint32_t set = 0; set < world_.facts.languages().size(); ++set) {
    auto const theirs = world_.facts.languages().of(set);
    bool const said = !languages_.empty() && !theirs.empty();
    language_term_.push_back(!said                        ? world_.rules.language_unknown
                             : any_of(theirs, languages_) ? whole
                                                          : 0);
    speaks_wanted_.push_back(filters_.languages.empty() || any_of(theirs, filters_.languages));
  }
}

bool Asking::is_apart(Candidate const& candidate) const {
  if (apart_.empty() || lane_ == Lane::COURSES) return false;
  auto const whose = lane_ == Lane::CHALLENGES ? world_.facts.owner(candidate.id) : candidate.id;
  return std::ranges::find(apart_, whose) != apart_.end();
}

std::optional<Filter> Asking::removes(Candidate const& candidate) const {
  bool const person = lane_ == Lane::PEOPLE;
  if (!self_.is_nil() && candidate.id == self_) return Filter::self;
  if (!self_.is_nil() && lane_ == Lane::CHALLENGES && world_.facts.owner(candidate.id) == self_)
    return Filter::self;
  if (!candidate.is(listed) || is_apart(candidate)) return Filter::unlisted;
  if (!candidate.is(consented)) return Filter::unconsented;
  if (candidate.is(suspended)) return Filter::suspended;
  if (candidate.is(paused)) return Filter::paused;
  if (person && filters_.kinds != 0 && !(filters_.kinds & candidate.kinds)) return Filter::kind;
  if (lane_ != Lane::COURSES && filters_.sectors != 0 &&
      !(filters_.sectors >> candidate.sector & 1))
    return Filter::sector;
  if (!speaks_wanted_[candidate.languages]) return Filter::language;
  if (person && candidate.hours < filters_.hours_min) return Filter::hours;
  return {};
}

std::span<Asking::Hit const> Asking::hits(Term offered) const {
  auto const from = first_hit_[offered.number], to = first_hit_[offered.number + 1];
  return {hits_.data() + from, to - from};
}

// The asking side's needs, by the candidate.
Asking::Covered Asking::covered_by(Candidate const& candidate) const {
  std::ranges::fill(best_, 0);
  for (auto offer : candidate.offers())
    for (auto const& hit : hits(offer.term())) {
      auto const fit = level_fit_[needs_[hit.need].level()][offer.level()];
      best_[hit.need] = std::max(best_[hit.need], part_of(hit.closeness, fit));
    }
  std::int64_t met = 0;
  bool must_unmet = std::ranges::any_of(unheard_, &Unheard::must);
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    met += weights_[i] * best_[i];
    must_unmet |= needs_[i].must() && best_[i] < world_.rules.must_least;
  }
  return {must_unmet || weight_sum_ == 0 ? 0 : met / weight_sum_, must_unmet};
}

// The candidate's needs, by the asking side.
Asking::Covered Asking::covered_for(Candidate const& candidate) const {
  std::int64_t met = 0, all = 0;
  bool must_unmet = false;
  for (auto need : candidate.needs()) {
    auto const weight = need_weight(need.weight(), world_.statistics.idf(need.term()));
    auto const value = met_by_offers(need);
    met += weight * value;
    all += weight;
    must_unmet |= need.must() && value < world_.rules.must_least;
  }
  return {must_unmet || all == 0 ? 0 : met / all, must_unmet};
}

Millionths Asking::met_by_offers(Claim need) const {
  auto& known = met_by_offers_[need.term().number * 5 + need.level()];
  if (known != unknown) return known;
  known = 0;
  for (auto const& near : world_.closeness.expand(need.term(), world_.statistics))
    if (auto const offered = offered_[near.term.number]) {
      auto const value = part_of(near.closeness, level_fit_[need.level()][offered - 1u]);
      known = std::max(known, static_cast<std::uint32_t>(value));
    }
  return known;
}

std::size_t Asking::shared_topics(Candidate const& candidate) const {
  auto const is_shared = [this](Claim topic) { return topic_[topic.term().number]; };
  return static_cast<std::size_t>(std::ranges::count_if(candidate.topics(), is_shared));
}

Scored Asking::score(Candidate const& candidate) const {
  Scored scored;
  Covered yours, theirs;
  if (!needs_.empty() || !unheard_.empty())
    scored.coverages.yours = (yours = covered_by(candidate)).coverage;
  if (!offers_.empty() && !candidate.needs().empty())
    scored.coverages.theirs = (theirs = covered_for(candidate)).coverage;
  auto const shared = shared_topics(candidate);

  Parts terms;
  terms[Part::FIT] = fit(world_.rules, scored.coverages);
  terms[Part::TOPICS] =
      topics_term(world_.rules, shared, topics_.size(), candidate.topics().size());
  terms[Part::AVAILABILITY] = availability_term(world_.rules, hours_, candidate.hours);
  terms[Part::LANGUAGES] = language_term_[candidate.languages];
  terms[Part::DIVERSITY] = diversity_term(sector_, candidate.sector);
  scored.parts = weigh(world_.rules, terms);
  if (yours.must_unmet || (theirs.must_unmet && lane_ == Lane::CHALLENGES))
    scored.removed_by = Filter::must;
  else if (terms[Part::FIT] == 0 && shared == 0) scored.removed_by = Filter::unrelated;
  return scored;
}

}  // namespace matching
