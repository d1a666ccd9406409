// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "core/record.hpp"
#include "core/world.hpp"

// Texts that can be removed one by one: what an event says under $sealed(text) has a key of its own since schema version 2.
namespace core {

// The id that owns the key of an event's text: of who did it, the command's id and the event's number in it, so that nobody can
// choose somebody else's, and a log that was forked gives none twice to different texts.
Id text_of(RecordHeader const& header, Crypto const& crypto);

struct OwnText {
  Id text, author;  // The author is nil where nobody is named as having written it.

  template <class A>
  void fields(A& a) {
    a(text)(author);
  }
};

// The text of an aggregate in the event at that position; nothing where there is none with a key of its own, or not any more.
std::optional<OwnText> own_text(World const& world, Id const& of, Position event);
// Every text of the aggregate.
void each_text_of(World const& world, Id const& of,
                  FunctionRef<void(Position event, OwnText const&)> visit);
// Every text there is.
void each_text(World const& world,
               FunctionRef<void(Id const& of, Position event, OwnText const&)> visit);

// Keeps what an event says of texts: that it holds one, or that the keys of an aggregate's are destroyed.
void keep_texts(World& world, Type const& type, RecordHeader const& header,
                capnp::AnyStruct::Reader event);

// The key of a row about the text of an event: whose it is, then the position (big-endian).
std::string text_key(Id const& of, Position event);

// What was ordered to be removed and is not yet; what was.
void each_ordered(World const& world, FunctionRef<void(Id const& of, Position event)> visit);
void each_redacted(World const& world, FunctionRef<void(Id const& text)> visit);

}  // namespace core
