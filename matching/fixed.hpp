// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

// The arithmetic of scores: integers only, so that every machine computes the same bits.
namespace matching {

// A share: 1'000'000 is the whole. 64 bits leave room for the product of two shares and a weight.
using Millionths = std::int64_t;
inline constexpr Millionths whole = 1'000'000;

// `share` of `amount`, rounded down. Neither is negative.
constexpr Millionths part_of(Millionths share, Millionths amount) { return share * amount / whole; }

// The binary logarithm of x >= 1. Exact for powers of two; otherwise rounded down, and at most one millionth below the
// true value rounded down.
Millionths binary_log(std::uint64_t x);

// The natural logarithm of a / b for a >= b >= 1: the difference of both binary logarithms times 0.693147, rounded down.
Millionths log_ratio(std::uint64_t a, std::uint64_t b);

}  // namespace matching
