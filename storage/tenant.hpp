// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "storage/crypto.hpp"
#include "storage/head_keeper.hpp"
#include "storage/identity.hpp"
#include "storage/rocks_log.hpp"
#include "storage/rocks_shelves.hpp"
#include "storage/transparency_log.hpp"
#include "storage/vault.hpp"

namespace storage {

// One tenant's folder: log/, shelves/, vault/, identity/, tree/, head, frontier. Opening it refuses with Unusable, and has changed
// nothing, when another process has it, when the master key is missing, wrong or inside it, or when the log does not hold
// everything that `head` says.
class Tenant {
 public:
  struct Place {
    std::filesystem::path folder;  // Made, with its keys, when it does not exist or is empty.
    std::filesystem::path
        master_key;    // 32 bytes, outside of the folder. Made with a new folder unless it exists.
    bool make = true;  // False: a folder that is not there yet is refused.
  };

  Tenant(Place const& place, core::Crypto const& crypto, Warn warn);
  Tenant(Tenant const&) = delete;
  Tenant& operator=(Tenant const&) = delete;

  RocksLog& log() { return *log_; }
  RocksShelves& shelves() { return *shelves_; }
  Vault& vault() { return *vault_; }
  Identity& identity() { return *identity_; }
  HeadKeeper& head() { return *head_; }
  TransparencyLog const& proof() const { return *proof_; }
  TransparencyLog& proof() { return *proof_; }

  // In a folder that was restored: what the log goes on from, until that has been written down in it.
  static constexpr char parent_file[] = "parent";
  std::optional<Head> parent() const { return read_head(folder_ / parent_file); }
  void forget_parent();

 private:
  bool is_new() const;
  void open_vault(Place const& place, bool create, core::Crypto const& crypto);
  void expect_vouched(std::string const& epoch, core::Crypto const& crypto) const;
  Frontier open_log(core::Crypto const& crypto);

  std::filesystem::path const folder_;
  Warn const warn_;
  std::unique_ptr<File> lock_;
  // Destroyed from the last to the first: `head` gets its last word while the log is still there.
  std::unique_ptr<Vault> vault_;
  std::unique_ptr<RocksLog> log_;
  std::unique_ptr<Identity> identity_;
  std::unique_ptr<RocksShelves> shelves_;
  std::unique_ptr<HeadKeeper> head_;
  std::unique_ptr<TransparencyLog> proof_;
};

}  // namespace storage
