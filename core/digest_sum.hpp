// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "core/crypto.hpp"

namespace core {

// A sum of digests modulo 2^256, each taken as a big-endian number: independent of order, and what was added can be taken out.
class DigestSum {
 public:
  void add(Digest const& digest);
  void subtract(Digest const& digest);
  Digest digest() const;

 private:
  std::array<std::uint64_t, 4> limbs_{};  // Least significant first.
};

}  // namespace core
