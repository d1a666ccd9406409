// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/following.hpp"

#include "core/decide.hpp"
#include "core/dispatch.hpp"
#include "core/pack.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

core::follow::State unpacked(core::Bytes bytes) {
  return core::unpack_row<core::follow::State>(bytes, "following");
}

}  // namespace

// What an event means to a person's list is what it means to the aggregate.
struct Following::Fold {
  Following& following;

  template <class Event>
  void operator()(Event event, core::RecordHeader const&) {
    auto const person = core::id_from(event.getPerson());
    auto state = following.of(person);
    core::follow::apply(state, event);
    std::vector<std::uint8_t> bytes;
    core::pack(state, bytes);
    following.rows_.put(person.view(), bytes);
  }
};

void Following::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  core::visit_follow(recorded, fold);
}

core::follow::State Following::of(core::Id const& person) const {
  auto const row = rows_.find(person.view());
  return row ? unpacked(*row) : core::follow::State();
}

void Following::loaded() {
  rows_.scan({}, [](core::Bytes, core::Bytes row) {
    unpacked(row);
    return true;
  });
}

std::string Following::describe(core::Bytes key, core::Bytes row) const {
  auto const state = unpacked(row);
  std::vector<core::Id> targets;
  for (auto const& one : state.followed) targets.push_back(one.target);
  Line line;
  line("person", core::Id::from(key))("follows", targets);
  return line("digest", static_cast<unsigned>(state.digest)).text();
}

}  // namespace projections
