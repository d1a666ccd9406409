// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/serving.hpp"

#include <algorithm>

namespace api {
namespace {

// "Jena.example:8080" -> "jena.example", "[::1]:8080" -> "[::1]".
std::string host_of(net::Request const& request) {
  auto const header = request.header("Host");
  auto const end = header.starts_with('[') ? header.find(']') + 1 : header.find(':');
  std::string host(header.substr(0, end));
  for (auto& c : host) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  if (host.ends_with('.')) host.pop_back();
  return host;
}

net::Response unknown_tenant() {
  return net::problem(421, "tenant.unknown: there is no hub of this name here.");
}

}  // namespace

void HostRoutes::add(std::string host, HttpRoutes& routes) {
  routes_.emplace(std::move(host), &routes);
}

HttpRoutes* HostRoutes::of(net::Request const& request) const {
  auto found = routes_.find(host_of(request));
  if (found == routes_.end()) found = routes_.find("");
  return found == routes_.end() ? nullptr : found->second;
}

void HostRoutes::on_request(net::Request request, net::Respond respond) {
  if (auto const path = net::path_of(request.target); witness_ && WitnessRoutes::has(path))
    return witness_->serve(request, path, std::move(respond));
  if (auto* const routes = of(request))
    return routes->on_request(std::move(request), std::move(respond));
  respond(unknown_tenant());
}

std::variant<std::unique_ptr<net::Peer>, net::Response> HostRoutes::on_upgrade(
    net::Request const& request, net::Socket& socket) {
  if (auto* const routes = of(request)) return routes->on_upgrade(request, socket);
  return unknown_tenant();
}

Serving::Serving(std::vector<Tenant> tenants, Options options,
                 std::function<void(std::string const&)> const& warn)
    : files_(options.web) {
  Site::Shared const shared{context_,
                            files_,
                            [this] { return draining_; },
                            [this]() -> net::Counters const& { return server_->counters(); },
                            warn,
                            options.commands_per_second};
  for (auto& tenant : tenants) {
    auto const& site = sites_.emplace_back(
        std::make_unique<Site>(tenant.hub, tenant.read_side, std::move(tenant.logins), shared));
    for (auto const& host : tenant.hosts) hosts_.add(host, site->routes());
    cosigners_.push_back(
        std::make_unique<Cosigners>(tenant.cosigners, tenant.hub.witnessed(), warn));
  }
  if (options.witness) {
    witness_ = std::make_unique<WitnessRoutes>(context_, *options.witness, warn);
    hosts_.add(*witness_);
  }
  server_ = std::make_unique<net::Server>(context_, std::move(options.net), hosts_);
}

void Serving::run() {
  signals_.async_wait([this](boost::system::error_code error, int) {
    if (!error) drain();
  });
  tick();
  context_.run();
  for (auto const& site : sites_) site->commit();
}

void Serving::tick() {
  ticks_.expires_after(std::chrono::seconds(1));
  ticks_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    for (auto const& site : sites_) site->tick();
    tick();
  });
}

void Serving::drain() {
  draining_ = true;
  server_->drain([this] {
    ticks_.cancel();
    signals_.cancel();
    context_.stop();
  });
}

}  // namespace api
