// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/privacy.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "api/json/described.hpp"
#include "core/schema/profile.capnp.h"

namespace api::json {
namespace {

std::string quoted(std::string const& name) { return "`" + name + "`"; }

// Under which key a field lies; the field's name of whom or what the key is.
std::string key_of(core::Type const& event, core::Field const& field) {
  if (!field.sealed) return field.id_kind.empty() ? "none: open" : "none: a pseudonym";
  auto const* whose = *field.sealed == core::KeyKind::TEXT ? event.owner : event.subject;
  return name_of(*field.sealed) + (whose ? " " + quoted(whose->name) : "");
}

bool is_chosen(core::Schema const& schema, core::Type const& event, core::Field const& field) {
  auto const& choice = schema.of<core::profile::FieldVisibility>();
  auto const& names = choice.field("field")->value.enumeration->names;
  return event.family == choice.family && std::ranges::find(names, field.name) != names.end();
}

std::string visibility_of(core::Schema const& schema, core::Type const& event,
                          core::Field const& field) {
  return is_chosen(schema, event, field) ? "the person's choice, else members" : "as the event";
}

bool is_personal(core::Schema const& schema, core::Type const& event, core::Field const& field) {
  return field.sealed || is_chosen(schema, event, field) ||
         std::ranges::find(event.people, &field) != event.people.end();
}

// Fields that are alike share a row: family, field, key, visibility, audience.
using Row = std::tuple<std::size_t, std::string, std::string, std::string, std::string>;

}  // namespace

std::string privacy_table(core::Schema const& schema) {
  std::map<Row, std::string> facts;
  auto const glossary = schema.glossary();
  for (auto const* event : schema.events())
    for (auto const& field : event->fields) {
      if (!is_personal(schema, *event, field)) continue;
      auto const known = std::ranges::find(glossary, event->family, &core::Known::family);
      auto& row = facts[{static_cast<std::size_t>(known - glossary.begin()), field.name,
                         key_of(*event, field), visibility_of(schema, *event, field),
                         name_of(event->audience)}];
      row += (row.empty() ? "" : ", ") + quoted(event->name);
    }
  std::string table =
      "| family | field | under the key of | visibility | audience of the event | in |\n"
      "|---|---|---|---|---|---|\n";
  for (auto const& [row, events] : facts) {
    auto const& [family, field, key, visibility, audience] = row;
    table += "| " + glossary[family].name + " | " + quoted(field) + " | " + key + " | " +
             visibility + " | " + audience + " | " + events + " |\n";
  }
  return table;
}

}  // namespace api::json
