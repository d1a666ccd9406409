// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/tenant_file.hpp"
#include "api/cli/verbs.hpp"
#include "api/hub/people.hpp"
#include "api/import/json_lines.hpp"

namespace api::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr std::int64_t first_token_us = 90 * std::int64_t{86'400'000'000};

// Everything that is made here, taken away again unless it is kept: a tenant is there as a whole or not at all.
class Made {
 public:
  explicit Made(fs::path folder) : folder_(std::move(folder)) {
    if (fs::exists(folder_) && !fs::is_empty(folder_))
      throw std::runtime_error(folder_.string() + " exists and is not empty");
    if (fs::exists(key())) throw std::runtime_error(key().string() + " exists already");
  }
  ~Made() {
    std::error_code ignored;
    if (kept_) return;
    fs::remove_all(folder_, ignored);
    fs::remove(key(), ignored);
  }
  fs::path const& folder() const { return folder_; }
  fs::path key() const { return master_key_of(folder_); }
  void keep() { kept_ = true; }

 private:
  fs::path folder_;
  bool kept_ = false;
};

// False when a line was refused; it has been reported.
bool run_packs(Hub& hub, std::vector<std::string> const& packs) {
  import::Sink sink(hub.engine(), hub.crypto(), [](auto const&){});
  import::Report report(std::cerr, isatty(STDERR_FILENO) != 0);
  std::uint64_t refused = 0, accepted = 0;
  for (auto const& pack : packs) {
    auto const counts = import::json_lines(pack, hub.clock(), sink, report);
    refused += counts.refused;
    accepted += counts.accepted;
  }
  if (refused == 0) std::cout << "packs: " << accepted << " commands\n";
  return refused == 0;
}

// The first administrator, who invites everybody else. The token is shown this once.
bool add_admin(Hub& hub, std::string const& name) {
  auto const subject = add_person(hub, {name, "", {"operator", "hubAdmin"}});
  if (!subject) {
    std::cerr << "fuge init: " << subject.error().code << ' ' << subject.error().detail << '\n';
    return false;
  }
  auto const now = hub.clock().now();
  std::cout << "first admin: " << name << "\ntoken: "
            << hub.tenant().identity().issue_token(*subject, "first admin", now,
                                                   {now.us + first_token_us})
            << '\n';
  return true;
}

}  // namespace

int init(int argc, char const* const* argv) {
  Options options("init --tenant DIR [--pack FILE]...",
                  "Makes the folder of a new tenant with its keys, runs packs (commands as JSON "
                  "lines: measures, vocabulary, templates), and adds a first administrator.");
  options.add()("tenant", po::value<std::string>()->value_name("DIR"),
                "The new folder; its last part is the tenant's name.");
  options.add()("pack", po::value<std::vector<std::string>>()->value_name("FILE")->composing(),
                "Plain data to begin with. May be repeated; they run in order.");
  options.add()("host", po::value<std::vector<std::string>>()->value_name("NAME")->composing(),
                "The host that this tenant answers to. May be repeated. Default: NAME.localhost.");
  options.add()("zone",
                po::value<std::string>()->default_value("Europe/Berlin")->value_name("ZONE"),
                "The tenant's time zone. It never changes.");
  options.add()("admin", po::value<std::string>()->default_value("admin")->value_name("LOGIN"),
                "The first administrator's login name.");
  if (auto status = options.parse(argc, argv)) return *status;
  if (!options.has("tenant")) {
    std::cerr << "fuge init: --tenant is missing\n";
    return 2;
  }

  Made made(fs::path(options.text("tenant")).lexically_normal());
  auto const packs = options.texts("pack");
  TenantFile file{{}, options.text("zone")};
  file.hosts = options.has("host") ? options.get<std::vector<std::string>>("host")
                                   : std::vector{made.folder().filename().string() + ".localhost"};
  {
    Hub hub({made.folder(), made.key(), file.zone}, warn);
    hub.recover([](core::Position) {});
    if (!run_packs(hub, packs) || !add_admin(hub, options.text("admin"))) return 1;
    hub.settle();
  }
  file.write(made.folder());
  made.keep();
  std::cout << "made " << made.folder().string() << " and " << made.key().string()
            << "; keep the key elsewhere too.\nfuge serve --tenant " << made.folder().string()
            << "   answers to " << file.hosts.front() << '\n';
  return 0;
}

}  // namespace api::cli
