// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/schema.hpp"
#include "core/schema/programme.capnp.h"
#include "core/scopes.hpp"

namespace core {
struct World;
}

namespace core::programme {

using Standing = ApplicationStanding;

struct Partner {
  Id organisation;
  PartnerRole role{};

  bool operator==(Partner const&) const = default;
  template <class A>
  void fields(A& a) {
    a(organisation)(role);
  }
};

// A degree programme that takes part: a fact about nobody.
struct Study {
  Id university;
  std::string code;

  bool operator==(Study const&) const = default;
  template <class A>
  void fields(A& a) {
    a(university)(code);
  }
};

struct State {
  ProgrammeStage stage{};
  Id measure;
  std::uint32_t capacity = 0;                                            // 0: no bound.
  std::uint32_t submitted = 0, waiting = 0, accepted = 0, enrolled = 0;  // Applications.
  std::uint64_t tickets = 0;                      // Places of the wait-list that were ever given.
  Instant applications_until, submissions_until;  // 0: no deadline.
  std::uint8_t team_size_min = 0, team_size_max = 0;
  bool several_teams = false;
  std::uint8_t phases = 0, phase = 0;
  std::vector<Partner> partners;
  std::vector<Study> studies;

  std::uint32_t taken() const { return accepted + enrolled; }
  std::size_t free() const { return capacity > 0 ? capacity - taken() : ~std::size_t{0}; }
  bool over() const {
    return stage == ProgrammeStage::COMPLETED || stage == ProgrammeStage::CANCELLED;
  }
  template <class A>
  void fields(A& a) {
    a(stage)(measure)(capacity)(submitted)(waiting)(accepted)(enrolled)(tickets);
    a(applications_until)(submissions_until)(team_size_min)(team_size_max)(several_teams);
    a(phases)(phase)(partners)(studies);
  }
};

inline Scopes scopes(State const& state, Id const& id) {
  return {.programme = id, .measure = state.measure};
}

// One person's application: a row of World::programme_applications, since they can be thousands.
struct Application {
  Standing standing{};
  EnrolmentStatus status{};
  std::uint64_t ticket = 0;  // Its place in the wait-list while it waits.
  Id team;                   // With which the person applied.

  template <class A>
  void fields(A& a) {
    a(standing)(status)(ticket)(team);
  }
};

// Of nobody who has not applied: Standing::NONE.
Application application(World const& world, Id const& programme, Id const& person);

// Keeps the applications and, in the order of their tickets, the wait-list.
void index(World& world, ApplicationSubmitted::Reader event);
void index(World& world, ApplicationAccepted::Reader event);
void index(World& world, ApplicationWaitlisted::Reader event);
void index(World& world, ApplicationRejected::Reader event);
void index(World& world, ApplicationWithdrawn::Reader event);
void index(World& world, EnrolmentConfirmed::Reader event);

}  // namespace core::programme
