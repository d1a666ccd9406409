// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>

#include "api/hub/site.hpp"
#include "api/witness/cosigners.hpp"
#include "api/witness/witness_routes.hpp"

namespace api {

// Which tenant a request is for: the host that was asked, without its port. Thread E.
class HostRoutes final : public net::Handler {
 public:
  // `host` in lower case; "" answers whoever asks for a host that is not named.
  void add(std::string host, HttpRoutes& routes);
  // Answers below /witness/, whichever host was asked.
  void add(WitnessRoutes& witness) { witness_ = &witness; }

  void on_request(net::Request request, net::Respond respond) override;
  std::variant<std::unique_ptr<net::Peer>, net::Response> on_upgrade(net::Request const& request,
                                                                     net::Socket& socket) override;

 private:
  HttpRoutes* of(net::Request const& request) const;

  std::map<std::string, HttpRoutes*, std::less<>> routes_;
  WitnessRoutes* witness_ = nullptr;
};

// Several tenants on one port, until somebody ends the process. Made and run on thread E.
class Serving {
 public:
  struct Options {
    net::Options net;
    std::filesystem::path web;
    storage::Witness* witness = nullptr;    // Of the logs of others, where this server is one.
    std::uint32_t commands_per_second = 0;  // Of one person; 0: no limit.
  };
  struct Tenant {
    std::vector<std::string> hosts;  // "" for any that no other tenant answers to.
    Hub& hub;
    ReadSide& read_side;
    std::vector<DemoLogin> logins;
    std::vector<Cosigner> cosigners;  // Of its checkpoints.
  };

  Serving(std::vector<Tenant> tenants, Options options,
          std::function<void(std::string const&)> const& warn);

  std::uint16_t port() const { return server_->port(); }
  // Until SIGTERM or SIGINT, and then until everybody has left.
  void run();

 private:
  void tick();
  void drain();

  boost::asio::io_context context_{1};
  boost::asio::signal_set signals_{context_, SIGTERM, SIGINT};
  boost::asio::steady_timer ticks_{context_};
  StaticFiles files_;
  HostRoutes hosts_;
  std::vector<std::unique_ptr<Site>> sites_;
  std::vector<std::unique_ptr<Cosigners>> cosigners_;
  std::unique_ptr<WitnessRoutes> witness_;
  std::unique_ptr<net::Server> server_;
  bool draining_ = false;
};

}  // namespace api
