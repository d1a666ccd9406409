// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>

#include "api/net/clock.hpp"
#include "api/net/counters.hpp"
#include "api/net/frame.hpp"
#include "api/net/input_buffer.hpp"
#include "api/net/outbox.hpp"

namespace api::net {

struct Environment;
class Protocol;

using TcpSocket =
    boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

// One TCP connection: bytes in, frames out, deadlines, and a decent end. Its protocol makes sense of the bytes. Thread E;
// owned by the registry and by the operations that wait for its socket.
//
//   open -> ending: what is queued leaves, our side hangs up, what comes is thrown away -> closed
class Connection final : public std::enable_shared_from_this<Connection> {
 public:
  Connection(TcpSocket socket, boost::asio::ip::address const& address, Environment& environment);
  ~Connection();
  void start(std::shared_ptr<Protocol> protocol);

  // For its protocol.
  void send(Frame frame);
  void drop_unsent() { outbox_.keep_begun(); }
  std::size_t queued_bytes() const { return outbox_.bytes(); }
  void set_deadline(Duration from_now);
  // The next byte belongs to another protocol.
  void become(std::shared_ptr<Protocol> next) { next_ = std::move(next); }
  // Says no more than what is queued. Closing at once would let unread input destroy it on the way (RFC 9112, 9.6).
  void end(Ended why);
  // Asks for settle() and for reading on, at the end of this turn.
  void wake();
  std::string const& remote_address() const { return remote_address_; }

  // For the server.
  void flush();
  void sweep(Time now);
  void drain();
  void abort(Ended why);

  // For the registry.
  std::string const& address_key() const { return address_key_; }
  std::size_t place() const { return place_; }
  void set_place(std::size_t place) { place_ = place; }

 private:
  enum class State { open, ending, closed };

  void read();
  void on_read(boost::system::error_code error, std::size_t count);
  void on_input();
  void on_end_of_input(boost::system::error_code error);
  bool wants_bytes() const;
  void feed();
  void offer();
  void account();
  void write();
  void wait_until_writable();
  void hang_up();
  void close(Ended why);
  void settle();

  TcpSocket socket_;
  Environment& environment_;
  std::shared_ptr<Protocol> protocol_;
  std::shared_ptr<Protocol> next_;
  InputBuffer input_;
  Outbox outbox_;
  Time deadline_ = Time::max();
  std::string remote_address_;
  std::string address_key_;
  std::size_t place_ = 0;
  std::size_t gathered_ = 0;
  State state_ = State::open;
  Ended why_ = Ended::lost;
  bool reading_ = false;
  bool goes_on_ = false;
  bool input_ended_ = false;
  bool write_waits_ = false;
  bool hung_up_ = false;
  bool due_ = false;
};

}  // namespace api::net
