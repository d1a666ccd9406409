// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "api/json/characters.hpp"
#include "api/json/names.hpp"
#include "core/schema.hpp"

// The schema once more, laid out for reading and writing JSON: one table a type, made once. Reading and writing are one walk
// each over these tables, for every type alike.
namespace api::json {

struct Table;

// How a value looks in JSON.
enum class Form : std::uint8_t {
  boolean,
  number,
  instant,
  enumeration,
  text,
  language,
  id,
  structure,
  list
};

struct Item {
  Form form = Form::boolean;
  std::uint8_t bytes =
      0;  // In the data section; 0 of a boolean, which is a bit, and of what is behind a pointer.
  bool is_signed = false;
  std::int64_t
      low = 0,
      high = 0;  // Inclusive bounds of a number: $range, else its type's, never beyond 2^53 - 1.
  Names const* names = nullptr;  // Of an enumeration.
  Table const* table = nullptr;  // Of a structure.
};

struct Slot {
  Item item;
  Item element;              // Of a list.
  std::uint32_t offset = 0;  // Bits into the data section, or index into the pointer section.
  std::uint32_t min = 0, max = 0;
  bool required = false;
  std::string key;  // As it is written behind another one: ,"name":
  core::Field const* field = nullptr;
  Lines lines = Lines::one;  // Of a text.
};

struct Table {
  core::Type const* type = nullptr;
  Names names;
  std::vector<Slot> slots;     // In the fields' order; at most 64.
  std::uint64_t required = 0;  // One bit a slot.
};

// The integers that every reader of JSON keeps exactly.
inline constexpr std::int64_t number_max = (std::int64_t{1} << 53) - 1;

class Tables {
 public:
  // Covers every command, event, query, reply and what they hold. Ends the process where a type has no form in JSON.
  explicit Tables(core::Schema const& schema);
  Tables(Tables const&) = delete;

  Table const& of(core::Type const& type) const { return *by_type_.at(&type); }

 private:
  Table const& add(core::Type const& type);
  Slot slot(core::Field const& field);
  Item item(core::Field const& field, core::Value const& value);
  Names const& names(core::Enumeration const& enumeration);

  std::unordered_map<core::Type const*, std::unique_ptr<Table>> by_type_;
  std::unordered_map<core::Enumeration const*, std::unique_ptr<Names>> by_enumeration_;
};

// Those of the one schema; immutable, so any thread may read them.
Tables const& tables();

template <class T>
Table const& table_of() {
  static Table const& table = tables().of(core::schema_tables().of<T>());
  return table;
}

}  // namespace api::json
