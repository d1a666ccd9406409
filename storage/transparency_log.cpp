// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/transparency_log.hpp"

namespace storage {
namespace {

// Whether a level of so many hashes has these of tile `n`; no number that a path can hold overflows it.
bool has(std::uint64_t hashes, std::uint64_t n, std::uint64_t width) {
  return 0 < width && width <= tile_width && n <= hashes / tile_width &&
         n * tile_width + width <= hashes;
}

}  // namespace

std::optional<std::string> TransparencyLog::tile(unsigned level, std::uint64_t n,
                                                 std::uint64_t width) const {
  if (level >= tile_levels || !has(hashes_in(size(), level), n, width)) return {};
  Hashes hashes(width);
  keeper_.tiles().read(level, n * tile_width, hashes);
  return std::string(reinterpret_cast<char const*>(hashes.data()),
                     hashes.size() * sizeof(core::Digest));
}

std::optional<std::string> TransparencyLog::entries(std::uint64_t n, std::uint64_t width) const {
  if (!has(size(), n, width)) return {};
  std::string out;
  log_.read({n * tile_width + 1}, [&](core::RecordView const& record) {
    auto const leaf = leaf_of(record, crypto_);
    out += {'\0', static_cast<char>(leaf.size())};
    out += core::view_of(leaf);
    return record.header().position.value < n * tile_width + width;
  });
  return out;
}

std::optional<Hashes> TransparencyLog::inclusion(std::uint64_t index, std::uint64_t size) const {
  if (index >= size || size > this->size()) return {};
  return prover_.inclusion(index, size);
}

std::optional<Hashes> TransparencyLog::consistency(std::uint64_t older, std::uint64_t size) const {
  if (older == 0 || older > size || size > this->size()) return {};
  return prover_.consistency(older, size);
}

SignedTree TransparencyLog::newest() const {
  auto const shown = checkpoint();
  return {{shown->head.size.value, shown->head.root}, shown->text};
}

void TransparencyLog::show(SignedTree const& tree, std::string const& cosignature) {
  keeper_.show(tree.head, cosignature);
}

}  // namespace storage
