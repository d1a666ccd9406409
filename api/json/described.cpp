// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/described.hpp"

#include <set>

#include "core/check.hpp"

namespace api::json {
namespace {

std::string capital(std::string name) {
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

// Words of the generated TypeScript.
std::multiset<std::string> const reserved = {"Uuid",   "Instant", "Language", "Methods",
                                             "Method", "Params",  "Result",   "Record"};

}  // namespace

Described::Described(core::Schema const& schema) : tables(schema) {
  for (auto const* type : schema.commands()) add(*type, Way::in);
  add(schema.of<core::schema::Meta>(), Way::in);
  add(schema.of<core::schema::Receipt>(), Way::out);
  for (auto const* type : schema.queries()) add(*type, Way::in);
  for (auto const* type : schema.queries()) add(*type->reply, Way::out);
  for (auto const* type : schema.events()) add(*type, Way::out);
  give_names();
}

void Described::add(core::Type const& type, Way way) {
  if (!names_.emplace(std::pair(&type, way), "").second) return;
  structs.push_back({&type, way, ""});
  for (auto const& field : type.fields) {
    add(field.value, type, way);
    add(field.element, type, way);
  }
}

void Described::add(core::Value const& value, core::Type const& holder, Way way) {
  if (value.structure) add(*value.structure, way);
  if (!value.enumeration || !holders_.emplace(value.enumeration, holder.family_name).second) return;
  enumerations.push_back({value.enumeration, ""});
}

void Described::give_names() {
  auto taken = reserved;
  for (auto const& [type, way, name] : structs)
    if (way == Way::out || !names_.contains({type, Way::out})) taken.insert(type->name);
  for (auto const& [enumeration, name] : enumerations) taken.insert(enumeration->name);
  auto const named = [&](std::string const& family, std::string const& name) {
    return taken.count(name) == 1 ? name : capital(family) + name;
  };
  std::set<std::string> given;
  for (auto& [type, way, name] : structs) {
    bool const both = names_.contains({type, Way::in}) && names_.contains({type, Way::out});
    name = named(type->family_name, type->name) + (both && way == Way::in ? "Input" : "");
    CHECK(given.insert(names_[{type, way}] = name).second);
  }
  for (auto& [enumeration, name] : enumerations) {
    name = named(holders_[enumeration], enumeration->name);
    CHECK(given.insert(names_[{enumeration, Way::out}] = name).second);
  }
}

bool always_written(core::Field const& field) {
  auto const shape = field.value.shape;
  return shape != core::Shape::data && shape != core::Shape::structure && !field.instant;
}

}  // namespace api::json
