// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/lists.hpp"
#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"

namespace api {
namespace {

using projections::TermStage;

// From this many people on it may be more than a slip of one.
constexpr std::size_t several = 2;

bool is_own_word(Asking const& asking, core::Id const& term) {
  return asking.rooms.terms.term(term)->stage == TermStage::proposed;
}

std::size_t people(Asking const& asking, core::Id const& term) {
  auto const& directory = asking.rooms.directory;
  return is_own_word(asking, term) ? directory.saying(term) : directory.offering(term);
}

// The most used first; of several the one with the lowest id.
std::vector<core::Id> waiting(Asking const& asking) {
  std::vector<std::pair<std::size_t, core::Id>> counted;
  for (auto const& term : asking.rooms.terms.unsettled()) {
    auto const count = people(asking, term);
    if (count >= several || !is_own_word(asking, term)) counted.emplace_back(count, term);
  }
  std::ranges::stable_sort(counted, std::greater(), &decltype(counted)::value_type::first);
  std::vector<core::Id> terms;
  for (auto const& [count, term] : counted) terms.push_back(term);
  return terms;
}

void describe_waiting(Asking const& asking, core::Id const& term,
                      core::vocabulary::WaitingTerm::Builder item) {
  auto const row = *asking.rooms.terms.term(term);
  item.setTerm(core::data_of(term));
  item.setOwnWord(row.stage == TermStage::proposed);
  item.setPeople(static_cast<std::uint32_t>(people(asking, term)));
  auto const label = asking.rooms.labels.of(term);
  item.setDe(item.getOwnWord() ? label.de : std::string(row.label("de")));
  item.setEn(item.getOwnWord() ? label.en : std::string(row.label("en")));
}

}  // namespace

core::Result<void> answer(Asking const& asking,
                          core::vocabulary::ListWaitingVocabulary::Reader query,
                          core::vocabulary::ListWaitingVocabularyReply::Builder reply) {
  auto const all = waiting(asking);
  auto const page = page_of(all, core::id_from(query.getAfter()), limit_of(query));
  reply.setPosition(asking.position.value);
  reply.setTotal(all.size());
  auto items = reply.initItems(static_cast<unsigned>(page.size()));
  for (unsigned i = 0; i < page.size(); ++i) describe_waiting(asking, page[i], items[i]);
  return {};
}

}  // namespace api
