// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/schema.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "api/json/tables.hpp"
#include "core/schema.hpp"

// The schema as an outsider meets it: which structs travel, which way, and by what name.
namespace api::json {

// What is read may leave out what is not required; what is written leaves out only ids, instants and structs that are not set.
// So a struct that travels both ways is described twice.
enum class Way : std::uint8_t { in, out };

struct Described {
  struct Struct {
    core::Type const* type;
    Way way;
    std::string name;
  };
  struct Enumeration {
    core::Enumeration const* enumeration;
    std::string name;
  };

  Tables const tables;
  // Commands, queries, replies, events and whatever they hold, in this order.
  std::vector<Struct> structs;
  std::vector<Enumeration> enumerations;

  explicit Described(core::Schema const& schema);

  // A name is the schema's own where no other family has the same, else with the family's in front ("FeedItem"). The side that
  // is read of a struct that travels both ways has "Input" behind it.
  std::string const& name(core::Type const& type, Way way) const { return names_.at({&type, way}); }
  std::string const& name(core::Enumeration const& enumeration) const {
    return names_.at({&enumeration, Way::out});
  }

 private:
  void add(core::Type const& type, Way way);
  void add(core::Value const& value, core::Type const& holder, Way way);
  void give_names();

  std::map<std::pair<void const*, Way>, std::string> names_;
  std::map<core::Enumeration const*, std::string>
      holders_;  // The family of the first struct that holds it.
};

// What the schema calls a value of one of its own enumerations.
template <class Enumeration>
std::string name_of(Enumeration value) {
  return capnp::Schema::from<Enumeration>()
      .getEnumerants()[static_cast<unsigned>(value)]
      .getProto()
      .getName()
      .cStr();
}

// Whether a member is always there in what is written.
bool always_written(core::Field const& field);

}  // namespace api::json
