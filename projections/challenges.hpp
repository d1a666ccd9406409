// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/people/vocabulary.hpp"
#include "core/projection.hpp"
#include "core/schema/challenge.capnp.h"
#include "projections/merged_terms.hpp"

namespace projections {

using ChallengeStage = core::challenge::Stage;

// One challenge. Key: 'c', its id. What is sealed stays in the log: `titled_at` is the event that holds title, summary,
// contact, confidential part and terms as they are today, or the proposal in plain words.
struct ChallengeRow {
  ChallengeStage stage{};
  core::Id owner, organisation, programme, desk;
  core::schema::Sector sector{};
  bool green = false;
  core::Position drafted_at, titled_at, published_at,
      reason_at;  // The reason: of the last return or rejection.
  core::Version version;
  std::vector<core::vocabulary::Claimed> wanted;
  std::vector<core::Id> topics;
  std::vector<std::string> languages;
  std::vector<core::Position> clarified_at;

  template <class A>
  void fields(A& a) {
    a(stage)(owner)(
        organisation)(programme)(desk)(sector)(green)(drafted_at)(titled_at)(published_at)(reason_at)(version);
    a(wanted)(topics)(languages)(clarified_at);
  }

  // Whether everybody may see it.
  bool shown() const {
    return stage == ChallengeStage::PUBLISHED || stage == ChallengeStage::CLOSED;
  }
};

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct ChallengeFilter {
  std::vector<core::schema::Sector> sectors;
  std::vector<core::Id> skills,
      topics;          // A merged term finds what it was merged into, and the other way round.
  bool open = false;   // Only those that are not closed.
  bool green = false;  // Only those about sustainability.
};

// The catalogue of challenges. Applied on thread P in log order, each event once; read on P only.
class Challenges final : public core::Projection {
 public:
  explicit Challenges(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "challenges.v2"; }
  // Exhaustive over challenge and vocabulary.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<ChallengeRow> challenge(core::Id const& id) const;

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
  };
  // The last published first; `after` is the last one of the page before, or nil. (One that was never published ends the list.)
  Found search(ChallengeFilter const& filter, core::Id const& after, std::size_t limit) const;

 private:
  struct Fold;
  // What a published challenge is found by.
  struct Shown {
    core::Id id;
    core::schema::Sector sector{};
    bool open = false, green = false;
    std::vector<core::Id> skills, topics;
  };

  void change(core::Id const& challenge, core::FunctionRef<void(ChallengeRow&)> edit);
  void merge(core::Id const& term, core::Id const& into);
  void show(core::Id const& challenge, ChallengeRow const& row);
  bool passes(Shown const& shown, ChallengeFilter const& filter) const;

  core::Rows rows_;
  std::map<core::Position, Shown> shown_;  // By publication.
  MergedTerms terms_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
