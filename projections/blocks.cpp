// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/blocks.hpp"

#include <algorithm>

#include "core/dispatch.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

constexpr std::size_t id_bytes = 16;

std::string key_of(core::Id const& person, core::Id const& blocked) {
  return std::string(core::view_of(person.view())) + std::string(core::view_of(blocked.view()));
}
core::Id first(core::Bytes key) { return core::Id::from(key.first(id_bytes)); }
core::Id second(core::Bytes key) { return core::Id::from(key.subspan(id_bytes)); }

}  // namespace

struct Blocks::Fold {
  Blocks& blocks;

  void operator()(core::person::PersonBlocked::Reader blocked, core::RecordHeader const&) {
    blocks.set(core::id_from(blocked.getPerson()), core::id_from(blocked.getBlocked()), true);
  }
  void operator()(core::person::PersonUnblocked::Reader unblocked, core::RecordHeader const&) {
    blocks.set(core::id_from(unblocked.getPerson()), core::id_from(unblocked.getBlocked()), false);
  }
  void operator()(core::person::PersonReported::Reader, core::RecordHeader const&) {}
  void operator()(core::person::ReportSettled::Reader, core::RecordHeader const&) {}
};

void Blocks::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  core::visit_person(recorded, fold);
}

void Blocks::set(core::Id const& person, core::Id const& blocked, bool on) {
  auto const key = key_of(person, blocked);
  if (on) rows_.put(core::bytes_of(key), core::there);
  else rows_.erase(core::bytes_of(key));
  note(person, blocked, on);
  note(blocked, person, on);
}

void Blocks::note(core::Id const& a, core::Id const& b, bool on) {
  if (on) return apart_[a].push_back(b);
  auto const known = apart_.find(a);
  if (known == apart_.end()) return;
  auto& others = known->second;
  if (auto const at = std::ranges::find(others, b); at != others.end()) others.erase(at);
  if (others.empty()) apart_.erase(known);
}

bool Blocks::apart(core::Id const& a, core::Id const& b) const {
  auto const& others = apart_from(a);
  return std::ranges::find(others, b) != others.end();
}

std::vector<core::Id> const& Blocks::apart_from(core::Id const& person) const {
  static std::vector<core::Id> const nobody;
  auto const known = apart_.find(person);
  return known == apart_.end() ? nobody : known->second;
}

std::vector<core::Id> Blocks::blocked_by(core::Id const& person) const {
  std::vector<core::Id> blocked;
  rows_.scan_within(person.view(), [&](core::Bytes other, core::Bytes) {
    blocked.push_back(core::Id::from(other));
    return true;
  });
  return blocked;
}

void Blocks::loaded() {
  apart_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes) {
    note(first(key), second(key), true);
    note(second(key), first(key), true);
    return true;
  });
}

std::string Blocks::describe(core::Bytes key, core::Bytes) const {
  return Line()("person", first(key))("blocked", second(key)).text();
}

}  // namespace projections
