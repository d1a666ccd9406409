// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/followers.hpp"

#include <algorithm>

#include "core/dispatch.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

using core::id_from;
using Header = core::RecordHeader;

struct Fold {
  core::Rows& rows;

  void operator()(core::follow::FollowStarted::Reader started, Header const&) {
    keep_pair(rows, {follower_key, id_from(started.getTarget()), id_from(started.getPerson())},
              true);
  }
  void operator()(core::follow::FollowStopped::Reader stopped, Header const&) {
    keep_pair(rows, {follower_key, id_from(stopped.getTarget()), id_from(stopped.getPerson())},
              false);
  }
  void operator()(core::organisation::OrganisationMerged::Reader merged, Header const&) {
    keep_pair(rows, {merged_key, id_from(merged.getInto()), id_from(merged.getOrganisation())},
              true);
  }
  void operator()(core::vocabulary::TermMerged::Reader merged, Header const&) {
    keep_pair(rows, {merged_key, id_from(merged.getInto()), id_from(merged.getTerm())}, true);
  }
  template <class Event>
  void operator()(Event, Header const&) {}
};

}  // namespace

void keep_followers(core::Recorded const& recorded, core::Rows& rows) {
  Fold fold{rows};
  core::visit_follow(recorded, fold) || core::visit_organisation(recorded, fold) ||
      core::visit_vocabulary(recorded, fold);
}

void gather_followers(core::Rows const& rows, core::Id const& followed,
                      std::vector<core::Id>& followers) {
  each_pair(rows, follower_key, followed,
            [&](core::Id const& follower, core::Bytes) { followers.push_back(follower); });
  each_pair(rows, merged_key, followed, [&](core::Id const& merged, core::Bytes) {
    gather_followers(rows, merged, followers);
  });
}

void sort_unique(std::vector<core::Id>& ids) {
  std::ranges::sort(ids);
  auto const twice = std::ranges::unique(ids);
  ids.erase(twice.begin(), twice.end());
}

}  // namespace projections
