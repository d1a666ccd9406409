// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/own_texts.hpp"

#include "core/big_endian.hpp"
#include "core/pack.hpp"

namespace core {
namespace {

constexpr std::uint16_t first_with_own_keys = 2;

Position event_in(Bytes rest) { return {big_endian(rest)}; }

OwnText unpacked(Bytes row) {
  OwnText text;
  CHECK(unpack(row, text));
  return text;
}

// The aggregate whose texts an event takes with it.
void drop(World& world, Id const& of) {
  std::vector<std::string> keys;
  each_text_of(world, of,
               [&](Position event, OwnText const&) { keys.push_back(text_key(of, event)); });
  for (auto const& key : keys) {
    world.texts.erase(bytes_of(key));
    world.redactions.erase(bytes_of(key));
  }
}

}  // namespace

std::string text_key(Id const& of, Position event) {
  std::string key(view_of(of.view()));
  append_big_endian(key, event.value);
  return key;
}

Id text_of(RecordHeader const& header, Crypto const& crypto) {
  std::uint8_t const index[] = {static_cast<std::uint8_t>(header.command_index),
                                static_cast<std::uint8_t>(header.command_index >> 8)};
  Bytes const parts[] = {bytes_of("text"), header.actor.view(), header.command.view(), index};
  return id_of_hash(crypto.sha256(parts));
}

std::optional<OwnText> own_text(World const& world, Id const& of, Position event) {
  auto const row = world.texts.find(bytes_of(text_key(of, event)));
  if (!row) return {};
  return unpacked(*row);
}

void each_text_of(World const& world, Id const& of,
                  FunctionRef<void(Position event, OwnText const&)> visit) {
  world.texts.scan_within(of.view(), [&](Bytes event, Bytes row) {
    visit(event_in(event), unpacked(row));
    return true;
  });
}

void each_text(World const& world,
               FunctionRef<void(Id const& of, Position event, OwnText const&)> visit) {
  world.texts.scan({}, [&](Bytes key, Bytes row) {
    visit(Id::from(key.first(sizeof(Id))), event_in(key.subspan(sizeof(Id))), unpacked(row));
    return true;
  });
}

void keep_texts(World& world, Type const& type, RecordHeader const& header,
                capnp::AnyStruct::Reader event) {
  if (type.destroys && *type.destroys->destroys == KeyKind::TEXT)
    drop(world, id_in(event, *type.destroys));
  if (type.seals(KeyKind::TEXT) == 0 || header.schema_version < first_with_own_keys) return;
  std::vector<std::uint8_t> row;
  OwnText text{text_of(header, world.crypto), header.actor};
  pack(text, row);
  world.texts.put(bytes_of(text_key(id_in(event, *type.owner), header.position)), row);
}

void each_ordered(World const& world, FunctionRef<void(Id const& of, Position event)> visit) {
  world.redactions.scan({}, [&](Bytes key, Bytes) {
    visit(Id::from(key.first(sizeof(Id))), event_in(key.subspan(sizeof(Id))));
    return true;
  });
}

void each_redacted(World const& world, FunctionRef<void(Id const& text)> visit) {
  world.redacted.scan({}, [&](Bytes text, Bytes) {
    visit(Id::from(text));
    return true;
  });
}

}  // namespace core
