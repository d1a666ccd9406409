// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/people.hpp"

namespace api {
namespace {

namespace profile = core::profile;

void describe_post(Asking const& asking, core::Id const& id, projections::PostRow const& row,
                   profile::Post::Builder post) {
  post.setPost(core::data_of(id));
  post.setKind(row.kind);
  post.setProfile(core::data_of(row.profile));
  post.setDisplayName(display_name(asking, row.profile));
  post.setTitle(text_at(asking, row.posted_at, "title"));
  post.setText(text_at(asking, row.posted_at, "text"));
  auto const skills = asking.rooms.terms.merged().settled(row.skills);
  core::vocabulary::write(skills, post.initSkills(static_cast<unsigned>(skills.size())));
  post.setUntil(row.until.us);
  post.setPostedPosition(row.posted_at.value);
}

}  // namespace

core::Result<void> answer(Asking const& asking, profile::SearchPosts::Reader query,
                          profile::SearchPostsReply::Builder reply) {
  projections::PostFilter const filter{values_of<projections::PostKind>(query.getKinds()),
                                       core::id_from(query.getProfile()),
                                       ids_of(query.getSkills())};
  auto const& posts = asking.rooms.posts;
  auto const seen = [&](core::Id const& person) { return finds(asking, person); };
  auto const found = posts.search(filter, seen, core::id_from(query.getAfter()), limit_of(query));
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto list = reply.initPosts(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i)
    describe_post(asking, found.page[i], *posts.post(found.page[i]), list[i]);
  return {};
}

}  // namespace api
