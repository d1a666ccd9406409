// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/directory_index.hpp"

namespace projections {
namespace {

template <class Value>
void put(Facet<Value>& facet, Value const& value, std::uint32_t row, bool on) {
  auto& set = facet.set(facet.number(value));
  if (on) set.add(row);
  else set.remove(row);
}

}  // namespace

std::uint32_t DirectoryIndex::survivor(std::uint32_t skill) const {
  while (into_[skill] != skill) skill = into_[skill];
  return skill;
}

std::uint32_t DirectoryIndex::skill(core::Id const& term) {
  auto const number = skills_.number(term);
  if (number < into_.size()) return survivor(number);
  into_.push_back(number);
  own_word_.push_back(false);
  return number;
}

void DirectoryIndex::change(std::uint32_t row, Findable const* before, Findable const* after) {
  if (row >= rows_) {
    rows_ = row + 1;
    hours_.resize(rows_);
  }
  if (before) mark(row, *before, false);
  if (after) mark(row, *after, true);
}

void DirectoryIndex::mark(std::uint32_t row, Findable const& found, bool on) {
  if (on) listed_.add(row);
  else listed_.remove(row);
  put(sectors_, found.sector, row, on);
  for (auto kinds = found.kinds; kinds != 0; kinds &= kinds - 1)
    put(kinds_, static_cast<Kind>(__builtin_ctz(kinds)), row, on);
  for (auto const& language : found.languages) put(languages_, language, row, on);
  if (!found.district.empty()) put(districts_, found.district, row, on);
  hours_[row] = on ? found.hours : 0;
  std::vector<std::uint32_t> skills;
  for (auto const& term : found.skills) skills.push_back(skill(term));
  std::ranges::sort(skills);
  skills.erase(std::ranges::unique(skills).begin(), skills.end());
  for (auto const number : skills) {
    if (on) skills_.set(number).add(row);
    else skills_.set(number).remove(row);
  }
  if (on || !skills_of_[row].empty())
    skills_of_.set(row, on ? skills : std::vector<std::uint32_t>());
}

void DirectoryIndex::merge(core::Id const& term, core::Id const& into) {
  auto const from = skill(term), to = skill(into);
  if (from == to) return;
  into_[from] = to;
  for (auto const row : skills_.set(from).rows()) {
    auto const old = skills_of_[row];
    std::vector<std::uint32_t> skills(old.begin(), old.end());
    std::ranges::replace(skills, from, to);
    if (!skills_.set(to).add(row))
      skills.erase(std::ranges::find(skills, to));  // The row had both.
    skills_of_.set(row, skills);
  }
  skills_.set(from) = RowSet();
}

void DirectoryIndex::set_own_word(core::Id const& term, bool own) {
  skill(term);
  own_word_[*skills_.find(term)] = own;
}

std::size_t DirectoryIndex::offering(core::Id const& term) const {
  auto const number = skills_.find(term);
  return number ? skills_.set(survivor(*number)).size() : 0;
}

std::size_t DirectoryIndex::memory_bytes() const {
  return listed_.memory_bytes() + sectors_.memory_bytes() + kinds_.memory_bytes() +
         languages_.memory_bytes() + districts_.memory_bytes() + skills_.memory_bytes() +
         hours_.capacity() + skills_of_.memory_bytes() + into_.capacity() * sizeof into_[0];
}

}  // namespace projections
