// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <set>

#include "api/cli/demo.hpp"
#include "api/cli/place.hpp"
#include "api/cli/tenant_file.hpp"
#include "api/cli/verbs.hpp"
#include "api/hub/serving.hpp"
#include "api/road/origin.hpp"

namespace api::cli {
namespace {

namespace po = boost::program_options;

// "127.0.0.1:8080", "[::1]:8080" or ":8080".
bool set_listen(std::string const& listen, net::Options& options) {
  auto const colon = listen.rfind(':');
  if (colon == std::string::npos) return false;
  auto address = listen.substr(0, colon);
  if (address.size() > 2 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  options.address = address.empty() ? "127.0.0.1" : address;
  char* end = nullptr;
  auto const port = std::strtoul(listen.c_str() + colon + 1, &end, 10);
  if (end == listen.c_str() + colon + 1 || *end != '\0' || port > 65535) return false;
  options.port = static_cast<std::uint16_t>(port);
  return true;
}

// Whoever serves an older copy of a folder would sign a second history under the same name.
void expect_no_older_copy(std::vector<Cosigner> const& cosigners, Hub& hub) try {
  expect_newest(cosigners, hub.tenant().proof(), "the log", warn);
  expect_newest(cosigners, hub.erasure_log(), "the list of erasures", warn);
} catch (storage::Unusable const& older) {
  throw storage::Unusable(
      std::string(older.what()) +
      ". What is lost beyond it can be left behind by fuge restore, which gives "
      "the log a name of its own");
}

// A tenant that is open, with its views up to date.
class Opened {
 public:
  Opened(std::vector<std::string> hosts, std::vector<std::string> const& cosigners,
         Hub::Place const& place)
      : hosts_(std::move(hosts)), hub_(place, warn), read_side_(hub_, warn) {
    for (auto const& cosigner : cosigners) cosigners_.push_back(Cosigner::parse(cosigner));
    expect_no_older_copy(cosigners_, hub_);
    auto const head = hub_.tenant().log().head();
    {
      Progress progress("reading the log", head.value);
      hub_.recover([&](core::Position position) { progress.step(position.value); });
    }
    hub_.engine().follow_log();
    {
      Progress progress("bringing the views up to date", head.value);
      read_side_.recover([&](core::Position position) { progress.step(position.value); });
    }
    Progress progress("reading the texts for the search", 100);
    read_side_.index_texts([&](std::uint64_t percent) { progress.step(percent); });
  }
  // Everything is on its shelf, for a quick start next time.
  ~Opened() {
    hub_.settle();
    read_side_.write_behind(1);
    hub_.worker().finish();
  }
  Opened(Opened const&) = delete;

  void fill(std::filesystem::path const& demo) { logins_ = fill_with_demo(hub_, read_side_, demo); }
  std::vector<DemoLogin> const& logins() const { return logins_; }
  Serving::Tenant tenant() { return {hosts_, hub_, read_side_, logins_, cosigners_}; }
  std::string const& host() const { return hosts_.front(); }

 private:
  std::vector<std::string> hosts_;
  std::vector<Cosigner> cosigners_;
  Hub hub_;
  ReadSide read_side_;
  std::vector<DemoLogin> logins_;
};

using Words = std::vector<std::string>;

constexpr std::uint32_t rate_max = 100'000;

// This server as a witness of the logs of others, if it has a key for that.
std::unique_ptr<storage::Witness> open_witness(Options const& options, core::Crypto const& crypto) {
  if (!options.has("witness-key")) return {};
  auto const path = options.text("witness-key");
  auto key = storage::read_file(path);
  while (key && key->ends_with('\n')) key->pop_back();
  auto signer = key ? storage::Signer::parse(*key, crypto) : std::nullopt;
  if (!signer || signer->verifier().kind != storage::Vouching::cosignature)
    throw std::runtime_error("--witness-key: " + path +
                             " holds no key that fuge log keygen --witness made");
  std::vector<storage::Verifier> logs;
  for (auto const& text : options.texts("witness-log")) {
    auto const log = storage::Verifier::parse(text, crypto);
    if (!log) throw std::runtime_error("--witness-log: \"" + text + "\" is no vkey");
    logs.push_back(*log);
  }
  return std::make_unique<storage::Witness>(path + ".seen", *std::move(signer), std::move(logs),
                                            crypto);
}

// One for any host, or those that --tenant names.
std::vector<std::unique_ptr<Opened>> open_all(Options const& options) {
  std::vector<std::unique_ptr<Opened>> all;
  if (!options.has("tenant")) {
    all.push_back(
        std::make_unique<Opened>(Words{""}, options.texts("cosigner"), place_of(options)));
    return all;
  }
  std::set<std::string> hosts;
  for (auto const& folder : options.texts("tenant")) {
    auto const file = TenantFile::read(folder);
    for (auto const& host : file.hosts)
      if (!hosts.insert(host).second)
        throw std::runtime_error("two tenants answer to the host " + host);
    all.push_back(std::make_unique<Opened>(
        file.hosts, file.cosigners, Hub::Place{folder, master_key_of(folder), file.zone, false}));
  }
  return all;
}

}  // namespace

int serve(int argc, char const* const* argv) {
  Options options(
      "serve [OPTIONS]",
      "Serves one or several tenants over HTTP and WebSocket, until SIGTERM or Ctrl-C.");
  options.add_tenant();
  options.add()(
      "listen",
      po::value<std::string>()->default_value("127.0.0.1:8080")->value_name("ADDRESS:PORT"),
      "Where to listen; port 0 takes any free one.");
  options.add()("tenant", po::value<std::vector<std::string>>()->value_name("DIR")->composing(),
                "A tenant's folder, made by fuge init; its tenant.conf names the host it answers "
                "to. May be repeated, in place of --data.");
  options.add()("web", po::value<std::string>()->default_value("web/dist")->value_name("DIR"),
                "The web app's files.");
  options.add()("origin", po::value<std::vector<std::string>>()->value_name("ORIGIN")->composing(),
                "Another web origin that may connect, such as https://www.jena.de. May be "
                "repeated. The server's own always may.");
  options.add()("rate", po::value<std::uint32_t>()->default_value(200)->value_name("N"),
                "Commands a second that one person may give, and ten times as many at once; "
                "operators and services are not counted. 0: no limit.");
  options.add()("cosigner", po::value<Words>()->value_name("\"URL VKEY\"")->composing(),
                "A witness that is asked to countersign the checkpoints. May be repeated. (With "
                "--tenant: in its tenant.conf.)");
  options.add()("witness-key", po::value<std::string>()->value_name("FILE"),
                "Makes this server a witness of the logs of others, below /witness. The file holds "
                "the first line that fuge log keygen --witness printed; what was seen is kept in "
                "FILE.seen.");
  options.add()("witness-log", po::value<Words>()->value_name("VKEY")->composing(),
                "A log of others whose checkpoints are cosigned. May be repeated.");
  options.add()("demo",
                "Fills an empty tenant with the demo data and offers its logins with one click. "
                "Never in public.");
  options.add()("demo-data", po::value<std::string>()->value_name("DIR"),
                "Where the demo data lies.");
  if (auto status = options.parse(argc, argv)) return *status;

  Serving::Options serving;
  if (!set_listen(options.text("listen"), serving.net)) {
    std::cerr << "fuge serve: --listen takes ADDRESS:PORT\n";
    return 2;
  }
  serving.net.origin_allowed = allow_origins(options.texts("origin"));
  serving.web = options.text("web");
  serving.commands_per_second = options.get<std::uint32_t>("rate");
  if (serving.commands_per_second > rate_max) {
    std::cerr << "fuge serve: --rate takes 0 to " << rate_max << "\n";
    return 2;
  }

  if (options.has("demo") && options.has("tenant")) {
    std::cerr << "fuge serve: --demo fills the folder of --data, not those of --tenant\n";
    return 2;
  }

  storage::Crypto const crypto;
  auto const witness = open_witness(options, crypto);
  serving.witness = witness.get();
  auto const opened = open_all(options);
  if (options.has("demo")) opened.front()->fill(demo_folder(options.text("demo-data")));
  std::vector<Serving::Tenant> tenants;
  for (auto const& one : opened) tenants.push_back(one->tenant());
  Serving server(std::move(tenants), std::move(serving), warn);
  auto const url = "http://" + options.text("listen").substr(0, options.text("listen").rfind(':')) +
                   ":" + std::to_string(server.port());
  std::cout << "listening on " << url << std::endl;
  if (options.has("demo")) tell_demo(std::cout, url, opened.front()->logins());
  if (options.has("tenant"))
    for (auto const& one : opened)
      std::cout << "http://" << one->host() << ":" << server.port() << std::endl;
  server.run();
  return 0;
}

}  // namespace api::cli
