// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/facts.hpp"

#include "core/check.hpp"
#include "matching/facts_rows.hpp"

namespace matching {

core::Id Facts::owner(core::Id const& challenge) const {
  auto const owner = owners_.find(challenge);
  return owner == owners_.end() ? core::Id{} : owner->second;
}

std::uint32_t Facts::people_offering(core::Id const& id) const {
  auto const term = taxonomy_.find(id);
  if (!term) return 0;
  auto const number = taxonomy_.current(*term).number;
  return number < offering_.size() ? offering_[number] : 0;
}

Stated Facts::stated(Lane lane, core::Id const& id) const {
  Stated stated;
  if (auto const row = rows_.find(rows::key(rows::shelf_of(lane), id)))
    CHECK(core::unpack(*row, stated));
  return stated;
}

void Facts::change(Lane lane, core::Id const& id, core::FunctionRef<void(Stated&)> edit) {
  auto now = stated(lane, id);
  edit(now);
  buffer_.clear();
  core::pack(now, buffer_);
  rows_.put(rows::key(rows::shelf_of(lane), id), buffer_);
  refresh(lane, id, &now);
}

void Facts::drop(Lane lane, core::Id const& id) {
  if (rows_.erase(rows::key(rows::shelf_of(lane), id))) refresh(lane, id, nullptr);
}

void Facts::refresh(Lane lane, core::Id const& id, Stated const* stated) {
  auto& candidates = candidates_[static_cast<std::size_t>(lane)];
  auto const* before = candidates.find(id);
  bool const was_listed = lane == Lane::PEOPLE && before && before->is(listed);
  if (was_listed) count_in(*before, false);
  if (!stated || !stated->is(described)) return candidates.erase(id);

  Candidate now(id, *stated, taxonomy_, languages_);
  bool const is_listed = lane == Lane::PEOPLE && now.is(listed);
  if (is_listed) count_in(now, true);
  if (is_listed || was_listed) ++changes_;
  if (!stated->owner.empty()) owners_[id] = stated->owner.front();
  candidates.put(std::move(now));
}

void Facts::count_in(Candidate const& person, bool in) {
  offering_.resize(taxonomy_.size(), 0);
  std::uint32_t const by = in ? 1 : ~0u;
  people_ += by;
  for (auto const& offer : person.offers()) offering_[offer.term().number] += by;
}

// Whoever named the term is compared by its survivor from now on. (Merges are rare; one costs a look at every candidate.)
void Facts::merge(Term term, Term into) {
  auto const gone = taxonomy_.current(term);
  taxonomy_.merge(term, into);
  if (taxonomy_.current(term) == gone) return;
  for (auto lane : lanes) {
    std::vector<core::Id> touched;
    for (auto const& candidate : candidates(lane).all())
      if (candidate.names(gone)) touched.push_back(candidate.id);
    for (auto const& id : touched) {
      auto const same = stated(lane, id);
      refresh(lane, id, &same);
    }
  }
}

void Facts::begin_epoch(core::Position source) {
  auto next = count(source);
  for (std::uint32_t number = 0; number < taxonomy_.size(); ++number) {
    auto const offering = next.offering(Term{number});
    if (offering == statistics_.offering(Term{number})) continue;
    auto const key = rows::key(rows::Shelf::offering, taxonomy_.id(Term{number}));
    buffer_.clear();
    core::pack(rows::Offering{offering}, buffer_);
    offering == 0 ? void(rows_.erase(key)) : rows_.put(key, buffer_);
  }
  statistics_ = std::move(next);
  changes_ = 0;
}

void Facts::store_epoch() {
  buffer_.clear();
  core::pack(rows::Epoch{statistics_.source(), statistics_.people(), changes_}, buffer_);
  rows_.put(rows::key(rows::Shelf::epoch), buffer_);
}

void Facts::store_terms() {
  for (auto term : taxonomy_.take_changed()) {
    auto const parents = taxonomy_.parents(term);
    buffer_.clear();
    core::pack(
        rows::TermRow{
            term, taxonomy_.kind(term), taxonomy_.survivor(term), {parents.begin(), parents.end()}},
        buffer_);
    rows_.put(rows::key(rows::Shelf::terms, taxonomy_.id(term)), buffer_);
  }
}

std::size_t Facts::memory_bytes() const {
  auto bytes = taxonomy_.memory_bytes() + statistics_.memory_bytes() +
               offering_.capacity() * sizeof(std::uint32_t);
  for (auto const& candidates : candidates_) bytes += candidates.memory_bytes();
  bytes += owners_.bucket_count() * (sizeof(decltype(owners_)::value_type) + 1);
  for (std::uint32_t set = 0; set < languages_.size(); ++set)
    bytes += 96 + languages_.of(set).size_bytes();
  return bytes;
}

}  // namespace matching
