// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/glossary.hpp"

#include <algorithm>
#include <set>

namespace api::json {
namespace {

// Ids, and kinds of them, that are called otherwise than the family they are of.
std::string family_of_kind(std::string const& kind) {
  if (kind == "subject" || kind == "person") return "account";
  if (kind == "term") return "vocabulary";
  if (kind == "measure") return "tenant";
  if (kind == "submission") return "team";
  return kind;
}

// Where an id may be of several families, an enum beside it says of which.
bool is_of_several(core::Field const& field) {
  return field.id_kind == "any" || field.id_kind == "origin";
}

// Lists of ids count, too, and ids within the structs of a list.
void add_kinds(core::Type const& type, std::set<std::string>& kinds) {
  bool const several = std::ranges::any_of(type.fields, is_of_several);
  for (auto const& field : type.fields) {
    if (!field.id_kind.empty()) kinds.insert(family_of_kind(field.id_kind));
    if (several && field.value.enumeration)
      for (auto const& name : field.value.enumeration->names) kinds.insert(family_of_kind(name));
    if (field.element.structure) add_kinds(*field.element.structure, kinds);
  }
}

// Which families the facts of a family name.
std::set<std::string> named_by(core::Schema const& schema, std::string const& family) {
  std::set<std::string> kinds;
  for (auto const* event : schema.events())
    if (event->family_name == family) add_kinds(*event, kinds);
  kinds.erase(family);
  return kinds;
}

std::string facts_of(core::Schema const& schema, std::string const& family) {
  std::string facts;
  for (auto const* event : schema.events())
    if (event->family_name == family) facts += (facts.empty() ? "`" : ", `") + event->name + "`";
  return facts;
}

}  // namespace

std::string glossary(core::Schema const& schema) {
  std::string table =
      "| Begriff | Term | Was es ist | What it is | Was geschehen kann / What may happen |\n"
      "|---|---|---|---|---|\n";
  std::string diagram = "\n```mermaid\nflowchart LR\n";
  std::string arrows;
  for (auto const& known : schema.glossary()) {
    table += "| **" + known.de + "** | **" + known.en + "** (`" + known.name + "`) | " +
             known.is_de + " | " + known.is_en + " | " + facts_of(schema, known.name) + " |\n";
    diagram += "  " + known.name + "[\"" + known.de + "<br/>" + known.en + "\"]\n";
    for (auto const& other : named_by(schema, known.name))
      if (std::ranges::find(schema.glossary(), other, &core::Known::name) !=
          schema.glossary().end())
        arrows += "  " + known.name + " --> " + other + "\n";
  }
  return table + diagram + arrows + "```\n";
}

}  // namespace api::json
