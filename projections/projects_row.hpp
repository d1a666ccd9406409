// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/pack.hpp"
#include "core/schema/project.capnp.h"

namespace projections {

using core::project::FieldTest;
using core::project::MilestoneStage;
using core::project::ProjectOrigin;
using core::project::ProjectStage;
using core::project::ProjectStatus;

inline constexpr std::size_t project_stages = 4;  // From idea to follow-on.

// Parts of a project: `at` is the event that holds their sealed text.
struct MilestoneRow {
  core::Id id;
  core::Instant due;
  MilestoneStage stage{};
  core::Position at;

  template <class A>
  void fields(A& a) {
    a(id)(due)(stage)(at);
  }
};

struct PrototypeRow {
  core::Id id, exhibit;
  std::string licence;
  core::Position at;

  template <class A>
  void fields(A& a) {
    a(id)(exhibit)(licence)(at);
  }
};

struct SiteRow {
  core::Id id;
  std::string district;
  FieldTest test{};
  core::Position at;

  template <class A>
  void fields(A& a) {
    a(id)(district)(test)(at);
  }
};

struct ReleaseRow {
  std::string licence;
  core::Position at;

  template <class A>
  void fields(A& a) {
    a(licence)(at);
  }
};

// One project. Key: its id. What is sealed stays in the log: `started_at` is the event that holds title and summary,
// `commissioned_at` the resources, `offered_at` the terms, `progress_at` the latest news; 0 where there is none.
struct ProjectRow {
  ProjectStage stage{};
  ProjectStatus status{};
  ProjectOrigin origin{};
  bool green = false;  // It serves sustainability.
  core::Id origin_id, predecessor, team, measure, second_measure, lead, commissioner;
  core::Instant begins, ends;
  core::Position started_at, commissioned_at, offered_at, progress_at;
  core::Version version;
  std::uint32_t adoptions = 0, companies = 0, progress = 0;
  std::vector<core::Id> members, successors;
  std::vector<core::Instant> reached;  // When each stage was first reached; 0 where it was not.
  std::vector<MilestoneRow> milestones;
  std::vector<PrototypeRow> prototypes;
  std::vector<SiteRow> sites;
  std::vector<ReleaseRow> releases;

  template <class A>
  void fields(A& a) {
    a(stage)(status)(origin)(green)(origin_id)(predecessor)(team)(measure)(second_measure)(lead);
    a(commissioner)(begins)(ends)(started_at)(commissioned_at)(offered_at)(progress_at)(version);
    a(adoptions)(companies)(progress)(members)(successors)(reached)(milestones)(prototypes);
    a(sites)(releases);
  }

  // Whether everybody may see it.
  bool shown() const { return status != ProjectStatus::VOIDED; }
  bool has(core::Id const& person) const {
    return std::ranges::find(members, person) != members.end();
  }
  // Each once.
  std::vector<std::string> districts() const {
    std::vector<std::string> names;
    for (auto const& site : sites)
      if (std::ranges::find(names, site.district) == names.end()) names.push_back(site.district);
    return names;
  }
};

// Where a stage stands in lists of all of them.
inline std::size_t place_of(ProjectStage stage) {
  return static_cast<std::size_t>(stage) - static_cast<std::size_t>(ProjectStage::IDEA);
}

}  // namespace projections
