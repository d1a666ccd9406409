// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/reports.hpp"

#include <algorithm>

#include "api/queries/people.hpp"

namespace api {
namespace {

namespace person = core::person;
using projections::ReportRow, projections::Standing;

std::string name_of(Asking const& asking, ReportRow const& row) {
  auto const& rooms = asking.rooms;
  switch (row.kind) {
    case person::Reported::PERSON: return display_name(asking, row.about);
    case person::Reported::ORGANISATION: {
      auto const organisation = rooms.organisations.organisation(row.about);
      return organisation ? text_at(asking, organisation->told_at, "name") : "";
    }
    case person::Reported::CHALLENGE: {
      auto const challenge = rooms.challenges.challenge(row.about);
      return challenge ? text_at(asking, challenge->titled_at, "title") : "";
    }
  }
  return {};
}

bool shows(Asking const& asking, ReportRow const& row) {
  if (asking.actor.is_nil()) return true;  // The operator's console.
  auto const people = concerned(asking.rooms, row.about);
  return std::ranges::find(people, asking.actor) == people.end();
}

void describe(Asking const& asking, ReportRow const& row, person::ReportShown::Builder out) {
  out.setPerson(core::data_of(row.person));
  out.setReport(row.number);
  out.setKind(row.kind);
  out.setAbout(core::data_of(row.about));
  out.setName(name_of(asking, row));
  out.setReason(text_at(asking, row.reported_at, "reason"));
  out.setReported(row.reported.us);
  out.setHandled(row.handled());
  out.setOutcome(text_at(asking, row.settled_at, "outcome"));
  out.setSettled(row.settled.us);
  out.setPosition(row.reported_at.value);
}

}  // namespace

std::vector<core::Id> concerned(Rooms const& rooms, core::Id const& about) {
  std::vector<core::Id> people{about};
  if (auto const organisation = rooms.organisations.today(about))
    for (auto const& one : organisation->people)
      if (one.standing == Standing::REPRESENTATIVE) people.push_back(one.id);
  if (auto const challenge = rooms.challenges.challenge(about)) people.push_back(challenge->owner);
  std::erase(people, core::Id());  // A challenge may have no owner.
  return people;
}

std::vector<core::Id> concealed_from(Rooms const& rooms, core::Recorded const& recorded) {
  if (!recorded.type.conceals) return {};
  auto people = concerned(rooms, core::id_in(recorded.event.root(), *recorded.type.conceals));
  std::ranges::sort(people);
  return people;
}

core::Result<void> answer(Asking const& asking, person::ListReports::Reader query,
                          person::ListReportsReply::Builder reply) {
  auto const before = core::Position{query.getAfter() == 0 ? ~0ULL : query.getAfter()};
  std::uint64_t total = 0;
  std::vector<ReportRow> page;
  asking.rooms.reports.each({~0ULL}, [&](ReportRow const& row) {
    if ((query.getOpen() && row.handled()) || !shows(asking, row)) return;
    ++total;
    if (row.reported_at < before) page.push_back(row);
  });
  auto const size = std::min(page.size(), limit_of(query));
  auto reports = reply.initReports(static_cast<unsigned>(size));
  for (unsigned i = 0; i < size; ++i) describe(asking, page[i], reports[i]);
  reply.setTotal(total);
  reply.setMore(size < page.size());
  reply.setPosition(asking.position.value);
  return {};
}

}  // namespace api
