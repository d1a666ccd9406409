// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// From the schema's numbers to decide and apply: tables made from the generated lists, so nothing is registered by hand.
#include "core/dispatch_tables.hpp"
#include "core/own_texts.hpp"

namespace core {
namespace {

template <class State, class Command>
Result<void> decide_as(Table<State> const& table, Id const& id, capnp::AnyStruct::Reader body,
                       Context const& by, Emit& emit) {
  return decide(table.hold(id), body.as<Command>(), by, emit);
}

// Whom an event names is tied to its stream from then on.
void tie(World& world, Type const& type, StreamKey const& stream, capnp::AnyStruct::Reader event) {
  each_person(type, event, [&](Id const& person) {
    if (person.is_nil() || person == stream.id) return;
    std::array<std::uint8_t, 1 + 2 * sizeof(Id)> key;
    std::ranges::copy(person.bytes, key.begin());
    key[sizeof(Id)] = stream.family;
    std::ranges::copy(stream.id.bytes, key.begin() + 1 + sizeof(Id));
    if (!world.ties.find(key)) world.ties.put(key, there);
  });
}

template <class State, class Event>
void apply_as(World& world, Table<State>& table, RecordHeader const& header,
              capnp::AnyStruct::Reader body, bool folded) {
  auto const event = body.as<Event>();
  if (!folded)
    table.change(header.stream.id, header.version, [&](State& state) { apply(state, event); });
  if constexpr (requires { index(world, event); }) index(world, event);
  static Type const& type = schema_tables().of<Event>();
  keep_texts(world, type, header, body);
  if (!type.people.empty()) tie(world, type, header.stream, body);
}

}  // namespace

Decide decide_of(std::uint16_t command) {
  switch (command) {
#define X(family, Command)                                                                        \
  case id_of<family::Command>:                                                                    \
    return [](World const& world, Id const& id, capnp::AnyStruct::Reader body, Context const& by, \
              Emit& emit) {                                                                       \
      return decide_as<family::State, family::Command>(world.family, id, body, by, emit);         \
    };
    FUGE_COMMANDS(X)
#undef X
    default: return nullptr;
  }
}

bool apply_event(World& world, RecordHeader const& header, capnp::AnyStruct::Reader event,
                 bool folded) {
  switch (header.event_type) {
#define X(family, Event)                                                                \
  case id_of<family::Event>:                                                            \
    apply_as<family::State, family::Event>(world, world.family, header, event, folded); \
    return true;
    FUGE_EVENTS(X)
#undef X
    case command_noted:
      if (!folded) world.noted.change(header.stream.id, header.version, [](Noted&) {});
      return true;
    default: return false;
  }
}

Version version_of(World const& world, StreamKey const& stream) {
  switch (stream.family) {
#define X(name, number) \
  case number: return world.name.version(stream.id);
    FUGE_AGGREGATES(X)
#undef X
    case 0: return world.noted.version(stream.id);
    default: return {};
  }
}

namespace {

Scopes own_scopes(World const& world, StreamKey const& stream) {
  switch (stream.family) {
#define X(name, number) \
  case number: return name::scopes(world.name.hold(stream.id), stream.id);
    FUGE_AGGREGATES(X)
#undef X
    default: return {};
  }
}

}  // namespace

// What belongs to a programme belongs to its measure.
Scopes scopes_of(World const& world, StreamKey const& stream) {
  auto scopes = own_scopes(world, stream);
  if (scopes.measure.is_nil() && !scopes.programme.is_nil())
    scopes.measure = world.programme.hold(scopes.programme).measure;
  return scopes;
}

}  // namespace core
