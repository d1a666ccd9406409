// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <exception>
#include <iostream>
#include <string_view>

#include "api/cli/verbs.hpp"

namespace {

using api::cli::Verb;

int help(std::ostream& out, int status) {
  out << "fuge " FUGE_VERSION
         ", the digital half of a city innovation hub\n\nUsage: fuge VERB [OPTIONS]\n\n";
  for (Verb const& verb : api::cli::verbs)
    out << "  " << verb.name << std::string(10 - verb.name.size(), ' ') << verb.about << '\n';
  out << "\nfuge VERB --help tells more.\n";
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::string_view const wanted = argc > 1 ? argv[1] : "";
  if (wanted.empty()) return help(std::cerr, 2);
  if (wanted == "help" || wanted == "--help" || wanted == "-h") return help(std::cout, 0);
  if (wanted == "--version") return std::cout << FUGE_VERSION "\n", 0;
  for (Verb const& verb : api::cli::verbs) {
    if (verb.name != wanted) continue;
    try {
      return verb.run(argc - 1, argv + 1);
    } catch (std::exception const& failure) {
      std::cerr << "fuge " << wanted << ": " << failure.what() << '\n';
      return 1;
    }
  }
  std::cerr << "fuge: there is no verb \"" << wanted << "\"\n\n";
  return help(std::cerr, 2);
}
