// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/digest_sum.hpp"

namespace core {
namespace {

std::uint64_t limb(Digest const& digest, std::size_t i) {
  std::uint64_t value = 0;
  for (std::size_t byte = 0; byte < 8; ++byte) value = value << 8 | digest[(3 - i) * 8 + byte];
  return value;
}

}  // namespace

void DigestSum::add(Digest const& digest) {
  unsigned char carry = 0;
  for (std::size_t i = 0; i < limbs_.size(); ++i) {
    auto const other = limb(digest, i);
    std::uint64_t sum;
    auto const over = __builtin_add_overflow(limbs_[i], other, &sum);
    carry = __builtin_add_overflow(sum, carry, &limbs_[i]) | over;
  }
}

void DigestSum::subtract(Digest const& digest) {
  unsigned char borrow = 0;
  for (std::size_t i = 0; i < limbs_.size(); ++i) {
    auto const other = limb(digest, i);
    std::uint64_t difference;
    auto const under = __builtin_sub_overflow(limbs_[i], other, &difference);
    borrow = __builtin_sub_overflow(difference, borrow, &limbs_[i]) | under;
  }
}

Digest DigestSum::digest() const {
  Digest out;
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::uint8_t>(limbs_[3 - i / 8] >> (56 - i % 8 * 8));
  return out;
}

}  // namespace core
