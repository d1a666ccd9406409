// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "storage/proof.hpp"

namespace storage {

// A proof that stands for itself: https://c2sp.org/tlog-proof, usually in a file NAME.tlog-proof.
struct LogProof {
  std::vector<std::uint8_t>
      extra;  // What the leaf is made of, for whoever may have it: the record.
  std::uint64_t index = 0;
  Hashes hashes;  // From the leaf's sibling up.
  std::string checkpoint;

  std::string text() const;
  static std::optional<LogProof> parse(std::string_view text);
};

inline constexpr std::size_t proof_hashes_max = 63;

}  // namespace storage
