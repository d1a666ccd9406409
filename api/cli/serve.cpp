// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "api/cli/demo.hpp"
#include "api/cli/place.hpp"
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

void recover(Hub& hub, ReadSide& read_side) {
  auto const head = hub.tenant().log().head();
  {
    Progress progress("reading the log", head.value);
    hub.recover([&](core::Position position) { progress.step(position.value); });
  }
  hub.engine().follow_log();
  Progress progress("bringing the views up to date", head.value);
  read_side.recover([&](core::Position position) { progress.step(position.value); });
}

}  // namespace

int serve(int argc, char const* const* argv) {
  Options options("serve [OPTIONS]",
                  "Serves a tenant over HTTP and WebSocket, until SIGTERM or Ctrl-C.");
  options.add_tenant();
  options.add()(
      "listen",
      po::value<std::string>()->default_value("127.0.0.1:8080")->value_name("ADDRESS:PORT"),
      "Where to listen; port 0 takes any free one.");
  options.add()("web", po::value<std::string>()->default_value("web/dist")->value_name("DIR"),
                "The web app's files.");
  options.add()("origin", po::value<std::vector<std::string>>()->value_name("ORIGIN")->composing(),
                "Another web origin that may connect, such as https://www.jena.de. May be "
                "repeated. The server's own always may.");
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
  auto const origins = options.has("origin") ? options.get<std::vector<std::string>>("origin")
                                             : std::vector<std::string>{};
  serving.net.origin_allowed = allow_origins(origins);
  serving.web = options.text("web");

  Hub hub(place_of(options), warn);
  ReadSide read_side(hub, warn);
  recover(hub, read_side);
  if (options.has("demo"))
    serving.logins = fill_with_demo(hub, read_side, demo_folder(options.text("demo-data")));
  {
    auto const logins = serving.logins;
    Serving server(hub, read_side, std::move(serving), warn);
    auto const url = "http://" +
                     options.text("listen").substr(0, options.text("listen").rfind(':')) + ":" +
                     std::to_string(server.port());
    std::cout << "listening on " << url << std::endl;
    if (options.has("demo")) tell_demo(std::cout, url, logins);
    server.run();
  }
  hub.settle();
  read_side.write_behind(1);
  hub.worker().finish();
  return 0;
}

}  // namespace api::cli
