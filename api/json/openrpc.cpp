// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/openrpc.hpp"

#include "api/json/json_schema.hpp"
#include "api/json/rpc_write.hpp"

namespace api::json {
namespace {

struct Error {
  char const* name;
  ErrorCode code;
  char const* message;
};

constexpr Error errors[] = {
    {"InvalidParams", ErrorCode::invalid_params, "Invalid params"},
    {"Forbidden", ErrorCode::forbidden,
     "auth.required or auth.forbidden: not signed in, or without the role"},
    {"Refused", ErrorCode::refused, "A rule of the domain says no; data.code names it"},
    {"InternalError", ErrorCode::internal_error, "Internal error"},
};

void describe_info(Outline& out) {
  out.object("info", [&] {
    out.member("title", "Fuge");
    out.member("version", FUGE_VERSION);
    out.member("description",
               "Commands and queries of a city innovation hub, over JSON-RPC 2.0 (WebSocket and "
               "HTTP POST). Parameters by name only; "
               "null is the same as absent. Ids are lower-case UUIDs, instants RFC 3339 in UTC, "
               "numbers whole.");
    out.object("license", [&] { out.member("name", "EUPL-1.2"); });
  });
}

void describe_param(Outline& out, Described const& described, Slot const& slot) {
  out.member("name", slot.field->name);
  if (!slot.field->doc.empty()) out.member("description", slot.field->doc);
  if (slot.required) out.member("required", true);
  out.object("schema", [&] { describe_field(out, described, slot, Way::in); });
}

void describe_meta(Outline& out, Described const& described, core::Type const& meta) {
  out.member("name", "meta");
  out.member("description", meta.doc);
  out.object("schema",
             [&] { out.member("$ref", "#/components/schemas/" + described.name(meta, Way::in)); });
}

void describe_params(Outline& out, Described const& described, core::Schema const& schema,
                     core::Type const& type) {
  out.member("paramStructure", "by-name");
  out.list("params", [&] {
    for (auto const& slot : described.tables.of(type).slots)
      out.entry([&] { describe_param(out, described, slot); });
    if (type.use == core::Use::command)
      out.entry([&] { describe_meta(out, described, schema.of<core::schema::Meta>()); });
  });
}

void describe_result(Outline& out, Described const& described, core::Type const& result) {
  auto const& name = described.name(result, Way::out);
  out.object("result", [&] {
    out.member("name", name);
    if (!result.doc.empty()) out.member("description", result.doc);
    out.object("schema", [&] { out.member("$ref", "#/components/schemas/" + name); });
  });
}

void describe_allow(Outline& out, core::Type const& type) {
  out.list("x-allow", [&] {
    for (auto const& allow : type.allow) {
      out.entry([&] {
        out.member("role", name_of(allow.role));
        out.member("scope", name_of(allow.scope));
      });
    }
  });
}

void describe_method(Outline& out, Described const& described, core::Schema const& schema,
                     core::Type const& type) {
  bool const is_command = type.use == core::Use::command;
  out.member("name", type.method);
  if (!type.doc.empty()) out.member("description", type.doc);
  out.list("tags", [&] { out.entry([&] { out.member("name", type.family_name); }); });
  describe_params(out, described, schema, type);
  describe_result(out, described, is_command ? schema.of<core::schema::Receipt>() : *type.reply);
  out.list("errors", [&] {
    for (auto const& error : errors)
      out.entry([&] { out.member("$ref", std::string("#/components/errors/") + error.name); });
  });
  out.member("x-kind", is_command ? "command" : "query");
  describe_allow(out, type);
}

// What `error.data` is.
void describe_error_data(Outline& out) {
  auto const text = [&](char const* name, char const* description) {
    out.object(name, [&] {
      out.member("type", "string");
      out.member("description", description);
    });
  };
  out.member("title", "ErrorData");
  out.member("type", "object");
  out.object("properties", [&] {
    text("code", "The refusal's own code, stable for ever: the one to act on.");
    text("field", "The path of the field it is about, as offers[2].level.");
    text("detail", "For people.");
    text("stream", "With version: where that stream stands.");
    out.object("version", [&] { out.member("type", "integer"); });
  });
  out.list("required", [&] { out.entry("code"); });
}

void describe_components(Outline& out, Described const& described) {
  out.object("schemas", [&] {
    describe_schemas(out, described);
    out.object("ErrorData", [&] { describe_error_data(out); });
  });
  out.object("errors", [&] {
    for (auto const& error : errors) {
      out.object(error.name, [&] {
        out.member("code", static_cast<std::int64_t>(error.code));
        out.member("message", error.message);
      });
    }
  });
}

}  // namespace

std::string openrpc_document(core::Schema const& schema) {
  Described const described(schema);
  Outline out;
  out.object([&] {
    out.member("openrpc", "1.3.2");
    describe_info(out);
    out.list("methods", [&] {
      for (auto const* type : schema.commands())
        out.entry([&] { describe_method(out, described, schema, *type); });
      for (auto const* type : schema.queries())
        out.entry([&] { describe_method(out, described, schema, *type); });
    });
    out.object("components", [&] { describe_components(out, described); });
  });
  return out.take();
}

}  // namespace api::json
