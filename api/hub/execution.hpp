// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>

#include "core/command.hpp"
#include "core/schema/account.capnp.h"

namespace api {

// The hub's own command that erases a person.
class Execution {
 public:
  // again: the person was erased before, and has come back with a copy from before.
  Execution(core::Id const& person, bool again) {
    auto execute = message_.initRoot<core::account::ExecuteErasure>();
    execute.setAccount(core::data_of(person));
    execute.setAgain(again);
  }
  // Valid as long as this.
  core::Command command() {
    return core::at_console(core::schema_tables().of<core::account::ExecuteErasure>(), message_);
  }

 private:
  capnp::MallocMessageBuilder message_;
};

}  // namespace api
