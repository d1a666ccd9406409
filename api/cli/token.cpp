// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"

namespace api::cli {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t day_us = 86'400'000'000;

int issue(Hub& hub, core::Id const& subject, Options const& options) {
  auto const now = hub.clock().now();
  core::Instant const expires{now.us + options.get<int>("days") * day_us};
  std::cout << hub.tenant().identity().issue_token(subject, options.text("label"), now, expires)
            << '\n';
  return 0;
}

int list(Hub& hub, core::Id const& subject) {
  auto const now = hub.clock().now();
  for (auto const& token : hub.tenant().identity().tokens_of(subject))
    std::cout << core::hex(token.hash).substr(0, 16) << "  "
              << (token.valid(now) ? "valid  " : "invalid") << "  " << token.label << '\n';
  return 0;
}

int revoke(Hub& hub, core::Id const& subject) {
  std::size_t revoked = 0;
  auto const now = hub.clock().now();
  for (auto const& token : hub.tenant().identity().tokens_of(subject))
    if (token.valid(now)) revoked += hub.tenant().identity().revoke_token(token.hash, now);
  std::cout << revoked << " tokens revoked\n";
  return 0;
}

}  // namespace

int token(int argc, char const* const* argv) {
  Options options("token NAME [--list | --revoke]",
                  "Makes an access token for a person and prints it: this once and never again, "
                  "since only its hash is kept.");
  options.add_tenant();
  options.add()("label",
                po::value<std::string>()->default_value("command line")->value_name("TEXT"),
                "What the token is for.");
  options.add()("days", po::value<int>()->default_value(90)->value_name("N"),
                "How long it is valid.");
  options.add()("list", "Lists the person's tokens instead.");
  options.add()("revoke", "Revokes all of the person's tokens instead.");
  options.add()("name", po::value<std::string>(), "The login name.");
  options.positional("name", 1);
  if (auto status = options.parse(argc, argv)) return *status;
  if (!options.has("name") || options.get<int>("days") < 1) {
    std::cerr << "fuge token: expected NAME, and at least one day\n";
    return 2;
  }

  Hub hub(existing_place_of(options), warn);
  auto const subject = hub.tenant().identity().find_login(options.text("name"));
  if (!subject) {
    std::cerr << "fuge token: nobody has the login name \"" << options.text("name")
              << "\"; see fuge user add\n";
    return 1;
  }
  if (options.has("list")) return list(hub, *subject);
  if (options.has("revoke")) return revoke(hub, *subject);
  return issue(hub, *subject, options);
}

}  // namespace api::cli
