// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/projection.hpp"
#include "core/work/programme.hpp"

namespace projections {

using ProgrammeStage = core::programme::ProgrammeStage;
using core::programme::ApplicationStanding;

struct PhaseRow {
  core::Position planned_at;  // The event that holds its title.
  core::Instant ends;

  template <class A>
  void fields(A& a) {
    a(planned_at)(ends);
  }
};

// One programme. Key: 'p', its id. What is sealed stays in the log: title and about in the event at `announced_at`, the reason
// at `cancelled_at`, the results at `results_at`.
struct ProgrammeRow {
  ProgrammeStage stage{};
  core::programme::ProgrammeKind kind{};
  core::Id measure;
  std::uint32_t capacity = 0;
  std::uint8_t team_size_min = 0, team_size_max = 0;
  bool several_teams = false;
  core::Instant starts, ends, applications_until, submissions_until;
  std::uint8_t phase = 0;
  std::uint32_t submitted = 0, waiting = 0, accepted = 0, enrolled = 0, rejected = 0, withdrawn = 0;
  core::Position announced_at, cancelled_at, results_at;
  core::Version version;
  std::vector<PhaseRow> phases;
  std::vector<core::programme::Partner> partners;
  std::vector<core::programme::Study> studies;

  template <class A>
  void fields(A& a) {
    a(stage)(kind)(measure)(capacity)(team_size_min)(team_size_max)(several_teams);
    a(starts)(ends)(applications_until)(submissions_until)(phase);
    a(submitted)(waiting)(accepted)(enrolled)(rejected)(withdrawn);
    a(announced_at)(cancelled_at)(results_at)(version)(phases)(partners)(studies);
  }
  // How many applications stand there; null for none at all.
  std::uint32_t* count(ApplicationStanding standing);
};

// One application. Key: 'a', programme, person. Beside it, so that each person's are side by side: 'o', person, programme.
struct ApplicationRow {
  ApplicationStanding standing{};
  core::programme::EnrolmentStatus status{};
  std::uint64_t ticket = 0;     // While it waits.
  core::Position submitted_at;  // The event that holds its message.
  core::Id team;                // With which the person applied.

  template <class A>
  void fields(A& a) {
    a(standing)(status)(ticket)(submitted_at)(team);
  }
};

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct ProgrammeFilter {
  std::vector<core::programme::ProgrammeKind> kinds;
  std::vector<ProgrammeStage> stages;
  core::Id measure;
};

struct Applicant {
  core::Id person;
  ApplicationRow row;
};

// The programmes, who has applied, and who runs one of them by a grant for it alone ('g', programme, person): a list over many
// programmes shows each what is theirs. Applied on thread P in log order, each event once; read on P only.
class Programmes final : public core::Projection {
 public:
  explicit Programmes(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "programmes.v3"; }
  // Exhaustive over programme and account.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<ProgrammeRow> programme(core::Id const& id) const;
  std::optional<ApplicationRow> application(core::Id const& programme,
                                            core::Id const& person) const;
  // By a grant for the programme or for its measure.
  bool manages(core::Id const& person, core::Id const& programme) const;
  // How many of the programme wait longer than this application; 0 where it does not wait.
  std::uint32_t ahead(core::Id const& programme, ApplicationRow const& application) const;
  // Those whose standing is one of these (none: all): who waits by ticket, then everybody else in the order of applying.
  std::vector<Applicant> applicants(core::Id const& programme,
                                    std::vector<ApplicationStanding> const& standings) const;
  // What a person has applied to, ascending by id.
  std::vector<core::Id> applied_to(core::Id const& person) const;

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
  };
  // The last announced first; `after` is the last one of the page before, or nil.
  Found search(ProgrammeFilter const& filter, core::Id const& after, std::size_t limit) const;

 private:
  struct Fold;
  void change(core::Id const& programme, core::FunctionRef<void(ProgrammeRow&)> edit);
  // Counts it where it stands now instead of where it stood.
  void move(core::Id const& programme, core::Id const& person, core::Version version,
            core::FunctionRef<void(ApplicationRow&)> edit);
  void manage(core::Id const& person, core::Id const& target, bool may);
  template <class Row>
  void put(core::Bytes key, Row const& row);

  core::Rows rows_;
  std::map<core::Position, core::Id> announced_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
