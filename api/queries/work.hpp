// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/people.hpp"

// What questions about ideas, projects and challenges have in common.
namespace api {

// What was not hidden from everybody is seen by all; the rest by its authors, those asked to be, and staff.
bool may_see(Asking const& asking, projections::IdeaRow const& row);
// What was voided is seen by its members and staff.
bool may_see(Asking const& asking, projections::ProjectRow const& row);

// Visitors see what was verified.
bool may_see(Asking const& asking, projections::OrganisationRow const& row);
// What was published is seen by all; the rest by its side.
bool may_see(Asking const& asking, projections::ChallengeRow const& row);

// The skills that are wanted and the topics of an idea or a challenge, as they are called today, each once.
template <class Row, class Reply>
void describe_terms(Asking const& asking, Row const& row, Reply reply) {
  auto const& merged = asking.rooms.terms.merged();
  auto const wanted = merged.settled(row.wanted);
  auto const topics = merged.settled(row.topics);
  core::vocabulary::write(wanted, reply.initWanted(static_cast<unsigned>(wanted.size())));
  set_ids(topics, reply.initTopics(static_cast<unsigned>(topics.size())));
}

// Those of the persons whom the asking one may see: visitors nobody.
std::vector<core::Id> seen(Asking const& asking, std::vector<core::Id> const& people);

}  // namespace api
