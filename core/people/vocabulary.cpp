// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/vocabulary.hpp"

#include "core/decide.hpp"
#include "core/fold.hpp"
#include "core/limits.hpp"

namespace core::vocabulary {
namespace {

constexpr std::uint8_t german = 1, english = 2, both = german | english;

std::uint8_t preferred_languages(capnp::List<schema::Label>::Reader labels) {
  std::uint8_t languages = 0;
  for (auto label : labels) {
    if (!label.getPreferred()) continue;
    if (label.getLanguage() == "de") languages |= german;
    if (label.getLanguage() == "en") languages |= english;
  }
  return languages;
}

Stage stage_with(std::uint8_t languages) { return languages == both ? Stage::live : Stage::draft; }

Result<void> broader_exist(capnp::List<capnp::Data>::Reader broader, Context const& by) {
  for (unsigned i = 0; i < broader.size(); ++i) {
    auto const stage = by.world.vocabulary.load(id_from(broader[i])).stage;
    if (stage == Stage::absent || stage == Stage::proposed)
      return refuse("vocab.unknown", "broader[" + std::to_string(i) + "]");
  }
  return {};
}

// Whether `term` is among the more general terms of `from`, or is it.
bool is_above(World const& world, Id const& term, Id const& from) {
  std::vector<Id> open{from}, seen;
  while (!open.empty()) {
    auto const next = open.back();
    open.pop_back();
    if (next == term) return true;
    if (std::ranges::find(seen, next) != seen.end()) continue;
    seen.push_back(next);
    for (auto const& above : world.vocabulary.load(next).broader) open.push_back(above);
  }
  return false;
}


void index_labels(World& world, capnp::List<schema::Label>::Reader labels, capnp::Data::Reader term) {
  for (auto label : labels) {
    auto key = fold({label.getText().cStr(), label.getText().size()});
    if (key.size() > 255 || world.term_words.find(bytes_of(key))) continue;  // The first to use a word keeps it.
    world.term_words.put(bytes_of(key), {term.begin(), term.size()});
  }
}

}  // namespace

Id survivor(World const& world, Id term) {
  for (auto state = world.vocabulary.load(term); state.stage == Stage::merged; state = world.vocabulary.load(term))
    term = state.into;
  return term;
}

Result<Id> resolve(schema::SkillClaim::Reader claim, std::string const& field, Context const& by, Emit& emit) {
  if (claim.hasTerm()) {
    auto const term = survivor(by.world, id_from(claim.getTerm()));
    auto const state = by.world.vocabulary.load(term);
    if (!state.usable() || state.kind == TermKind::GROUP) return refuse("vocab.unknown", field + ".term");
    return term;
  }
  auto const word = fold({claim.getWord().cStr(), claim.getWord().size()});
  if (word.empty()) return refuse("input.invalid", field, "names neither a term nor a word");
  if (auto known = by.world.term_words.find(bytes_of(word))) {
    auto const term = survivor(by.world, Id::from(*known));
    auto const state = by.world.vocabulary.load(term);
    if (state.usable() && state.kind != TermKind::GROUP) return term;
  }
  auto const own = survivor(by.world, by.private_term(word));
  if (by.world.vocabulary.load(own).stage != Stage::absent || emit.has<TermProposed>(own)) return own;
  auto proposed = emit.event_on<TermProposed>(own);
  proposed.setTerm(data_of(own));
  proposed.setWord(claim.getWord());
  proposed.setLanguage(claim.getLanguage());
  return own;
}

Result<std::vector<Claimed>> resolve(capnp::List<schema::SkillClaim>::Reader claims, std::string const& field,
                                     Context const& by, Emit& emit) {
  std::vector<Claimed> resolved;
  for (unsigned i = 0; i < claims.size(); ++i) {
    auto term = resolve(claims[i], field + "[" + std::to_string(i) + "]", by, emit);
    if (!term) return term.error();
    std::erase_if(resolved, [&](Claimed const& earlier) { return earlier.term == *term; });  // The last one counts.
    resolved.push_back({*term, claims[i].getLevel(), claims[i].getWeight(), claims[i].getMust()});
  }
  return resolved;
}

void write(std::vector<Claimed> const& claims, capnp::List<schema::Skill>::Builder out) {
  for (unsigned i = 0; i < claims.size(); ++i) {
    out[i].setTerm(data_of(claims[i].term));
    out[i].setLevel(claims[i].level);
    out[i].setWeight(claims[i].weight);
    out[i].setMust(claims[i].must);
  }
}

std::vector<Claimed> read(capnp::List<schema::Skill>::Reader skills) {
  std::vector<Claimed> claims;
  claims.reserve(skills.size());
  for (auto skill : skills)
    claims.push_back({id_from(skill.getTerm()), skill.getLevel(), skill.getWeight(), skill.getMust()});
  return claims;
}

Result<void> decide(State const& term, AddTerm::Reader add, Context const& by, Emit& emit) {
  if (term.stage != Stage::absent) return refuse("vocab.exists", "term");
  auto const uri = add.getUri();
  if (uri.size() > 255) return refuse("input.invalid", "uri", "longer than 255 bytes");
  if (uri.size() > 0 && by.world.term_uris.find(bytes_of({uri.cStr(), uri.size()}))) return refuse("vocab.uri-taken", "uri");
  if (auto exist = broader_exist(add.getBroader(), by); !exist) return exist;

  auto added = emit.event<TermAdded>();
  added.setTerm(add.getTerm());
  added.setKind(add.getKind());
  if (uri.size() > 0) added.setUri(uri);
  added.setLabels(add.getLabels());
  added.setBroader(add.getBroader());
  return {};
}

Result<void> decide(State const& term, LabelTerm::Reader label, Context const&, Emit& emit) {
  if (term.stage == Stage::absent) return refuse("aggregate.not-found", "term");
  if (term.stage == Stage::proposed || term.stage == Stage::merged) return refuse("vocab.state", "term");
  auto labelled = emit.event<TermLabelled>();
  labelled.setTerm(label.getTerm());
  labelled.setLabels(label.getLabels());
  return {};
}

Result<void> decide(State const& term, RelateTerm::Reader relate, Context const& by, Emit& emit) {
  auto const self = id_from(relate.getTerm()), broader = id_from(relate.getBroader());
  if (term.stage == Stage::absent) return refuse("aggregate.not-found", "term");
  if (term.stage == Stage::proposed || term.stage == Stage::merged) return refuse("vocab.state", "term");
  auto const above = by.world.vocabulary.load(broader).stage;
  if (above == Stage::absent || above == Stage::proposed || above == Stage::merged) return refuse("vocab.unknown", "broader");
  if (std::ranges::find(term.broader, broader) != term.broader.end()) return {};
  if (term.broader.size() >= limits::broader_max) return refuse("vocab.too-many", "broader");
  if (is_above(by.world, self, broader)) return refuse("vocab.cycle", "broader");

  auto related = emit.event<TermRelated>();
  related.setTerm(relate.getTerm());
  related.setBroader(relate.getBroader());
  return {};
}

Result<void> decide(State const& term, MergeTerm::Reader merge, Context const& by, Emit& emit) {
  auto const self = id_from(merge.getTerm());
  if (term.stage == Stage::absent) return refuse("aggregate.not-found", "term");
  if (term.stage == Stage::merged) return refuse("vocab.state", "term");
  auto const into = survivor(by.world, id_from(merge.getInto()));
  auto const stage = by.world.vocabulary.load(into).stage;
  if (stage == Stage::absent || stage == Stage::deprecated) return refuse("vocab.unknown", "into");
  if (into == self) return refuse("vocab.merge-cycle", "into");
  if (is_above(by.world, self, into)) return refuse("vocab.merge-cycle", "into");

  auto merged = emit.event<TermMerged>();
  merged.setTerm(merge.getTerm());
  merged.setInto(data_of(into));
  return {};
}

Result<void> decide(State const& term, DeprecateTerm::Reader deprecate, Context const&, Emit& emit) {
  if (term.stage == Stage::absent) return refuse("aggregate.not-found", "term");
  if (term.stage == Stage::deprecated) return {};
  if (term.stage == Stage::merged) return refuse("vocab.state", "term");
  emit.event<TermDeprecated>().setTerm(deprecate.getTerm());
  return {};
}

Result<void> decide(State const& term, AdoptTerm::Reader adopt, Context const& by, Emit& emit) {
  if (term.stage == Stage::absent) return refuse("aggregate.not-found", "term");
  if (term.stage != Stage::proposed) return refuse("vocab.state", "term");
  if (auto exist = broader_exist(adopt.getBroader(), by); !exist) return exist;

  auto adopted = emit.event<TermAdopted>();
  adopted.setTerm(adopt.getTerm());
  adopted.setKind(adopt.getKind());
  adopted.setLabels(adopt.getLabels());
  adopted.setBroader(adopt.getBroader());
  return {};
}

void apply(State& term, TermAdded::Reader added) {
  term.kind = added.getKind();
  term.languages = preferred_languages(added.getLabels());
  term.stage = stage_with(term.languages);
  for (auto broader : added.getBroader()) term.broader.push_back(id_from(broader));
}

void apply(State& term, TermLabelled::Reader labelled) {
  term.languages |= preferred_languages(labelled.getLabels());
  if (term.stage == Stage::draft) term.stage = stage_with(term.languages);
}

void apply(State& term, TermRelated::Reader related) { term.broader.push_back(id_from(related.getBroader())); }

void apply(State& term, TermMerged::Reader merged) {
  term.stage = Stage::merged;
  term.into = id_from(merged.getInto());
}

void apply(State& term, TermDeprecated::Reader) { term.stage = Stage::deprecated; }

void apply(State& term, TermAdopted::Reader adopted) {
  term.kind = adopted.getKind();
  term.languages = preferred_languages(adopted.getLabels());
  term.stage = stage_with(term.languages);
  for (auto broader : adopted.getBroader()) term.broader.push_back(id_from(broader));
}

void apply(State& term, TermProposed::Reader) { term.stage = Stage::proposed; }

void index(World& world, TermAdded::Reader added) {
  index_labels(world, added.getLabels(), added.getTerm());
  if (added.hasUri()) {
    auto const term = added.getTerm();
    world.term_uris.put(bytes_of({added.getUri().cStr(), added.getUri().size()}), {term.begin(), term.size()});
  }
}

void index(World& world, TermLabelled::Reader labelled) { index_labels(world, labelled.getLabels(), labelled.getTerm()); }
void index(World& world, TermAdopted::Reader adopted) { index_labels(world, adopted.getLabels(), adopted.getTerm()); }

}  // namespace core::vocabulary
