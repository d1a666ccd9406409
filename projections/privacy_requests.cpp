// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/privacy_requests.hpp"

#include <algorithm>
#include <chrono>

#include "core/check.hpp"
#include "core/dispatch.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"

namespace projections {

namespace privacy = core::privacy;
using core::id_from;
using Header = core::RecordHeader;

namespace {

PrivacyRequestRow unpacked(core::Bytes bytes) {
  return core::unpack_row<PrivacyRequestRow>(bytes, "privacy_requests");
}

}  // namespace

std::int32_t PrivacyRequestRow::days_left(core::Instant now) const {
  if (!is_open()) return 0;
  std::chrono::microseconds const left(due.us - now.us);
  return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(left).count());
}

struct PrivacyRequests::Fold {
  PrivacyRequests& requests;

  void operator()(privacy::RequestRecorded::Reader recorded, Header const& header) {
    PrivacyRequestRow row;
    row.request = id_from(recorded.getRequest());
    row.kind = recorded.getKind();
    row.received = {recorded.getReceived()};
    row.due = {recorded.getDue()};
    row.recorded_at = header.position;
    requests.put(row);
  }
  void operator()(privacy::RequestExtended::Reader extended, Header const& header) {
    auto row = requests.row_of(id_from(extended.getRequest()));
    row.due = {extended.getDue()};
    row.extended = header.recorded;
    row.extended_at = header.position;
    requests.put(row);
  }
  void operator()(privacy::RequestAnswered::Reader answered, Header const& header) {
    auto row = requests.row_of(id_from(answered.getRequest()));
    row.outcome = answered.getOutcome();
    row.answered = header.recorded;
    row.answered_at = header.position;
    requests.put(row);
  }
};

void PrivacyRequests::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  core::visit_privacy(recorded, fold);
}

void PrivacyRequests::put(PrivacyRequestRow const& row) {
  std::vector<std::uint8_t> bytes;
  core::pack(row, bytes);
  rows_.put(row.request.view(), bytes);
}

PrivacyRequestRow PrivacyRequests::row_of(core::Id const& request) const {
  auto const row = rows_.find(request.view());
  CHECK(row.has_value());
  return unpacked(*row);
}

std::vector<PrivacyRequestRow> PrivacyRequests::by_due() const {
  std::vector<PrivacyRequestRow> all;
  rows_.scan({}, [&](core::Bytes, core::Bytes row) {
    all.push_back(unpacked(row));
    return true;
  });
  std::ranges::sort(all, {}, [](auto const& row) { return std::pair(row.due, row.recorded_at); });
  return all;
}

std::string PrivacyRequests::describe(core::Bytes, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  Line line;
  line("request", row.request)("recordedAt", row.recorded_at);
  return line("extendedAt", row.extended_at)("answeredAt", row.answered_at).text();
}

}  // namespace projections
