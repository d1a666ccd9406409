// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A search over the directory's index: filters become sets of rows, counts are sizes of intersections.
#include "projections/directory_index.hpp"

namespace projections {
namespace {

constexpr auto everything = [](auto) { return true; };

}  // namespace

template <class Value, class Wanted>
std::optional<RowBits> DirectoryIndex::passing(Facet<Value> const& facet,
                                               std::vector<Wanted> const& wanted) const {
  if (wanted.empty()) return std::nullopt;
  auto bits = empty_bits();
  for (auto const& value : wanted) {
    auto number = facet.find(value);
    if (!number) continue;
    if constexpr (std::is_same_v<Value, core::Id>) number = survivor(*number);
    facet.set(*number).fill(bits);
  }
  return bits;
}

std::optional<RowBits> DirectoryIndex::passing_hours(std::uint8_t hours_min) const {
  if (hours_min == 0) return std::nullopt;
  auto bits = empty_bits();
  for (std::uint32_t row = 0; row < rows_; row += 64) {
    std::uint64_t word = 0;
    auto const end = std::min(rows_, row + 64);
    for (auto i = row; i < end; ++i) word |= std::uint64_t{hours_[i] >= hours_min} << (i - row);
    bits.chunk(0)[row / 64] = word;
  }
  return bits;
}

std::optional<RowBits> DirectoryIndex::all_without(std::vector<std::uint32_t> const& rows) const {
  if (rows.empty()) return std::nullopt;
  auto gone = empty_bits(), bits = empty_bits();
  for (auto const row : rows)
    if (row < rows_) gone.set(row);
  listed_.fill(bits);
  bits.leave_out(gone);
  return bits;
}

// The rows that pass every filter except that one; none where that is every listed row.
std::optional<RowBits> DirectoryIndex::all_but(Passing const& passing, Property property) const {
  std::optional<RowBits> all;
  for (std::size_t i = 0; i < passing.size(); ++i) {
    if (!passing[i] || i == property) continue;
    if (!all) listed_.fill(all.emplace(empty_bits()));
    all->keep_only(*passing[i]);
  }
  return all;
}

DirectoryIndex::Found DirectoryIndex::search(DirectoryFilter const& filter,
                                             std::vector<std::uint32_t> const& without,
                                             std::uint32_t below, std::size_t limit) const {
  Passing const filters{passing(sectors_, filter.sectors),
                        passing(kinds_, filter.kinds),
                        passing(languages_, filter.languages),
                        passing(districts_, filter.districts),
                        passing(skills_, filter.skills),
                        passing_hours(filter.hours_min),
                        all_without(without)};
  auto const filtered = all_but(filters, properties);
  Found found;
  found.counts = count(filters, filtered ? &*filtered : nullptr);
  found.total = filtered ? filtered->count() : listed_.size();
  auto all = filtered;
  if (!all) listed_.fill(all.emplace(empty_bits()));
  all->each_down(std::min(below, rows_), [&](std::uint32_t row) {
    if (found.page.size() < limit) found.page.push_back(row);
    return found.page.size() < limit;
  });
  return found;
}

DirectoryCounts DirectoryIndex::count(Passing const& passing, RowBits const* all) const {
  auto const under_others = [&](Property property, auto count) {
    if (!passing[property]) return count(all);
    auto const others = all_but(passing, property);
    return count(others ? &*others : nullptr);
  };
  auto const top = [&](auto const& facet) {
    return [&facet](RowBits const* among) { return facet.top(among, counts_max, everything); };
  };
  return {
      .sectors = under_others(by_sector, top(sectors_)),
      .kinds = under_others(by_kind, top(kinds_)),
      .languages = under_others(by_language, top(languages_)),
      .districts = under_others(by_district, top(districts_)),
      .skills = under_others(by_skill, [&](RowBits const* among) { return count_skills(among); })};
}

// There are too many skills to intersect their sets: the skills of each row are counted, or, where most rows pass, those of the
// rows that do not are taken off what all have.
std::vector<Count<core::Id>> DirectoryIndex::count_skills(RowBits const* among) const {
  if (!among)
    return skills_.top(nullptr, skill_counts_max, [&](auto skill) { return !own_word_[skill]; });
  std::vector<std::uint32_t> counts(skills_.values());
  auto const most = among->count() > listed_.size() / 2;
  auto counted = *among;
  if (most) {
    counted = empty_bits();
    listed_.fill(counted);
    counted.leave_out(*among);
    for (std::uint32_t skill = 0; skill < counts.size(); ++skill)
      counts[skill] = static_cast<std::uint32_t>(skills_.set(skill).size());
  }
  std::uint32_t const step = most ? ~std::uint32_t{0} : 1;  // Minus one, or one.
  counted.each([&](std::uint32_t row) {
    for (auto const skill : skills_of_[row]) counts[skill] += step;
  });
  Leaders<core::Id> leaders(skill_counts_max);
  for (std::uint32_t skill = 0; skill < counts.size(); ++skill)
    if (!own_word_[skill]) leaders.offer(skills_.value(skill), counts[skill]);
  return leaders.take();
}

}  // namespace projections
