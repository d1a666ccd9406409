// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>

#include "core/command.hpp"
#include "core/people/tenant.hpp"
#include "core/schema/tenant.capnp.h"
#include "storage/base64.hpp"
#include "storage/head_file.hpp"

namespace api {

// The hub's own command that writes down what a restored log goes on from.
class Fork {
 public:
  explicit Fork(storage::Head const& parent) {
    auto fork = message_.initRoot<core::tenant::RecordFork>();
    fork.setTenant(core::data_of(core::tenant::the_tenant()));
    fork.setParent(storage::origin_of(parent.epoch));
    fork.setSize(parent.size.value);
    fork.setRoot(storage::base64(parent.root));
  }
  // Valid as long as this.
  core::Command command() {
    return core::at_console(core::schema_tables().of<core::tenant::RecordFork>(), message_);
  }

 private:
  capnp::MallocMessageBuilder message_;
};

}  // namespace api
