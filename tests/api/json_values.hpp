// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>
#include <simdjson.h>

#include <string>
#include <string_view>

#include "api/json/read.hpp"
#include "api/json/write.hpp"
#include "core/check.hpp"

// What the tests of api/json share: JSON into a struct and back.
namespace tests {

struct Read {
  simdjson::dom::parser parser;
  capnp::MallocMessageBuilder message, meta_message;
  capnp::AnyPointer::Builder root = message.initRoot<capnp::AnyPointer>();
  capnp::AnyPointer::Builder meta = meta_message.initRoot<capnp::AnyPointer>();
  core::Result<void> result;

  // The parameters of a method, or a reply or event by its "family.Name".
  Read(std::string_view method, std::string_view json) {
    auto const& type = *core::schema_tables().method(method);
    auto const& table = api::json::tables().of(type);
    auto const element = parse(json);
    result = type.use == core::Use::command ? api::json::read_command(table, element, root, meta)
                                            : api::json::read(table, element, root);
  }
  Read(core::Type const& type, std::string_view json) {
    result = api::json::read(api::json::tables().of(type), parse(json), root);
  }

  template <class T>
  typename T::Reader as() {
    CHECK(result.has_value());
    return root.getAs<T>().asReader();
  }

 private:
  simdjson::dom::element parse(std::string_view json) {
    simdjson::dom::element element;
    CHECK(!parser.parse(simdjson::padded_string(json)).get(element));
    return element;
  }
};

inline std::string written(core::Type const& type, capnp::AnyStruct::Reader from) {
  std::string out;
  api::json::write(api::json::tables().of(type), from, out);
  return out;
}

template <class T>
std::string written(typename T::Reader from) {
  return written(core::schema_tables().of<T>(), capnp::AnyStruct::Reader(from));
}

}  // namespace tests
