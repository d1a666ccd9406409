// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/terms.hpp"

#include <algorithm>

#include "core/dispatch.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

namespace vocabulary = core::vocabulary;
using core::id_from;
using Header = core::RecordHeader;

constexpr std::array stages{"absent", "proposed", "draft", "live", "deprecated", "merged"};
constexpr std::array kinds{"skill", "topic", "group"};

std::string text_of(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

TermRow unpacked(core::Bytes bytes) { return core::unpack_row<TermRow>(bytes, "terms"); }

}  // namespace

std::string_view TermRow::label(std::string_view language) const {
  for (auto const& label : labels)
    if (label.preferred && label.language == language) return label.text;
  return {};
}

void TermRow::add(TermLabel fresh) {
  for (auto& label : labels)
    if (fresh.preferred && label.language == fresh.language) label.preferred = false;
  auto const same = [&](TermLabel const& label) {
    return label.language == fresh.language && label.text == fresh.text;
  };
  auto const known = std::ranges::find_if(labels, same);
  if (known == labels.end()) labels.push_back(std::move(fresh));
  else known->preferred |= fresh.preferred;
}

TermStage TermRow::stage_by_labels() const {
  return label("de").empty() || label("en").empty() ? TermStage::draft : TermStage::live;
}

// One overload per event of the vocabulary: a new one fails to compile here until somebody has decided.
struct Terms::Fold {
  Terms& terms;

  void change(capnp::Data::Reader term, core::FunctionRef<void(TermRow&)> edit) {
    terms.change(id_from(term), edit);
  }

  static void label(TermRow& row, capnp::List<core::schema::Label>::Reader labels) {
    for (auto label : labels)
      row.add({text_of(label.getLanguage()), text_of(label.getText()), label.getPreferred()});
  }
  template <class Event>
  static void place(TermRow& row, Event event) {
    row.kind = event.getKind();
    label(row, event.getLabels());
    for (auto broader : event.getBroader()) row.broader.push_back(id_from(broader));
    row.stage = row.stage_by_labels();
  }

  template <class Event>
  void add(Event added) {
    change(added.getTerm(), [&](TermRow& row) {
      place(row, added);
      row.uri = text_of(added.getUri());
    });
  }
  template <class Event>
  void add_labels(Event labelled) {
    change(labelled.getTerm(), [&](TermRow& row) {
      label(row, labelled.getLabels());
      if (row.stage == TermStage::draft) row.stage = row.stage_by_labels();
    });
  }

  void operator()(vocabulary::TermAdded::Reader added, Header const&) { add(added); }
  void operator()(vocabulary::TermDrafted::Reader drafted, Header const&) { add(drafted); }
  void operator()(vocabulary::TermAdopted::Reader adopted, Header const&) {
    change(adopted.getTerm(), [&](TermRow& row) { place(row, adopted); });
  }
  void operator()(vocabulary::TermProposed::Reader proposed, Header const& header) {
    change(proposed.getTerm(), [&](TermRow& row) {
      row.stage = TermStage::proposed;
      row.proposed_at = header.position;
    });
  }
  void operator()(vocabulary::TermLabelled::Reader labelled, Header const&) {
    add_labels(labelled);
  }
  void operator()(vocabulary::DraftLabelled::Reader labelled, Header const&) {
    add_labels(labelled);
  }
  void operator()(vocabulary::TermWentLive::Reader live, Header const&) { add_labels(live); }
  void operator()(vocabulary::TermRelated::Reader related, Header const&) {
    change(related.getTerm(),
           [&](TermRow& row) { row.broader.push_back(id_from(related.getBroader())); });
  }
  void operator()(vocabulary::TermMerged::Reader merged, Header const&) {
    change(merged.getTerm(), [&](TermRow& row) {
      row.stage = TermStage::merged;
      row.into = id_from(merged.getInto());
    });
  }
  void operator()(vocabulary::TermDeprecated::Reader deprecated, Header const&) {
    change(deprecated.getTerm(), [](TermRow& row) { row.stage = TermStage::deprecated; });
  }
};

void Terms::apply(core::Recorded const& recorded) { core::visit_vocabulary(recorded, Fold{*this}); }

void Terms::change(core::Id const& term, core::FunctionRef<void(TermRow&)> edit) {
  auto row = this->term(term).value_or(TermRow());
  auto const labels = row.labels;
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(term.view(), buffer_);
  if (row.labels != labels) index(term, row);
  stand(term, row);
}

void Terms::stand(core::Id const& term, TermRow const& row) {
  if (row.stage == TermStage::merged) merged_.merge(term, row.into);
  if (row.stage == TermStage::proposed || row.stage == TermStage::draft) unsettled_.insert(term);
  else unsettled_.erase(term);
}

void Terms::index(core::Id const& term, TermRow const& row) {
  std::vector<LabelIndex::Label> labels;
  for (auto const& label : row.labels)
    labels.push_back({label.text, label.language, label.preferred});
  labels_.set(term, labels);
}

void Terms::loaded() {
  labels_ = LabelIndex();
  merged_.clear();
  unsettled_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes bytes) {
    auto const row = unpacked(bytes);
    index(core::Id::from(key), row);
    stand(core::Id::from(key), row);
    return true;
  });
}

std::optional<TermRow> Terms::term(core::Id const& id) const {
  auto const row = rows_.find(id.view());
  if (!row) return std::nullopt;
  return unpacked(*row);
}

std::vector<Terms::Suggestion> Terms::suggest(std::string_view typed, std::string_view language,
                                              std::size_t limit) const {
  std::vector<Suggestion> suggestions;
  if (limit == 0) return suggestions;
  labels_.find(typed, language, limit * 4, [&](LabelIndex::Hit const& hit) {
    auto const id = survivor(hit.term);
    auto const row = term(id);
    auto const known = std::ranges::find(suggestions, id, &Suggestion::term);
    if (!row || row->stage != TermStage::live || row->kind != vocabulary::TermKind::SKILL ||
        known != suggestions.end())
      return true;
    auto const matched =
        id == hit.term ? row->labels[hit.label].text : term(hit.term)->labels[hit.label].text;
    suggestions.push_back(
        {id, std::string(row->label("de")), std::string(row->label("en")), matched});
    return suggestions.size() < limit;
  });
  return suggestions;
}

std::string Terms::describe(core::Bytes key, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  Line line;
  line("term", core::Id::from(key))("stage", stages.at(static_cast<std::size_t>(row.stage)));
  line("kind", kinds.at(static_cast<std::size_t>(row.kind)))("de", row.label("de"))(
      "en", row.label("en"));
  line("uri", row.uri)("labels", row.labels.size())("broader", row.broader)("into", row.into);
  return line("proposedAt", row.proposed_at).text();
}

}  // namespace projections
