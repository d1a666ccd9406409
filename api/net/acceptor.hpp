// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <string>

#include "api/net/alive.hpp"
#include "api/net/connection.hpp"

namespace api::net {

// Lets connections in while there is room, and turns the others away with a word. Thread E.
class Acceptor {
 public:
  Acceptor(boost::asio::io_context& context, Environment& environment);

  std::uint16_t port() const { return listener_.local_endpoint().port(); }
  void stop();

 private:
  using Listener = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp,
                                                      boost::asio::io_context::executor_type>;

  void accept();
  void on_accepted(boost::system::error_code error, TcpSocket socket);
  void admit(TcpSocket socket);
  void pause();
  unsigned refusal(boost::asio::ip::address const& address) const;
  void turn_away(TcpSocket socket, unsigned status);

  Environment& environment_;
  Listener listener_;
  boost::asio::steady_timer pause_;
  Alive alive_;
};

}  // namespace api::net
