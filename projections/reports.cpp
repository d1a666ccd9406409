// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/reports.hpp"

#include "core/check.hpp"
#include "core/dispatch.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"

namespace projections {

namespace person = core::person;
using core::id_from;
using Header = core::RecordHeader;

namespace {

using Key = std::array<std::uint8_t, 8>;

// Keys ascend as positions do.
Key key_of(core::Position position) {
  Key key;
  for (unsigned i = 0; i < key.size(); ++i)
    key[i] = static_cast<std::uint8_t>(position.value >> 8 * (7 - i));
  return key;
}

ReportRow unpacked(core::Bytes bytes) { return core::unpack_row<ReportRow>(bytes, "reports"); }

}  // namespace

struct Reports::Fold {
  Reports& reports;

  void operator()(person::PersonBlocked::Reader, Header const&) {}
  void operator()(person::PersonUnblocked::Reader, Header const&) {}
  void operator()(person::PersonReported::Reader reported, Header const& header) {
    ReportRow row;
    row.person = id_from(reported.getPerson());
    row.about = id_from(reported.getAbout());
    row.kind = reported.getKind();
    row.number = static_cast<std::uint32_t>(reports.of_[row.person].size() + 1);
    row.reported_at = header.position;
    row.reported = header.recorded;
    reports.put(row);
    reports.index(row);
  }
  void operator()(person::ReportSettled::Reader settled, Header const& header) {
    auto row = reports.report(id_from(settled.getPerson()), settled.getReport());
    if (!row) return;
    row->settled_at = header.position;
    row->settled = header.recorded;
    reports.put(*row);
  }
};

void Reports::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  core::visit_person(recorded, fold);
}

void Reports::put(ReportRow const& row) {
  std::vector<std::uint8_t> bytes;
  core::pack(row, bytes);
  rows_.put(key_of(row.reported_at), bytes);
}

void Reports::index(ReportRow const& row) {
  all_.push_back(row.reported_at);
  of_[row.person].push_back(row.reported_at);
}

ReportRow Reports::row_at(core::Position reported_at) const {
  auto const row = rows_.find(key_of(reported_at));
  CHECK(row.has_value());
  return unpacked(*row);
}

std::optional<ReportRow> Reports::report(core::Id const& person, std::uint32_t number) const {
  auto const known = of_.find(person);
  if (known == of_.end() || number == 0 || number > known->second.size()) return std::nullopt;
  return row_at(known->second[number - 1]);
}

void Reports::each(core::Position before, core::FunctionRef<void(ReportRow const&)> visit) const {
  auto one = std::ranges::lower_bound(all_, before);
  while (one != all_.begin()) visit(row_at(*--one));
}

void Reports::loaded() {
  all_.clear();
  of_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes bytes) {
    auto const row = unpacked(bytes);
    if (!std::ranges::equal(key, key_of(row.reported_at)))
      throw core::ShelfDamaged("reports: a row under another key");
    index(row);
    return true;
  });
}

std::string Reports::describe(core::Bytes, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  Line line;
  line("person", row.person)("report", row.number)("about", row.about);
  return line("reportedAt", row.reported_at)("settledAt", row.settled_at).text();
}

}  // namespace projections
