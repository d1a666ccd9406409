// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <variant>

#include "api/net/counters.hpp"
#include "api/net/http.hpp"
#include "api/net/options.hpp"
#include "api/net/socket.hpp"

namespace api::net {

// The rest of the server, as the sockets see it. Thread E.
class Handler {
 public:
  virtual ~Handler() = default;

  virtual void on_request(Request request, Respond respond) = 0;
  // A WebSocket handshake that is in order. The Socket is the Peer's if one is returned, and may be sent to at once; with a
  // Response it is not opened and must be forgotten.
  virtual std::variant<std::unique_ptr<Peer>, Response> on_upgrade(Request const& request,
                                                                   Socket& socket) = 0;
};

// HTTP/1.1 and WebSocket on one port. All of it runs on the io_context's one thread (E); the handler outlives the server, and
// the io_context outlives both. Destroying the server closes everything at once, and every Peer hears on_close.
class Server {
 public:
  // Listens from now on; throws std::runtime_error, with address and reason, where it cannot.
  Server(boost::asio::io_context& context, Options options, Handler& handler);
  ~Server();

  std::uint16_t port() const;
  Counters const& counters() const;

  // Accepts nobody any more, lets requests finish, closes WebSockets with 1001 one after the other, and calls back when
  // nobody is left, at the latest after the drain timeout.
  void drain(std::function<void()> on_drained);

 private:
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace api::net
