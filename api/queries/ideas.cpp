// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/work.hpp"

namespace api {
namespace {

using projections::IdeaRow;

template <class Reply>
void describe_idea(Asking const& asking, core::Id const& id, IdeaRow const& row, Reply reply) {
  reply.setIdea(core::data_of(id));
  reply.setTitle(text_at(asking, row.titled_at, "title"));
  reply.setSummary(text_at(asking, row.titled_at, "summary"));
  reply.setStage(row.stage);
  reply.setMeasure(core::data_of(row.measure));
  if (!row.second_measure.is_nil()) reply.setSecondMeasure(core::data_of(row.second_measure));
  reply.setDistrict(row.district);
  describe_terms(asking, row, reply);
  reply.setGreen(row.green);
  reply.setEndorsements(row.endorsements);
  reply.setEndorsed(asking.rooms.ideas.endorsed(id, asking.actor));
  reply.setSubmittedPosition(row.submitted_at.value);
}

void describe_people(Asking const& asking, IdeaRow const& row,
                     core::idea::GetIdeaReply::Builder reply) {
  auto const author = seen(asking, {row.author});
  if (!author.empty()) reply.setAuthor(core::data_of(author[0]));
  auto const co_authors = seen(asking, row.co_authors);
  set_ids(co_authors, reply.initCoAuthors(static_cast<unsigned>(co_authors.size())));
  if (!asking.staff && (asking.actor.is_nil() || !row.is_author(asking.actor))) return;
  set_ids(row.invited, reply.initInvited(static_cast<unsigned>(row.invited.size())));
}

}  // namespace

bool may_see(Asking const& asking, IdeaRow const& row) {
  if (row.shown() || asking.staff) return true;
  return !asking.actor.is_nil() &&
         (row.is_author(asking.actor) ||
          std::ranges::find(row.invited, asking.actor) != row.invited.end());
}

core::Result<void> answer(Asking const& asking, core::idea::SearchIdea::Reader query,
                          core::idea::SearchIdeaReply::Builder reply) {
  projections::IdeaFilter const filter{values_of<projections::IdeaStage>(query.getStages()),
                                       core::id_from(query.getMeasure()),
                                       texts_of(query.getDistricts()),
                                       ids_of(query.getTopics()),
                                       ids_of(query.getSkills()),
                                       query.getGreen()};
  auto const limit = limit_of(query);
  auto const& ideas = asking.rooms.ideas;
  auto const found = ideas.search(filter, query.getOrder(), core::id_from(query.getAfter()), limit);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto items = reply.initItems(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i)
    describe_idea(asking, found.page[i], *ideas.idea(found.page[i]), items[i]);
  return {};
}

core::Result<void> answer(Asking const& asking, core::idea::GetIdea::Reader query,
                          core::idea::GetIdeaReply::Builder reply) {
  auto const id = core::id_from(query.getIdea());
  auto const row = asking.rooms.ideas.idea(id);
  if (!row || !may_see(asking, *row)) return core::refuse("aggregate.not-found", "idea");
  describe_idea(asking, id, *row, reply);
  describe_people(asking, *row, reply);
  reply.setAnswer(text_at(asking, row->answered_at, "answer"));
  auto const became = core::data_of(row->became);
  if (row->stage == projections::IdeaStage::MERGED) reply.setInto(became);
  if (row->stage == projections::IdeaStage::CONVERTED) reply.setProject(became);
  reply.setVersion(row->version.value);
  return {};
}

}  // namespace api
