// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/connection.hpp"

#include <boost/asio/buffer.hpp>

#include "api/net/environment.hpp"
#include "api/net/protocol.hpp"

namespace api::net {

namespace asio = boost::asio;
using boost::system::error_code;

Connection::Connection(TcpSocket socket, asio::ip::address const& address, Environment& environment)
    : socket_(std::move(socket)),
      environment_(environment),
      input_(environment.options.read_buffer_idle_bytes, environment.options.read_buffer_bytes_max),
      remote_address_(address.to_string()),
      address_key_(net::address_key(address)) {
  error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

Connection::~Connection() = default;

void Connection::start(std::shared_ptr<Protocol> protocol) {
  protocol_ = std::move(protocol);
  read();
}

// ---- for the protocol ----

void Connection::send(Frame frame) {
  if (state_ != State::open) return;
  outbox_.push(std::move(frame));
  wake();
}

void Connection::set_deadline(Duration from_now) {
  if (state_ == State::open) deadline_ = Clock::now() + from_now;
}

void Connection::end(Ended why) {
  if (state_ != State::open) return;
  set_deadline(environment_.options.close_timeout);
  state_ = State::ending;
  why_ = why;
  wake();
}

void Connection::wake() {
  if (std::exchange(due_, true)) return;
  environment_.flusher.add(shared_from_this());
}

// ---- reading ----

bool Connection::wants_bytes() const {
  if (state_ == State::closed || input_ended_) return false;
  return state_ == State::ending || protocol_->wants_bytes();
}

void Connection::read() {
  if (reading_ || goes_on_ || !wants_bytes()) return;
  auto const space = input_.space();
  if (space.empty()) return close(Ended::refused);
  reading_ = true;
  socket_.async_read_some(asio::buffer(space.data(), space.size()),
                          [self = shared_from_this()](error_code error, std::size_t count) {
                            self->on_read(error, count);
                          });
}

void Connection::on_read(error_code error, std::size_t count) {
  reading_ = false;
  if (state_ == State::closed) return;
  if (error) {
    on_end_of_input(error);
  } else {
    environment_.counters.bytes_in += count;
    input_.filled(count);
  }
  settle();
}

void Connection::on_end_of_input(error_code error) {
  if (error != asio::error::eof) return close(state_ == State::ending ? why_ : Ended::lost);
  input_ended_ = true;
  if (state_ == State::open) return protocol_->on_end_of_input();
  if (hung_up_) close(why_);
}

void Connection::feed() {
  if (reading_) return;  // All that has come was offered already, and the buffer is in use.
  goes_on_ = false;
  if (state_ == State::open && !input_.empty() && protocol_->wants_bytes()) offer();
  if (state_ == State::ending) input_.consume(input_.bytes().size());
}

void Connection::offer() {
  auto const understood = protocol_->on_bytes(input_.bytes());
  input_.consume(understood.bytes);
  goes_on_ = understood.goes_on;
  if (next_) {
    protocol_ = std::exchange(next_, nullptr);
    goes_on_ = !input_.empty();
  }
  if (goes_on_) wake();
  account();
}

void Connection::account() {
  auto& total = environment_.counters.gathered_bytes;
  auto const before = std::exchange(gathered_, protocol_->gathered_bytes());
  total += gathered_ - before;
  if (gathered_ > before && total > environment_.options.gathered_bytes_max)
    protocol_->on_no_room();
}

// ---- writing ----

void Connection::flush() {
  due_ = false;
  if (state_ != State::closed && !write_waits_) write();
  settle();
}

void Connection::write() {
  while (!outbox_.empty()) {
    auto const written = outbox_.write(socket_.native_handle());
    ++environment_.counters.writes;
    environment_.counters.bytes_out += written.bytes;
    if (written.failed) return close(Ended::lost);
    if (!written.all) return wait_until_writable();
  }
  if (state_ == State::ending) hang_up();
}

void Connection::wait_until_writable() {
  write_waits_ = true;
  socket_.async_wait(TcpSocket::wait_write, [self = shared_from_this()](error_code) {
    self->write_waits_ = false;
    self->flush();
  });
}

// ---- the end ----

void Connection::hang_up() {
  if (input_ended_) return close(why_);
  if (std::exchange(hung_up_, true)) return;
  error_code ignored;
  socket_.shutdown(TcpSocket::shutdown_send, ignored);
}

void Connection::close(Ended why) {
  if (state_ == State::closed) return;
  state_ = State::closed;
  error_code ignored;
  socket_.close(ignored);
  outbox_.clear();
  ++environment_.counters.ended[static_cast<std::size_t>(why)];
  --environment_.counters.connections_open;
  environment_.counters.gathered_bytes -= gathered_;
  protocol_->on_closed();
  environment_.registry.remove(*this);
}

void Connection::abort(Ended why) {
  close(why);
  protocol_->settle();
}

void Connection::sweep(Time now) {
  if (state_ == State::closed) return;
  outbox_.release_memory();
  auto const age = outbox_.age(now);
  if (now >= deadline_) {
    deadline_ = Time::max();
    state_ == State::ending ? close(why_) : protocol_->on_deadline();
    settle();
  } else if (state_ == State::open && age > Duration::zero()) {
    protocol_->on_output_waiting(age);
    settle();
  }
}

void Connection::drain() {
  if (state_ != State::open) return;
  protocol_->on_drain();
  settle();
}

// Whatever happened: what has come is understood, reading goes on if it should, and goodbyes are told.
void Connection::settle() {
  feed();
  read();
  protocol_->settle();
}

}  // namespace api::net
