// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/claims.hpp"
#include "api/queries/people.hpp"
#include "api/queries/suggestions.hpp"

namespace api {
namespace {

using matching::Lane;

constexpr std::size_t limit_default = 10;

template <class List>
std::uint32_t bits_of(List list) {
  std::uint32_t bits = 0;
  for (auto value : list) bits |= 1u << static_cast<unsigned>(value);
  return bits;
}

// Whose needs and offers a question brings: those of a profile, or those given in the question itself. The operator's console
// has no profile: without needs it asks for nothing.
core::Result<matching::Query> asked(Asking const& asking, core::Id profile, bool given, Lane lane) {
  if (profile.is_nil() && !given) profile = asking.actor;
  if (profile.is_nil()) {
    matching::Query query;
    query.lane = lane;
    query.self = asking.actor;
    query.apart = asking.rooms.blocks.apart_from(asking.actor);
    return query;
  }
  if (profile != asking.actor && !asking.staff) return core::refuse("auth.forbidden", "profile");
  auto query = asking.rooms.oracle.asked_by(profile, lane);
  if (!query) return core::refuse("aggregate.not-found", "profile");
  query->apart = asking.rooms.blocks.apart_from(profile);
  return *query;
}

matching::Filters filters_of(core::match::Partners::Reader query) {
  matching::Filters filters;
  filters.kinds = static_cast<std::uint16_t>(bits_of(query.getKinds()));
  filters.sectors = static_cast<std::uint8_t>(bits_of(query.getSectors()));
  for (auto tag : query.getLanguages())
    filters.languages.push_back(matching::language_of({tag.cStr(), tag.size()}));
  filters.hours_min = query.getHoursMin();
  return filters;
}

template <class List>
void set_excluded(std::array<std::uint64_t, matching::filter_names.size()> const& removed,
                  List list) {
  unsigned at = 0;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    if (removed[i] == 0) continue;
    list[at].setFilter(std::string(matching::filter_names[i]));
    list[at++].setCount(removed[i]);
  }
}

unsigned filters_hit(matching::Answer const& answer) {
  return static_cast<unsigned>(
      std::ranges::count_if(answer.removed, [](auto count) { return count != 0; }));
}

template <class List>
void set_suggestions(Asking const& asking, matching::Asking const& asked, Lane lane,
                     matching::Answer const& answer, List list) {
  for (unsigned i = 0; i < answer.best.size(); ++i)
    describe_suggestion(asking, lane, answer.best[i].id, asked.explain(answer.best[i].id), list[i]);
}

}  // namespace

core::Result<void> answer(Asking const& asking, core::match::Partners::Reader query,
                          core::match::PartnersReply::Builder reply) {
  bool const given = query.getNeeds().size() > 0;
  auto question = asked(asking, core::id_from(query.getProfile()), given, Lane::PEOPLE);
  if (!question) return question.error();
  if (given) question->needs = claims_of(asking, query.getNeeds());
  question->filters = filters_of(query);
  question->limit = query.getLimit() == 0 ? limit_default : query.getLimit();

  auto const people = asking.rooms.oracle.ask(*question);
  auto const best = people.top();
  reply.setPosition(asking.position.value);
  reply.setCandidates(best.candidates);
  set_suggestions(asking, people, Lane::PEOPLE, best,
                  reply.initPeople(static_cast<unsigned>(best.best.size())));
  set_excluded(best.removed, reply.initExcluded(filters_hit(best)));

  question->lane = Lane::COURSES;
  auto const courses = asking.rooms.oracle.ask(*question);
  auto const taught = courses.top();
  set_suggestions(asking, courses, Lane::COURSES, taught,
                  reply.initCourses(static_cast<unsigned>(taught.best.size())));
  return {};
}

core::Result<void> answer(Asking const& asking, core::match::Challenges::Reader query,
                          core::match::ChallengesReply::Builder reply) {
  bool const given = query.getOffers().size() > 0;
  auto question = asked(asking, core::id_from(query.getProfile()), given, Lane::CHALLENGES);
  if (!question) return question.error();
  if (given) question->offers = claims_of(asking, query.getOffers());
  question->limit = query.getLimit() == 0 ? limit_default : query.getLimit();

  auto const challenges = asking.rooms.oracle.ask(*question);
  auto const best = challenges.top();
  reply.setPosition(asking.position.value);
  reply.setCandidates(best.candidates);
  set_suggestions(asking, challenges, Lane::CHALLENGES, best,
                  reply.initChallenges(static_cast<unsigned>(best.best.size())));
  set_excluded(best.removed, reply.initExcluded(filters_hit(best)));
  return {};
}

core::Result<void> answer(Asking const& asking, core::match::ExplainMatch::Reader query,
                          core::match::ExplainMatchReply::Builder reply) {
  bool const given = query.getNeeds().size() > 0;
  auto question = asked(asking, core::id_from(query.getProfile()), given, query.getLane());
  if (!question) return question.error();
  if (given) question->needs = claims_of(asking, query.getNeeds());
  auto const id = core::id_from(query.getId());
  auto const explanation = asking.rooms.oracle.explain(*question, id);
  reply.setPosition(asking.position.value);
  if (explanation.excluded_by)
    reply.setExcludedBy(std::string(matching::name_of(*explanation.excluded_by)));
  describe_suggestion(asking, query.getLane(), id, explanation, reply.initSuggestion());
  return {};
}

}  // namespace api
