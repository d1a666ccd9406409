// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace api::net {

// Why a connection ended.
enum class Ended : std::uint8_t {
  by_client,
  by_server,
  refused,    // HTTP or WebSocket rules were broken
  timed_out,  // silence, or half a request for too long
  too_slow,   // did not read what was sent
  drained,    // the server shuts down
  lost,       // reset, or gone without a goodbye
};
inline constexpr std::array<std::string_view, 7> ended_names = {
    "by_client", "by_server", "refused", "timed_out", "too_slow", "drained", "lost"};

// For /metrics. Written on thread E only.
struct Counters {
  std::uint64_t connections_open = 0;
  std::uint64_t websockets_open = 0;

  std::uint64_t accepted = 0;
  std::uint64_t turned_away = 0;      // no room: 503 or 429
  std::uint64_t accept_failures = 0;  // out of descriptors or memory
  std::array<std::uint64_t, ended_names.size()> ended{};

  std::uint64_t gathered_bytes = 0;  // now, in incomplete requests and messages
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
  std::uint64_t writes = 0;  // system calls

  std::uint64_t requests = 0;
  std::uint64_t messages_in = 0;
  std::uint64_t messages_out = 0;
};

}  // namespace api::net
