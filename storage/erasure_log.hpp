// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>

#include "storage/erasure_list.hpp"
#include "storage/log_signer.hpp"
#include "storage/witnessed_log.hpp"

namespace storage {

// The list of erasures as a transparency log of its own, so that witnesses know how long it is: whoever restores a backup with
// an older list is told. Leaf i is line i + 1 of the list, without its newline. Its name, "fuge-erasures/" and 32 hex digits, and
// its key follow from the tenant's secret alone, so they stay when the log is restored under another name. Any thread.
class ErasureLog final : public WitnessedLog {
 public:
  // Both outlive it.
  ErasureLog(ErasureList const& list, core::Key const& tenant_secret, core::Crypto const& crypto);

  Verifier const& verifier() const { return signer_.verifier(); }

  SignedTree newest() const override;
  std::optional<Hashes> consistency(std::uint64_t older, std::uint64_t size) const override;
  void show(SignedTree const&, std::string const&) override {}  // Nobody reads it here.

 private:
  // The hashes of every eighth level, as in files.
  class MemoryTiles final : public Tiles {
   public:
    void append(unsigned level, core::Digest const& hash) { levels_[level].push_back(hash); }
    void read(unsigned level, std::uint64_t first, std::span<core::Digest> out) const override;

   private:
    std::array<Hashes, tile_levels> levels_;
  };
  void grow() const;

  ErasureList const& list_;
  core::Crypto const& crypto_;
  Signer const signer_;
  mutable std::mutex mutex_;
  mutable Frontier frontier_;
  mutable MemoryTiles tiles_;
  Prover const prover_{tiles_, crypto_};
};

}  // namespace storage
