// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "api/cli/options.hpp"
#include "api/cli/verbs.hpp"
#include "api/json/authorisation.hpp"
#include "api/json/glossary.hpp"
#include "api/json/openrpc.hpp"
#include "api/json/privacy.hpp"
#include "api/json/typescript.hpp"

namespace api::cli {

int schema(int argc, char const* const* argv) {
  Options options("schema openrpc|typescript|authorisation|glossary|privacy",
                  "Prints what is derived from the schema.");
  options.add()("what", boost::program_options::value<std::string>(),
                "openrpc, typescript, authorisation, glossary or privacy.");
  options.positional("what", 1);
  if (auto status = options.parse(argc, argv)) return *status;
  auto const what = options.text("what");
  auto const& tables = core::schema_tables();
  if (what == "openrpc") return std::cout << json::openrpc_document(tables) << '\n', 0;
  if (what == "typescript") return std::cout << json::typescript_types(tables), 0;
  if (what == "authorisation") return std::cout << json::authorisation_table(tables), 0;
  if (what == "glossary") return std::cout << json::glossary(tables), 0;
  if (what == "privacy") return std::cout << json::privacy_table(tables), 0;
  std::cerr << "fuge schema: expected openrpc, typescript, authorisation, glossary or privacy\n";
  return 2;
}

}  // namespace api::cli
