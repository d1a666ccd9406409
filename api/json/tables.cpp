// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/tables.hpp"

#include <algorithm>
#include <limits>

#include "core/check.hpp"

namespace api::json {
namespace {

// A text that may be as long as this may have several lines; a shorter one is a name, a title or a label.
constexpr std::uint32_t lines_from_bytes = 1000;

using core::Shape;

template <class T>
Item number() {
  using Limits = std::numeric_limits<T>;
  constexpr bool wide = sizeof(T) == 8;
  auto const low = !Limits::is_signed ? 0
                   : wide             ? -number_max
                                      : static_cast<std::int64_t>(Limits::min());
  auto const high = wide ? number_max : static_cast<std::int64_t>(Limits::max());
  return {Form::number, sizeof(T), Limits::is_signed, low, high, nullptr, nullptr};
}

Item plain(Form form) { return {form, 0, false, 0, 0, nullptr, nullptr}; }

Item item_of(Shape shape) {
  switch (shape) {
    case Shape::boolean: return plain(Form::boolean);
    case Shape::int8: return number<std::int8_t>();
    case Shape::int16: return number<std::int16_t>();
    case Shape::int32: return number<std::int32_t>();
    case Shape::int64: return number<std::int64_t>();
    case Shape::uint8: return number<std::uint8_t>();
    case Shape::uint16: return number<std::uint16_t>();
    case Shape::uint32: return number<std::uint32_t>();
    case Shape::uint64: return number<std::uint64_t>();
    case Shape::enumeration: return {Form::enumeration, 2, false, 0, 0, nullptr, nullptr};
    case Shape::text: return plain(Form::text);
    case Shape::data: return plain(Form::id);
    case Shape::structure: return plain(Form::structure);
    case Shape::list: return plain(Form::list);
  }
  core::broken("shape", __FILE__, __LINE__);
}

}  // namespace

Tables::Tables(core::Schema const& schema) {
  for (auto const* type : schema.commands()) add(*type);
  for (auto const* type : schema.events()) add(*type);
  for (auto const* type : schema.queries()) {
    add(*type);
    add(*type->reply);
  }
  add(schema.of<core::schema::Meta>());
  add(schema.of<core::schema::Receipt>());
}

Table const& Tables::add(core::Type const& type) {
  auto& known = by_type_[&type];
  if (known) return *known;
  known = std::make_unique<Table>();
  Table& table = *known;  // Its place is known before its fields are: a type may hold itself.
  table.type = &type;
  CHECK(type.fields.size() <= 64);
  std::vector<std::string> names;
  for (auto const& field : type.fields) {
    CHECK(type.use != core::Use::command ||
          field.name != "meta");  // Travels beside the fields of a command.
    if (field.required) table.required |= std::uint64_t{1} << names.size();
    names.push_back(field.name);
    table.slots.push_back(slot(field));
  }
  table.names = Names(std::move(names));
  return table;
}

Slot Tables::slot(core::Field const& field) {
  Slot slot;
  slot.field = &field;
  slot.item = item(field, field.value);
  if (slot.item.form == Form::list) slot.element = item(field, field.element);
  slot.offset = field.offset;
  slot.min = field.min.value_or(0);
  slot.max = field.max.value_or(std::numeric_limits<std::uint32_t>::max());
  slot.required = field.required;
  if (slot.item.form == Form::text && field.format == core::Format::PLAIN &&
      slot.max >= lines_from_bytes)
    slot.lines = Lines::many;
  slot.key = ",\"" + field.name + "\":";
  return slot;
}

Item Tables::item(core::Field const& field, core::Value const& value) {
  Item item = item_of(value.shape);
  if (field.language && item.form == Form::text) item.form = Form::language;
  if (field.instant && item.form == Form::number) item.form = Form::instant;
  if (field.range && item.form == Form::number) {
    item.low = std::max(item.low, field.range->first);
    item.high = std::min(item.high, field.range->second);
  }
  CHECK(item.form != Form::id ||
        !field.id_kind.empty());  // Bytes that are no id have no form in JSON yet.
  CHECK(item.form != Form::instant || value.shape == Shape::int64);
  if (value.enumeration) item.names = &names(*value.enumeration);
  if (value.structure) item.table = &add(*value.structure);
  return item;
}

Names const& Tables::names(core::Enumeration const& enumeration) {
  auto& known = by_enumeration_[&enumeration];
  if (!known) known = std::make_unique<Names>(enumeration.names);
  return *known;
}

Tables const& tables() {
  static Tables const all(core::schema_tables());
  return all;
}

}  // namespace api::json
