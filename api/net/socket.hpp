// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "api/net/frame.hpp"

namespace api::net {

// What our side may do with one WebSocket. Thread E. No call here ever calls back into the Peer: what follows from it comes
// in a later turn. Once closed, all calls are harmless and do nothing.
class Socket {
 public:
  virtual ~Socket() = default;

  // Queues a frame; all frames of one turn leave in one write. A queue that grows beyond its bound closes the socket (4008).
  virtual void send(Frame frame) = 0;
  // Says goodbye after what is queued. The Peer hears on_close(code) soon and no message any more.
  virtual void close(unsigned code, std::string_view reason) = 0;
  virtual std::size_t queued_bytes() const = 0;
  virtual std::string const& remote_address() const = 0;
  // For answers that come late: lock() it in the turn in which it is used, never keep what it gives.
  virtual std::weak_ptr<Socket> handle() = 0;
};

// Our side of one WebSocket, owned by its connection. Thread E. Its Socket is valid until on_close has returned; then the
// Peer is destroyed.
class Peer {
 public:
  virtual ~Peer() = default;

  // One whole text message, valid UTF-8; the view ends with the call.
  virtual void on_message(std::string_view text) = 0;
  // Called once, last: with the client's code, with ours, 1005 if none was given, 1006 if the connection was lost.
  virtual void on_close(unsigned code) = 0;
};

}  // namespace api::net
