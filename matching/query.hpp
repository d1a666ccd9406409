// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/schema/fuge.capnp.h"
#include "matching/facts.hpp"
#include "matching/score.hpp"

// Questions to matching, and their answers.
namespace matching {

struct Claimed {
  core::Id term;
  std::uint8_t level = 0;   // 1-4; 0 says nothing.
  std::uint8_t weight = 0;  // 1-10; 0 means 1.
  bool must = false;
};

// An empty filter lets everybody pass; within one, any value will do. What a lane does not have (a course has no kind) does
// not filter there.
struct Filters {
  std::uint16_t kinds = 0;   // Bit n: core::profile::Kind n. People.
  std::uint8_t sectors = 0;  // Bit n: core::schema::Sector n. People and challenges.
  std::vector<Language> languages;
  std::uint8_t hours_min = 0;  // People.
};

struct Query {
  Lane lane{};
  core::Id
      self{};  // Nil = nobody in particular. Never suggested, nor are that person's own challenges.
  // The asking side. A term that nobody named yet is met by nobody. `needs` do not count among challenges, which offer nothing.
  std::vector<Claimed> needs, offers;
  std::vector<core::Id> topics;
  std::vector<Language> languages;
  std::uint8_t hours = 0;
  core::schema::Sector sector{};
  // People who are kept from the asking one: they count as not listed, and so do their challenges.
  std::vector<core::Id> apart = {};
  Filters filters;
  std::size_t limit = 10;
};

// Why somebody is not in an answer, in the order in which it is looked at: each candidate is counted under the first.
enum class Filter : std::uint8_t {
  self,
  unlisted,
  unconsented,
  suspended,
  paused,
  kind,
  sector,
  language,
  hours,
  must,       // A need without which nothing else counts is not met.
  unrelated,  // Neither a skill nor a topic in common.
};
inline constexpr std::array<std::string_view, 11> filter_names{
    "self",   "not-listed", "no-consent", "suspended", "paused",   "kind",
    "sector", "language",   "hours",      "must",      "unrelated"};
inline std::string_view name_of(Filter filter) {
  return filter_names[static_cast<std::size_t>(filter)];
}

struct Suggestion {
  core::Id id;
  Millionths points = 0;
  core::match::Direction direction{};
};

struct Answer {
  std::vector<Suggestion> best;  // By points, then by id (ascending); at most `limit`.
  std::uint64_t candidates = 0;  // How many passed all filters.
  std::array<std::uint64_t, filter_names.size()> removed{};  // By Filter.
};

// How one need is met.
struct Reason {
  core::Id need, offer;
  bool yours = false;  // The need is the asking side's.
  Millionths closeness = 0, level_fit = 0;
  Millionths points = 0;       // Its share of that side's coverage: the shares sum to it exactly.
  std::vector<core::Id> path;  // From the need to the offer, both included.
  Millionths weight =
      0;  // What the need weighs among that side's: with the gaps' they sum to the whole exactly.
};

struct Gap {
  core::Id need;
  bool yours = false;
  Millionths weight = 0;
};

struct Explanation {
  // The filter that keeps the two apart. Whoever may not be seen counts as unlisted, whatever the reason; then, and under
  // any filter but `must` and `unrelated`, everything else is empty.
  std::optional<Filter> excluded_by;
  Parts parts;
  core::match::Direction direction{};
  Coverages coverages;
  std::vector<Reason> reasons;  // Yours first; by points (descending), then by need.
  std::vector<Gap> gaps;        // Yours first; by need.
  std::vector<core::Id> shared_topics;
  std::vector<Language> shared_languages;
  std::uint8_t hours = 0;
  core::schema::Sector sector{};
};

}  // namespace matching
