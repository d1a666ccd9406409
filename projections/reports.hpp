// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/projection.hpp"
#include "core/schema/person.capnp.h"

namespace projections {

// One report. Key: when it was reported. Its reason and its outcome stay in the log, in the events at those positions.
struct ReportRow {
  core::Id person, about;
  core::person::Reported kind{};
  std::uint32_t number = 0;
  core::Position reported_at, settled_at;
  core::Instant reported, settled;

  template <class A>
  void fields(A& a) {
    a(person)(about)(kind)(number)(reported_at)(settled_at)(reported)(settled);
  }
  bool handled() const { return settled_at.value != 0; }
};

// What people reported, and what came of it. Applied on thread P in log order, each event once; read on P only.
class Reports final : public core::Projection {
 public:
  explicit Reports(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "reports.v1"; }
  // Exhaustive over person.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  // The newest first, from before `before`.
  void each(core::Position before, core::FunctionRef<void(ReportRow const&)> visit) const;

 private:
  struct Fold;
  void put(ReportRow const& row);
  void index(ReportRow const& row);
  ReportRow row_at(core::Position reported_at) const;
  std::optional<ReportRow> report(core::Id const& person, std::uint32_t number) const;

  core::Rows rows_;
  // When they were reported: all, and each person's in the order of their numbers.
  std::vector<core::Position> all_;
  std::map<core::Id, std::vector<core::Position>> of_;
};

}  // namespace projections
