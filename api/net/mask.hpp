// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

namespace api::net {

// Unmasks in place, eight bytes at a time (RFC 6455, 5.3).
inline void unmask(std::span<char> bytes, std::array<char, 4> mask) {
  std::array<char, 8> twice = {mask[0], mask[1], mask[2], mask[3],
                               mask[0], mask[1], mask[2], mask[3]};
  auto const wide_mask = std::bit_cast<std::uint64_t>(twice);
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    word ^= wide_mask;
    std::memcpy(bytes.data() + at, &word, 8);
  }
  for (; at < bytes.size(); ++at) bytes[at] = static_cast<char>(bytes[at] ^ mask[at % 4]);
}

// The mask as it applies `count` bytes later.
inline std::array<char, 4> rotated(std::array<char, 4> mask, std::size_t count) {
  return {mask[count % 4], mask[(count + 1) % 4], mask[(count + 2) % 4], mask[(count + 3) % 4]};
}

}  // namespace api::net
