// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"
#include "core/schema/search.capnp.h"
#include "projections/text_index.hpp"

// What can be found by its texts: where these are, and who may see them.
namespace api {

using SearchKind = core::search::Kind;

inline projections::TextOwner owner_of(SearchKind kind, core::Id const& id) {
  return {static_cast<std::uint8_t>(kind), id};
}
inline SearchKind kind_of(projections::TextOwner const& owner) {
  return static_cast<SearchKind>(owner.kind);
}

void each_kind(core::FunctionRef<void(SearchKind)> visit);
// The kind whose things have their streams in that family.
std::optional<SearchKind> kind_of(core::Family family);

// One text of something. The number is the same however often it is asked for, and whatever of it is gone.
struct SearchableText {
  std::uint8_t number = 0;
  bool is_name = false;
  std::string field, text;
};
// All that are there and can be opened; whether they may be seen is another question. `open` opens a record's.
std::vector<SearchableText> searchable_texts(Rooms const& rooms,
                                             projections::TextOwner const& owner,
                                             core::FunctionRef<OpenedTexts(core::Position)> open);

// Which of them whoever asks may see: none of what is not there for them.
projections::TextIndex::Texts texts_seen(Asking const& asking, projections::TextOwner const& owner);

// Everything there is, with where its first text lies in the log.
void each_searchable(Rooms const& rooms,
                     core::FunctionRef<void(projections::TextOwner const&, core::Position)> visit);

}  // namespace api
