// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/course.hpp"
#include "core/people/account.hpp"
#include "core/people/follow.hpp"
#include "core/people/organisation.hpp"
#include "core/people/person.hpp"
#include "core/people/privacy.hpp"
#include "core/people/profile.hpp"
#include "core/people/tenant.hpp"
#include "core/people/vocabulary.hpp"
#include "core/schema/lists.hpp"
#include "core/table.hpp"
#include "core/work/challenge.hpp"
#include "core/work/idea.hpp"
#include "core/work/programme.hpp"
#include "core/work/project.hpp"
#include "core/work/team.hpp"

namespace core {

// A stream that only counts: where an accepted command without any other event is noted.
struct Noted {
  template <class A>
  void fields(A&) {}
};

// Everything decide may look at: the state of every aggregate, and what must be unique. Sealed text is never in here.
struct World {
  explicit World(Crypto const& hashing)  // It outlives the world.
      : crypto(hashing),
        noted(crypto),
#define X(family, number) family(crypto),
        FUGE_AGGREGATES(X)
#undef X
            ties(crypto),
        erasures(crypto),
        erased(crypto),
        texts(crypto),
        redactions(crypto),
        redacted(crypto),
        term_words(crypto),
        term_uris(crypto),
        idea_endorsements(crypto),
        programme_applications(crypto),
        programme_queue(crypto),
        team_places(crypto),
        programme_challenges(crypto),
        team_challenges(crypto),
        project_origins(crypto),
        visitor_sources(crypto) {
  }

  Crypto const& crypto;

  Table<Noted> noted;
#define X(family, number) Table<family::State> family;
  FUGE_AGGREGATES(X)
#undef X

  // Look-ups across aggregates, kept by index(World&, Event). Events may reach them twice after a restart.
  Rows
      ties;  // Person, family, stream that an event named the person on -> 1. Not the person's own ones.
  Rows
      erasures;  // When it is due (big-endian), person who asked to be erased -> 1; gone once it is done.
  Rows erased;                  // Person who was -> 1.
  Rows texts;                   // Aggregate, position of the event with its text -> OwnText.
  Rows redactions;              // The same of what is to be removed -> 1; gone once it is done.
  Rows redacted;                // Text that was removed -> 1.
  Rows term_words;              // Folded label, 0, term -> whether it is a preferred one.
  Rows term_uris;               // URI -> term.
  Rows idea_endorsements;       // Idea, person -> 1.
  Rows programme_applications;  // Programme, person -> programme::Application.
  Rows programme_queue;         // Programme, ticket -> the person who waits with it.
  Rows team_places;             // Programme or nil, person, team -> team::Place.
  Rows programme_challenges;    // Programme, challenge that was published in it -> 1.
  Rows team_challenges;         // Team, challenge it works on or has applied for -> TeamStanding.
  Rows project_origins;         // Idea, or team of a submission -> the project it became last.
  Rows visitor_sources;         // Place, day -> tenant::VisitorSource.

  std::uint64_t operators = 0;   // Accounts that are active and hold the operator's role; counted
                                 // anew when the state is read back.
  std::uint64_t hub_admins = 0;  // The same of the hub admin's, for the whole tenant.

  // Calls visit(name, rows) for each set of rows: what is written behind as "state.<name>.v1".
  template <class F>
  void each(F&& visit) {
    each_of(*this, visit);
  }
  template <class F>
  void each(F&& visit) const {
    each_of(*this, visit);
  }

 private:
  template <class W, class F>
  static void each_of(W& world, F& visit) {
    visit("noted", world.noted.rows());
#define X(family, number) visit(#family, world.family.rows());
    FUGE_AGGREGATES(X)
#undef X
    visit("ties", world.ties);
    visit("erasures", world.erasures);
    visit("erased", world.erased);
    visit("texts", world.texts);
    visit("redactions", world.redactions);
    visit("redacted", world.redacted);
    visit("term_words", world.term_words);
    visit("term_uris", world.term_uris);
    visit("idea_endorsements", world.idea_endorsements);
    visit("programme_applications", world.programme_applications);
    visit("programme_queue", world.programme_queue);
    visit("team_places", world.team_places);
    visit("programme_challenges", world.programme_challenges);
    visit("team_challenges", world.team_challenges);
    visit("project_origins", world.project_origins);
    visit("visitor_sources", world.visitor_sources);
  }
};

}  // namespace core
