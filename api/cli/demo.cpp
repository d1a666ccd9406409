// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/cli/demo.hpp"

#include <simdjson.h>
#include <unistd.h>

#include <iostream>

#include "api/import/json_lines.hpp"

namespace api::cli {
namespace {

std::string text(simdjson::dom::element from, char const* key) {
  std::string_view const value = from[key];
  return std::string(value);
}

std::vector<DemoLogin> logins_in(std::filesystem::path const& file) {
  std::vector<DemoLogin> logins;
  simdjson::dom::parser parser;
  simdjson::dom::element const document = parser.load(file.string());
  simdjson::dom::array const entries = document.get_array();
  for (auto login : entries) {
    auto const subject = core::Id::parse(text(login, "subject"));
    if (!subject) throw std::runtime_error(file.string() + ": a subject is no UUID");
    logins.push_back({text(login, "name"), text(login, "role"), text(login, "displayName"),
                      text(login, "de"), text(login, "en"), *subject});
  }
  return logins;
}

}  // namespace

std::filesystem::path demo_folder(std::string const& given) {
  if (!given.empty()) return given;
  auto const program =
      std::filesystem::read_symlink("/proc/self/exe");  // CHECKOUT/build/release/fuge
  return program.parent_path().parent_path().parent_path() / "demo";
}

std::vector<DemoLogin> fill_with_demo(Hub& hub, ReadSide& read_side,
                                      std::filesystem::path const& folder) {
  if (!std::filesystem::is_directory(folder))
    throw std::runtime_error("no demo data in " + folder.string() + ": see --demo-data");
  auto const apply = [&](auto const& block) { read_side.apply(*block); };
  import::Sink sink(hub.engine(), hub.crypto(), apply);
  import::Report report(std::cerr, isatty(STDERR_FILENO) != 0);
  for (auto const* name : {"hub.jsonl", "vocabulary.jsonl", "people.jsonl", "organisations.jsonl",
                           "challenges.jsonl", "year.jsonl"})
    import::json_lines(folder / name, hub.clock(), sink, report);
  auto logins = logins_in(folder / "logins.json");
  std::erase_if(logins, [&](DemoLogin const& login) {
    auto const account = hub.engine().world().account.load(login.subject);
    return account.stage == core::account::Stage::erased;
  });
  for (auto const& login : logins) hub.tenant().identity().add_login(login.name, login.subject);
  return logins;
}

void tell_demo(std::ostream& out, std::string const& url, std::vector<DemoLogin> const& logins) {
  out << "\nThe demo of a fictional hub is ready.\n\n  Open   " << url
      << "\n\n  Sign in there with one click as\n";
  for (auto const& login : logins)
    out << "    " << login.name
        << std::string(10 - std::min<std::size_t>(login.name.size(), 9), ' ') << login.en << '\n';
  out << "\n  Try next\n"
         "    type \"pho\" into the search and see who offers photonics, and why they fit\n"
         "    open a second browser, sign in as somebody else, add a skill, and watch it arrive in "
         "the first\n"
         "    curl "
      << url
      << "/rpc -H 'Content-Type: application/json' -d "
         "'{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"rpc.discover\"}'\n\n  Ctrl-C ends it.\n"
      << std::endl;
}

}  // namespace api::cli
