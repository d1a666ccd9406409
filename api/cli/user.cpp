// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"
#include "api/hub/people.hpp"

namespace api::cli {
namespace {

namespace po = boost::program_options;

int list(Hub& hub) {
  for (auto const& person : people_of(hub)) {
    std::cout << core::to_string(person.subject);
    for (auto const& role : person.roles) std::cout << ' ' << role;
    std::cout << (person.suspended ? " (suspended)\n" : "\n");
  }
  return 0;
}

}  // namespace

int user(int argc, char const* const* argv) {
  Options options("user add NAME [--role ROLE]... | user list",
                  "Adds a person who can sign in: an account, a login name, roles. Adding a name "
                  "again adds only what is new.");
  options.add_tenant();
  options.add()(
      "role", po::value<std::vector<std::string>>()->value_name("ROLE")->composing(),
      "A role for the whole tenant, such as hubAdmin, curator, programmeManager. May be repeated.");
  options.add()("email", po::value<std::string>()->value_name("ADDRESS"),
                "Kept sealed under the person's key.");
  options.add()("words", po::value<std::vector<std::string>>(), "add NAME, or list.");
  options.positional("words", -1);
  if (auto status = options.parse(argc, argv)) return *status;
  auto const words = options.texts("words");
  bool const adding = words.size() == 2 && words[0] == "add";
  if (!adding && !(words.size() == 1 && words[0] == "list")) {
    std::cerr << "fuge user: expected add NAME or list\n";
    return 2;
  }

  Hub hub(adding ? place_of(options) : existing_place_of(options), warn);
  hub.recover([](core::Position) {});
  if (!adding) return list(hub);
  NewPerson person{words[1], options.text("email"), {}};
  person.roles = options.texts("role");
  auto const subject = add_person(hub, person);
  hub.settle();
  if (!subject) {
    std::cerr << "fuge user: " << subject.error().code << ' ' << subject.error().field << ' '
              << subject.error().detail << '\n';
    return 1;
  }
  std::cout << core::to_string(*subject) << '\n';
  return 0;
}

}  // namespace api::cli
