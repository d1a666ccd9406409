// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/projection.hpp"
#include "projections/projects_row.hpp"

namespace projections {

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct ProjectFilter {
  std::vector<ProjectStage> stages;
  std::vector<ProjectStatus> statuses;
  core::Id measure;  // The first or the second.
  std::vector<std::string> districts;
  bool green = false;  // Only those that are.
};

// The project portfolio. Applied on thread P in log order, each event once; read on P only.
class Projects final : public core::Projection {
 public:
  explicit Projects(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "projects.v2"; }
  // Exhaustive over project.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<ProjectRow> project(core::Id const& id) const;

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
  };
  // The last started first, without those that were voided; `after` is the last one of the page before, or nil.
  Found search(ProjectFilter const& filter, core::Id const& after, std::size_t limit) const;

  struct Step {
    ProjectStage stage{};
    std::uint32_t now = 0, ever = 0;  // Who stands there, and who ever got there.
    std::uint32_t median_days = 0;  // From the stage reached before; the lower of two middle ones.
  };
  // One step a stage, in their order. Nil: of all measures; else of those whose first it is.
  std::vector<Step> funnel(core::Id const& measure) const;

  struct DistrictCount {
    std::string district;
    std::uint32_t projects = 0;
  };
  // The districts with a project's site, by name; each project once a district.
  std::vector<DistrictCount> districts(core::Id const& measure) const;

 private:
  struct Fold;
  // What a project that was not voided is found and counted by.
  struct Shown {
    core::Id id;
    ProjectStage stage{};
    ProjectStatus status{};
    core::Id measure, second_measure;
    bool green = false;
    std::vector<std::string> districts;
    std::vector<core::Instant> reached;
  };

  void change(core::Id const& project, core::FunctionRef<void(ProjectRow&)> edit);
  void show(core::Id const& project, ProjectRow const& row);

  core::Rows rows_;
  std::map<core::Position, Shown> shown_;  // By start.
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
