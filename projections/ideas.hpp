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
#include "core/schema/idea.capnp.h"
#include "projections/merged_terms.hpp"

namespace projections {

using core::idea::IdeaOrder;
using core::idea::IdeaStage;

// One idea. Key: 'i', its id. What is sealed stays in the log: `titled_at` is the event that holds title and summary as they are
// today, `answered_at` the one that holds the answer.
struct IdeaRow {
  IdeaStage stage{};
  bool green = false, spam = false;
  core::Id author, measure, second_measure;
  core::Id became;  // What it was merged into, or the project.
  std::uint32_t endorsements = 0;
  core::Position titled_at, submitted_at, answered_at;
  core::Version version;
  std::string district;
  std::vector<core::Id> co_authors, invited, topics;
  std::vector<core::vocabulary::Claimed> wanted;

  template <class A>
  void fields(A& a) {
    a(stage)(green)(spam)(author)(measure)(second_measure)(became)(endorsements)(titled_at);
    a(submitted_at)(answered_at)(version)(district)(co_authors)(invited)(topics)(wanted);
  }

  // Whether lists show it to everybody.
  bool listed() const {
    return stage == IdeaStage::SUBMITTED || stage == IdeaStage::ACCEPTED ||
           stage == IdeaStage::CONVERTED || (stage == IdeaStage::DECLINED && !spam);
  }
  // Whether everybody may see it at all: a merged one tells where it went.
  bool shown() const { return listed() || stage == IdeaStage::MERGED; }
  bool is_author(core::Id const& person) const {
    return person == author || std::ranges::find(co_authors, person) != co_authors.end();
  }
};

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct IdeaFilter {
  std::vector<IdeaStage> stages;
  core::Id measure;  // The first or the second.
  std::vector<std::string> districts;
  std::vector<core::Id> topics, skills;  // A merged term finds what it was merged into, and back.
  bool green = false;                    // Only those that are.
};

// The idea board. Endorsements are rows of their own, 'e' idea person -> 1; those of an idea that is merged move to the one it is
// merged into, so that each person counts once. Applied on thread P in log order, each event once; read on P only.
class Ideas final : public core::Projection {
 public:
  explicit Ideas(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "ideas.v1"; }
  // Exhaustive over idea and vocabulary.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<IdeaRow> idea(core::Id const& id) const;
  bool endorsed(core::Id const& idea, core::Id const& person) const;

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
  };
  // The last submitted first, or the most endorsed and of these the last submitted; `after` is the last one of the page before,
  // or nil. (One that was never submitted ends the list.)
  Found search(IdeaFilter const& filter, IdeaOrder order, core::Id const& after,
               std::size_t limit) const;

 private:
  struct Fold;
  // What a listed idea is found by.
  struct Shown {
    core::Id id;
    IdeaStage stage{};
    bool green = false;
    std::uint32_t endorsements = 0;
    core::Id measure, second_measure;
    std::string district;
    std::vector<core::Id> topics, skills;
  };

  void change(core::Id const& idea, core::FunctionRef<void(IdeaRow&)> edit);
  // Whether that changed anything.
  bool endorse(core::Id const& idea, core::Id const& person);
  bool unendorse(core::Id const& idea, core::Id const& person);
  // Moves all endorsements; returns how many are new to the other.
  std::uint32_t move_endorsements(core::Id const& idea, core::Id const& into);
  void show(core::Id const& idea, IdeaRow const& row);
  bool passes(Shown const& shown, IdeaFilter const& filter) const;

  core::Rows rows_;
  std::map<core::Position, Shown> shown_;  // By submission.
  MergedTerms terms_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
