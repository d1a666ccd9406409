// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/people/vocabulary.hpp"
#include "core/projection.hpp"
#include "projections/label_index.hpp"
#include "projections/merged_terms.hpp"

namespace projections {

using TermStage = core::vocabulary::Stage;

struct TermLabel {
  std::string language, text;
  bool preferred = false;

  bool operator==(TermLabel const&) const = default;
  template <class A>
  void fields(A& a) {
    a(language)(text)(preferred);
  }
};

// One term of the vocabulary. Key: its id.
struct TermRow {
  TermStage stage{};
  core::vocabulary::TermKind kind{};
  std::string uri;
  std::vector<TermLabel> labels;  // Each text once a language, in the order of their coming.
  std::vector<core::Id> broader;
  core::Id into;               // What it was merged into.
  core::Position proposed_at;  // The event with the sealed word, where somebody's own word made it.

  template <class A>
  void fields(A& a) {
    a(stage)(kind)(uri)(labels)(broader)(into)(proposed_at);
  }

  // The preferred label; empty where there is none.
  std::string_view label(std::string_view language) const;
  // A preferred one replaces the language's preferred one, which stays as an alternative.
  void add(TermLabel label);
  // Lacking a German or an English label, it is a draft.
  TermStage stage_by_labels() const;
};

// The vocabulary. Nobody's own words are here, only where they lie sealed. Applied on thread P in log order, each event once;
// read on P only.
class Terms final : public core::Projection {
 public:
  explicit Terms(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "terms.v1"; }
  // Exhaustive over vocabulary.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<TermRow> term(core::Id const& id) const;
  // What it was merged into in the end; itself otherwise.
  core::Id survivor(core::Id const& id) const { return merged_.survivor(id); }
  MergedTerms const& merged() const { return merged_; }
  // Own words, and terms that lack a language.
  std::set<core::Id> const& unsettled() const { return unsettled_; }

  struct Suggestion {
    core::Id term;
    std::string de, en;   // The preferred labels.
    std::string matched;  // The label that was found.
  };
  // Live skills by their labels and by those of what was merged into them, best first (see LabelIndex::find), each once.
  // Topics and groups are nothing that somebody offers.
  std::vector<Suggestion> suggest(std::string_view typed, std::string_view language,
                                  std::size_t limit) const;

  // Everything held beside the rows.
  std::size_t memory_bytes() const { return labels_.memory_bytes(); }

 private:
  struct Fold;

  void change(core::Id const& term, core::FunctionRef<void(TermRow&)> edit);
  void index(core::Id const& term, TermRow const& row);
  void stand(core::Id const& term, TermRow const& row);

  core::Rows rows_;
  LabelIndex labels_;
  MergedTerms merged_;
  std::set<core::Id> unsettled_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
