// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/ideas.hpp"

#include <algorithm>

#include "core/unpack_row.hpp"
#include "projections/any_of.hpp"
#include "projections/line.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

constexpr char idea_key = 'i', endorsed_key = 'e';

std::string endorsement(core::Id const& idea, core::Id const& person = {}) {
  std::string key(1, endorsed_key);
  key += core::view_of(idea.view());
  if (!person.is_nil()) key += core::view_of(person.view());
  return key;
}

IdeaRow unpacked(core::Bytes bytes) { return core::unpack_row<IdeaRow>(bytes, "ideas"); }

}  // namespace

std::optional<IdeaRow> Ideas::idea(core::Id const& id) const {
  auto const row = rows_.find(RowKey(idea_key, id));
  if (!row) return std::nullopt;
  return unpacked(*row);
}

bool Ideas::endorsed(core::Id const& idea, core::Id const& person) const {
  return !person.is_nil() && rows_.find(core::bytes_of(endorsement(idea, person))).has_value();
}

bool Ideas::endorse(core::Id const& idea, core::Id const& person) {
  if (endorsed(idea, person)) return false;
  rows_.put(core::bytes_of(endorsement(idea, person)), core::there);
  return true;
}

bool Ideas::unendorse(core::Id const& idea, core::Id const& person) {
  return rows_.erase(core::bytes_of(endorsement(idea, person)));
}

std::uint32_t Ideas::move_endorsements(core::Id const& idea, core::Id const& into) {
  std::vector<core::Id> people;
  auto const prefix = endorsement(idea);
  rows_.scan(core::bytes_of(prefix), [&](core::Bytes key, core::Bytes) {
    if (!core::view_of(key).starts_with(prefix)) return false;
    people.push_back(core::Id::from(key.subspan(prefix.size())));
    return true;
  });
  std::uint32_t added = 0;
  for (auto const& person : people) {
    unendorse(idea, person);
    added += endorse(into, person);
  }
  return added;
}

void Ideas::change(core::Id const& idea, core::FunctionRef<void(IdeaRow&)> edit) {
  auto row = this->idea(idea).value_or(IdeaRow());
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(RowKey(idea_key, idea), buffer_);
  show(idea, row);
}

void Ideas::show(core::Id const& idea, IdeaRow const& row) {
  if (!row.listed()) {
    shown_.erase(row.submitted_at);
    return;
  }
  Shown shown{idea,        row.stage,          row.green,    row.endorsements,
              row.measure, row.second_measure, row.district, row.topics,
              {}};
  for (auto const& claim : row.wanted) shown.skills.push_back(claim.term);
  shown_.insert_or_assign(row.submitted_at, std::move(shown));
}

bool Ideas::passes(Shown const& shown, IdeaFilter const& filter) const {
  bool const measured = filter.measure.is_nil() || filter.measure == shown.measure ||
                        filter.measure == shown.second_measure;
  return measured && (shown.green || !filter.green) && any_of(filter.stages, shown.stage) &&
         any_of(filter.districts, shown.district) && terms_.meet(filter.topics, shown.topics) &&
         terms_.meet(filter.skills, shown.skills);
}

Ideas::Found Ideas::search(IdeaFilter const& filter, IdeaOrder order, core::Id const& after,
                           std::size_t limit) const {
  auto wanted = filter;
  terms_.to_survivors(wanted.topics);
  terms_.to_survivors(wanted.skills);
  using Rank = std::pair<std::uint32_t, core::Position>;
  auto const rank = [&](std::uint32_t endorsements, core::Position submitted_at) {
    return Rank(order == IdeaOrder::MOST_ENDORSED ? endorsements : 0, submitted_at);
  };
  auto const last = idea(after).value_or(IdeaRow());
  auto const below = after.is_nil() ? Rank(~0u, core::Position{~0ULL})
                                    : rank(last.endorsements, last.submitted_at);
  Found found;
  std::vector<std::pair<Rank, core::Id>> next;
  for (auto const& [position, shown] : shown_) {
    if (!passes(shown, wanted)) continue;
    ++found.total;
    if (auto const at = rank(shown.endorsements, position); at < below)
      next.emplace_back(at, shown.id);
  }
  auto const count = std::min(limit, next.size());
  std::ranges::partial_sort(next, next.begin() + static_cast<std::ptrdiff_t>(count),
                            std::greater());
  for (std::size_t i = 0; i < count; ++i) found.page.push_back(next[i].second);
  return found;
}

void Ideas::loaded() {
  shown_.clear();
  terms_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    terms_.load(key, row);
    if (kind_of(key) == idea_key) show(id_of(key), unpacked(row));
    return true;
  });
}

std::string Ideas::describe(core::Bytes key, core::Bytes bytes) const {
  if (auto const merged = MergedTerms::describe(key, bytes)) return *merged;
  if (kind_of(key) == endorsed_key)
    return Line()("endorsed", core::Id::from(key.subspan(1, 16)))("by",
                                                                  core::Id::from(key.subspan(17)))
        .text();
  auto const row = unpacked(bytes);
  Line line;
  line("idea", id_of(key))("stage", static_cast<unsigned>(row.stage))("author", row.author);
  line("measure", row.measure)("secondMeasure", row.second_measure)("became", row.became);
  line("green", row.green)("spam", row.spam)("district", row.district);
  line("endorsements", row.endorsements)("coAuthors", row.co_authors)("invited", row.invited);
  line("titledAt", row.titled_at)("submittedAt", row.submitted_at)("answeredAt", row.answered_at);
  return line("wanted", row.wanted.size())("topics", row.topics)("version", row.version.value)
      .text();
}

}  // namespace projections
