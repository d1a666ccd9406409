// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/merged_terms.hpp"

#include "core/dispatch.hpp"
#include "projections/line.hpp"
#include "projections/row_key.hpp"

namespace projections {

namespace vocabulary = core::vocabulary;
using Header = core::RecordHeader;

struct MergedTerms::Fold {
  MergedTerms& terms;
  core::Rows& rows;

  void operator()(vocabulary::TermMerged::Reader merged, Header const&) {
    auto const term = core::id_from(merged.getTerm()), into = core::id_from(merged.getInto());
    rows.put(RowKey(key_kind, term), into.view());
    terms.merge(term, into);
  }
  void operator()(vocabulary::TermAdded::Reader, Header const&) {}
  void operator()(vocabulary::TermLabelled::Reader, Header const&) {}
  void operator()(vocabulary::TermDrafted::Reader, Header const&) {}
  void operator()(vocabulary::DraftLabelled::Reader, Header const&) {}
  void operator()(vocabulary::TermWentLive::Reader, Header const&) {}
  void operator()(vocabulary::TermRelated::Reader, Header const&) {}
  void operator()(vocabulary::TermDeprecated::Reader, Header const&) {}
  void operator()(vocabulary::TermAdopted::Reader, Header const&) {}
  void operator()(vocabulary::TermProposed::Reader, Header const&) {}
};

void MergedTerms::apply(core::Recorded const& recorded, core::Rows& rows) {
  Fold fold{*this, rows};
  core::visit_vocabulary(recorded, fold);
}

bool MergedTerms::load(core::Bytes key, core::Bytes row) {
  if (kind_of(key) != key_kind) return false;
  into_[id_of(key)] = core::Id::from(row);
  return true;
}

std::optional<std::string> MergedTerms::describe(core::Bytes key, core::Bytes row) {
  if (kind_of(key) != key_kind) return {};
  return Line()("term", id_of(key))("into", core::Id::from(row)).text();
}

}  // namespace projections
