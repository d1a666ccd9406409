// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Reads a CodeGeneratorRequest and writes the lists of commands, events and queries as X macros, so that the dispatch is
// complete by construction: an action in the schema without its decide or apply does not compile.
#include <capnp/schema-loader.h>
#include <capnp/schema.capnp.h>
#include <capnp/serialize.h>
#include <unistd.h>

#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr std::uint64_t family_annotation = 0xf0a3d1c96b7e5a02;
constexpr std::uint64_t command_annotation = 0xf0a3d1c96b7e5a03;
constexpr std::uint64_t event_annotation = 0xf0a3d1c96b7e5a04;
constexpr std::uint64_t query_annotation = 0xf0a3d1c96b7e5a05;
constexpr std::uint64_t edge_annotation = 0xf0a3d1c96b7e5a06;

using Node = capnp::schema::Node::Reader;

struct Family {
  std::string name;
  unsigned number = 0;
  std::vector<std::string> commands, events, queries;
  std::map<std::string, unsigned> ids;  // Of commands, events and queries.
};

bool has(Node node, std::uint64_t id) {
  for (auto annotation : node.getAnnotations())
    if (annotation.getId() == id) return true;
  return false;
}

unsigned number(Node node, std::uint64_t id) {
  for (auto annotation : node.getAnnotations())
    if (annotation.getId() == id) return annotation.getValue().getUint16();
  return 0;
}

std::string local_name(Node node) {
  return std::string(node.getDisplayName().cStr() + node.getDisplayNamePrefixLength());
}

// "core/schema/profile.capnp" -> "profile"
std::string stem(std::string path) {
  path = path.substr(path.rfind('/') + 1);
  return path.substr(0, path.find('.'));
}

Family family_of(Node file) {
  Family family;
  family.name = stem(file.getDisplayName());
  for (auto annotation : file.getAnnotations())
    if (annotation.getId() == family_annotation) family.number = annotation.getValue().getUint8();
  return family;
}

void print(char const* name, std::string const& family, std::vector<std::string> const& types) {
  std::cout << "#define FUGE_" << name << "_" << family << "(X)";
  for (auto const& type : types) std::cout << " \\\n  X(" << family << ", " << type << ")";
  std::cout << "\n";
}

void print_all(char const* name, std::map<std::uint64_t, Family> const& families) {
  std::cout << "#define FUGE_" << name << "(X)";
  for (auto const& [id, family] : families)
    std::cout << " \\\n  FUGE_" << name << "_" << family.name << "(X)";
  std::cout << "\n";
}

// X(name, number) of each family, or of those that have events.
void print_families(char const* name, std::map<std::uint64_t, Family> const& families,
                    bool with_events) {
  std::cout << "#define FUGE_" << name << "(X)";
  for (auto const& [id, family] : families)
    if (!with_events || !family.events.empty())
      std::cout << " \\\n  X(" << family.name << ", " << family.number << ")";
  std::cout << "\n";
}

}  // namespace

int main() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 1 << 26;
  capnp::StreamFdMessageReader message(STDIN_FILENO, options);
  auto request = message.getRoot<capnp::schema::CodeGeneratorRequest>();

  std::map<std::uint64_t, Family> families;  // By file id: the order of the files' numbers.
  for (auto node : request.getNodes())
    if (node.isFile() && has(node, family_annotation)) families[node.getId()] = family_of(node);
  for (auto node : request.getNodes()) {
    auto family = families.find(node.getScopeId());
    if (!node.isStruct() || family == families.end()) continue;
    if (has(node, command_annotation)) family->second.commands.push_back(local_name(node));
    if (has(node, event_annotation)) family->second.events.push_back(local_name(node));
    if (has(node, query_annotation) && !has(node, edge_annotation))
      family->second.queries.push_back(local_name(node));
    for (auto annotation : {command_annotation, event_annotation, query_annotation})
      if (has(node, annotation)) family->second.ids[local_name(node)] = number(node, annotation);
  }

  std::cout << "// Generated from core/schema by schema_lists.\n#pragma once\n\n";
  for (auto const& [id, family] : families)
    std::cout << "#include \"core/schema/" << family.name << ".capnp.h\"\n";
  std::cout << "\n";
  for (auto const& [id, family] : families) {
    print("COMMANDS", family.name, family.commands);
    print("EVENTS", family.name, family.events);
    print("QUERIES", family.name, family.queries);
  }
  print_all("COMMANDS", families);
  print_all("EVENTS", families);
  print_all("QUERIES", families);
  std::cout << "\nnamespace core {\n// The stable number of a command, event or query.\n"
               "template <class T>\ninline constexpr unsigned short id_of = 0;\n";
  for (auto const& [file, family] : families)
    for (auto const& [type, id] : family.ids)
      std::cout << "template <>\ninline constexpr unsigned short id_of<" << family.name
                << "::" << type << "> = " << id << ";\n";
  std::cout << "}  // namespace core\n\n";
  print_families("FAMILIES", families, false);
  print_families("AGGREGATES", families, true);
}
