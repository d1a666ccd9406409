// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/courses.hpp"

#include "core/dispatch.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

CourseRow unpacked(core::Bytes bytes) { return core::unpack_row<CourseRow>(bytes, "courses"); }

}  // namespace

struct Courses::Fold {
  Courses& courses;

  void operator()(core::course::CourseDesigned::Reader designed, core::RecordHeader const& header) {
    courses.put(core::id_from(designed.getCourse()), {header.position, true});
  }
  void operator()(core::course::CourseWithdrawn::Reader withdrawn, core::RecordHeader const&) {
    auto const id = core::id_from(withdrawn.getCourse());
    auto row = courses.course(id).value_or(CourseRow{});
    row.offered = false;
    courses.put(id, row);
  }
};

void Courses::apply(core::Recorded const& recorded) { core::visit_course(recorded, Fold{*this}); }

std::optional<CourseRow> Courses::course(core::Id const& id) const {
  auto const bytes = rows_.find(id.view());
  if (!bytes) return std::nullopt;
  return unpacked(*bytes);
}

void Courses::loaded() {
  rows_.scan({}, [](core::Bytes, core::Bytes row) { return unpacked(row), true; });
}

void Courses::put(core::Id const& id, CourseRow const& row) {
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(id.view(), buffer_);
}

std::string Courses::describe(core::Bytes key, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  Line line;
  line("course", core::Id::from(key))("offered", row.offered);
  return line("designedAt", row.designed_at).text();
}

}  // namespace projections
