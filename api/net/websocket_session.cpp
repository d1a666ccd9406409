// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/websocket_session.hpp"

#include <utility>

#include "api/net/connection.hpp"
#include "api/net/environment.hpp"

namespace api::net {

using Kind = FrameReader::Event::Kind;

WebSocketSession::WebSocketSession(Connection& connection, Environment& environment)
    : connection_(connection),
      environment_(environment),
      remote_address_(connection.remote_address()),
      reader_({.message_bytes_max = environment.options.message_bytes_max,
               .fragments_max = environment.options.fragments_max}) {}

WebSocketSession::~WebSocketSession() = default;

void WebSocketSession::open(std::unique_ptr<Peer> peer) {
  peer_ = std::move(peer);
  answered_ = true;
  for (auto& frame : std::exchange(early_, {})) connection_.send(std::move(frame));
  ++environment_.counters.websockets_open;
  heard_ = Clock::now();
  if (stage_ == Stage::early) stage_ = Stage::open;
  auto const& options = environment_.options;
  connection_.set_deadline(stage_ == Stage::open ? options.ping_interval : options.close_timeout);
}

// ---- what the Peer may do ----

void WebSocketSession::send(Frame frame) {
  if (stage_ > Stage::open) return;
  if (queued_bytes() + frame->size() > environment_.options.queue_bytes_max) {
    return too_slow();
  }
  ++environment_.counters.messages_out;
  put(std::move(frame));
}

void WebSocketSession::close(unsigned code, std::string_view reason) {
  say_goodbye(code, reason, Ended::by_server);
}

std::size_t WebSocketSession::queued_bytes() const {
  return stage_ == Stage::closed ? 0 : connection_.queued_bytes();
}

void WebSocketSession::put(Frame frame) {
  if (answered_) return connection_.send(std::move(frame));
  early_.push_back(std::move(frame));
}

// ---- what comes in ----

bool WebSocketSession::wants_bytes() const {
  return stage_ == Stage::closing ||
         (stage_ == Stage::open && queued_bytes() <= environment_.options.read_pause_bytes);
}

Protocol::Understood WebSocketSession::on_bytes(std::span<char> bytes) {
  heard_ = Clock::now();
  pinged_ = false;
  if (!reader_.gathers()) message_since_ = heard_;
  auto rest = bytes;
  auto left = environment_.options.messages_per_turn_max;
  for (; left > 0 && wants_bytes(); --left) {
    auto const event = reader_.next(rest);
    if (event.kind == Kind::need_more) break;
    on_event(event);
  }
  return {.bytes = bytes.size() - rest.size(), .goes_on = left == 0 && !rest.empty()};
}

void WebSocketSession::on_event(FrameReader::Event const& event) {
  switch (event.kind) {
    case Kind::need_more:
    case Kind::pong: return;
    case Kind::text: return on_text(event.payload);
    case Kind::ping: return on_ping(event.payload);
    case Kind::close: return on_goodbye(event.code);
    case Kind::violation: return fail(event.code);
  }
}

void WebSocketSession::on_text(std::string_view text) {
  if (stage_ != Stage::open) return;
  message_since_ = heard_;
  ++environment_.counters.messages_in;
  peer_->on_message(text);
}

void WebSocketSession::on_ping(std::string_view payload) {
  if (stage_ != Stage::open) return;
  if (heard_ - pings_since_ > std::chrono::seconds(1)) {
    pings_since_ = heard_;
    pings_ = 0;
  }
  if (++pings_ > environment_.options.pings_per_second_max) {
    return fail(close_code::policy_violation, "too many pings");
  }
  put(pong_frame(payload));
}

void WebSocketSession::on_goodbye(unsigned code) {
  if (stage_ == Stage::open) {
    put(close_frame(code, {}));
    code_ = code;
    why_ = Ended::by_client;
  }
  stage_ = Stage::closed;
  connection_.end(why_);
}

// A broken connection gets our goodbye and its end, whatever the client still says (RFC 6455, 7.1.7).
void WebSocketSession::fail(unsigned code, std::string_view reason) {
  say_goodbye(code, reason, Ended::refused);
  stage_ = Stage::closed;
  connection_.end(why_);
}

void WebSocketSession::on_end_of_input() {
  if (code_ == 0) code_ = close_code::lost;
  auto const why = stage_ == Stage::closing ? why_ : Ended::lost;
  stage_ = Stage::closed;
  connection_.end(why);
}

// ---- bounds and goodbyes ----

void WebSocketSession::say_goodbye(unsigned code, std::string_view reason, Ended why) {
  if (stage_ > Stage::open) return;
  put(close_frame(code, reason));
  stage_ = Stage::closing;
  code_ = code;
  why_ = why;
  connection_.set_deadline(environment_.options.close_timeout);
}

void WebSocketSession::on_deadline() {
  auto const& options = environment_.options;
  auto const now = Clock::now();
  if (reader_.gathers() && now - message_since_ > options.message_timeout) {
    return fail(close_code::policy_violation, "the message took too long");
  }
  auto const silence = now - heard_;
  if (stage_ == Stage::open && silence < options.ping_interval) {
    return connection_.set_deadline(options.ping_interval - silence);
  }
  if (stage_ == Stage::open && !std::exchange(pinged_, true)) {
    put(ping_frame());
    return connection_.set_deadline(options.pong_timeout);
  }
  if (stage_ == Stage::open) {
    code_ = close_code::lost;
    why_ = Ended::timed_out;
  }
  stage_ = Stage::closed;
  connection_.end(why_);
}

void WebSocketSession::on_output_waiting(Duration age) {
  if (age > environment_.options.queue_age_max) too_slow();
}

// What is queued would reach the client late or never; its place in the log will bring it back.
void WebSocketSession::too_slow() {
  if (stage_ != Stage::open) return;
  connection_.drop_unsent();
  say_goodbye(close_code::slow_consumer, "slow consumer, reconnect and resume", Ended::too_slow);
}

void WebSocketSession::on_drain() {
  say_goodbye(close_code::going_away, "the server restarts", Ended::drained);
}

void WebSocketSession::on_closed() {
  stage_ = Stage::closed;
  if (code_ == 0) code_ = close_code::lost;
}

void WebSocketSession::settle() {
  if (code_ == 0 || !peer_) return;
  --environment_.counters.websockets_open;
  auto const peer = std::move(peer_);
  peer->on_close(code_);
}

}  // namespace api::net
