// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>

#include "storage/note.hpp"
#include "storage/proof.hpp"

namespace storage {

// Watches the logs of others: cosigns a checkpoint when it goes on from the one that was cosigned last, and from no other.
// https://c2sp.org/tlog-witness. What it has seen is a file for each log in `folder`, synced before a cosignature leaves. One
// thread.
class Witness {
 public:
  // `logs`: whose checkpoints are looked at. Throws Unusable when a file in the folder is damaged.
  Witness(std::filesystem::path folder, Signer signer, std::vector<Verifier> logs,
          core::Crypto const& crypto);

  // What is answered over HTTP.
  struct Answer {
    unsigned status;
    std::string body, content_type = "text/plain; charset=utf-8";
  };
  // `request` is the body of an add-checkpoint; `unix_seconds` the time of the cosignature.
  Answer add_checkpoint(std::string_view request, std::uint64_t unix_seconds);

  Verifier const& verifier() const { return signer_.verifier(); }

 private:
  struct Request;
  static std::optional<Request> parse(std::string_view body);
  bool knows(std::string_view origin) const;
  std::optional<Answer> refused(Request const& request) const;
  std::filesystem::path file_of(std::string_view origin) const;
  TreeHead seen(std::string_view origin) const;

  std::filesystem::path const folder_;
  Signer const signer_;
  std::vector<Verifier> const logs_;
  core::Crypto const& crypto_;
  std::map<std::string, TreeHead, std::less<>> seen_;  // By origin.
};

}  // namespace storage
