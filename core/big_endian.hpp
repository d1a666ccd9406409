// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace core {

// Numbers as bytes that sort as the numbers do: the highest byte first, the lowest `bytes` of them.
template <class Text>
void append_big_endian(Text& out, std::uint64_t value, std::size_t bytes = sizeof(std::uint64_t)) {
  while (bytes-- > 0) out.push_back(static_cast<typename Text::value_type>(value >> 8 * bytes));
}

// The number that all of these bytes are, at most eight.
template <class Text>
std::uint64_t big_endian(Text const& bytes) {
  std::uint64_t value = 0;
  for (auto const byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

}  // namespace core
