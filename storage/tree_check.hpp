// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "storage/merkle.hpp"
#include "storage/tile_files.hpp"

namespace storage {

// Hashes a log's records anew, from the first on, and compares every hash of the tree on disk. One thread.
class TreeCheck {
 public:
  TreeCheck(TileFiles const& tiles, std::uint64_t size, core::Crypto const& crypto)
      : tiles_(tiles), size_(size), crypto_(crypto) {}

  // Throws core::LogBroken naming the first position that does not fit the tree.
  void add(core::RecordView const& record);
  // Of the records so far.
  TreeHead head() const { return {frontier_.size(), frontier_.root(crypto_)}; }
  // Throws core::LogBroken when that is not the root.
  void expect(core::Digest const& root) const;

 private:
  core::Digest const& kept(unsigned level, std::uint64_t index);

  TileFiles const& tiles_;
  std::uint64_t const size_;
  core::Crypto const& crypto_;
  Frontier frontier_;
  std::array<std::vector<core::Digest>, tile_levels> tile_;  // The one that is being compared.
};

}  // namespace storage
