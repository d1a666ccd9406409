// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>
#include <map>

#include "matching/facts.hpp"
#include "projections/accesses.hpp"
#include "projections/activity.hpp"
#include "projections/blocks.hpp"
#include "projections/challenges.hpp"
#include "projections/courses.hpp"
#include "projections/directory.hpp"
#include "projections/feed.hpp"
#include "projections/following.hpp"
#include "projections/ideas.hpp"
#include "projections/notifications.hpp"
#include "projections/organisations.hpp"
#include "projections/posts.hpp"
#include "projections/privacy_requests.hpp"
#include "projections/programmes.hpp"
#include "projections/projects.hpp"
#include "projections/reports.hpp"
#include "projections/teams.hpp"
#include "projections/tenant.hpp"
#include "projections/terms.hpp"
#include "projections/views.hpp"

namespace support {

// A view that knows which events it was given: how many of each family, and whether ever one was missing or came twice.
class Witness final : public core::Projection {
 public:
  explicit Witness(core::Crypto const& crypto) : rows_(crypto) {}

  std::string_view name() const override { return "witness.v1"; }
  void apply(core::Recorded const& recorded) override {
    auto const position = recorded.position().value;
    whole_ = whole_ && position == count(0) + 1;
    put(0, position);
    put(recorded.header().stream.family + 1u, count(recorded.header().stream.family + 1u) + 1);
  }
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  std::string describe(core::Bytes, core::Bytes) const override { return "{}"; }

  bool whole() const { return whole_; }
  core::Position seen() const { return {count(0)}; }

 private:
  std::uint64_t count(unsigned what) const {
    auto const key = static_cast<std::uint8_t>(what);
    std::uint64_t count = 0;
    if (auto const row = rows_.find({&key, 1})) std::memcpy(&count, row->data(), sizeof count);
    return count;
  }
  void put(unsigned what, std::uint64_t count) {
    auto const key = static_cast<std::uint8_t>(what);
    std::uint8_t row[sizeof count];
    std::memcpy(row, &count, sizeof count);
    rows_.put({&key, 1}, row);
  }

  core::Rows rows_;
  bool whole_ = true;
};

// Every view that a hub has, and a witness. A test compares the names with those of api/hub/read_side.hpp.
struct AllViews {
  AllViews(core::EventLog const& log, core::Shelves& shelves, core::Background& background,
           core::Crypto const& crypto, std::function<void(std::string const&)> warn)
      : terms(crypto),
        directory(crypto),
        challenges(crypto),
        courses(crypto),
        ideas(crypto),
        projects(crypto),
        organisations(crypto),
        blocks(crypto),
        programmes(crypto),
        teams(crypto),
        posts(crypto),
        following(crypto),
        reports(crypto),
        tenant(crypto),
        accesses(crypto),
        activity(crypto),
        privacy_requests(crypto),
        feed(crypto, shelves),
        notifications(crypto),
        facts(crypto),
        witness(crypto),
        views({log, shelves, background, std::move(warn)},
              {&terms,    &directory,        &challenges, &courses,       &ideas,
               &projects, &organisations,    &blocks,     &programmes,    &teams,
               &posts,    &following,        &reports,    &tenant,        &accesses,
               &activity, &privacy_requests, &feed,       &notifications, &facts,
               &witness}) {}

  std::map<std::string, std::string> digests() const {
    std::map<std::string, std::string> digests;
    for (auto const* view : views.all())
      digests[std::string(view->name())] = core::hex(view->rows().digest());
    return digests;
  }

  projections::Terms terms;
  projections::Directory directory;
  projections::Challenges challenges;
  projections::Courses courses;
  projections::Ideas ideas;
  projections::Projects projects;
  projections::Organisations organisations;
  projections::Blocks blocks;
  projections::Programmes programmes;
  projections::Teams teams;
  projections::Posts posts;
  projections::Following following;
  projections::Reports reports;
  projections::Tenant tenant;
  projections::Accesses accesses;
  projections::Activity activity;
  projections::PrivacyRequests privacy_requests;
  projections::Feed feed;
  projections::Notifications notifications;
  matching::Facts facts;
  Witness witness;
  projections::Views views;
};

}  // namespace support
