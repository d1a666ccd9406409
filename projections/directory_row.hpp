// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/pack.hpp"
#include "core/people/vocabulary.hpp"
#include "core/schema/profile.capnp.h"

// The rows of "directory.v2". Key: a byte for the kind, then the id.
namespace projections {

inline constexpr char profile_key = 'p', term_key = 't';

using core::vocabulary::Claimed;
using ProfileField = core::profile::Field;

// One person. What is sealed stays in the log: `named_at` is the event that holds name, headline, about and contact as they
// are today.
struct ProfileRow {
  enum Standing : std::uint8_t {
    listed = 1,
    consented = 2,
    suspended = 4,
    paused = 8,
    erased = 16
  };

  std::uint32_t number =
      0;  // In order of creation, from 1; 0 = there is an account and no profile yet.
  std::uint8_t standing = 0;
  core::schema::Sector sector{};
  std::uint32_t kinds = 0;  // Bit by core::profile::Kind.
  std::uint8_t hours = 0;   // A week.
  std::array<std::uint8_t, 6> visibility{
      1, 1, 1, 1, 1, 1};  // core::schema::Visibility by field; members at first.
  core::Position named_at;
  core::Version version;
  std::string district, discipline;
  std::vector<std::string> languages;
  std::vector<Claimed> offers, needs;
  std::vector<core::Id> topics;
  // From and until when somebody has time, 0 where it is open; of most people empty.
  std::vector<core::Instant> available;

  template <class A>
  void fields(A& a) {
    a(number)(standing)(sector)(kinds)(hours)(visibility)(named_at)(version);
    a(district)(discipline)(languages)(offers)(needs)(topics)(available);
  }

  bool is(Standing bit) const { return standing & bit; }
  void set(Standing bit, bool on) {
    standing = static_cast<std::uint8_t>(on ? standing | bit : standing & ~bit);
  }
  // Whether members find it in the directory.
  bool shown() const {
    return number != 0 && (standing & (listed | consented | suspended)) == (listed | consented);
  }
  core::schema::Visibility visibility_of(ProfileField field) const {
    return static_cast<core::schema::Visibility>(visibility[static_cast<std::size_t>(field)]);
  }
  bool shows_members(ProfileField field) const {
    return visibility_of(field) <= core::schema::Visibility::MEMBERS;
  }
};

// A term that is not simply itself: merged into another, or somebody's own word.
struct DirectoryTermRow {
  core::Id into;
  bool own_word = false;

  template <class A>
  void fields(A& a) {
    a(into)(own_word);
  }
};

}  // namespace projections
