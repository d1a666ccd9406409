// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/projection.hpp"
#include "core/schema/match.capnp.h"
#include "matching/candidates.hpp"
#include "matching/statistics.hpp"
#include "matching/taxonomy.hpp"

namespace matching {

using Lane = core::match::Lane;
inline constexpr std::array lanes{Lane::PEOPLE, Lane::COURSES, Lane::CHALLENGES};

// What matching knows: the taxonomy, the candidates of each lane, and the statistics of the epoch; ids and small facts, nothing
// personal. A change is visible to the next question. Applied on thread P in log order, each event once; read on P only.
//
// Rows, by the first byte of the key:
//   0, term id        number, kind, number of the survivor (its own unless merged), numbers of the parents
//   1, person id      Stated; 2, course id: Stated; 3, challenge id: Stated
//   4, term id        how many listed people offered it when the epoch began; absent = 0
//   5                 the epoch: source position, listed people, changes since
class Facts final : public core::Projection {
 public:
  explicit Facts(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "match_facts.v1"; }
  // Exhaustive over account, vocabulary, profile, challenge and course.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  Taxonomy const& taxonomy() const { return taxonomy_; }
  Candidates const& candidates(Lane lane) const {
    return candidates_[static_cast<std::size_t>(lane)];
  }
  LanguageSets const& languages() const { return languages_; }
  // The person whose challenge it is; nil for anything else.
  core::Id owner(core::Id const& challenge) const;

  // Frozen since the epoch began. An epoch ends by itself when 16 listed profiles and an eighth of those it had counted have
  // changed, so it depends on the log alone and idf is never far behind.
  Statistics const& statistics() const { return statistics_; }
  // What the statistics would be if an epoch began now.
  Statistics count(core::Position source) const { return {source, people_, offering_}; }
  // How many listed people offer the term (or what was merged into it) now.
  std::uint32_t people_offering(core::Id const& term) const;

  // Everything held beside the rows.
  std::size_t memory_bytes() const;

 private:
  struct Fold;

  // Changes what is stated of one candidate, and whatever follows from it.
  void change(Lane lane, core::Id const& id, core::FunctionRef<void(Stated&)> edit);
  void drop(Lane lane, core::Id const& id);
  void merge(Term term, Term into);
  // Brings the comparable form up to what is stated; null = gone.
  void refresh(Lane lane, core::Id const& id, Stated const* stated);
  void count_in(Candidate const& person, bool in);
  void store_terms();
  void store_epoch();
  void begin_epoch(core::Position source);
  Stated stated(Lane lane, core::Id const& id) const;
  // How many rows they read; they throw ShelfDamaged.
  std::size_t load_terms();
  std::size_t load_candidates();
  std::size_t load_epoch();

  core::Rows rows_;
  Taxonomy taxonomy_;
  LanguageSets languages_;
  std::array<Candidates, lanes.size()> candidates_;
  boost::unordered_flat_map<core::Id, core::Id, std::hash<core::Id>> owners_;
  std::uint32_t people_ = 0;             // Listed.
  std::vector<std::uint32_t> offering_;  // By term: how many of them offer it.
  Statistics statistics_;
  std::uint32_t changes_ = 0;  // Of listed profiles in this epoch.
  std::vector<std::uint8_t> buffer_;
};

}  // namespace matching
