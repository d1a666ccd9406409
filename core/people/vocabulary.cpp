// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/vocabulary.hpp"

#include "core/departing.hpp"
#include "core/fold.hpp"
#include "core/function_ref.hpp"
#include "core/limits.hpp"
#include "core/people/vocabulary_labels.hpp"

namespace core::vocabulary {
namespace {

// Every action on a term starts with this rung: it exists.
Result<void> there(State const& term) {
  if (term.stage == Stage::absent) return refuse("aggregate.not-found", "term");
  return {};
}

// The next one: it belongs to the vocabulary, as itself.
Result<void> stands(State const& term) {
  if (auto ready = there(term); !ready) return ready;
  if (term.stage == Stage::proposed || term.stage == Stage::merged)
    return refuse("vocab.state", "term");
  return {};
}

using Terms = std::vector<Id>;

// What is named, as it is called today, each once; unless a term does not fit.
Result<Terms> named(capnp::List<capnp::Data>::Reader ids, char const* field, World const& world,
                    bool (*fits)(State const&)) {
  Terms terms;
  for (unsigned i = 0; i < ids.size(); ++i) {
    auto const term = survivor(world, id_from(ids[i]));
    if (!fits(world.vocabulary.load(term)))
      return refuse("vocab.unknown", field + ("[" + std::to_string(i) + "]"));
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
  }
  return terms;
}

bool may_be_broader(State const& term) {
  return term.stage != Stage::absent && term.stage != Stage::proposed;
}

Result<Terms> broader_of(capnp::List<capnp::Data>::Reader broader, World const& world) {
  return named(broader, "broader", world, may_be_broader);
}

// The terms one step above any of these, each once.
Terms above(World const& world, Terms const& level) {
  Terms next;
  for (auto const& term : level)
    for (auto const& broader : world.vocabulary.load(term).broader)
      next.push_back(survivor(world, broader));
  std::ranges::sort(next);
  auto const twice = std::ranges::unique(next);
  next.erase(twice.begin(), twice.end());
  return next;
}

enum class Climb { clear, cycle, too_deep };

// Level by level to the top, by the longest way, looking out for `term`.
Climb climb(World const& world, Id const& term, Terms level) {
  for (std::size_t steps = 1; !level.empty(); ++steps, level = above(world, level)) {
    if (std::ranges::find(level, term) != level.end()) return Climb::cycle;
    if (steps > limits::depth_max) return Climb::too_deep;
  }
  return Climb::clear;
}

Result<void> may_stand_under(World const& world, Id const& term, Terms const& broader) {
  switch (climb(world, term, broader)) {
    case Climb::clear: return {};
    case Climb::cycle: return refuse("vocab.cycle", "broader");
    case Climb::too_deep: return refuse("vocab.too-deep", "broader");
  }
  return {};
}

// A label that is white space only says nothing, and could not be found.
Result<void> labels_say_something(capnp::List<schema::Label>::Reader labels) {
  for (unsigned i = 0; i < labels.size(); ++i)
    if (fold({labels[i].getText().cStr(), labels[i].getText().size()}).empty())
      return refuse("input.invalid", "labels[" + std::to_string(i) + "].text",
                    "is white space only");
  return {};
}

// The term that a folded word stands for: one whose preferred label it is, else one whose label it is; of several the lowest id.
std::optional<Id> labelled(World const& world, std::string const& word,
                           FunctionRef<bool(Id const&)> fits) {
  std::optional<Id> found;
  auto const from = word_key(word, {});
  world.term_words.scan(bytes_of(from), [&](Bytes key, Bytes preferred) {
    if (!view_of(key).starts_with(from)) return false;
    auto const term = survivor(world, Id::from(key.subspan(from.size())));
    if (!fits(term)) return true;
    if (!found || preferred.front()) found = term;
    return !preferred.front();
  });
  return found;
}

void propose(Id const& own, schema::SkillClaim::Reader claim, Emit& emit) {
  auto proposed = emit.event_on<TermProposed>(own);
  proposed.setTerm(data_of(own));
  proposed.setWord(claim.getWord());
  proposed.setLanguage(claim.getLanguage());
}

// What adding and adopting have in common.
template <class Event, class Command>
typename Event::Builder place(Command command, Terms const& broader, Emit& emit) {
  auto placed = emit.event<Event>();
  placed.setTerm(command.getTerm());
  placed.setKind(command.getKind());
  placed.setLabels(command.getLabels());
  write(broader, placed.initBroader(static_cast<unsigned>(broader.size())));
  return placed;
}

template <class Event>
void label_by(LabelTerm::Reader label, Emit& emit) {
  auto labelled = emit.event<Event>();
  labelled.setTerm(label.getTerm());
  labelled.setLabels(label.getLabels());
}

}  // namespace

Id survivor(World const& world, Id term) {
  for (auto state = world.vocabulary.load(term); state.stage == Stage::merged;
       state = world.vocabulary.load(term))
    term = state.into;
  return term;
}

std::vector<Id> called(World const& world, std::string_view label) {
  std::vector<Id> terms;
  auto const from = word_key(fold(label), {});
  world.term_words.scan(bytes_of(from), [&](Bytes key, Bytes preferred) {
    if (!view_of(key).starts_with(from)) return false;
    if (preferred.front()) terms.push_back(Id::from(key.subspan(from.size())));
    return true;
  });
  return terms;
}

Result<Id> resolve(schema::SkillClaim::Reader claim, std::string const& field, Context const& by,
                   Emit& emit, std::vector<Claimed> const& held) {
  auto const open = [&](Id const& term) { return by.world.vocabulary.load(term).claimable(); };
  auto const kept = [&](Id const& term) { return !meaning(held, term, by.world).empty(); };
  if (claim.hasTerm()) {
    auto const term = survivor(by.world, id_from(claim.getTerm()));
    if (!open(term) && !kept(term)) return refuse("vocab.unknown", field + ".term");
    return term;
  }
  auto const word = fold({claim.getWord().cStr(), claim.getWord().size()});
  if (word.empty()) return refuse("input.invalid", field, "names neither a term nor a word");
  if (auto const known = labelled(by.world, word, open)) return *known;
  if (auto const known = labelled(by.world, word, kept)) return *known;
  auto const own = survivor(by.world, by.private_term(word));
  if (open(own) || kept(own) || emit.has<TermProposed>(own)) return own;
  if (by.world.vocabulary.load(own).stage != Stage::absent)
    return refuse("vocab.unknown", field + ".word");
  propose(own, claim, emit);
  return own;
}

Result<std::vector<Claimed>> resolve(capnp::List<schema::SkillClaim>::Reader claims,
                                     std::string const& field, Context const& by, Emit& emit) {
  std::vector<Claimed> resolved;
  for (unsigned i = 0; i < claims.size(); ++i) {
    auto term = resolve(claims[i], field + "[" + std::to_string(i) + "]", by, emit);
    if (!term) return term.error();
    std::erase_if(resolved, [&](Claimed const& earlier) {
      return earlier.term == *term;
    });  // The last one counts.
    resolved.push_back({*term, claims[i].getLevel(), claims[i].getWeight(), claims[i].getMust()});
  }
  return resolved;
}

Result<std::vector<Id>> topics(capnp::List<capnp::Data>::Reader topics, Context const& by) {
  return named(topics, "topics", by.world, [](State const& term) { return term.usable(); });
}

void write(std::vector<Id> const& terms, capnp::List<capnp::Data>::Builder out) {
  for (unsigned i = 0; i < terms.size(); ++i) out.set(i, data_of(terms[i]));
}

std::vector<Id> meaning(std::vector<Claimed> const& claims, Id const& term, World const& world) {
  std::vector<Id> same;
  for (auto const& claim : claims)
    if (survivor(world, claim.term) == survivor(world, term)) same.push_back(claim.term);
  return same;
}

void write(std::vector<Claimed> const& claims, capnp::List<schema::Skill>::Builder out) {
  for (unsigned i = 0; i < claims.size(); ++i) {
    out[i].setTerm(data_of(claims[i].term));
    out[i].setLevel(claims[i].level);
    out[i].setWeight(claims[i].weight);
    out[i].setMust(claims[i].must);
  }
}

Result<Asked> asked(capnp::List<schema::SkillClaim>::Reader wanted,
                    capnp::List<capnp::Data>::Reader topics, Context const& by, Emit& emit) {
  auto known = vocabulary::topics(topics, by);
  if (!known) return known.error();
  auto claimed = resolve(wanted, "wanted", by, emit);
  if (!claimed) return claimed.error();
  return Asked{*std::move(claimed), *std::move(known)};
}

std::vector<Claimed> read(capnp::List<schema::Skill>::Reader skills) {
  std::vector<Claimed> claims;
  claims.reserve(skills.size());
  for (auto skill : skills)
    claims.push_back(
        {id_from(skill.getTerm()), skill.getLevel(), skill.getWeight(), skill.getMust()});
  return claims;
}

Result<void> decide(State const& term, AddTerm::Reader add, Context const& by, Emit& emit) {
  if (term.stage != Stage::absent) return refuse("vocab.exists", "term");
  auto const uri = add.getUri();
  if (uri.size() > 255) return refuse("input.invalid", "uri", "longer than 255 bytes");
  if (uri.size() > 0 && by.world.term_uris.find(bytes_of({uri.cStr(), uri.size()})))
    return refuse("vocab.uri-taken", "uri");
  if (auto said = labels_say_something(add.getLabels()); !said) return said;
  auto broader = broader_of(add.getBroader(), by.world);
  if (!broader) return broader.error();
  if (auto placed = may_stand_under(by.world, id_from(add.getTerm()), *broader); !placed)
    return placed;

  auto const come = [&](auto added) {
    if (uri.size() > 0) added.setUri(uri);
  };
  if (preferred_languages(add.getLabels()) == both) come(place<TermAdded>(add, *broader, emit));
  else come(place<TermDrafted>(add, *broader, emit));
  return {};
}

Result<void> decide(State const& term, LabelTerm::Reader label, Context const&, Emit& emit) {
  if (auto ready = stands(term); !ready) return ready;
  if (auto said = labels_say_something(label.getLabels()); !said) return said;
  auto const languages = term.languages | preferred_languages(label.getLabels());
  if (term.stage != Stage::draft) label_by<TermLabelled>(label, emit);
  else if (languages == both) label_by<TermWentLive>(label, emit);
  else label_by<DraftLabelled>(label, emit);
  return {};
}

Result<void> decide(State const& term, RelateTerm::Reader relate, Context const& by, Emit& emit) {
  auto const broader = survivor(by.world, id_from(relate.getBroader()));
  if (auto ready = stands(term); !ready) return ready;
  if (!may_be_broader(by.world.vocabulary.load(broader))) return refuse("vocab.unknown", "broader");
  if (std::ranges::any_of(term.broader,
                          [&](Id const& known) { return survivor(by.world, known) == broader; }))
    return {};
  if (term.broader.size() >= limits::broader_max) return refuse("vocab.too-many", "broader");
  if (auto placed = may_stand_under(by.world, id_from(relate.getTerm()), {broader}); !placed)
    return placed;

  auto related = emit.event<TermRelated>();
  related.setTerm(relate.getTerm());
  related.setBroader(data_of(broader));
  return {};
}

Result<void> decide(State const& term, MergeTerm::Reader merge, Context const& by, Emit& emit) {
  auto const self = id_from(merge.getTerm()), into = survivor(by.world, id_from(merge.getInto()));
  auto const target = by.world.vocabulary.load(into);
  if (auto ready = there(term); !ready) return ready;
  if (term.stage == Stage::merged) return refuse("vocab.state", "term");
  if (target.stage == Stage::absent || target.stage == Stage::deprecated)
    return refuse("vocab.unknown", "into");
  if (target.stage == Stage::proposed && term.stage != Stage::proposed)
    return refuse("vocab.state", "into");
  if (target.kind == TermKind::GROUP && term.kind != TermKind::GROUP)
    return refuse("vocab.group", "into");
  if (into == self) return refuse("vocab.merge-cycle", "into");
  switch (climb(by.world, self, above(by.world, {into}))) {
    case Climb::clear: break;
    case Climb::cycle: return refuse("vocab.merge-cycle", "into");
    case Climb::too_deep: return refuse("vocab.too-deep", "into");
  }

  auto merged = emit.event<TermMerged>();
  merged.setTerm(merge.getTerm());
  merged.setInto(data_of(into));
  return {};
}

Result<void> decide(State const& term, DeprecateTerm::Reader deprecate, Context const&,
                    Emit& emit) {
  if (auto ready = there(term); !ready) return ready;
  if (term.stage == Stage::deprecated) return {};
  if (term.stage == Stage::merged) return refuse("vocab.state", "term");
  emit.event<TermDeprecated>().setTerm(deprecate.getTerm());
  return {};
}

Result<void> decide(State const& term, AdoptTerm::Reader adopt, Context const& by, Emit& emit) {
  if (auto ready = there(term); !ready) return ready;
  if (term.stage != Stage::proposed) return refuse("vocab.state", "term");
  if (adopt.getKind() == TermKind::GROUP)
    return refuse("vocab.group", "kind");  // Somebody offers or needs it.
  if (auto said = labels_say_something(adopt.getLabels()); !said) return said;
  auto broader = broader_of(adopt.getBroader(), by.world);
  if (!broader) return broader.error();
  if (auto placed = may_stand_under(by.world, id_from(adopt.getTerm()), *broader); !placed)
    return placed;

  if (preferred_languages(adopt.getLabels()) == both) place<TermAdopted>(adopt, *broader, emit);
  else place<TermDrafted>(adopt, *broader, emit);
  return {};
}

void depart(State const&, Id const&, Id const&, Context const&, Emit&) {
}  // It names nobody who could leave.

}  // namespace core::vocabulary
