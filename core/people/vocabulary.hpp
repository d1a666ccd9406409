// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/record.hpp"
#include "core/result.hpp"
#include "core/schema/vocabulary.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
struct Context;
class Emit;
}  // namespace core

namespace core::vocabulary {

// proposed: somebody's own word. draft: lacks the German or the English label. merged: another name of `into`.
enum class Stage : std::uint8_t { absent, proposed, draft, live, deprecated, merged };

// A skill as it is recorded and kept.
struct Claimed {
  Id term;
  std::uint8_t level = 0, weight = 0;
  bool must = false;

  template <class A>
  void fields(A& a) {
    a(term)(level)(weight)(must);
  }
};

struct State {
  Stage stage = Stage::absent;
  TermKind kind{};
  std::uint8_t languages = 0;  // Preferred labels: bit 0 German, bit 1 English.
  Id into;
  std::vector<Id> broader;

  // Whether anybody may name it.
  bool usable() const { return stage == Stage::proposed || stage == Stage::live; }
  bool claimable() const { return usable() && kind != TermKind::GROUP; }
  // Whether a course may teach it, be it in preparation or deprecated: providers use whole classifications.
  bool teachable() const { return stage != Stage::absent && kind != TermKind::GROUP; }
  template <class A>
  void fields(A& a) {
    a(stage)(kind)(languages)(into)(broader);
  }
};

inline Scopes scopes(State const&, Id const&) { return {}; }

// The term that stands for this one today: itself, or what it was merged into.
Id survivor(World const& world, Id term);

// The terms that have this preferred label in some language, whatever has become of them.
std::vector<Id> called(World const& world, std::string_view label);

// The term of a claim as a person typed it. An own word that no label has is proposed as a private term.
// Nobody is given what is deprecated or not live, but who has it among `held` keeps it.
// Refuses `vocab.unknown` at "field.term" or "field.word", `input.invalid` at "field" where neither is given.
Result<Id> resolve(schema::SkillClaim::Reader claim, std::string const& field, Context const& by,
                   Emit& emit, std::vector<Claimed> const& held = {});

// The same for a list, with the claims' other fields: what an event records.
Result<std::vector<Claimed>> resolve(capnp::List<schema::SkillClaim>::Reader claims,
                                     std::string const& field, Context const& by, Emit& emit);
void write(std::vector<Claimed> const& claims, capnp::List<schema::Skill>::Builder out);

// Topics as what they are called today, each once. Refuses `vocab.unknown` at "topics[i]".
Result<std::vector<Id>> topics(capnp::List<capnp::Data>::Reader topics, Context const& by);
void write(std::vector<Id> const& terms, capnp::List<capnp::Data>::Builder out);

// What somebody asks for: skills and topics, as an event records them.
struct Asked {
  std::vector<Claimed> wanted;
  std::vector<Id> topics;
};
// Refuses as topics() and then, at "wanted[i]", as resolve() does.
Result<Asked> asked(capnp::List<schema::SkillClaim>::Reader wanted,
                    capnp::List<capnp::Data>::Reader topics, Context const& by, Emit& emit);
template <class Event>
void write(Asked const& asked, Event event) {
  write(asked.wanted, event.initWanted(static_cast<unsigned>(asked.wanted.size())));
  write(asked.topics, event.initTopics(static_cast<unsigned>(asked.topics.size())));
}

// The claims that say the same as `term` today, by the terms they were recorded with.
std::vector<Id> meaning(std::vector<Claimed> const& claims, Id const& term, World const& world);
std::vector<Claimed> read(capnp::List<schema::Skill>::Reader skills);

// Keeps the look-ups by word and URI that decide needs.
void index(World& world, TermAdded::Reader event);
void index(World& world, TermLabelled::Reader event);
void index(World& world, TermAdopted::Reader event);
void index(World& world, TermDrafted::Reader event);
void index(World& world, DraftLabelled::Reader event);
void index(World& world, TermWentLive::Reader event);

}  // namespace core::vocabulary
