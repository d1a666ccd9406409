// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/json_schema.hpp"

#include "core/check.hpp"

namespace api::json {
namespace {

std::string reference(std::string const& name) { return "#/components/schemas/" + name; }

bool refers(Item const& item) {
  return item.form == Form::enumeration || item.form == Form::structure;
}

// The schema of one field, or of the entries of one that is a list.
struct Describing {
  Outline& out;
  Described const& described;
  Slot const& slot;
  Way way;

  void field() {
    if (slot.item.form == Form::list) list();
    else value(slot.item, slot.field->value);
  }

  void list() {
    out.member("type", "array");
    if (slot.field->min) out.member("minItems", std::int64_t{slot.min});
    if (slot.field->max) out.member("maxItems", std::int64_t{slot.max});
    out.object("items", [&] { value(slot.element, slot.field->element); });
  }

  void value(Item const& item, core::Value const& value) {
    switch (item.form) {
      case Form::boolean: return out.member("type", "boolean");
      case Form::number: return number(item);
      case Form::instant: return text("date-time");
      case Form::enumeration:
        return out.member("$ref", reference(described.name(*value.enumeration)));
      case Form::text: return text();
      case Form::language: return language();
      case Form::id: return id();
      case Form::structure:
        return out.member("$ref", reference(described.name(*value.structure, way)));
      case Form::list: break;
    }
    core::broken("a list of lists", __FILE__, __LINE__);
  }

  void number(Item const& item) {
    out.member("type", "integer");
    out.member("minimum", item.low);
    out.member("maximum", item.high);
  }

  void text(char const* format) {
    out.member("type", "string");
    out.member("format", format);
  }

  void text() {
    out.member("type", "string");
    if (slot.item.form == Form::list) return;  // The bounds are the list's.
    if (slot.field->min)
      out.member("minLength",
                 std::int64_t{(slot.min + 3) / 4});  // A character has up to four bytes.
    if (slot.field->max) out.member("maxLength", std::int64_t{slot.max});
    if (slot.field->max) out.member("x-maxBytes", std::int64_t{slot.max});
    if (slot.field->format != core::Format::PLAIN)
      out.member("x-format", name_of(slot.field->format));
  }

  void language() {
    bool const may_be_empty = slot.item.form != Form::list && !slot.required;
    out.member("type", "string");
    out.member("pattern", may_be_empty ? "^([a-z]{2})?$" : "^[a-z]{2}$");
  }

  void id() {
    text("uuid");
    out.member("x-id", slot.field->id_kind);
  }
};

// Beside a $ref everything else is ignored, so it goes into an allOf.
void describe_member(Outline& out, Described const& described, Slot const& slot, Way way) {
  auto const& field = *slot.field;
  Describing describing{out, described, slot, way};
  bool const more = !field.doc.empty() || field.sealed;
  if (more && refers(slot.item)) out.list("allOf", [&] { out.entry([&] { describing.field(); }); });
  else describing.field();
  if (!field.doc.empty()) out.member("description", field.doc);
  if (field.sealed) out.member("x-sealed", name_of(*field.sealed));
}

// Who may see an event in a feed, and how it is worded there.
void describe_event(Outline& out, core::Type const& type) {
  out.member("x-event", type.family_name + "." + type.name);
  out.member("x-audience", name_of(type.audience));
}

void describe_struct(Outline& out, Described const& described, Described::Struct const& shown) {
  auto const& type = *shown.type;
  auto const& table = described.tables.of(type);
  bool const is_command = type.use == core::Use::command;
  out.member("title", shown.name);
  if (!type.doc.empty()) out.member("description", type.doc);
  out.member("type", "object");
  if (type.use == core::Use::event) describe_event(out, type);
  out.object("properties", [&] {
    for (auto const& slot : table.slots)
      out.object(slot.field->name, [&] { describe_member(out, described, slot, shown.way); });
    if (is_command) out.object("meta", [&] { out.member("$ref", reference("Meta")); });
  });
  out.list("required", [&] {
    for (auto const& field : type.fields)
      if (shown.way == Way::in ? field.required : always_written(field)) out.entry(field.name);
  });
  // What is read is complete; what is written may have more fields one day.
  if (shown.way == Way::in) out.member("additionalProperties", false);
}

void describe_enumeration(Outline& out, Described::Enumeration const& shown) {
  out.member("title", shown.name);
  if (!shown.enumeration->doc.empty()) out.member("description", shown.enumeration->doc);
  out.member("type", "string");
  out.list("enum", [&] {
    for (auto const& name : shown.enumeration->names) out.entry(name);
  });
}

}  // namespace

void describe_field(Outline& out, Described const& described, Slot const& slot, Way way) {
  Describing{out, described, slot, way}.field();
}

void describe_schemas(Outline& out, Described const& described) {
  for (auto const& shown : described.enumerations)
    out.object(shown.name, [&] { describe_enumeration(out, shown); });
  for (auto const& shown : described.structs)
    out.object(shown.name, [&] { describe_struct(out, described, shown); });
}

}  // namespace api::json
