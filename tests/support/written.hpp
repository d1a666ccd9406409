// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>
#include <simdjson.h>

#include <algorithm>

#include "api/json/read.hpp"
#include "api/road/meta.hpp"
#include "tests/support/names.hpp"

namespace support {

// JSON with "$name" for an id, and ' for " where it holds no " at all.
inline std::string spelled_out(std::string_view text) {
  auto json = with_ids(text);
  if (json.find('"') == std::string::npos) std::ranges::replace(json, '\'', '"');
  return json;
}

// A command as a client writes it: read as the edge reads it, with "meta" inside.
class Written {
 public:
  Written(std::string_view method, std::string_view json) {
    command.type = core::schema_tables().method(method);
    CHECK(command.type && command.type->use == core::Use::command);
    simdjson::dom::element parsed;
    CHECK(!parser_.parse(spelled_out(json)).get(parsed));
    auto body = body_.initRoot<capnp::AnyPointer>();
    auto meta = meta_.initRoot<capnp::AnyPointer>();
    read = api::json::read_command(api::json::tables().of(*command.type), parsed, body, meta);
    if (!read) return;
    command.body = body.getAs<capnp::AnyStruct>().asReader();
    read = api::read_meta(meta.asReader().getAs<core::schema::Meta>(), command, expected_);
  }
  Written(Written const&) = delete;

  core::Command command;
  core::Result<void> read;  // Use nothing where this is a refusal.

 private:
  simdjson::dom::parser parser_;
  capnp::MallocMessageBuilder body_, meta_;
  std::vector<core::Command::Expected> expected_;
};

}  // namespace support
