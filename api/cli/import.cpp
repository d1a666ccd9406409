// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"
#include "api/import/courses.hpp"
#include "api/import/esco.hpp"
#include "api/import/json_lines.hpp"

namespace api::cli {
namespace {

namespace po = boost::program_options;

int import_esco(std::vector<std::filesystem::path> const& paths, bool keep_apart,
                import::Sink& sink, import::Report& report) {
  auto const counts = import::esco(paths, sink, report, keep_apart);
  std::cout << counts.skills << " skills, " << counts.groups << " groups, " << counts.edges
            << " broader relations: " << counts.added << " terms added, " << counts.changed
            << " changed, " << counts.unchanged << " unchanged, " << counts.merged
            << " merged into terms of the same name\n"
            << "This service uses the ESCO classification of the European Commission. The data has "
               "been modified.\n";
  return 0;
}

int import_courses(std::filesystem::path const& file, Options const& options, import::Sink& sink,
                   import::Report& report) {
  auto const counts =
      import::courses(file, options.text("provider"), options.text("language"), sink, report);
  std::cout << counts.courses << " courses with " << counts.skills << " skills: " << counts.added
            << " added, " << counts.unchanged << " unchanged\n";
  return 0;
}

int import_json_lines(std::vector<std::filesystem::path> const& paths, core::Clock const& clock,
                      import::Sink& sink, import::Report& report) {
  std::uint64_t refused = 0;
  for (auto const& path : paths) {
    auto const counts = import::json_lines(path, clock, sink, report);
    refused += counts.refused;
    std::cout << path.filename().string() << ": " << counts.lines
              << " commands: " << counts.accepted << " accepted, " << counts.repeated
              << " known before, " << counts.refused << " refused\n";
  }
  return refused == 0 ? 0 : 1;
}

}  // namespace

int import_verb(int argc, char const* const* argv) {
  Options options(
      "import esco PATH... | courses FILE | jsonl FILE...",
      "Brings in what is known elsewhere. Importing again changes only what is new.\n"
      "  esco     the official ESCO CSV files, or a folder of them\n"
      "  courses  a table with the columns course_id, course_name, esco_skills (plain or gzipped)\n"
      "  jsonl    commands, one JSON-RPC request a line; \"as\": UUID beside the method speaks for "
      "that "
      "person");
  options.add_tenant();
  options.add()("provider", po::value<std::string>()->default_value("")->value_name("NAME"),
                "Who offers the courses.");
  options.add()("language", po::value<std::string>()->default_value("de")->value_name("LL"),
                "The courses' language.");
  options.add()(
      "keep-apart",
      "Does not merge an ESCO skill into a skill of the hub's own that has the same name.");
  options.add()("words", po::value<std::vector<std::string>>(), "What, and from where.");
  options.positional("words", -1);
  if (auto status = options.parse(argc, argv)) return *status;
  auto const words = options.texts("words");
  bool const known =
      !words.empty() && (words[0] == "esco" || words[0] == "courses" || words[0] == "jsonl");
  if (!known || words.size() < 2 || (words[0] == "courses" && words.size() != 2)) {
    std::cerr << "fuge import: expected esco PATH..., courses FILE or jsonl FILE...\n";
    return 2;
  }
  std::vector<std::filesystem::path> const paths(words.begin() + 1, words.end());

  Hub hub(place_of(options), warn);
  Progress progress("reading the log", hub.tenant().log().head().value);
  hub.recover([&](core::Position position) { progress.step(position.value); });
  import::Sink sink(hub.engine(), hub.crypto(), [](auto const&){});
  import::Report report(std::cerr, isatty(STDERR_FILENO) != 0);
  int const status = words[0] == "esco"
                         ? import_esco(paths, options.has("keep-apart"), sink, report)
                     : words[0] == "courses" ? import_courses(paths[0], options, sink, report)
                                             : import_json_lines(paths, hub.clock(), sink, report);
  hub.settle();
  if (report.problems() > 0) std::cerr << report.problems() << " rows did not fit\n";
  return status;
}

}  // namespace api::cli
