// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/people/vocabulary.hpp"
#include "core/projection.hpp"
#include "core/schema/profile.capnp.h"
#include "projections/merged_terms.hpp"

namespace projections {

using core::profile::PostKind;

// One offer or need that was not closed. Key: 'p', its id. Title and text stay in the log, in the event at `posted_at`.
struct PostRow {
  PostKind kind{};
  core::Id profile;
  core::Instant until;  // 0: until it is closed.
  core::Position posted_at;
  std::vector<core::vocabulary::Claimed> skills;

  template <class A>
  void fields(A& a) {
    a(kind)(profile)(until)(posted_at)(skills);
  }
};

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct PostFilter {
  std::vector<PostKind> kinds;
  core::Id profile;
  std::vector<core::Id> skills;
};

// The board of offers and needs. Applied on thread P in log order, each event once; read on P only.
class Posts final : public core::Projection {
 public:
  explicit Posts(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "posts.v1"; }
  // Exhaustive over profile and vocabulary.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<PostRow> post(core::Id const& id) const;

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
  };
  // The last posted first, of people who are `seen`; `after` is the last one of the page before, or nil. (One that is not there
  // any more ends the list.)
  Found search(PostFilter const& filter, core::FunctionRef<bool(core::Id const& person)> seen,
               core::Id const& after, std::size_t limit) const;

 private:
  struct Fold;
  void put(core::Id const& id, PostRow const& row);
  void close(core::Id const& id);
  bool passes(PostRow const& row, PostFilter const& filter) const;

  core::Rows rows_;
  std::map<core::Position, core::Id> posted_;
  MergedTerms terms_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
