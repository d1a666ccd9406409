// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/any.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/function_ref.hpp"
#include "core/ids.hpp"
#include "core/schema/fuge.capnp.h"

// The schema as tables, prepared once at start from the embedded CodeGeneratorRequest. Everything generic (JSON, validation,
// method names, OpenRPC, TypeScript, permissions, sealing, record layout) walks these tables; nothing of it is written by hand.
namespace core {

using schema::Format;
using schema::KeyKind;
using schema::Role;
using schema::Scope;
using schema::Searchable;
using schema::Visibility;

struct Type;

struct Enumeration {
  std::string name;
  std::string doc;
  std::vector<std::string> names;                 // By value.
  std::vector<std::string> called_de, called_en;  // By value; empty where nothing says it in words.
};

enum class Shape : std::uint8_t {
  boolean,
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  enumeration,
  text,
  data,
  structure,
  list,
};

struct Value {
  Shape shape{};
  Enumeration const* enumeration = nullptr;
  Type const* structure = nullptr;
};

struct Field {
  std::string name;
  std::string doc;
  Value value;
  Value element;             // Of a list.
  std::uint32_t offset = 0;  // Bits into the data section, or index into the pointer section.
  bool required = false;
  bool stream = false;     // The id that a command is decided on.
  bool subject = false;    // The person whose key seals personal fields.
  bool owner = false;      // The aggregate whose key seals text fields.
  bool reaches = false;    // A person who is told, or an organisation whose representatives are.
  bool conceals = false;   // Whom or what it is about, from whom it is concealed.
  bool by_itself = false;  // Where true, the event came of itself: by nobody, as others are told.
  bool instant = false;
  bool language = false;
  Format format{};                        // Of a text, or of each in a list.
  std::string id_kind;                    // Not empty: a 16-byte id, a UUID in JSON.
  std::optional<std::uint32_t> min, max;  // Bytes of a text, entries of a list.
  std::optional<std::pair<std::int64_t, std::int64_t>> range;
  std::optional<KeyKind> sealed;
  std::optional<Searchable> searchable;        // What something is found by.
  std::optional<KeyKind> destroys;             // The key of whom or what an event names.
  std::optional<schema::Notice> notice;        // Whom an event is notified to, and as what.
  std::optional<schema::Notice> participants;  // All in the programme of this id are, and as what.

  bool is_pointer() const {
    return value.shape == Shape::text || value.shape == Shape::data ||
           value.shape == Shape::structure || value.shape == Shape::list;
  }
};

enum class Use : std::uint8_t { value, command, event, query, reply };

struct Allow {
  Role role;
  Scope scope;
};

struct Type {
  std::uint64_t node_id = 0;  // Cap'n Proto's own.
  std::string name;           // "JoinTeam"
  std::string family_name;    // "team"
  Family family = 0;
  std::string doc;
  Use use = Use::value;
  std::uint16_t id = 0;  // Of a command, event or query; for ever.
  std::string method;    // "team.join"
  bool edge = false;     // Answered by the connection itself.
  bool fresh = false;    // In one's own matters only soon after signing in.
  Type const* reply = nullptr;
  std::uint16_t data_words = 0;
  std::uint16_t pointers = 0;
  std::vector<Field> fields;  // In order of their numbers.
  std::vector<Allow> allow;
  Visibility audience = Visibility::STAFF;
  std::string says_de, says_en;
  Field const* stream = nullptr;
  Field const* subject = nullptr;
  Field const* owner = nullptr;
  Field const* by_itself = nullptr;
  Field const* participants = nullptr;
  bool always_by_itself = false;      // Nobody is named as having done it.
  std::vector<Field const*> notices;  // The fields that say who is notified.
  std::vector<Field const*> reaches;
  Field const* conceals = nullptr;
  Field const* destroys = nullptr;
  std::vector<Field const*> searchable;  // The texts that it is found by.
  std::vector<Field const*>
      people;  // The fields that name persons: one, a list, or in its entries.
  std::array<std::uint64_t, 3> sealed_pointers{};  // By KeyKind: bit i = pointer field i.

  Field const* field(std::string_view name) const;
  // Which pointer fields keys of that kind seal.
  std::uint64_t seals(KeyKind kind) const {
    return sealed_pointers[static_cast<std::size_t>(kind)];
  }
};

// What people call the aggregate of a family, and what it is.
struct Known {
  Family family = 0;
  std::string name, de, en, is_de, is_en;
  std::string ends_de,
      ends_en;  // What ends there for a person who is erased; empty where nobody is named.
};

class Schema {
 public:
  // Reads the embedded request. Ends the process when the schema breaks a rule of its own (twice the same id, a sealed
  // number, a default value, a command without a stream, a query without its reply).
  Schema();
  Schema(Schema const&) = delete;

  std::span<Type const* const> commands() const { return commands_; }
  std::span<Type const* const> events() const { return events_; }
  std::span<Type const* const> queries() const { return queries_; }

  std::span<Known const> glossary() const { return glossary_; }  // By family.
  Family family(std::string_view name) const;                    // 0 where there is none.
  Known const* known(Family family) const;                       // Null where there is none.

  Type const* method(std::string_view name) const;  // A command or query, or null.
  Type const* command(std::uint16_t id) const;
  Type const* event(std::uint16_t id) const;
  Type const* node(std::uint64_t node_id) const;
  template <class T>
  Type const& of() const {
    return *node(capnp::typeId<T>());
  }

 private:
  struct Loading;
  std::vector<std::unique_ptr<Type>> types_;
  std::vector<std::unique_ptr<Enumeration>> enumerations_;
  std::vector<Type const*> commands_, events_, queries_;
  std::vector<Known> glossary_;
  std::unordered_map<std::string_view, Type const*> by_method_;
  std::unordered_map<std::uint16_t, Type const*> by_command_, by_event_;
  std::unordered_map<std::uint64_t, Type const*> by_node_;
};

// The one schema that is compiled in; immutable, so any thread may read it.
Schema const& schema_tables();

// The version of the schema that new records are written with. 2: each text has a key of its own.
inline constexpr std::uint16_t schema_version = 2;

// Between ids and the schema's `Data` fields.
inline Id id_from(capnp::Data::Reader data) { return Id::from({data.begin(), data.size()}); }
inline capnp::Data::Reader data_of(Id const& id) { return {id.bytes.data(), id.bytes.size()}; }

// The 16-byte id in a struct's pointer field; nil where it is absent.
Id id_in(capnp::AnyStruct::Reader value, Field const& field);

// Calls visit(id) for the id that a field holds, or each that its list holds.
void each_id(capnp::AnyStruct::Reader value, Field const& field,
             FunctionRef<void(Id const&)> visit);

// Calls visit(person) for everybody whom an event names, in a field, a list or the entries of one.
void each_person(Type const& type, capnp::AnyStruct::Reader event,
                 FunctionRef<void(Id const&)> visit);

}  // namespace core
