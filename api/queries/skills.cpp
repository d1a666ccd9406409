// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/language.hpp"
#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"

namespace api {
namespace {

constexpr std::size_t limit_default = 10;

void describe_found(Asking const& asking, core::Id const& term,
                    core::skills::Found::Builder found) {
  auto const label = asking.rooms.labels.of(term);
  found.setTerm(core::data_of(term));
  found.setDe(label.de);
  found.setEn(label.en);
  found.setPeople(static_cast<std::uint32_t>(asking.rooms.directory.offering(term)));
}

}  // namespace

core::Result<void> answer(Asking const& asking, core::skills::SuggestSkills::Reader query,
                          core::skills::SuggestSkillsReply::Builder reply) {
  auto const german = in_german(query);
  if (!german) return german.error();
  auto const limit = query.getLimit() == 0 ? limit_default : query.getLimit();
  auto const suggestions = asking.rooms.terms.suggest(
      {query.getText().cStr(), query.getText().size()}, *german ? "de" : "en", limit);
  reply.setPosition(asking.position.value);
  auto found = reply.initFound(static_cast<unsigned>(suggestions.size()));
  for (unsigned i = 0; i < suggestions.size(); ++i) {
    describe_found(asking, suggestions[i].term, found[i]);
    found[i].setMatched(suggestions[i].matched);
  }
  return {};
}

core::Result<void> answer(Asking const& asking, core::skills::LookUpSkills::Reader query,
                          core::skills::LookUpSkillsReply::Builder reply) {
  auto const terms = query.getTerms();
  auto found = reply.initFound(terms.size());
  for (unsigned i = 0; i < terms.size(); ++i) {
    auto const term = core::id_from(terms[i]);
    auto const row = asking.rooms.terms.term(term);
    bool const own_word = row && row->stage == projections::TermStage::proposed;
    if (!row || (own_word && asking.actor.is_nil()))
      found[i].setTerm(core::data_of(term));  // Own words are for members.
    else describe_found(asking, term, found[i]);
  }
  return {};
}

}  // namespace api
