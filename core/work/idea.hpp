// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/people/vocabulary.hpp"
#include "core/schema/idea.capnp.h"

namespace core::idea {

struct State {
  IdeaStage stage = IdeaStage::ABSENT;
  bool green = false;
  Id author, measure, second_measure;
  Id became;  // What it was merged into, or the project that it was converted to.
  std::vector<Id> co_authors, invited;
  std::vector<Id> absorbed;  // All that was merged into it, also by way of others.

  bool is_author(Id const& person) const {
    return !person.is_nil() &&
           (person == author || std::ranges::find(co_authors, person) != co_authors.end());
  }
  bool has_invited(Id const& person) const {
    return std::ranges::find(invited, person) != invited.end();
  }
  template <class A>
  void fields(A& a) {
    a(stage)(green)(author)(measure)(second_measure)(became)(co_authors)(invited)(absorbed);
  }
};

inline Scopes scopes(State const& state, Id const&) {
  return {.self = state.author, .measure = state.measure};
}

// Who endorsed which idea: idea, person -> 1. An endorsement stays where it was given: those of a merged idea are found by the
// survivor's list of what it absorbed. Called after apply.
void index(World& world, IdeaEndorsed::Reader event);
void index(World& world, EndorsementWithdrawn::Reader event);

}  // namespace core::idea
