// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/server.hpp"

#include <optional>
#include <utility>

#include "api/net/acceptor.hpp"
#include "api/net/drain.hpp"
#include "api/net/environment.hpp"
#include "api/net/sweeper.hpp"

namespace api::net {

struct Server::Rooms {
  Rooms(boost::asio::io_context& io, Options options, Handler& handler)
      : context(io),
        environment{.options = std::move(options),
                    .handler = handler,
                    .flusher = Flusher(io),
                    .registry = {}},
        acceptor(io, environment),
        sweeper(io, environment) {}

  boost::asio::io_context& context;
  Environment environment;
  Acceptor acceptor;
  Sweeper sweeper;
  std::optional<Drain> drain;
};

Server::Server(boost::asio::io_context& context, Options options, Handler& handler)
    : rooms_(std::make_unique<Rooms>(context, std::move(options), handler)) {}

Server::~Server() {
  Registry::Walk walk(rooms_->environment.registry);
  while (auto const connection = walk.next()) connection->abort(Ended::drained);
}

std::uint16_t Server::port() const { return rooms_->acceptor.port(); }

Counters const& Server::counters() const { return rooms_->environment.counters; }

void Server::drain(std::function<void()> on_drained) {
  rooms_->acceptor.stop();
  rooms_->drain.emplace(rooms_->context, rooms_->environment, std::move(on_drained));
}

}  // namespace api::net
