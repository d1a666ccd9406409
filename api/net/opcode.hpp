// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace api::net {

// RFC 6455, 5.2:  FIN RSV1-3 opcode(4) | MASK length(7) | length(0, 16, 64) | mask(32) | payload
enum class Opcode : std::uint8_t {
  continuation = 0,
  text = 1,
  binary = 2,
  close = 8,
  ping = 9,
  pong = 10
};

inline constexpr std::uint8_t final_bit = 0x80;
inline constexpr std::uint8_t reserved_bits = 0x70;
inline constexpr std::uint8_t opcode_bits = 0x0f;
inline constexpr std::uint8_t control_bit = 0x08;
inline constexpr std::uint8_t mask_bit = 0x80;
inline constexpr std::uint8_t length_bits = 0x7f;
inline constexpr std::size_t control_bytes_max = 125;

// RFC 6455, 7.4.1, and one of our own.
namespace close_code {
inline constexpr unsigned normal = 1000;
inline constexpr unsigned going_away = 1001;
inline constexpr unsigned protocol_error = 1002;
inline constexpr unsigned unsupported_data = 1003;
inline constexpr unsigned none_given = 1005;  // Never on the wire.
inline constexpr unsigned lost = 1006;        // Never on the wire.
inline constexpr unsigned invalid_text = 1007;
inline constexpr unsigned policy_violation = 1008;
inline constexpr unsigned message_too_big = 1009;
inline constexpr unsigned try_again_later = 1013;
inline constexpr unsigned not_allowed = 4003;    // Any more: by who may see what, today.
inline constexpr unsigned slow_consumer = 4008;  // Reconnect and resume.
}  // namespace close_code

// The codes that may stand in a close frame.
constexpr bool may_be_sent(unsigned code) {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
         (code >= 3000 && code <= 4999);
}

}  // namespace api::net
