// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/schema/profile.capnp.h"
#include "projections/facet.hpp"
#include "projections/number_lists.hpp"

namespace projections {

using core::profile::Kind;
using core::schema::Sector;

// What a listed profile can be found by. A field that it hides from members is empty here, so no filter and no count tells.
struct Findable {
  Sector sector{};
  std::uint32_t kinds = 0;
  std::uint8_t hours = 0;
  std::string district;
  std::vector<std::string> languages;
  std::vector<core::Id> skills;  // Offered; merged terms as they were stated.
};

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct DirectoryFilter {
  std::vector<Sector> sectors;
  std::vector<Kind> kinds;
  std::vector<std::string> languages, districts;
  std::vector<core::Id> skills;
  std::uint8_t hours_min = 0;
  std::vector<core::Id> without = {};  // People who are not there, for whoever asks.
};

// How many profiles have each value, each property counted under the filters of the others. Most frequent first.
struct DirectoryCounts {
  std::vector<Count<Sector>> sectors;
  std::vector<Count<Kind>> kinds;
  std::vector<Count<std::string>> languages, districts;
  std::vector<Count<core::Id>> skills;
};

// The directory's listed profiles as sets of row numbers by value: a search combines sets and reads no row.
class DirectoryIndex {
 public:
  static constexpr std::size_t counts_max = 50, skill_counts_max = 30;

  // Null: was not, is not listed.
  void change(std::uint32_t row, Findable const* before, Findable const* after);
  // From now on `term` is another name of `into`.
  void merge(core::Id const& term, core::Id const& into);
  // Somebody's own word can be searched for, but is not counted for others to read.
  void set_own_word(core::Id const& term, bool own);

  struct Found {
    std::vector<std::uint32_t> page;
    std::uint64_t total = 0;
    DirectoryCounts counts;
  };
  // The page holds the highest numbers below `below`, downwards. The rows `without` are as if they were not listed.
  Found search(DirectoryFilter const& filter, std::vector<std::uint32_t> const& without,
               std::uint32_t below, std::size_t limit) const;

  std::size_t listed() const { return listed_.size(); }
  std::size_t offering(core::Id const& term) const;
  std::size_t memory_bytes() const;

 private:
  enum Property {
    by_sector,
    by_kind,
    by_language,
    by_district,
    by_skill,
    by_hours,
    by_person,
    properties
  };
  using Passing =
      std::array<std::optional<RowBits>, properties>;  // By filter; none: everything passes.

  void mark(std::uint32_t row, Findable const& found, bool on);
  std::uint32_t skill(core::Id const& term);  // The number of what it was merged into.
  std::uint32_t survivor(std::uint32_t skill) const;
  RowBits empty_bits() const { return RowBits(rows_); }
  template <class Value, class Wanted>
  std::optional<RowBits> passing(Facet<Value> const& facet,
                                 std::vector<Wanted> const& wanted) const;
  std::optional<RowBits> passing_hours(std::uint8_t hours_min) const;
  std::optional<RowBits> all_without(std::vector<std::uint32_t> const& rows) const;
  std::optional<RowBits> all_but(Passing const& passing, Property property) const;
  DirectoryCounts count(Passing const& passing, RowBits const* all) const;
  std::vector<Count<core::Id>> count_skills(RowBits const* among) const;

  std::uint32_t rows_ = 0;  // One more than the highest number.
  RowSet listed_;
  Facet<Sector> sectors_;
  Facet<Kind> kinds_;
  Facet<std::string> languages_, districts_;
  Facet<core::Id> skills_;
  std::vector<std::uint8_t> hours_;  // By row.
  NumberLists skills_of_;            // By row: survivors, each once.
  std::vector<std::uint32_t> into_;  // By skill; itself unless merged.
  std::vector<bool> own_word_;       // By skill.
};

}  // namespace projections
