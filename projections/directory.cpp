// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/directory.hpp"

#include "core/check.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

// What of a profile the index may know; nothing of one that is not listed.
std::optional<Findable> findable(ProfileRow const& row) {
  if (!row.shown()) return std::nullopt;
  Findable found;
  found.sector = row.sector;
  found.kinds = row.kinds;
  found.languages = row.languages;
  if (row.shows_members(ProfileField::AVAILABILITY)) found.hours = row.hours;
  if (row.shows_members(ProfileField::DISTRICT)) found.district = row.district;
  for (auto const& offer : row.offers) found.skills.push_back(offer.term);
  return found;
}

// What a profile says its person can do or looks for.
std::vector<core::Id> said_in(ProfileRow const& row) {
  std::vector<core::Id> terms;
  for (auto const& offer : row.offers) terms.push_back(offer.term);
  for (auto const& need : row.needs) terms.push_back(need.term);
  return terms;
}

template <class Row>
Row unpacked(core::Bytes bytes) {
  return core::unpack_row<Row>(bytes, "directory");
}

template <class T>
T const* pointer(std::optional<T> const& value) {
  return value ? &*value : nullptr;
}

}  // namespace

ProfileRow Directory::row_of(core::Id const& person) const {
  auto const row = rows_.find(RowKey(profile_key, person));
  return row ? unpacked<ProfileRow>(*row) : ProfileRow();
}

std::optional<ProfileRow> Directory::profile(core::Id const& person) const {
  auto row = row_of(person);
  if (row.number == 0 || row.is(ProfileRow::erased)) return std::nullopt;
  return row;
}

void Directory::change(core::Id const& person, core::FunctionRef<void(ProfileRow&)> edit) {
  auto row = row_of(person);
  auto const before = findable(row);
  auto const said = said_in(row);
  edit(row);
  auto const after = findable(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(RowKey(profile_key, person), buffer_);
  if (before || after) index_.change(row.number, pointer(before), pointer(after));
  users_.change(row.number, said, said_in(row));
}

void Directory::change_term(core::Id const& term, core::FunctionRef<void(DirectoryTermRow&)> edit) {
  auto const old = rows_.find(RowKey(term_key, term));
  auto row = old ? unpacked<DirectoryTermRow>(*old) : DirectoryTermRow();
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(RowKey(term_key, term), buffer_);
  index_term(term, row);
}

void Directory::index_term(core::Id const& term, DirectoryTermRow const& row) {
  index_.set_own_word(term, row.own_word);
  users_.count(term, row.own_word);
  if (row.into.is_nil()) return;
  index_.merge(term, row.into);
  users_.merge(term, row.into);
}

void Directory::index_profile(core::Id const& person, ProfileRow const& row) {
  if (row.number >= people_.size()) people_.resize(row.number + 1);
  if (row.number != 0) people_[row.number] = person;
  if (auto const found = findable(row)) index_.change(row.number, nullptr, &*found);
  users_.change(row.number, {}, said_in(row));
}

// The terms first: whoever says one is counted by what it is called today.
void Directory::loaded() {
  index_ = DirectoryIndex();
  users_ = WordUsers();
  people_.assign(1, {});
  rows_.scan_within(core::bytes_of({&term_key, 1}), [&](core::Bytes term, core::Bytes row) {
    index_term(core::Id::from(term), unpacked<DirectoryTermRow>(row));
    return true;
  });
  rows_.scan_within(core::bytes_of({&profile_key, 1}), [&](core::Bytes person, core::Bytes row) {
    index_profile(core::Id::from(person), unpacked<ProfileRow>(row));
    return true;
  });
}

Directory::Found Directory::search(DirectoryFilter const& filter, core::Id const& after,
                                   std::size_t limit) const {
  auto const below =
      after.is_nil() ? static_cast<std::uint32_t>(people_.size()) : row_of(after).number;
  std::vector<std::uint32_t> without;
  for (auto const& person : filter.without)
    if (auto const number = row_of(person).number; number != 0) without.push_back(number);
  auto found = index_.search(filter, without, below, limit);
  Found named{{}, found.total, std::move(found.counts)};
  for (auto const number : found.page) named.page.push_back(people_[number]);
  return named;
}

std::string Directory::describe(core::Bytes key, core::Bytes bytes) const {
  if (kind_of(key) == term_key) {
    auto const row = unpacked<DirectoryTermRow>(bytes);
    return Line()("term", id_of(key))("into", row.into)("ownWord", row.own_word).text();
  }
  auto const row = unpacked<ProfileRow>(bytes);
  Line line;
  line("person", id_of(key))("number", row.number)("shown", row.shown())(
      "listed", row.is(ProfileRow::listed));
  line("consented", row.is(ProfileRow::consented))("suspended", row.is(ProfileRow::suspended));
  line("paused", row.is(ProfileRow::paused))("sector", static_cast<unsigned>(row.sector))(
      "kinds", row.kinds);
  line("languages", row.languages)("hours", row.hours)("offers", row.offers.size())(
      "needs", row.needs.size());
  return line("topics", row.topics.size())("namedAt", row.named_at)("version", row.version.value)
      .text();
}

}  // namespace projections
