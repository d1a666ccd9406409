// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/input_buffer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace api::net {

std::span<char> InputBuffer::space() {
  auto const fitting = fitting_capacity();
  if (fitting > capacity_ || fitting * 4 <= capacity_) {
    move_to(fitting);
  } else if (begin_ > 0) {
    std::memmove(data_.get(), data_.get() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
  }
  return {data_.get() + end_, capacity_ - end_};
}

// What is held, and twice what came last.
std::size_t InputBuffer::fitting_capacity() const {
  auto const wanted = std::bit_ceil(end_ - begin_ + 2 * last_read_);
  return std::clamp(wanted, idle_bytes_, bytes_max_);
}

void InputBuffer::move_to(std::size_t capacity) {
  auto larger = std::make_unique_for_overwrite<char[]>(capacity);
  auto const held = bytes();
  if (!held.empty()) std::memcpy(larger.get(), held.data(), held.size());
  data_ = std::move(larger);
  capacity_ = capacity;
  begin_ = 0;
  end_ = held.size();
}

void InputBuffer::filled(std::size_t count) {
  end_ += count;
  last_read_ = count;
}

void InputBuffer::consume(std::size_t count) {
  begin_ += count;
  if (begin_ == end_) begin_ = end_ = 0;
}

}  // namespace api::net
