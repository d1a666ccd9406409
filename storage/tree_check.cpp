// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/tree_check.hpp"

#include "core/event_log.hpp"

namespace storage {

void TreeCheck::add(core::RecordView const& record) {
  auto const position = record.header().position.value;
  if (position > size_) return;
  frontier_.add(leaf_hash(leaf_of(record, crypto_), crypto_), crypto_,
                [&](unsigned height, core::Digest const& root) {
                  if (height % tile_height != 0) return;
                  auto const level = height / tile_height;
                  if (kept(level, hashes_in(position, level) - 1) != root)
                    throw core::LogBroken("the record at position " + std::to_string(position) +
                                          " is not the one that the hash tree holds (level " +
                                          std::to_string(level) + ")");
                });
}

void TreeCheck::expect(core::Digest const& root) const {
  if (frontier_.root(crypto_) != root)
    throw core::LogBroken("the " + std::to_string(frontier_.size()) +
                          " records do not have the root that was signed");
}

core::Digest const& TreeCheck::kept(unsigned level, std::uint64_t index) {
  auto& tile = tile_[level];
  if (auto const at = index % tile_width; at != 0) return tile[at];
  tile.resize(std::min(tile_width, hashes_in(size_, level) - index));
  tiles_.read(level, index, tile);
  return tile[0];
}

}  // namespace storage
