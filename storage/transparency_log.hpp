// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "storage/head_keeper.hpp"
#include "storage/proof.hpp"
#include "storage/witnessed_log.hpp"

namespace storage {

// What the log shows to everybody: checkpoints, tiles and proofs, as https://c2sp.org/tlog-tiles and its kin want them. A leaf
// names nobody. Any thread.
class TransparencyLog final : public WitnessedLog {
 public:
  TransparencyLog(HeadKeeper& keeper, core::EventLog const& log, core::Crypto const& crypto)
      : keeper_(keeper), log_(log), crypto_(crypto), prover_(keeper.tiles(), crypto) {}

  std::shared_ptr<Checkpoint const> checkpoint() const { return keeper_.checkpoint(); }
  Verifier const& verifier() const { return keeper_.verifier(); }

  // The first `width` (1 to 256) hashes of tile `n` of a level, 32 bytes each; nothing where the checkpoint's tree has none.
  std::optional<std::string> tile(unsigned level, std::uint64_t n, std::uint64_t width) const;
  // The leaves below tile `n` of level 0, each behind its length as a u16, big-endian.
  std::optional<std::string> entries(std::uint64_t n, std::uint64_t width) const;

  // Of the trees with at least one leaf that some checkpoint has shown. See Prover.
  std::optional<Hashes> inclusion(std::uint64_t index, std::uint64_t size) const;
  std::optional<Hashes> consistency(std::uint64_t older, std::uint64_t size) const override;

  SignedTree newest() const override;
  void show(SignedTree const& tree, std::string const& cosignature) override;

 private:
  std::uint64_t size() const { return checkpoint()->head.size.value; }

  HeadKeeper& keeper_;
  core::EventLog const& log_;
  core::Crypto const& crypto_;
  Prover const prover_;
};

}  // namespace storage
