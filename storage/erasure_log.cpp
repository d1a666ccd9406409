// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/erasure_log.hpp"

#include "storage/head_file.hpp"

namespace storage {

ErasureLog::ErasureLog(ErasureList const& list, core::Key const& tenant_secret,
                       core::Crypto const& crypto)
    : list_(list), crypto_(crypto), signer_(erasures_signer(tenant_secret, crypto)) {}

void ErasureLog::MemoryTiles::read(unsigned level, std::uint64_t first,
                                   std::span<core::Digest> out) const {
  std::copy_n(levels_[level].begin() + static_cast<std::ptrdiff_t>(first), out.size(), out.begin());
}

void ErasureLog::grow() const {
  list_.each_line(frontier_.size(), [&](std::string_view line) {
    frontier_.add(leaf_hash(core::bytes_of(line), crypto_), crypto_,
                  [&](unsigned height, core::Digest const& root) {
                    if (height % tile_height == 0) tiles_.append(height / tile_height, root);
                  });
  });
}

SignedTree ErasureLog::newest() const {
  std::lock_guard const lock(mutex_);
  grow();
  TreeHead const head{frontier_.size(), frontier_.root(crypto_)};
  auto const body = checkpoint_text(signer_.verifier().name, head);
  return {head, body + "\n" + signer_.sign(body)};
}

std::optional<Hashes> ErasureLog::consistency(std::uint64_t older, std::uint64_t size) const {
  std::lock_guard const lock(mutex_);
  if (older == 0 || older > size || size > frontier_.size()) return {};
  return prover_.consistency(older, size);
}

}  // namespace storage
