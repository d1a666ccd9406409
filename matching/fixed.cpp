// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/fixed.hpp"

#include <bit>

#include "core/check.hpp"

namespace matching {
namespace {

constexpr int fraction_bits = 24;
constexpr Millionths ln_2 = 693'147;

// The logarithm's fraction, bit by bit: squaring the mantissa (1 <= m < 2, as 2^31 <= m < 2^32) doubles its logarithm, and
// what overflows is the next bit. Truncation costs less than 2^-29 in all.
std::uint64_t fraction(std::uint64_t mantissa) {
  std::uint64_t bits = 0;
  for (int i = 0; i < fraction_bits; ++i) {
    mantissa = mantissa * mantissa >> 31;
    bits = bits << 1 | mantissa >> 32;
    if (mantissa >> 32) mantissa >>= 1;
  }
  return bits;
}

}  // namespace

Millionths binary_log(std::uint64_t x) {
  CHECK(x >= 1);
  int const exponent = std::bit_width(x) - 1;
  auto const mantissa = exponent > 31 ? x >> (exponent - 31) : x << (31 - exponent);
  return exponent * whole + static_cast<Millionths>(fraction(mantissa) * whole >> fraction_bits);
}

Millionths log_ratio(std::uint64_t a, std::uint64_t b) {
  CHECK(a >= b);
  return part_of(binary_log(a) - binary_log(b), ln_2);
}

}  // namespace matching
