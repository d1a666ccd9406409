// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/frame.hpp"

#include "api/net/opcode.hpp"
#include "api/net/utf8.hpp"
#include "core/big_endian.hpp"

namespace api::net {
namespace {

void append_length(std::string& bytes, std::size_t size) {
  if (size < 126) {
    core::append_big_endian(bytes, size, 1);
  } else if (size <= 0xffff) {
    core::append_big_endian(bytes, 126, 1);
    core::append_big_endian(bytes, size, 2);
  } else {
    core::append_big_endian(bytes, 127, 1);
    core::append_big_endian(bytes, size, 8);
  }
}

Frame frame(Opcode opcode, std::string_view payload) {
  std::string bytes;
  bytes.reserve(payload.size() + 10);
  bytes.push_back(static_cast<char>(final_bit | static_cast<std::uint8_t>(opcode)));
  append_length(bytes, payload.size());
  bytes.append(payload);
  return std::make_shared<const std::string>(std::move(bytes));
}

}  // namespace

Frame text_frame(std::string_view json) { return frame(Opcode::text, json); }
Frame ping_frame() { return frame(Opcode::ping, {}); }
Frame pong_frame(std::string_view payload) { return frame(Opcode::pong, payload); }

Frame close_frame(unsigned code, std::string_view reason) {
  std::string payload;
  if (code != close_code::none_given && code != close_code::lost) {
    core::append_big_endian(payload, code, 2);
    auto const room = reason.substr(0, control_bytes_max - 2);
    payload.append(room.substr(0, whole_code_points(room)));
  }
  return frame(Opcode::close, payload);
}

}  // namespace api::net
