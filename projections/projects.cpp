// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/projects.hpp"

#include "core/unpack_row.hpp"
#include "projections/any_of.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

constexpr std::int64_t day_us = 86'400'000'000;

ProjectRow unpacked(core::Bytes bytes) { return core::unpack_row<ProjectRow>(bytes, "projects"); }

// Whole days from the stage reached before this one; nothing where there is none, or where this one was not reached.
std::optional<std::uint32_t> days_before(std::vector<core::Instant> const& reached,
                                         std::size_t place) {
  if (reached[place].us == 0) return std::nullopt;
  for (auto before = place; before-- > 0;)
    if (reached[before].us != 0)
      return static_cast<std::uint32_t>(
          std::max<std::int64_t>(0, reached[place].us - reached[before].us) / day_us);
  return std::nullopt;
}

std::uint32_t median(std::vector<std::uint32_t> days) {
  if (days.empty()) return 0;
  auto const middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
  std::ranges::nth_element(days, middle);
  return *middle;
}

}  // namespace

std::optional<ProjectRow> Projects::project(core::Id const& id) const {
  auto const row = rows_.find(id.view());
  if (!row) return std::nullopt;
  return unpacked(*row);
}

void Projects::change(core::Id const& project, core::FunctionRef<void(ProjectRow&)> edit) {
  auto row = this->project(project).value_or(ProjectRow());
  row.reached.resize(project_stages);
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(project.view(), buffer_);
  show(project, row);
}

void Projects::show(core::Id const& project, ProjectRow const& row) {
  if (!row.shown()) {
    shown_.erase(row.started_at);
    return;
  }
  shown_.insert_or_assign(row.started_at,
                          Shown{project, row.stage, row.status, row.measure, row.second_measure,
                                row.green, row.districts(), row.reached});
}

Projects::Found Projects::search(ProjectFilter const& filter, core::Id const& after,
                                 std::size_t limit) const {
  auto const below =
      after.is_nil() ? core::Position{~0ULL} : project(after).value_or(ProjectRow()).started_at;
  auto const passes = [&](Shown const& shown) {
    return (shown.green || !filter.green) && any_of(filter.stages, shown.stage) &&
           any_of(filter.statuses, shown.status) &&
           (filter.measure.is_nil() || filter.measure == shown.measure ||
            filter.measure == shown.second_measure) &&
           (filter.districts.empty() ||
            std::ranges::any_of(shown.districts, [&](std::string const& district) {
              return any_of(filter.districts, district);
            }));
  };
  Found found;
  for (auto shown = shown_.rbegin(); shown != shown_.rend(); ++shown) {
    if (!passes(shown->second)) continue;
    ++found.total;
    if (shown->first < below && found.page.size() < limit) found.page.push_back(shown->second.id);
  }
  return found;
}

std::vector<Projects::Step> Projects::funnel(core::Id const& measure) const {
  std::vector<Step> steps(project_stages);
  for (std::size_t place = 0; place < project_stages; ++place) {
    auto& step = steps[place];
    step.stage = static_cast<ProjectStage>(place + static_cast<std::size_t>(ProjectStage::IDEA));
    std::vector<std::uint32_t> days;
    for (auto const& [position, shown] : shown_) {
      if (!measure.is_nil() && shown.measure != measure) continue;
      step.now += shown.stage == step.stage;
      step.ever += shown.reached[place].us != 0;
      if (auto const took = days_before(shown.reached, place)) days.push_back(*took);
    }
    step.median_days = median(std::move(days));
  }
  return steps;
}

std::vector<Projects::DistrictCount> Projects::districts(core::Id const& measure) const {
  std::map<std::string, std::uint32_t> counts;
  for (auto const& [position, shown] : shown_)
    if (measure.is_nil() || shown.measure == measure)
      for (auto const& district : shown.districts) ++counts[district];
  std::vector<DistrictCount> list;
  for (auto const& [district, projects] : counts) list.push_back({district, projects});
  return list;
}

void Projects::loaded() {
  shown_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    show(core::Id::from(key), unpacked(row));
    return true;
  });
}

std::string Projects::describe(core::Bytes key, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  Line line;
  line("project", core::Id::from(key))("stage", static_cast<unsigned>(row.stage));
  line("status", static_cast<unsigned>(row.status))("origin", static_cast<unsigned>(row.origin));
  line("green", row.green)("originId", row.origin_id)("predecessor", row.predecessor)(
      "successors", row.successors);
  line("measure", row.measure)("secondMeasure", row.second_measure)("team", row.team);
  line("lead", row.lead)("members", row.members)("commissioner", row.commissioner);
  line("startedAt", row.started_at)("commissionedAt", row.commissioned_at);
  line("offeredAt", row.offered_at)("progressAt", row.progress_at)("progress", row.progress);
  line("milestones", row.milestones.size())("prototypes", row.prototypes.size());
  line("districts", row.districts())("releases", row.releases.size())("adoptions", row.adoptions);
  return line("companies", row.companies)("version", row.version.value).text();
}

}  // namespace projections
