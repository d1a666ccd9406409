// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/reports.hpp"

#include "core/dispatch.hpp"
#include "projections/line.hpp"

namespace projections {

namespace person = core::person;
using core::id_from;
using Header = core::RecordHeader;

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

// Keys ascend as positions do.
void Reports::put(ReportRow const& row) {
  std::array<std::uint8_t, 8> key;
  for (unsigned i = 0; i < key.size(); ++i)
    key[i] = static_cast<std::uint8_t>(row.reported_at.value >> 8 * (7 - i));
  std::vector<std::uint8_t> bytes;
  core::pack(row, bytes);
  rows_.put(key, bytes);
  if (all_.insert_or_assign(row.reported_at, row).second)
    of_[row.person].push_back(row.reported_at);
}

std::optional<ReportRow> Reports::report(core::Id const& person, std::uint32_t number) const {
  auto const known = of_.find(person);
  if (known == of_.end() || number == 0 || number > known->second.size()) return std::nullopt;
  return all_.at(known->second[number - 1]);
}

void Reports::each(core::Position before, core::FunctionRef<void(ReportRow const&)> visit) const {
  for (auto one = all_.lower_bound(before); one != all_.begin();) visit((--one)->second);
}

void Reports::loaded() {
  all_.clear();
  of_.clear();
  rows_.scan({}, [&](core::Bytes, core::Bytes bytes) {
    ReportRow row;
    if (!core::unpack(bytes, row)) throw core::ShelfDamaged("reports: a row has another shape");
    all_.emplace(row.reported_at, row);
    of_[row.person].push_back(row.reported_at);
    return true;
  });
}

std::string Reports::describe(core::Bytes, core::Bytes bytes) const {
  ReportRow row;
  if (!core::unpack(bytes, row)) throw core::ShelfDamaged("reports: a row has another shape");
  Line line;
  line("person", row.person)("report", row.number)("about", row.about);
  return line("reportedAt", row.reported_at)("settledAt", row.settled_at).text();
}

}  // namespace projections
