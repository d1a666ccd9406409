// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "storage/merkle.hpp"
#include "storage/tile_files.hpp"

// Proofs about the log's tree, as RFC 6962, section 2.1, defines them.
namespace storage {

using Hashes = std::vector<core::Digest>;

// Makes proofs from a tree's hashes. Whoever asks has learned of a tree of at least `size` leaves. Any thread.
class Prover {
 public:
  Prover(Tiles const& tiles, core::Crypto const& crypto) : tiles_(tiles), crypto_(crypto) {}

  // The root of the first `size` leaves.
  core::Digest root(std::uint64_t size) const;
  // That leaf `index` is in the tree of `size` leaves; index < size.
  Hashes inclusion(std::uint64_t index, std::uint64_t size) const;
  // That the tree of `size` leaves goes on from that of `older` leaves; 0 < older <= size.
  Hashes consistency(std::uint64_t older, std::uint64_t size) const;

 private:
  struct Range;
  core::Digest hash(Range range) const;
  core::Digest perfect(Range range) const;
  void path(std::uint64_t index, Range range, Hashes& out) const;
  void subproof(std::uint64_t older, Range range, bool known, Hashes& out) const;

  Tiles const& tiles_;
  core::Crypto const& crypto_;
};

// RFC 9162, section 2.1.3.2.
bool verify_inclusion(core::Digest const& leaf_hash, std::uint64_t index, std::uint64_t size,
                      core::Digest const& root, std::span<core::Digest const> proof,
                      core::Crypto const& crypto);

// RFC 9162, section 2.1.4.2; every tree goes on from the empty one, by an empty proof.
bool verify_consistency(TreeHead const& older, TreeHead const& newer,
                        std::span<core::Digest const> proof, core::Crypto const& crypto);

}  // namespace storage
