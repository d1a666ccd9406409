// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/http_session.hpp"

#include <ctime>
#include <utility>

#include "api/net/connection.hpp"
#include "api/net/environment.hpp"
#include "api/net/handshake.hpp"
#include "api/net/server.hpp"
#include "api/net/websocket_session.hpp"

namespace api::net {
namespace {

using Stage = RequestReader::Stage;

std::string_view explanation(unsigned status) {
  switch (status) {
    case 408: return "The request did not arrive in time.";
    case 413: return "The body is larger than this server reads.";
    case 417: return "Of expectations, only 100-continue is known.";
    case 431: return "The header is larger than this server reads.";
    case 501: return "Of transfer codings, only chunked is known.";
    case 503: return "There are too many unfinished requests.";
    case 505: return "This server speaks HTTP/1.1 and HTTP/1.0.";
    default: return "This is not a well-formed HTTP request.";
  }
}

Frame const& continue_frame() {
  static Frame const frame = std::make_shared<const std::string>("HTTP/1.1 100 Continue\r\n\r\n");
  return frame;
}

}  // namespace

HttpSession::HttpSession(Connection& connection, Environment& environment)
    : connection_(connection),
      environment_(environment),
      reader_({.header_bytes_max = environment.options.header_bytes_max,
               .body_bytes_max = environment.options.body_bytes_max}) {
  expect(Phase::head);
}

// ---- reading ----

bool HttpSession::wants_bytes() const {
  auto const& options = environment_.options;
  return !no_more_ && exchanges_.size() < options.pipelined_requests_max &&
         connection_.queued_bytes() <= options.read_pause_bytes;
}

Protocol::Understood HttpSession::on_bytes(std::span<char> bytes) {
  std::span<char const> rest = bytes;
  auto left = environment_.options.pipelined_requests_max;
  while (left > 0 && !rest.empty() && wants_bytes() && read_on(rest)) {
    if (reader_.stage() == Stage::complete) {
      on_request();
      --left;
    }
  }
  return {.bytes = bytes.size() - rest.size(), .goes_on = left == 0 && !rest.empty()};
}

// False when nothing can be done without further bytes, or at all.
bool HttpSession::read_on(std::span<char const>& bytes) {
  auto const before = bytes.size();
  reader_.read(bytes);
  switch (reader_.stage()) {
    case Stage::idle: return false;
    case Stage::head:
      if (phase_ != Phase::head) expect(Phase::head);
      return false;
    case Stage::body:
      if (phase_ != Phase::body) on_body_awaited();
      return bytes.size() < before;
    case Stage::complete: return true;
    case Stage::refused: refuse(reader_.refusal(), Ended::refused); return false;
  }
  return false;
}

void HttpSession::on_body_awaited() {
  expect(Phase::body);
  if (reader_.expects_continue() && exchanges_.empty()) connection_.send(continue_frame());
}

void HttpSession::on_request() {
  ++environment_.counters.requests;
  Exchange const exchange{.last = !reader_.keep_alive() || environment_.draining,
                          .http_1_0 = reader_.is_http_1_0()};
  auto request = reader_.take();
  request.remote_address = connection_.remote_address();
  if (asks_for_websocket(request)) return on_handshake(request, exchange);
  auto respond = begin(exchange, request.method == "HEAD");
  environment_.handler.on_request(std::move(request), std::move(respond));
  expect_next();
}

void HttpSession::on_handshake(Request const& request, Exchange exchange) {
  auto const refuse_with = [&](Response response) {
    begin(exchange, false)(std::move(response));
    expect_next();
  };
  if (environment_.draining) return refuse_with(problem(503, "The server shuts down."));
  if (exchange.http_1_0) return refuse_with(problem(400, "A WebSocket needs HTTP/1.1."));
  if (!exchanges_.empty()) return refuse_with(problem(400, "A handshake cannot be pipelined."));
  if (auto refusal = refuse_handshake(request, environment_.options)) return refuse_with(*refusal);
  auto const session = std::make_shared<WebSocketSession>(connection_, environment_);
  auto outcome = environment_.handler.on_upgrade(request, *session);
  if (auto* refusal = std::get_if<Response>(&outcome)) return refuse_with(std::move(*refusal));
  connection_.send(accept_handshake(request.header("Sec-WebSocket-Key")));
  session->open(std::get<std::unique_ptr<Peer>>(std::move(outcome)));
  connection_.become(session);
  no_more_ = true;
}

// ---- answering ----

Respond HttpSession::begin(Exchange exchange, bool head_only) {
  exchange.head_only = head_only;
  if (exchange.last) no_more_ = true;
  auto const number = first_number_ + exchanges_.size();
  exchanges_.push_back(std::move(exchange));
  return Respond([weak = weak_from_this(), number](Response response) {
    if (auto const self = weak.lock()) self->answer(number, std::move(response));
  });
}

void HttpSession::answer(std::uint64_t number, Response response) {
  if (closed_ || number < first_number_) return;
  auto& exchange = exchanges_[number - first_number_];
  if (exchange.response) return;
  exchange.response = std::move(response);
  send_answers();
  if (phase_ == Phase::answer) expect_next();
  connection_.wake();
}

void HttpSession::send_answers() {
  while (!exchanges_.empty() && exchanges_.front().response) {
    auto const exchange = std::move(exchanges_.front());
    exchanges_.erase(exchanges_.begin());
    ++first_number_;
    send(exchange);
    if (exchange.last) connection_.end(why_);
  }
}

void HttpSession::send(Exchange const& exchange) {
  auto const& response = *exchange.response;
  auto const persistence = exchange.last       ? Persistence::close
                           : exchange.http_1_0 ? Persistence::keep_alive
                                               : Persistence::implied;
  auto head = response_head(response, persistence, std::time(nullptr));
  connection_.send(std::make_shared<const std::string>(std::move(head)));
  if (exchange.head_only || !response.body || !may_have_body(response.status)) return;
  connection_.send(response.body);
}

// ---- the end ----

// The last thing this connection hears, after the answers to what it asked before.
void HttpSession::refuse(unsigned status, Ended why) {
  why_ = why;
  begin({.last = true}, false)(problem(status, explanation(status)));
  expect_next();
}

// Nothing more is read; what was asked is still answered.
void HttpSession::finish(Ended why) {
  no_more_ = true;
  why_ = why;
  if (exchanges_.empty()) return connection_.end(why);
  exchanges_.back().last = true;
  expect_next();
}

void HttpSession::on_end_of_input() {
  finish(reader_.stage() == Stage::idle ? Ended::by_client : Ended::lost);
}

void HttpSession::on_no_room() {
  if (!no_more_) refuse(503, Ended::refused);
}

void HttpSession::on_drain() {
  if (reader_.stage() == Stage::idle) finish(Ended::drained);
}

void HttpSession::on_output_waiting(Duration age) {
  if (age <= environment_.options.write_timeout) return;
  connection_.drop_unsent();
  connection_.end(Ended::too_slow);
}

void HttpSession::on_deadline() {
  if (phase_ == Phase::answer) return give_up_on_answers();
  if (reader_.stage() == Stage::idle) return finish(Ended::timed_out);
  refuse(408, Ended::timed_out);
}

void HttpSession::give_up_on_answers() {
  finish(Ended::timed_out);
  for (auto& exchange : exchanges_) {
    if (!exchange.response) exchange.response = problem(503, "The answer took too long.");
  }
  send_answers();
}

void HttpSession::expect(Phase phase) {
  auto const& options = environment_.options;
  phase_ = phase;
  switch (phase) {
    case Phase::idle: return connection_.set_deadline(options.keep_alive_timeout);
    case Phase::head: return connection_.set_deadline(options.header_timeout);
    case Phase::body: return connection_.set_deadline(options.body_timeout);
    case Phase::answer: return connection_.set_deadline(options.answer_timeout);
  }
}

void HttpSession::expect_next() { expect(exchanges_.empty() ? Phase::idle : Phase::answer); }

}  // namespace api::net
