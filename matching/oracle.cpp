// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/oracle.hpp"

#include <algorithm>

namespace matching {
namespace {

bool before(Suggestion const& a, Suggestion const& b) {
  return a.points != b.points ? a.points > b.points : a.id < b.id;
}

// The k best so far; the worst of them on top.
class Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) {}
  void offer(Suggestion const& one) {
    if (heap_.size() == limit_ && (limit_ == 0 || !before(one, heap_.front()))) return;
    if (heap_.size() == limit_) {
      std::ranges::pop_heap(heap_, before);
      heap_.pop_back();
    }
    heap_.push_back(one);
    std::ranges::push_heap(heap_, before);
  }
  std::vector<Suggestion> sorted() && {
    std::ranges::sort_heap(heap_, before);
    return std::move(heap_);
  }

 private:
  std::size_t limit_;
  std::vector<Suggestion> heap_;
};

std::vector<Claimed> claimed(std::span<Claim const> claims, Taxonomy const& taxonomy) {
  std::vector<Claimed> out;
  for (auto claim : claims)
    out.push_back({taxonomy.id(claim.term()), static_cast<std::uint8_t>(claim.level()),
                   static_cast<std::uint8_t>(claim.weight()), claim.must()});
  return out;
}

}  // namespace

Answer Asking::top() const {
  Answer answer;
  Best best(limit_);
  for (auto const& candidate : world_.facts.candidates(lane_).all()) {
    auto removed_by = removes(candidate);
    Scored scored;
    if (!removed_by) removed_by = (scored = score(candidate)).removed_by;
    if (removed_by) {
      ++answer.removed[static_cast<std::size_t>(*removed_by)];
      continue;
    }
    ++answer.candidates;
    best.offer({candidate.id, scored.parts.total(), direction(scored.coverages)});
  }
  answer.best = std::move(best).sorted();
  return answer;
}

std::optional<Query> Oracle::asked_by(core::Id const& person, Lane lane) const {
  auto const* profile = facts_.candidates(Lane::PEOPLE).find(person);
  if (!profile) return {};
  auto const& taxonomy = facts_.taxonomy();
  Query query;
  query.lane = lane;
  query.self = person;
  query.needs = claimed(profile->needs(), taxonomy);
  query.offers = claimed(profile->offers(), taxonomy);
  for (auto topic : profile->topics()) query.topics.push_back(taxonomy.id(topic.term()));
  auto const languages = facts_.languages().of(profile->languages);
  query.languages.assign(languages.begin(), languages.end());
  query.hours = profile->hours;
  query.sector = static_cast<core::schema::Sector>(profile->sector);
  return query;
}

}  // namespace matching
