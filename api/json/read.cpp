// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/read.hpp"

#include <bit>
#include <cstdio>
#include <cstring>

#include "api/json/formats.hpp"
#include "api/json/instants.hpp"
#include "api/json/texts.hpp"
#include "core/check.hpp"

namespace api::json {
namespace {

using simdjson::dom::element;
using Pointer = capnp::AnyPointer::Builder;
using Pointers = capnp::List<capnp::AnyPointer>::Builder;

static_assert(std::endian::native == std::endian::little);  // As the data section is.

// One walk from a JSON value into a struct. (Elements and pointers are handed on by reference: copying them just after they were
// written stalls the processor and cost a seventh of the time.) Each step says whether it went well; if not, `refusal` says why, and every step on
// the way back puts its name in front of the path.
class Filling {
 public:
  bool structure(Table const& table, element const& from, Pointer& into, Pointer* meta = nullptr);

  core::Refusal refusal = core::refuse("input.invalid");

 private:
  bool fields(Table const& table, simdjson::dom::object const& from, capnp::AnyStruct::Builder into,
              Pointer* meta);
  bool field(Slot const& slot, element const& from, std::uint8_t* data, Pointers into);

  bool scalar(Item const& item, element const& from, std::int64_t& value);
  bool boolean(element const& from, std::int64_t& value);
  bool number(Item const& item, element const& from, std::int64_t& value);
  bool instant(element const& from, std::int64_t& value);
  bool enumeration(Names const& names, element const& from, std::int64_t& value);

  bool pointer(Slot const& slot, Item const& item, element const& from, Pointer& into);
  bool text(Slot const& slot, element const& from, Pointer& into);
  bool language(Slot const& slot, element const& from, Pointer& into);
  bool id(element const& from, Pointer& into);

  bool list(Slot const& slot, element const& from, Pointer& into);
  bool numbers(Item const& item, simdjson::dom::array const& from, Pointer& into);
  template <class Raw>
  bool scalars(Item const& item, simdjson::dom::array const& from, Pointer& into);
  bool pointers(Slot const& slot, simdjson::dom::array const& from, Pointer& into);
  bool structures(Table const& table, simdjson::dom::array const& from, Pointer& into);

  bool wrong(std::string detail);
  bool outside(std::size_t size, Slot const& slot, char const* one, char const* many);
  bool under(std::string_view name);
  bool under(std::size_t index);
};

// What a struct keeps in its data section: a bit, or 1, 2, 4 or 8 bytes.
void store(Item const& item, std::uint32_t offset, std::int64_t value, std::uint8_t* data) {
  auto* const at = data + offset / 8;
  switch (item.bytes) {
    case 0: *at = static_cast<std::uint8_t>(*at | value << offset % 8); break;
    case 1: std::memcpy(at, &value, 1); break;
    case 2: std::memcpy(at, &value, 2); break;
    case 4: std::memcpy(at, &value, 4); break;
    default: std::memcpy(at, &value, 8); break;
  }
}

std::string code_point(unsigned character) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", character);
  return text;
}

bool is_scalar(Form form) { return form <= Form::enumeration; }

// ---- structs ----

bool Filling::structure(Table const& table, element const& from, Pointer& into, Pointer* meta) {
  simdjson::dom::object object;
  if (from.get(object)) return wrong("must be an object");
  return fields(table, object, into.initAsAnyStruct(table.type->data_words, table.type->pointers),
                meta);
}

bool Filling::fields(Table const& table, simdjson::dom::object const& from,
                     capnp::AnyStruct::Builder into, Pointer* meta) {
  auto* const data = into.getDataSection().begin();
  auto pointers = into.getPointerSection();
  std::uint64_t met = 0, given = 0;
  std::size_t next = 0;  // Most clients keep the schema's order.
  for (auto [key, value] : from) {
    int const found = table.names.find(key, next);
    bool const is_meta = found < 0 && meta && key == "meta";
    if (found < 0 && !is_meta) return wrong("there is no such field"), under(echo(key));
    auto const at = is_meta ? table.slots.size() : static_cast<std::size_t>(found);
    auto const bit = std::uint64_t{1} << at;
    if (met & bit) return wrong("is given twice"), under(key);
    met |= bit;
    if (value.is_null()) continue;
    given |= bit;
    bool const filled = is_meta ? structure(table_of<core::schema::Meta>(), value, *meta)
                                : field(table.slots[at], value, data, pointers);
    if (!filled) return under(key);
    next = at + 1;
  }
  auto const missing = table.required & ~given;
  if (missing)
    return wrong("is required"),
           under(table.names[static_cast<std::size_t>(std::countr_zero(missing))]);
  return true;
}

bool Filling::field(Slot const& slot, element const& from, std::uint8_t* data, Pointers into) {
  if (!is_scalar(slot.item.form)) {
    auto place = into[slot.offset];
    return pointer(slot, slot.item, from, place);
  }
  std::int64_t value = 0;
  if (!scalar(slot.item, from, value)) return false;
  store(slot.item, slot.offset, value, data);
  return true;
}

// ---- what stands in the data section ----

bool Filling::scalar(Item const& item, element const& from, std::int64_t& value) {
  switch (item.form) {
    case Form::boolean: return boolean(from, value);
    case Form::number: return number(item, from, value);
    case Form::instant: return instant(from, value);
    case Form::enumeration: return enumeration(*item.names, from, value);
    case Form::text:
    case Form::language:
    case Form::id:
    case Form::structure:
    case Form::list: break;
  }
  core::broken("a scalar", __FILE__, __LINE__);
}

bool Filling::boolean(element const& from, std::int64_t& value) {
  bool truth = false;
  if (from.get(truth)) return wrong("must be true or false");
  value = truth;
  return true;
}

bool Filling::number(Item const& item, element const& from, std::int64_t& value) {
  auto const error = from.get(value);
  if (error == simdjson::INCORRECT_TYPE) return wrong("must be a whole number");
  if (!error && value >= item.low && value <= item.high) return true;
  return wrong("must be from " + std::to_string(item.low) + " to " + std::to_string(item.high));
}

bool Filling::instant(element const& from, std::int64_t& value) {
  std::string_view text;
  if (from.get(text)) return wrong("must be a text");
  auto const instant = parse_instant(text);
  if (!instant)
    return wrong(
        "must be an instant of the years 1970 to 9999, as 2026-05-01T12:00:00Z (RFC 3339)");
  value = instant->us;
  return true;
}

bool Filling::enumeration(Names const& names, element const& from, std::int64_t& value) {
  std::string_view name;
  if (from.get(name)) return wrong("must be a text");
  value = names.find(name);
  if (value >= 0) return true;
  std::string known = "must be one of";
  for (std::size_t i = 0; i < names.size(); ++i) known.append(i == 0 ? " " : ", ").append(names[i]);
  return wrong(std::move(known));
}

// ---- what stands behind a pointer ----

bool Filling::pointer(Slot const& slot, Item const& item, element const& from, Pointer& into) {
  switch (item.form) {
    case Form::text: return text(slot, from, into);
    case Form::language: return language(slot, from, into);
    case Form::id: return id(from, into);
    case Form::structure: return structure(*item.table, from, into);
    case Form::list: return list(slot, from, into);
    case Form::boolean:
    case Form::number:
    case Form::instant:
    case Form::enumeration: break;
  }
  core::broken("a pointer", __FILE__, __LINE__);
}

bool Filling::text(Slot const& slot, element const& from, Pointer& into) {
  std::string_view text;
  if (from.get(text)) return wrong("must be a text");
  // The bounds of a list are those of the list, not of the texts in it.
  if (slot.item.form != Form::list && (text.size() < slot.min || text.size() > slot.max))
    return outside(text.size(), slot, " byte", " bytes");
  if (auto const found = forbidden_character(text, slot.lines))
    return wrong("must not hold the character " + code_point(*found));
  if (!text.empty() && is_blank(text)) return wrong("must hold something to be seen");
  if (!text.empty() && !is_written_in(slot.field->format, text))
    return wrong("must be " + std::string(description_of(slot.field->format)));
  if (!text.empty())
    std::memcpy(into.initAs<capnp::Text>(static_cast<unsigned>(text.size())).begin(), text.data(),
                text.size());
  return true;
}

bool Filling::language(Slot const& slot, element const& from, Pointer& into) {
  std::string_view text;
  if (from.get(text)) return wrong("must be a text");
  if (text.empty() && slot.item.form != Form::list && !slot.required)
    return true;  // As an absent one is written.
  auto const letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (text.size() != 2 || !letter(text[0]) || !letter(text[1]))
    return wrong("must be two lower-case letters (ISO 639-1)");
  std::memcpy(into.initAs<capnp::Text>(2).begin(), text.data(), 2);
  return true;
}

bool Filling::id(element const& from, Pointer& into) {
  std::string_view text;
  if (from.get(text)) return wrong("must be a text");
  auto const id = core::Id::parse(text);
  if (!id) return wrong("must be a UUID");
  if (id->is_nil()) return wrong("must not be the nil UUID");
  std::memcpy(into.initAs<capnp::Data>(16).begin(), id->bytes.data(), 16);
  return true;
}

// ---- lists ----

bool Filling::list(Slot const& slot, element const& from, Pointer& into) {
  simdjson::dom::array array;
  if (from.get(array)) return wrong("must be a list");
  auto const size = array.size();
  if (size < slot.min || size > slot.max) return outside(size, slot, " entry", " entries");
  if (size == 0) return true;
  auto const& item = slot.element;
  switch (item.form) {
    case Form::structure: return structures(*item.table, array, into);
    case Form::boolean: return scalars<bool>(item, array, into);
    case Form::enumeration: return scalars<std::uint16_t>(item, array, into);
    case Form::instant: return scalars<std::int64_t>(item, array, into);
    case Form::number: return numbers(item, array, into);
    case Form::text:
    case Form::language:
    case Form::id: return pointers(slot, array, into);
    case Form::list: break;
  }
  core::broken("a list", __FILE__, __LINE__);
}

bool Filling::numbers(Item const& item, simdjson::dom::array const& from, Pointer& into) {
  switch (item.bytes) {
    case 1: return scalars<std::uint8_t>(item, from, into);
    case 2: return scalars<std::uint16_t>(item, from, into);
    case 4: return scalars<std::uint32_t>(item, from, into);
    default: return scalars<std::uint64_t>(item, from, into);
  }
}

template <class Raw>
bool Filling::scalars(Item const& item, simdjson::dom::array const& from, Pointer& into) {
  auto list = into.initAs<capnp::List<Raw>>(static_cast<unsigned>(from.size()));
  unsigned i = 0;
  for (element const entry : from) {
    std::int64_t value = 0;
    if (!scalar(item, entry, value)) return under(i);
    list.set(i++, static_cast<Raw>(value));
  }
  return true;
}

bool Filling::pointers(Slot const& slot, simdjson::dom::array const& from, Pointer& into) {
  auto list = into.initAsAnyList(capnp::ElementSize::POINTER, static_cast<unsigned>(from.size()))
                  .as<capnp::List<capnp::AnyPointer>>();
  unsigned i = 0;
  for (element const entry : from) {
    auto place = list[i];
    if (!pointer(slot, slot.element, entry, place)) return under(i);
    ++i;
  }
  return true;
}

bool Filling::structures(Table const& table, simdjson::dom::array const& from, Pointer& into) {
  auto list = into.initAsListOfAnyStruct(table.type->data_words, table.type->pointers,
                                         static_cast<unsigned>(from.size()));
  unsigned i = 0;
  for (element const entry : from) {
    simdjson::dom::object object;
    if (entry.get(object)) return wrong("must be an object"), under(i);
    if (!fields(table, object, list[i], nullptr)) return under(i);
    ++i;
  }
  return true;
}

// ---- refusals ----

bool Filling::wrong(std::string detail) {
  refusal.detail = std::move(detail);
  return false;
}

bool Filling::outside(std::size_t size, Slot const& slot, char const* one, char const* many) {
  auto const bound = size < slot.min ? slot.min : slot.max;
  return wrong((size < slot.min ? "needs at least " : "must have at most ") +
               std::to_string(bound) + (bound == 1 ? one : many));
}

bool Filling::under(std::string_view name) {
  bool const ends = refusal.field.empty() || refusal.field[0] == '[';
  refusal.field = std::string(name) + (ends ? "" : ".") + refusal.field;
  return false;
}

bool Filling::under(std::size_t index) {
  bool const ends = refusal.field.empty() || refusal.field[0] == '[';
  refusal.field = "[" + std::to_string(index) + (ends ? "]" : "].") + refusal.field;
  return false;
}

}  // namespace

core::Result<void> read(Table const& table, element const& from, Pointer into) {
  Filling filling;
  if (filling.structure(table, from, into)) return {};
  return std::move(filling.refusal);
}

core::Result<void> read_command(Table const& table, element const& from, Pointer command,
                                Pointer meta) {
  Filling filling;
  if (filling.structure(table, from, command, &meta)) return {};
  return std::move(filling.refusal);
}

}  // namespace api::json
