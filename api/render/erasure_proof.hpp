// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/event_log.hpp"
#include "storage/log_signer.hpp"
#include "storage/tlog_proof.hpp"
#include "storage/transparency_log.hpp"
#include "storage/vault.hpp"

namespace api {

// Where the proof of an erasure is found: "/erasure/PERSON/TOKEN". The token, 32 hex digits, is BLAKE2b-128 under the tenant's
// secret of "erasure proof\n" and the person's id, so it is kept nowhere, and nobody guesses it.
std::string erasure_path(core::Id const& person, core::Key const& tenant_secret,
                         core::Crypto const& crypto);

// What somebody who was erased can keep: what was recorded of it, that it is in the log, and that there is no key any more.
struct ErasureProof {
  struct Event {
    core::Position position;
    std::string type;  // "account.SubjectErased".
    core::Instant recorded;
    std::string receipt;  // A .tlog-proof; empty where the event names somebody else.
  };
  struct Key {
    core::KeyId id;
    std::string
        slot;  // The slot's 128 bytes in the vault, in hex: all but its number and kind are zeros.
  };
  std::vector<Event>
      events;  // From the request on: those of the account, and those that followed from the erasure.
  std::vector<Key> keys;  // Under which anything of the person was ever sealed.
  // A signed note by the log's own key: that these keys are destroyed. Its first line keeps it apart from a checkpoint.
  std::string statement;
  std::string vkey;

  std::string json() const;
};

// Reads the log once. Nothing where it does not say yet that the person was erased, in what a checkpoint covers, or where a key of
// the person is still there.
struct ErasureEvidence {
  core::EventLog const& log;
  storage::TransparencyLog const& proof;
  storage::Vault const& vault;
  core::Crypto const& crypto;
};
std::optional<ErasureProof> prove_erasure(ErasureEvidence const& evidence, core::Id const& person);

}  // namespace api
