// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/people.hpp"

namespace api {
namespace {

using projections::ChallengeRow;

// The owner and staff see every stage; everybody else what was published.
bool may_see(Asking const& asking, ChallengeRow const& row) {
  return row.shown() || asking.staff || asking.is_self(row.owner);
}

template <class Reply>
void describe_challenge(Asking const& asking, core::Id const& id, ChallengeRow const& row,
                        Reply reply) {
  reply.setChallenge(core::data_of(id));
  reply.setTitle(text_at(asking, row.titled_at, "title"));
  reply.setSummary(text_at(asking, row.titled_at, "summary"));
  reply.setSector(row.sector);
  reply.setGreen(row.green);
  reply.setStage(row.stage);
  core::vocabulary::write(row.wanted, reply.initWanted(static_cast<unsigned>(row.wanted.size())));
  set_ids(row.topics, reply.initTopics(static_cast<unsigned>(row.topics.size())));
}

// What only its owner and staff may read.
void tell_inside(Asking const& asking, ChallengeRow const& row,
                 core::challenge::GetChallengeReply::Builder reply) {
  reply.setProposal(text_at(asking, row.titled_at, "text"));
  reply.setConfidential(text_at(asking, row.titled_at, "confidential"));
  if (row.reason_at.value != 0) reply.setReason(text_at(asking, row.reason_at, "reason"));
  if (!row.desk.is_nil()) reply.setDesk(core::data_of(row.desk));
}

}  // namespace

core::Result<void> answer(Asking const& asking, core::catalogue::SearchCatalogue::Reader query,
                          core::catalogue::SearchCatalogueReply::Builder reply) {
  projections::ChallengeFilter const filter{values_of<core::schema::Sector>(query.getSectors()),
                                            ids_of(query.getSkills()), ids_of(query.getTopics()),
                                            query.getOpen(), query.getGreen()};
  auto const limit = limit_of(query);
  auto const& challenges = asking.rooms.challenges;
  auto const found = challenges.search(filter, core::id_from(query.getAfter()), limit);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto items = reply.initItems(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i) {
    auto const row = challenges.challenge(found.page[i]);
    describe_challenge(asking, found.page[i], *row, items[i]);
    items[i].setPublishedPosition(row->published_at.value);
  }
  return {};
}

core::Result<void> answer(Asking const& asking, core::challenge::GetChallenge::Reader query,
                          core::challenge::GetChallengeReply::Builder reply) {
  auto const id = core::id_from(query.getChallenge());
  auto const row = asking.rooms.challenges.challenge(id);
  if (!row || !may_see(asking, *row)) return core::refuse("aggregate.not-found", "challenge");
  describe_challenge(asking, id, *row, reply);
  if (asking.role != core::Role::ANONYMOUS && !is_apart(asking, row->owner))
    reply.setContact(text_at(asking, row->titled_at, "contact"));
  set_texts(row->languages, reply.initLanguages(static_cast<unsigned>(row->languages.size())));
  auto clarifications = reply.initClarifications(static_cast<unsigned>(row->clarified_at.size()));
  for (unsigned i = 0; i < row->clarified_at.size(); ++i)
    clarifications.set(i, text_at(asking, row->clarified_at[i], "text"));
  reply.setTerms(text_at(asking, row->titled_at, "terms"));
  if (!row->organisation.is_nil()) reply.setOrganisation(core::data_of(row->organisation));
  reply.setVersion(row->version.value);
  if (asking.staff || asking.is_self(row->owner)) tell_inside(asking, *row, reply);
  return {};
}

}  // namespace api
