// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>

namespace api::net {

// Bytes that were read but not understood yet. Small while the connection is quiet; reads that fill it let it double, a read
// that finds it far too large lets it shrink.
class InputBuffer {
 public:
  InputBuffer(std::size_t idle_bytes, std::size_t bytes_max)
      : idle_bytes_(idle_bytes), bytes_max_(bytes_max) {}

  // Room for the next read; none if the buffer is full of what nobody understands.
  std::span<char> space();
  void filled(std::size_t count);

  std::span<char> bytes() { return {data_.get() + begin_, end_ - begin_}; }
  bool empty() const { return begin_ == end_; }
  void consume(std::size_t count);

 private:
  std::size_t fitting_capacity() const;
  void move_to(std::size_t capacity);

  std::size_t const idle_bytes_;
  std::size_t const bytes_max_;
  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t last_read_ = 0;
};

}  // namespace api::net
