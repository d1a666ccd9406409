// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/render/labels.hpp"
#include "api/render/texts.hpp"
#include "matching/oracle.hpp"
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
#include "projections/text_index.hpp"
#include "projections/views.hpp"

namespace storage {
class Identity;
class TransparencyLog;
}  // namespace storage

namespace api {

// Everything there is to answer from. Thread P.
struct Rooms {
  projections::Terms const& terms;
  projections::Directory const& directory;
  projections::Challenges const& challenges;
  projections::Courses const& courses;
  projections::Ideas const& ideas;
  projections::Projects const& projects;
  projections::Organisations const& organisations;
  projections::Blocks const& blocks;
  projections::Programmes const& programmes;
  projections::Teams const& teams;
  projections::Posts const& posts;
  projections::Following const& following;
  projections::Reports const& reports;
  projections::Tenant const& tenant;
  projections::Accesses const& accesses;
  projections::Activity const& activity;
  projections::PrivacyRequests const& privacy_requests;
  projections::Feed const& feed;
  projections::Notifications const& notifications;
  projections::Views const& views;
  matching::Facts const& facts;
  matching::Oracle const& oracle;
  core::EventLog const& events;
  storage::TransparencyLog const& proof;
  core::Vault const& vault;
  storage::Identity const& identity;
  core::Crypto const& crypto;
  core::Key const& tenant_secret;
  projections::TextIndex const& words;
  Texts& texts;
  Labels& labels;
  class FeedItems const* items =
      nullptr;  // Renders what a feed holds; made from the rooms themselves.
};

}  // namespace api
