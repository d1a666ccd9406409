// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>

#include <deque>

#include "core/check.hpp"
#include "core/schema.hpp"

namespace core {

// Collects what a command makes happen, in order. Thread E; reused from command to command.
class Emit {
 public:
  struct Emitted {
    Type const* type = nullptr;
    StreamKey stream;
    std::unique_ptr<std::array<capnp::word, 256>> scratch =
        std::make_unique<std::array<capnp::word, 256>>();
    std::optional<capnp::MallocMessageBuilder> message{};
  };

  // The event's fields, to be set. It goes to the command's own stream, or to another one of the event's family.
  template <class Event>
  typename Event::Builder event() {
    return event_on<Event>(stream_);
  }
  template <class Event>
  typename Event::Builder event_on(Id const& stream) {
    static Type const& type = schema_tables().of<Event>();
    return add(type, stream).template initRoot<Event>();
  }

  std::size_t size() const { return size_; }
  Emitted& operator[](std::size_t i) { return events_[i]; }
  // Whether this command already emitted an event of that type on that stream.
  template <class Event>
  bool has(Id const& stream) const {
    for (std::size_t i = 0; i < size_; ++i)
      if (events_[i].type->node_id == capnp::typeId<Event>() && events_[i].stream.id == stream)
        return true;
    return false;
  }
  // Whether any event of this command is on that stream.
  bool touches(StreamKey const& stream) const {
    for (std::size_t i = 0; i < size_; ++i)
      if (events_[i].stream == stream) return true;
    return false;
  }
  void start(Id const& stream);
  // The note that a command was accepted and left its own stream as it was, at `version`.
  void note(Id const& actor, Version version) {
    event_on<schema::CommandNoted>(actor).setVersion(version.value);
  }

 private:
  capnp::MallocMessageBuilder& add(Type const& type, Id const& stream);

  Id stream_;
  std::deque<Emitted> events_;
  std::size_t size_ = 0;
};

}  // namespace core
