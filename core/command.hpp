// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/any.h>
#include <capnp/message.h>

#include <span>

#include "core/ids.hpp"
#include "core/schema.hpp"

namespace core {

// What somebody wants to happen.
struct Command {
  struct Expected {
    Family family = 0;
    Id stream;
    Version version;
  };

  Type const* type = nullptr;
  capnp::AnyStruct::Reader body;
  Id actor;              // Nil: a visitor, or the operator's console.
  bool console = false;  // Given on this machine's command line.
  Id id;                 // Chosen by the client. Nil: the engine makes one.
  std::span<Expected const> expected = {};
  Id correlation = {};
  Position causation = {};
  Instant occurred = {};  // 0 = now.
  bool history =
      false;  // What this machine's console tells of the past: decided as of when it happened.
};

// The operator's own: one without an id is made one by the engine. Valid as long as the message.
inline Command at_console(Type const& type, capnp::MessageBuilder& message) {
  return {.type = &type,
          .body = message.getRoot<capnp::AnyStruct>().asReader(),
          .actor = {},
          .console = true,
          .id = {}};
}

// Where an accepted command's events lie.
struct Receipt {
  Position first, last;
  Id stream;
  Version version;  // Of the command's stream, after the command.
};

}  // namespace core
