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
using core::challenge::TeamStanding;

// A team that works on a challenge, has asked to, or was declined. `applied_at` holds its message, `declined_at` the reason.
struct CandidateRow {
  core::Id team;
  TeamStanding standing{};
  core::Position applied_at, declined_at;

  template <class A>
  void fields(A& a) {
    a(team)(standing)(applied_at)(declined_at);
  }
};

// One challenge. Key: 'c', its id. (Beside it 't', team, challenge for each of its teams.) What is sealed stays in the log: `titled_at` is the event that holds title, summary,
// contact, confidential part and terms as they are today, or the proposal in plain words.
struct ChallengeRow {
  ChallengeStage stage{};
  core::Id owner, organisation, programme, desk;
  core::schema::Sector sector{};
  bool green = false;
  std::uint16_t teams_max = 0;  // 0: no bound.
  core::Position drafted_at, titled_at, submitted_at, published_at,
      reason_at;  // The reason: of the last return or rejection.
  core::Version version;
  std::vector<core::vocabulary::Claimed> wanted;
  std::vector<core::Id> topics;
  std::vector<std::string> languages;
  std::vector<core::Position> clarified_at, referenced_at;  // Referenced: a dataset each.
  std::vector<CandidateRow> teams;

  template <class A>
  void fields(A& a) {
    a(stage)(owner)(organisation)(programme)(desk)(sector)(green)(teams_max)(drafted_at)(titled_at);
    a(submitted_at)(published_at)(reason_at)(version);
    a(wanted)(topics)(languages)(clarified_at)(referenced_at)(teams);
  }

  // Whether everybody may see it.
  bool shown() const {
    return stage == ChallengeStage::PUBLISHED || stage == ChallengeStage::CLOSED;
  }
  // Null where the team has not applied, or has withdrawn.
  CandidateRow const* candidate(core::Id const& team) const;
  std::uint16_t accepted() const;
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

  std::string_view name() const override { return "challenges.v3"; }
  // Exhaustive over challenge and vocabulary.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<ChallengeRow> challenge(core::Id const& id) const;
  // The challenges that a team has applied for, those it works on and those that declined it included.
  std::vector<core::Id> of_team(core::Id const& team) const;
  // The one that it was accepted for; of several, since earlier ones have ended, the last. Nil where there is none.
  core::Id worked_on_by(core::Id const& team) const;
  // Those that were submitted and have no answer yet, the first submitted first.
  std::vector<core::Id> waiting() const;

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
  // Whether a team has applied for a challenge.
  void seek(core::Id const& team, core::Id const& challenge, bool seeks);
  void show(core::Id const& challenge, ChallengeRow const& row);
  bool passes(Shown const& shown, ChallengeFilter const& filter) const;

  core::Rows rows_;
  std::map<core::Position, Shown> shown_;       // By publication.
  std::map<core::Position, core::Id> waiting_;  // By submission.
  MergedTerms terms_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
