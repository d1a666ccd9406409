// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "api/net/clock.hpp"

namespace api::net {

// What the bytes of one connection mean: HTTP first, WebSocket perhaps later. Called by the connection only, never while one
// of its own calls into the connection is under way.
class Protocol {
 public:
  virtual ~Protocol() = default;

  // Whether to read on, and to be offered what was read.
  virtual bool wants_bytes() const = 0;
  // May write to the bytes. What is not understood comes again with what follows.
  struct Understood {
    std::size_t bytes;
    bool goes_on =
        false;  // Offer the rest in the next turn, before reading on: others have theirs first.
  };
  virtual Understood on_bytes(std::span<char> bytes) = 0;
  // What it keeps of a request or message that is not complete; and the server's room for such is used up.
  virtual std::size_t gathered_bytes() const = 0;
  virtual void on_no_room() = 0;
  // The client sends no more.
  virtual void on_end_of_input() = 0;
  // The deadline that was set has passed.
  virtual void on_deadline() = 0;
  // Something has been waiting to leave for that long.
  virtual void on_output_waiting(Duration age) = 0;
  virtual void on_drain() = 0;
  // The connection is closed: touch it no more.
  virtual void on_closed() = 0;
  // The end of a turn in which something happened: the time to tell others of a goodbye.
  virtual void settle() {}
};

}  // namespace api::net
