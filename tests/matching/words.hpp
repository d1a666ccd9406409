// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/check.hpp"
#include "matching/taxonomy.hpp"

// Ids and taxonomies as words, for tests as text tables.
namespace words {

// The id whose bytes are the name's: at most 16. Names order as ids do.
inline core::Id id(std::string_view name) {
  CHECK(name.size() <= 16);
  core::Id id;
  std::ranges::copy(name, id.bytes.begin());
  return id;
}

inline std::string name(core::Id const& id) {
  auto const end = std::ranges::find(id.bytes, 0);
  return {id.bytes.begin(), end};
}

inline std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, at);) {
    part.erase(0, part.find_first_not_of(" \n"));
    part.erase(part.find_last_not_of(" \n") + 1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

// "it/group; programming: it; python: programming web" -> kinds after a slash, parents after a colon.
struct Entry {
  std::string name, kind;
  std::vector<std::string> parents;
};

inline std::vector<Entry> entries(std::string_view text) {
  std::vector<Entry> entries;
  for (auto const& line : split(text, ';')) {
    auto const sides = split(line, ':');
    auto const head = split(sides[0], '/');
    entries.push_back({head[0], head.size() > 1 ? head[1] : "skill", {}});
    if (sides.size() > 1) entries.back().parents = split(sides[1], ' ');
  }
  return entries;
}

inline matching::TermKind kind(std::string_view name) {
  return name == "group"   ? matching::TermKind::GROUP
         : name == "topic" ? matching::TermKind::TOPIC
                           : matching::TermKind::SKILL;
}

inline matching::Term term(matching::Taxonomy& taxonomy, std::string_view name) {
  return taxonomy.intern(id(name));
}

inline void add(matching::Taxonomy& taxonomy, std::string_view text) {
  for (auto const& entry : entries(text)) {
    auto const placed = term(taxonomy, entry.name);
    taxonomy.set_kind(placed, kind(entry.kind));
    for (auto const& parent : entry.parents) taxonomy.relate(placed, term(taxonomy, parent));
  }
}

inline std::string names(matching::Taxonomy const& taxonomy,
                         std::span<matching::Term const> terms) {
  std::string names;
  for (auto term : terms) names += (names.empty() ? "" : " ") + name(taxonomy.id(term));
  return names;
}

}  // namespace words
