// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/acceptor.hpp"

#include <boost/asio/buffer.hpp>
#include <ctime>
#include <stdexcept>

#include "api/net/environment.hpp"
#include "api/net/http_session.hpp"
#include "api/net/response_head.hpp"

namespace api::net {

namespace asio = boost::asio;
using boost::system::error_code;

Acceptor::Acceptor(asio::io_context& context, Environment& environment)
    : environment_(environment), listener_(context), pause_(context) {
  auto const& options = environment.options;
  asio::ip::tcp::endpoint const endpoint(asio::ip::make_address(options.address), options.port);
  error_code failed;
  listener_.open(endpoint.protocol(), failed);
  if (!failed) listener_.set_option(asio::socket_base::reuse_address(true), failed);
  if (!failed) listener_.bind(endpoint, failed);
  if (!failed) listener_.listen(asio::socket_base::max_listen_connections, failed);
  if (failed)
    throw std::runtime_error("cannot listen on " + options.address + ", port " +
                             std::to_string(options.port) + ": " + failed.message());
  accept();
}

void Acceptor::stop() {
  error_code ignored;
  listener_.close(ignored);
  pause_.cancel();
}

void Acceptor::accept() {
  if (!listener_.is_open()) return;
  listener_.async_accept(alive_.guard(
      [this](error_code error, TcpSocket socket) { on_accepted(error, std::move(socket)); }));
}

void Acceptor::on_accepted(error_code error, TcpSocket socket) {
  if (error == asio::error::operation_aborted) return;
  if (error && error != asio::error::connection_aborted) return pause();
  if (!error) admit(std::move(socket));
  accept();
}

// Without descriptors or memory, trying again at once would only burn time.
void Acceptor::pause() {
  ++environment_.counters.accept_failures;
  pause_.expires_after(environment_.options.accept_pause);
  pause_.async_wait(alive_.guard([this](error_code) { accept(); }));
}

void Acceptor::admit(TcpSocket socket) {
  error_code gone;
  auto const address = socket.remote_endpoint(gone).address();
  if (gone) return;
  if (auto const status = refusal(address)) return turn_away(std::move(socket), status);
  auto const connection = std::make_shared<Connection>(std::move(socket), address, environment_);
  ++environment_.counters.accepted;
  ++environment_.counters.connections_open;
  environment_.registry.add(connection);
  connection->start(std::make_shared<HttpSession>(*connection, environment_));
}

unsigned Acceptor::refusal(asio::ip::address const& address) const {
  auto const& [options, registry] = std::tie(environment_.options, environment_.registry);
  if (registry.size() >= options.connections_max) return 503;
  return registry.at_address(address_key(address)) >= options.connections_per_address_max ? 429 : 0;
}

// Best effort: whoever is turned away is owed no memory and no patience.
void Acceptor::turn_away(TcpSocket socket, unsigned status) {
  ++environment_.counters.turned_away;
  auto response = problem(status, "There is no room for another connection.");
  response.headers = {{"Retry-After", "10"}};
  auto const text =
      response_head(response, Persistence::close, std::time(nullptr)) + *response.body;
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(text), ignored);
  socket.shutdown(TcpSocket::shutdown_send, ignored);
}

}  // namespace api::net
