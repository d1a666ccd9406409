// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/pack.hpp"
#include "core/projection.hpp"

namespace projections {

// One course: the event that says what it is called and what it teaches today.
struct CourseRow {
  core::Position designed_at;
  bool offered = false;

  template <class A>
  void fields(A& a) {
    a(designed_at)(offered);
  }
};

// The courses on offer. Key: the course's id. Applied on thread P in log order, each event once; read on P only.
class Courses final : public core::Projection {
 public:
  explicit Courses(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "courses.v1"; }
  // Exhaustive over course.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<CourseRow> course(core::Id const& id) const;

 private:
  struct Fold;
  void put(core::Id const& id, CourseRow const& row);

  core::Rows rows_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
