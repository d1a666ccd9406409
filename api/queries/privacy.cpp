// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/lists.hpp"
#include "api/queries/rooms.hpp"
#include "api/queries/texts.hpp"
#include "api/road/asking.hpp"

namespace api {
namespace {

using projections::PrivacyRequestRow;

void describe(Asking const& asking, PrivacyRequestRow const& row,
              core::privacy::RequestShown::Builder out) {
  out.setRequest(core::data_of(row.request));
  out.setKind(row.kind);
  out.setReceived(row.received.us);
  out.setDue(row.due.us);
  out.setDaysLeft(row.days_left(asking.now));
  out.setDescription(text_at(asking, row.recorded_at, "description"));
  out.setContact(text_at(asking, row.recorded_at, "contact"));
  out.setExtended(row.extended.us);
  out.setReason(text_at(asking, row.extended_at, "reason"));
  out.setOutcome(row.outcome);
  out.setAnswered(row.answered.us);
  out.setAnswer(text_at(asking, row.answered_at, "answer"));
  out.setPosition(row.recorded_at.value);
  out.setExtendedAt(row.extended_at.value);
  out.setAnsweredAt(row.answered_at.value);
}

}  // namespace

core::Result<void> answer(Asking const& asking, core::privacy::ListRequests::Reader query,
                          core::privacy::ListRequestsReply::Builder reply) {
  core::Position const after{query.getAfter()};
  bool passed = after.value == 0;
  std::uint64_t total = 0;
  std::vector<PrivacyRequestRow> page;
  for (auto const& row : asking.rooms.privacy_requests.by_due()) {
    bool const wanted = !query.getOpen() || row.is_open();
    if (wanted) ++total;
    if (wanted && passed) page.push_back(row);
    passed = passed || row.recorded_at == after;
  }
  auto const size = std::min(page.size(), limit_of(query));
  auto requests = reply.initRequests(static_cast<unsigned>(size));
  for (unsigned i = 0; i < size; ++i) describe(asking, page[i], requests[i]);
  reply.setTotal(total);
  reply.setMore(size < page.size());
  reply.setPosition(asking.position.value);
  return {};
}

}  // namespace api
