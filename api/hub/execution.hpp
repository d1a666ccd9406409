// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>

#include "core/command.hpp"
#include "core/people/tenant.hpp"
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

// The hub's own command that removes a text whose removal was ordered.
class Redaction {
 public:
  // again: it was removed before, and has come back with a copy from before.
  Redaction(core::Id const& of, core::Position event, bool again) {
    auto execute = message_.initRoot<core::tenant::ExecuteRedaction>();
    execute.setTenant(core::data_of(core::tenant::the_tenant()));
    execute.setOf(core::data_of(of));
    execute.setEvent(event.value);
    execute.setAgain(again);
  }
  // Valid as long as this.
  core::Command command() {
    return core::at_console(core::schema_tables().of<core::tenant::ExecuteRedaction>(), message_);
  }

 private:
  capnp::MallocMessageBuilder message_;
};

}  // namespace api
