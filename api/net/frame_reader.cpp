// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/frame_reader.hpp"

#include <algorithm>

#include "api/net/mask.hpp"
#include "core/big_endian.hpp"

namespace api::net {
namespace {

using Event = FrameReader::Event;
using Kind = Event::Kind;

constexpr std::uint64_t oversize = std::uint64_t{1} << 63;

Event violation(unsigned code) { return {.kind = Kind::violation, .code = code}; }

std::string_view view(std::span<char const> bytes) { return {bytes.data(), bytes.size()}; }

bool is_known(Opcode opcode) {
  switch (opcode) {
    case Opcode::continuation:
    case Opcode::text:
    case Opcode::binary:
    case Opcode::close:
    case Opcode::ping:
    case Opcode::pong: return true;
  }
  return false;
}

std::size_t length_bytes(std::uint8_t length) { return length == 127 ? 8 : length == 126 ? 2 : 0; }

}  // namespace

Event FrameReader::next(std::span<char>& bytes) {
  forget_delivered();
  for (;;) {
    if (!in_frame_) {
      if (bytes.size() < 2) return {};
      auto const first = static_cast<std::uint8_t>(bytes[0]);
      if (auto const code = broken_rule(first, static_cast<std::uint8_t>(bytes[1]))) {
        return violation(code);
      }
      auto const head = parse_head(bytes);
      if (!head) return {};
      if (auto const code = broken_limit(*head)) return violation(code);
      if (head->is_control()) return whole_control(*head, bytes);
      bytes = bytes.subspan(head->size);
      begin(*head);
    }
    if (whole_text_at_hand(bytes)) return whole_text(bytes);
    if (!gather(bytes)) return violation(close_code::invalid_text);
    if (left_ > 0) return {};
    in_frame_ = false;
    if (final_) return gathered();
  }
}

// What the first two bytes alone can break.
unsigned FrameReader::broken_rule(std::uint8_t first, std::uint8_t second) const {
  auto const opcode = static_cast<Opcode>(first & opcode_bits);
  if (first & reserved_bits) return close_code::protocol_error;
  if (!is_known(opcode)) return close_code::protocol_error;
  if (!(second & mask_bit)) return close_code::protocol_error;
  if (first & control_bit) {
    if (!(first & final_bit)) return close_code::protocol_error;
    return (second & length_bits) > control_bytes_max ? close_code::protocol_error : 0;
  }
  if ((opcode == Opcode::continuation) != in_message_) return close_code::protocol_error;
  return opcode == Opcode::binary ? close_code::unsupported_data : 0;
}

std::optional<FrameReader::Head> FrameReader::parse_head(std::span<char const> bytes) const {
  auto const first = static_cast<std::uint8_t>(bytes[0]);
  auto const length = static_cast<std::uint8_t>(bytes[1] & length_bits);
  auto const extended = length_bytes(length);
  auto const size = 2 + extended + 4;
  if (bytes.size() < size) return std::nullopt;
  Head head{.opcode = static_cast<Opcode>(first & opcode_bits),
            .final = (first & final_bit) != 0,
            .size = size,
            .payload_bytes = extended ? core::big_endian(bytes.subspan(2, extended)) : length,
            .mask = {}};
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(size - 4), 4, head.mask.begin());
  return head;
}

unsigned FrameReader::broken_limit(Head const& head) const {
  if (head.payload_bytes >= oversize) return close_code::protocol_error;
  // A length must be written in the fewest bytes: heads are 6 bytes long, 8 from 126 on, 14 from 65,536 on.
  if (head.size == 8 && head.payload_bytes < 126) return close_code::protocol_error;
  if (head.size == 14 && head.payload_bytes <= 0xffff) return close_code::protocol_error;
  if (head.is_control()) return 0;
  if (head.payload_bytes > limits_.message_bytes_max - message_.size()) {
    return close_code::message_too_big;
  }
  return fragments_ == limits_.fragments_max ? close_code::policy_violation : 0;
}

void FrameReader::begin(Head const& head) {
  in_frame_ = true;
  in_message_ = true;
  final_ = head.final;
  mask_ = head.mask;
  left_ = head.payload_bytes;
  ++fragments_;
}

Event FrameReader::whole_control(Head const& head, std::span<char>& bytes) {
  if (bytes.size() < head.size + head.payload_bytes) return {};
  auto const payload = bytes.subspan(head.size, head.payload_bytes);
  unmask(payload, head.mask);
  bytes = bytes.subspan(head.size + head.payload_bytes);
  if (head.opcode == Opcode::close) return close(view(payload));
  auto const kind = head.opcode == Opcode::ping ? Kind::ping : Kind::pong;
  return {.kind = kind, .payload = view(payload)};
}

Event FrameReader::close(std::string_view payload) const {
  if (payload.empty()) return {.kind = Kind::close, .code = close_code::none_given};
  if (payload.size() == 1) return violation(close_code::protocol_error);
  auto const code = static_cast<unsigned>(core::big_endian(payload.substr(0, 2)));
  auto const reason = payload.substr(2);
  if (!may_be_sent(code)) return violation(close_code::protocol_error);
  if (!Utf8Check().finish(reason)) return violation(close_code::invalid_text);
  return {.kind = Kind::close, .payload = reason, .code = code};
}

bool FrameReader::whole_text_at_hand(std::span<char> bytes) const {
  return final_ && fragments_ == 1 && message_.empty() && bytes.size() >= left_;
}

Event FrameReader::whole_text(std::span<char>& bytes) {
  auto const payload = bytes.first(left_);
  unmask(payload, mask_);
  bytes = bytes.subspan(left_);
  left_ = 0;
  in_frame_ = false;
  delivered_ = true;
  if (!Utf8Check().finish(view(payload))) return violation(close_code::invalid_text);
  return {.kind = Kind::text, .payload = view(payload)};
}

// Moves what is there of the frame into the message. False if its text cannot become valid any more.
bool FrameReader::gather(std::span<char>& bytes) {
  auto const part = bytes.first(std::min<std::uint64_t>(left_, bytes.size()));
  unmask(part, mask_);
  message_.append(part.data(), part.size());
  mask_ = rotated(mask_, part.size());
  left_ -= part.size();
  bytes = bytes.subspan(part.size());
  return utf8_.accept(message_);
}

Event FrameReader::gathered() {
  delivered_ = true;
  if (!utf8_.finish(message_)) return violation(close_code::invalid_text);
  return {.kind = Kind::text, .payload = message_};
}

// The next message begins with nothing, and an idle connection keeps no memory of the last.
void FrameReader::forget_delivered() {
  if (!delivered_) return;
  delivered_ = false;
  in_message_ = false;
  fragments_ = 0;
  message_ = std::string();
}

}  // namespace api::net
