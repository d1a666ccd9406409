// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/typescript.hpp"

#include "api/json/described.hpp"
#include "core/check.hpp"

namespace api::json {
namespace {

std::string comment(std::string const& doc, std::string const& indent = "") {
  if (doc.empty()) return "";
  std::string text = doc;
  for (std::size_t at = 0; (at = text.find("*/", at)) != text.npos;) text.insert(at + 1, " ");
  return indent + "/** " + text + " */\n";
}

std::string value_type(Described const& described, Item const& item, core::Value const& value,
                       Way way) {
  switch (item.form) {
    case Form::boolean: return "boolean";
    case Form::number: return "number";
    case Form::instant: return "Instant";
    case Form::enumeration: return described.name(*value.enumeration);
    case Form::text: return "string";
    case Form::language: return "Language";
    case Form::id: return "Uuid";
    case Form::structure: return described.name(*value.structure, way);
    case Form::list: break;
  }
  core::broken("a list of lists", __FILE__, __LINE__);
}

std::string type_of(Described const& described, Slot const& slot, Way way) {
  if (slot.item.form == Form::list)
    return value_type(described, slot.element, slot.field->element, way) + "[]";
  return value_type(described, slot.item, slot.field->value, way);
}

std::string interface_of(Described const& described, Described::Struct const& shown) {
  auto const& [type, way, name] = shown;
  // An empty interface would take anything.
  if (type->fields.empty())
    return comment(type->doc) + "export type " + name + " = Record<string, never>;\n\n";
  std::string text = comment(type->doc) + "export interface " + name + " {\n";
  for (auto const& slot : described.tables.of(*type).slots) {
    auto const& field = *slot.field;
    bool const always = way == Way::in ? field.required : always_written(field);
    text += comment(field.doc, "  ") + "  " + field.name + (always ? ": " : "?: ") +
            type_of(described, slot, way) + ";\n";
  }
  return text + "}\n\n";
}

std::string union_of(Described::Enumeration const& shown) {
  std::string text = comment(shown.enumeration->doc) + "export type " + shown.name + " =";
  for (auto const& name : shown.enumeration->names) text += "\n  | \"" + name + "\"";
  return text + ";\n\n";
}

std::string method_of(Described const& described, core::Schema const& schema,
                      core::Type const& type) {
  bool const is_command = type.use == core::Use::command;
  auto const& result = is_command ? schema.of<core::schema::Receipt>() : *type.reply;
  std::string params = described.name(type, Way::in);
  if (is_command)
    params += " & { meta?: " + described.name(schema.of<core::schema::Meta>(), Way::in) + " }";
  return comment(type.doc, "  ") + "  \"" + type.method + "\": { params: " + params +
         "; result: " + described.name(result, Way::out) + " };\n";
}

constexpr char head[] = R"(// Generated from the schema by `fuge schema typescript`.

/** A lower-case UUID. */
export type Uuid = string;

/** RFC 3339 in UTC, as 2026-05-01T12:00:00Z. */
export type Instant = string;

/** Two lower-case letters (ISO 639-1), or nothing. */
export type Language = string;

)";

constexpr char tail[] = R"(
export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]["params"];
export type Result<M extends Method> = Methods[M]["result"];
)";

}  // namespace

std::string typescript_types(core::Schema const& schema) {
  Described const described(schema);
  std::string text = head;
  for (auto const& shown : described.enumerations) text += union_of(shown);
  for (auto const& shown : described.structs) text += interface_of(described, shown);
  text += "/** Every command and query by its method. */\nexport interface Methods {\n";
  for (auto const* type : schema.commands()) text += method_of(described, schema, *type);
  for (auto const* type : schema.queries()) text += method_of(described, schema, *type);
  return text + "}\n" + tail;
}

}  // namespace api::json
