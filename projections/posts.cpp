// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/posts.hpp"

#include <algorithm>

#include "core/unpack_row.hpp"
#include "projections/line.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

constexpr char post_key = 'p';

PostRow unpacked(core::Bytes bytes) { return core::unpack_row<PostRow>(bytes, "posts"); }

}  // namespace

std::optional<PostRow> Posts::post(core::Id const& id) const {
  auto const row = rows_.find(RowKey(post_key, id));
  if (!row) return std::nullopt;
  return unpacked(*row);
}

bool Posts::passes(PostRow const& row, PostFilter const& filter) const {
  std::vector<core::Id> skills;
  for (auto const& claim : row.skills) skills.push_back(claim.term);
  return (filter.kinds.empty() ||
          std::ranges::find(filter.kinds, row.kind) != filter.kinds.end()) &&
         (filter.profile.is_nil() || filter.profile == row.profile) &&
         terms_.meet(filter.skills, skills);
}

Posts::Found Posts::search(PostFilter const& filter,
                           core::FunctionRef<bool(core::Id const& person)> seen,
                           core::Id const& after, std::size_t limit) const {
  auto wanted = filter;
  terms_.to_survivors(wanted.skills);
  auto const below =
      after.is_nil() ? core::Position{~0ULL} : post(after).value_or(PostRow()).posted_at;
  Found found;
  for (auto one = posted_.rbegin(); one != posted_.rend(); ++one) {
    auto const row = *post(one->second);
    if (!passes(row, wanted) || !seen(row.profile)) continue;
    ++found.total;
    if (one->first < below && found.page.size() < limit) found.page.push_back(one->second);
  }
  return found;
}

void Posts::put(core::Id const& id, PostRow const& row) {
  close(id);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(RowKey(post_key, id), buffer_);
  posted_.emplace(row.posted_at, id);
}

void Posts::close(core::Id const& id) {
  auto const row = post(id);
  if (!row) return;
  posted_.erase(row->posted_at);
  rows_.erase(RowKey(post_key, id));
}

void Posts::loaded() {
  posted_.clear();
  terms_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    if (!terms_.load(key, row)) posted_.emplace(unpacked(row).posted_at, id_of(key));
    return true;
  });
}

std::string Posts::describe(core::Bytes key, core::Bytes bytes) const {
  if (auto const merged = MergedTerms::describe(key, bytes)) return *merged;
  auto const row = unpacked(bytes);
  Line line;
  line("post", id_of(key))("kind", static_cast<unsigned>(row.kind))("profile", row.profile);
  return line("postedAt", row.posted_at)("skills", row.skills.size()).text();
}

}  // namespace projections
