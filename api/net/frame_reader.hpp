// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "api/net/opcode.hpp"
#include "api/net/utf8.hpp"

namespace api::net {

// Reads what a client sends after the handshake: RFC 6455 without extensions, text only. Bytes in, events out; it knows no
// sockets. A message that lies whole in the input is unmasked where it lies; others are gathered.
class FrameReader {
 public:
  struct Limits {
    std::size_t message_bytes_max;
    std::size_t fragments_max;
  };
  struct Event {
    enum class Kind { need_more, text, ping, pong, close, violation };
    Kind kind = Kind::need_more;
    std::string_view payload = {};  // Valid until the next call. Of close: the reason.
    unsigned code = 0;              // Of close: theirs; of violation: the one to close with.
  };

  explicit FrameReader(Limits limits) : limits_(limits) {}

  // The next event in the bytes, which loses what was understood. need_more keeps a beginning of at most 131 bytes that must
  // come again with what follows. After a violation, stop.
  Event next(std::span<char>& bytes);
  // Of a message that is not complete.
  bool gathers() const { return in_message_ && !delivered_; }
  std::size_t gathered_bytes() const { return message_.size(); }

 private:
  struct Head {
    Opcode opcode;
    bool final;
    std::size_t size;  // of the head itself
    std::uint64_t payload_bytes;
    std::array<char, 4> mask;

    bool is_control() const { return static_cast<std::uint8_t>(opcode) & control_bit; }
  };

  std::optional<Head> parse_head(std::span<char const> bytes) const;
  unsigned broken_rule(std::uint8_t first, std::uint8_t second) const;
  unsigned broken_limit(Head const& head) const;
  void begin(Head const& head);
  Event whole_control(Head const& head, std::span<char>& bytes);
  Event close(std::string_view payload) const;
  bool whole_text_at_hand(std::span<char> bytes) const;
  Event whole_text(std::span<char>& bytes);
  bool gather(std::span<char>& bytes);
  Event gathered();
  void forget_delivered();

  Limits const limits_;
  // The data frame that is being read.
  bool in_frame_ = false;
  bool final_ = false;
  std::array<char, 4> mask_{};
  std::uint64_t left_ = 0;
  // The message that is being gathered.
  bool in_message_ = false;
  bool delivered_ = false;
  std::size_t fragments_ = 0;
  std::string message_;
  Utf8Check utf8_;
};

}  // namespace api::net
