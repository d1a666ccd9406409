// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "core/pack.hpp"
#include "core/record.hpp"
#include "core/rows.hpp"

namespace projections {

inline constexpr char notices_key = 'n', delivery_key = 'd', answering_key = 'a', manager_key = 'g',
                      measure_key = 'm', applied_key = 't', partner_key = 'p', into_key = 'i';

// The key of what a person is told of one kind.
std::string notices_of(core::Id const& person, core::schema::Notice kind);

template <class T>
void put(core::Rows& rows, core::Bytes key, T const& value) {
  std::vector<std::uint8_t> bytes;
  core::pack(value, bytes);
  rows.put(key, bytes);
}

std::vector<core::Id> ids_in(core::Bytes row);
// Who answers for a thing, in no order of theirs.
std::vector<core::Id> answering_for(core::Rows const& rows, core::Id const& thing);
// Who runs a programme by a grant for it; where nobody does, by one for its measure, or else for the whole tenant. Of more than
// `limits::managers_told_max` the first, ascending.
std::vector<core::Id> running(core::Rows const& rows, core::Id const& programme);
// Who takes part in a programme or hopes to, and who speaks for its partners; somebody may come twice.
std::vector<core::Id> participants(core::Rows const& rows, core::Id const& programme);
// Who answers for what, and how notifications arrive: what the view must know to tell the right people.
struct NotificationsFold {
  core::Rows& rows;

  void apply(core::Recorded const& recorded);
  void answer(core::Id const& thing, core::Id const& person, bool on);
  void answer_alone(core::Id const& thing, core::Id const& person);
  void manage(core::Scope scope, core::Id const& target, core::Id const& person, bool on);
  void partner(core::Id const& programme, core::Id const& organisation, bool on);
  // Somebody who was erased is told of nothing any more, and of nothing that was before.
  void silence(core::Id const& person);
  void deliver(core::Id const& person, std::size_t kind, std::uint8_t delivery);
};

}  // namespace projections
