// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rocksdb/db.h>

#include <filesystem>
#include <memory>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

#include "core/crypto.hpp"
#include "core/function_ref.hpp"
#include "storage/failure.hpp"

namespace storage {

// What is kept of a bearer token. The token itself is nowhere: only its hash.
struct Token {
  core::Digest hash{};  // SHA-256 of the text.
  core::Id subject;
  core::Instant created, expires, revoked;  // revoked 0 = it is not.
  std::string label;                        // For people: "laptop", "import".

  bool valid(core::Instant now) const { return revoked.us == 0 && now < expires; }
};

// Who logs in as whom: a small RocksDB beside the log, in which names are keyed hashes and addresses are sealed under the
// person's key. Every change is synced before the call returns; a failed one throws core::LogBroken. Any thread.
class Identity {
 public:
  // vault and crypto outlive it. Throws Unusable.
  Identity(std::filesystem::path const& folder, core::Vault const& vault,
           core::Crypto const& crypto, Warn const& warn);
  ~Identity();
  Identity(Identity const&) = delete;
  Identity& operator=(Identity const&) = delete;

  // Reads every byte that a checksum covers. Throws core::LogBroken when one is not what was written.
  void check() const;

  // Names that fold to the same word (core::fold) are the same name. False when it is somebody else's.
  bool add_login(std::string_view name, core::Id const& subject);
  std::optional<core::Id> find_login(std::string_view name) const;
  void remove_login(std::string_view name);
  // How many names somebody has.
  std::size_t logins_of(core::Id const& subject) const;

  // The text ("fuge_" and 43 characters), shown once and never again.
  std::string issue_token(core::Id const& subject, std::string_view label, core::Instant now,
                          core::Instant expires);
  // Nothing where it is not good, or not any more.
  std::optional<Token> check_token(std::string_view text, core::Instant now) const;
  // False when there is no such token.
  bool revoke_token(core::Digest const& hash, core::Instant now);
  // All tokens of everybody, and takes them out where `drop` says so. Returns how many there are (or were).
  std::size_t count_tokens(bool drop);
  // In no particular order.
  std::vector<Token> tokens_of(core::Id const& subject) const;
  core::Digest hash_of(std::string_view token) const;

  // When the proof of the person's erasure was given; nothing where it was not. Is there for whoever was forgotten.
  std::optional<core::Instant> proof_given(core::Id const& subject) const;
  void note_proof_given(core::Id const& subject, core::Instant now);

  // Takes out every login, token and address of the person, also from what lies on disk.
  void forget(core::Id const& subject);

  // False when the person has no key.
  bool put_email(core::Id const& subject, std::string_view address);
  // Nothing where there is none, or its key is destroyed.
  std::optional<std::string> email(core::Id const& subject) const;

 private:
  // Every row of a table that is about the person.
  void each_of(
      char table, core::Id const& subject,
      core::FunctionRef<void(rocksdb::Slice const& key, rocksdb::Slice const& row)> visit) const;
  void put(std::string const& key, std::string const& value);
  std::optional<std::string> get(std::string const& key) const;
  std::string login_key(std::string_view name) const;
  std::optional<Token> load_token(core::Digest const& hash) const;
  std::array<std::uint8_t, 32> email_context(core::Id const& subject, core::KeyId key) const;

  core::Vault const& vault_;
  core::Crypto const& crypto_;
  std::unique_ptr<rocksdb::DB> db_;
  std::mutex writing_;
  struct Hash {
    std::size_t operator()(core::Digest const& digest) const;
  };
  mutable std::shared_mutex mutex_;  // Over the cache.
  mutable std::unordered_map<core::Digest, Token, Hash> seen_;
};

}  // namespace storage
