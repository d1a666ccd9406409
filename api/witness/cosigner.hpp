// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/witness/http_client.hpp"
#include "storage/note.hpp"
#include "storage/witnessed_log.hpp"

namespace api {

// A witness of others that is asked to cosign: its submission prefix and its key.
struct Cosigner {
  std::string url;
  storage::Verifier verifier;

  // "URL VKEY". Throws std::runtime_error when it is written otherwise.
  static Cosigner parse(std::string const& text);

  // Shows it a checkpoint that goes on from a tree of `older` leaves (https://c2sp.org/tlog-witness, add-checkpoint).
  struct Said {
    HttpClient::Answer answer;
    std::optional<std::uint64_t>
        seen;  // Where it refuses because it has seen a tree of another size last.
  };
  Said shown(HttpClient& client, storage::WitnessedLog const& log, storage::SignedTree const& tree,
             std::uint64_t older) const;
};

// Asks every witness whether it has seen more of a log than there is here, or another history, and throws storage::Unusable then,
// with what to do about it. `log_name`: what the log is to a reader. One that does not answer, or does not know the log, is told
// of by `silent`.
void expect_newest(std::vector<Cosigner> const& cosigners, storage::WitnessedLog const& log,
                   std::string const& log_name,
                   std::function<void(std::string const&)> const& silent);

}  // namespace api
