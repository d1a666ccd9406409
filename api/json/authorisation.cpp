// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/authorisation.hpp"

#include <set>

#include "api/json/described.hpp"

namespace api::json {
namespace {

std::vector<core::Type const*> methods(core::Schema const& schema) {
  std::vector<core::Type const*> all(schema.commands().begin(), schema.commands().end());
  all.insert(all.end(), schema.queries().begin(), schema.queries().end());
  return all;
}

std::string scopes(core::Type const& type, core::Role wanted) {
  std::string text;
  for (auto const [role, scope] : type.allow)
    if (role == wanted) text.append(text.empty() ? "" : ", ").append(name_of(scope));
  return text;
}

}  // namespace

std::string authorisation_table(core::Schema const& schema) {
  std::set<core::Role> roles;
  for (auto const* type : methods(schema))
    for (auto const& allow : type->allow) roles.insert(allow.role);
  std::string head = "| method |", line = "|---|", rows;
  for (auto const role : roles) {
    head += " " + name_of(role) + " |";
    line += "---|";
  }
  for (auto const* type : methods(schema)) {
    rows += "| `" + type->method + "` |";
    for (auto const role : roles) rows += " " + scopes(*type, role) + " |";
    rows += "\n";
  }
  return head + "\n" + line + "\n" + rows;
}

}  // namespace api::json
