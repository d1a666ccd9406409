// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "storage/proof.hpp"

namespace storage {

// A tree, and the checkpoint that says so: three lines, an empty one, signatures.
struct SignedTree {
  TreeHead head;
  std::string text;
};

// A log that witnesses look after: it has one history, and they know how long it is. Any thread.
class WitnessedLog {
 public:
  virtual ~WitnessedLog() = default;
  virtual SignedTree newest() const = 0;
  // That the tree of `size` leaves goes on from that of `older`; nothing where there is no such proof, or none is needed.
  virtual std::optional<Hashes> consistency(std::uint64_t older, std::uint64_t size) const = 0;
  // What a witness has signed below it.
  virtual void show(SignedTree const& tree, std::string const& cosignature) = 0;
};

}  // namespace storage
