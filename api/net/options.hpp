// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace api::net {

// Every bound of the sockets, and what happens at it.
struct Options {
  using milliseconds = std::chrono::milliseconds;

  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one, see Server::port().

  std::size_t connections_max = 20'000;             // 503
  std::size_t connections_per_address_max = 1'024;  // 429; an IPv6 network of /64 is one address
  milliseconds accept_pause{100};                   // after running out of descriptors

  std::size_t header_bytes_max = 16 << 10;  // 431
  std::size_t body_bytes_max = 1 << 20;     // 413
  std::size_t pipelined_requests_max = 16;  // unanswered, or in one turn; then nothing more is read
  milliseconds header_timeout{
      10'000};  // from the first byte, or from the connection's beginning: 408
  milliseconds body_timeout{30'000};        // from the end of the header: 408
  milliseconds keep_alive_timeout{60'000};  // between two requests: closed
  milliseconds answer_timeout{60'000};      // a handler that never answers: 503
  milliseconds write_timeout{120'000};      // a response that does not leave: closed

  // Which web pages may open a WebSocket here: Origin and Host of the request. Unset, none may. Clients that are no browser
  // send no Origin and are not asked.
  std::function<bool(std::string_view origin, std::string_view host)> origin_allowed;
  std::size_t message_bytes_max = 1 << 20;  // 1009
  std::size_t fragments_max = 1'024;        // frames in one message: 1008
  std::size_t messages_per_turn_max = 64;   // of one client, then others have theirs
  milliseconds message_timeout{60'000};     // from a message's first byte: 1008
  std::size_t pings_per_second_max = 100;   // 1008
  milliseconds ping_interval{25'000};       // of silence from the client
  milliseconds pong_timeout{20'000};        // then still silent: closed
  milliseconds close_timeout{5'000};        // for the client to say goodbye, and to hang up

  // A slow consumer is closed with 4008: it reconnects and resumes.
  std::size_t queue_bytes_max = 8 << 20;
  milliseconds queue_age_max{30'000};  // found after one to two times as long
  // Above this much unsent output, nothing more is read from that client.
  std::size_t read_pause_bytes = 256 << 10;

  // Of all requests and messages together that are not complete yet. Whoever adds to it then: 503, 1013.
  std::size_t gathered_bytes_max = 256 << 20;
  std::size_t read_buffer_idle_bytes = 1 << 10;
  std::size_t read_buffer_bytes_max = 64 << 10;

  // Each connection's deadlines are looked at once in a period.
  milliseconds sweep_period{1'000};
  // A drain spreads its goodbyes over the stagger, and ends by force after the timeout.
  milliseconds drain_stagger{3'000};
  milliseconds drain_timeout{10'000};
};

}  // namespace api::net
