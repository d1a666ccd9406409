// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Adding an action touches the schema, its aggregate (decide, apply) and its test, and nothing else: everything in between is
// derived. So nobody else knows a command by name, save those who give commands as a client would. Its events are known to
// the views besides, each of which has to say what they mean to it.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "core/dispatch_tables.hpp"
#include "core/schema.hpp"
#include "tests/source_dir.hpp"

namespace {

namespace fs = std::filesystem;

struct Source {
  std::string path, text;
};

std::string without_comments(std::string const& text) {
  std::string code;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) code += line.substr(0, line.find("//")) + "\n";
  return code;
}

std::vector<Source> sources_of(std::initializer_list<char const*> rooms) {
  std::vector<Source> sources;
  for (auto const* room : rooms)
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / room)) {
      auto const extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::stringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      sources.push_back(
          {fs::relative(entry.path(), SOURCE_DIR).string(), without_comments(text.str())});
    }
  return sources;
}

std::set<std::string> words_of(std::string text) {
  for (auto& c : text)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '_') c = ' ';
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

// Those who act as clients of our own.
bool gives_commands(std::string const& path) {
  return path.starts_with("api/import/") || path.starts_with("core/flows/") ||
         path == "api/hub/people.cpp" || path == "api/hub/execution.hpp" ||
         path == "api/hub/fork.hpp" || path == "api/hub/retention.cpp";
}

// FAMILY.cpp, FAMILY.hpp, or one of several files that share it: FAMILY_PART.cpp.
bool is_aggregate(std::string const& path, std::string const& family) {
  auto const name = fs::path(path).stem().string();
  return path.starts_with("core/") && (name == family || name.starts_with(family + "_"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(adding_an_action)

BOOST_AUTO_TEST_CASE(nobody_else_knows_a_command_by_name) {
  for (auto const& source : sources_of({"core", "storage", "projections", "matching", "api"})) {
    if (gives_commands(source.path)) continue;
    auto const words = words_of(source.text);
    for (auto const* type : core::schema_tables().commands()) {
      if (is_aggregate(source.path, type->family_name)) continue;
      BOOST_TEST(!words.contains(type->name), source.path << " knows " << type->name);
      BOOST_TEST(source.text.find("\"" + type->method + "\"") == std::string::npos,
                 source.path << " knows " << type->method);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_road_knows_no_event_by_name) {
  for (auto const& source : sources_of({"core", "storage", "api/road", "api/json", "api/net"})) {
    auto const words = words_of(source.text);
    for (auto const* type : core::schema_tables().events()) {
      bool const own =
          source.path.starts_with("core/people/") || source.path.starts_with("core/work/") ||
          source.path.starts_with("core/learning/") || source.path.starts_with("core/flows/");
      bool const notes = type->name == "CommandNoted" && source.path.starts_with("core/");
      BOOST_TEST((own || notes || !words.contains(type->name)),
                 source.path << " knows " << type->name);
    }
  }
}

BOOST_AUTO_TEST_CASE(this_test_sees_the_sources) {
  std::size_t aggregates = 0;
  for (auto const& source : sources_of({"core"}))
    for (auto const* type : core::schema_tables().commands())
      aggregates += is_aggregate(source.path, type->family_name) &&
                    words_of(source.text).contains(type->name);
  BOOST_TEST(aggregates == core::schema_tables().commands().size());  // Each in one file.
}

BOOST_AUTO_TEST_SUITE_END()
