// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/decide.hpp"
#include "core/fold.hpp"
#include "core/people/vocabulary_labels.hpp"

namespace core::vocabulary {
namespace {

constexpr std::size_t word_bytes_max = 120;  // As in the schema: longer labels equal no word.

void index_labels(World& world, capnp::List<schema::Label>::Reader labels,
                  capnp::Data::Reader term) {
  for (auto label : labels) {
    auto const word = fold({label.getText().cStr(), label.getText().size()});
    if (word.size() > word_bytes_max) continue;
    auto const key = word_key(word, {term.begin(), term.size()});
    auto const known = world.term_words.find(bytes_of(key));
    std::uint8_t const preferred = label.getPreferred() || (known && known->front());
    world.term_words.put(bytes_of(key), {&preferred, 1});
  }
}

template <class Event>
void apply_place(State& term, Event placed) {
  term.kind = placed.getKind();
  term.languages = preferred_languages(placed.getLabels());
  term.stage = stage_with(term.languages);
  for (auto broader : placed.getBroader()) term.broader.push_back(id_from(broader));
}

void apply_labels(State& term, capnp::List<schema::Label>::Reader labels) {
  term.languages |= preferred_languages(labels);
  if (term.stage == Stage::draft) term.stage = stage_with(term.languages);
}

void index_uri(World& world, capnp::Text::Reader uri, capnp::Data::Reader term) {
  if (uri.size() == 0) return;
  world.term_uris.put(bytes_of({uri.cStr(), uri.size()}), {term.begin(), term.size()});
}

}  // namespace

void apply(State& term, TermAdded::Reader added) { apply_place(term, added); }
void apply(State& term, TermAdopted::Reader adopted) { apply_place(term, adopted); }
void apply(State& term, TermDrafted::Reader drafted) { apply_place(term, drafted); }
void apply(State& term, TermLabelled::Reader labelled) { apply_labels(term, labelled.getLabels()); }
void apply(State& term, DraftLabelled::Reader labelled) {
  apply_labels(term, labelled.getLabels());
}
void apply(State& term, TermWentLive::Reader live) { apply_labels(term, live.getLabels()); }

void apply(State& term, TermRelated::Reader related) {
  term.broader.push_back(id_from(related.getBroader()));
}

void apply(State& term, TermMerged::Reader merged) {
  term.stage = Stage::merged;
  term.into = id_from(merged.getInto());
}

void apply(State& term, TermDeprecated::Reader) { term.stage = Stage::deprecated; }

void apply(State& term, TermProposed::Reader) { term.stage = Stage::proposed; }

void index(World& world, TermAdded::Reader added) {
  index_labels(world, added.getLabels(), added.getTerm());
  index_uri(world, added.getUri(), added.getTerm());
}
void index(World& world, TermDrafted::Reader drafted) {
  index_labels(world, drafted.getLabels(), drafted.getTerm());
  index_uri(world, drafted.getUri(), drafted.getTerm());
}
void index(World& world, TermLabelled::Reader labelled) {
  index_labels(world, labelled.getLabels(), labelled.getTerm());
}
void index(World& world, DraftLabelled::Reader labelled) {
  index_labels(world, labelled.getLabels(), labelled.getTerm());
}
void index(World& world, TermWentLive::Reader live) {
  index_labels(world, live.getLabels(), live.getTerm());
}
void index(World& world, TermAdopted::Reader adopted) {
  index_labels(world, adopted.getLabels(), adopted.getTerm());
}

}  // namespace core::vocabulary
