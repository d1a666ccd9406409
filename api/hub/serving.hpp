// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "api/hub/read_side.hpp"
#include "api/road/http_routes.hpp"

namespace api {

// One tenant on the air: the road, the views' thread, the sockets, and what they have in common. Made and run on thread E.
class Serving {
 public:
  struct Options {
    net::Options net;
    std::filesystem::path web;
    std::vector<DemoLogin> logins;
  };

  // The hub and the read side have recovered and stand at the same position.
  Serving(Hub& hub, ReadSide& read_side, Options options,
          std::function<void(std::string const&)> warn);
  ~Serving();

  std::uint16_t port() const { return server_.port(); }
  // Until SIGTERM or SIGINT, and then until everybody has left.
  void run();

 private:
  void tick();
  void drain();
  void apply(core::Block const& block);
  std::string metrics() const;
  Connections connections();

  Hub& hub_;
  ReadSide& read_side_;
  std::function<void(std::string const&)> warn_;
  boost::asio::io_context context_{1};
  boost::asio::signal_set signals_{context_, SIGTERM, SIGINT};
  boost::asio::steady_timer ticks_{context_};
  StaticFiles files_;
  ViewThread views_;
  Feeds feeds_;
  Road road_;
  Dispatcher dispatcher_;
  Connections connections_;
  HttpRoutes routes_;
  net::Server server_;
  bool draining_ = false;
};

}  // namespace api
