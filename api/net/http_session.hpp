// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "api/net/counters.hpp"
#include "api/net/http.hpp"
#include "api/net/protocol.hpp"
#include "api/net/request_reader.hpp"
#include "api/net/response_head.hpp"

namespace api::net {

class Connection;
struct Environment;

// HTTP/1.1 on one connection, until it ends or becomes a WebSocket. Pipelined requests go to the handler at once, up to a
// bound, and are answered in their order. Thread E.
class HttpSession final : public Protocol, public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(Connection& connection, Environment& environment);

  bool wants_bytes() const override;
  Understood on_bytes(std::span<char> bytes) override;
  std::size_t gathered_bytes() const override { return reader_.gathered_bytes(); }
  void on_no_room() override;
  void on_end_of_input() override;
  void on_deadline() override;
  void on_output_waiting(Duration age) override;
  void on_drain() override;
  void on_closed() override { closed_ = true; }

 private:
  // What is awaited from the client, or from the handler; each has its deadline.
  enum class Phase { idle, head, body, answer };

  // A request that is not answered yet, or whose answer waits for those before it.
  struct Exchange {
    bool last = false;  // The connection ends with it.
    bool http_1_0 = false;
    bool head_only = false;
    std::optional<Response> response = std::nullopt;
  };

  bool read_on(std::span<char const>& bytes);
  void on_body_awaited();
  void on_request();
  void on_handshake(Request const& request, Exchange exchange);
  Respond begin(Exchange exchange, bool head_only);
  void answer(std::uint64_t number, Response response);
  void send_answers();
  void send(Exchange const& exchange);
  void refuse(unsigned status, Ended why);
  void finish(Ended why);
  void give_up_on_answers();
  void expect(Phase phase);
  void expect_next();

  Connection& connection_;
  Environment& environment_;
  RequestReader reader_;
  std::vector<Exchange> exchanges_;
  std::uint64_t first_number_ = 0;  // of the first of the exchanges
  Phase phase_ = Phase::idle;
  Ended why_ = Ended::by_server;
  bool no_more_ = false;  // The last request has been read, or the connection is a WebSocket now.
  bool closed_ = false;
};

}  // namespace api::net
