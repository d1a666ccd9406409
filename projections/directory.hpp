// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/function_ref.hpp"
#include "core/projection.hpp"
#include "projections/directory_index.hpp"
#include "projections/directory_row.hpp"
#include "projections/word_users.hpp"

namespace projections {

// The partner directory: every profile as a packed row, and the listed ones found by filters with counts. A profile is listed
// when its person has listed it, consents to the directory and is not suspended. Applied on thread P in log order, each event
// once; read on P only.
class Directory final : public core::Projection {
 public:
  explicit Directory(core::Crypto const& crypto)
      : rows_(crypto), people_(1) {}  // `crypto` outlives it.

  std::string_view name() const override { return "directory.v2"; }
  // Exhaustive over account, vocabulary and profile.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
    DirectoryCounts counts;
  };
  // Newest profiles first; `after` is the last one of the page before, or nil. (A profile that does not exist ends the list.)
  Found search(DirectoryFilter const& filter, core::Id const& after, std::size_t limit) const;

  // What is known of a person's profile, listed or not; nothing where there is none, or none any more.
  std::optional<ProfileRow> profile(core::Id const& person) const;
  // Whether the person was erased.
  bool erased(core::Id const& person) const { return row_of(person).is(ProfileRow::erased); }
  // How many listed people offer the term, or what it was merged into.
  std::size_t offering(core::Id const& term) const { return index_.offering(term); }
  // How many people say somebody's own word in their profiles, listed or not; 0 of a term of the vocabulary.
  std::size_t saying(core::Id const& word) const { return users_.people(word); }
  std::size_t listed() const { return index_.listed(); }
  // Everything held beside the rows.
  std::size_t memory_bytes() const {
    return index_.memory_bytes() + users_.memory_bytes() + people_.capacity() * sizeof(core::Id);
  }

 private:
  struct Fold;

  void change(core::Id const& person, core::FunctionRef<void(ProfileRow&)> edit);
  void change_term(core::Id const& term, core::FunctionRef<void(DirectoryTermRow&)> edit);
  void index_term(core::Id const& term, DirectoryTermRow const& row);
  void index_profile(core::Id const& person, ProfileRow const& row);
  // The row, or a new one.
  ProfileRow row_of(core::Id const& person) const;

  core::Rows rows_;
  DirectoryIndex index_;
  WordUsers users_;
  std::vector<core::Id> people_;  // By number; number 0 is nobody.
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
