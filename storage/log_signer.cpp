// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/log_signer.hpp"

#include <cstring>

#include "storage/crypto.hpp"
#include "storage/head_file.hpp"
#include "storage/lines.hpp"

namespace storage {
namespace {

// Two hashes under the secret, of what follows "LABEL 0\n" and "LABEL 1\n".
core::Key seed_of(core::Key const& secret, std::string_view label, std::string_view what,
                  core::Crypto const& crypto) {
  core::Key seed;
  std::size_t filled = 0;
  for (std::string_view const half : {" 0\n", " 1\n"}) {
    core::Bytes const parts[] = {core::bytes_of(label), core::bytes_of(half), core::bytes_of(what)};
    auto const bytes = crypto.keyed_hash(secret, parts);
    std::memcpy(seed.data() + filled, bytes.data(), bytes.size());
    filled += bytes.size();
  }
  return seed;
}

Signer signer(std::string name, core::Key seed, core::Crypto const& crypto) {
  Signer made(std::move(name), seed, Vouching::signature, crypto);
  wipe(seed);
  return made;
}

}  // namespace

Signer log_signer(core::Key const& tenant_secret, std::string_view epoch,
                  core::Crypto const& crypto) {
  return signer(origin_of(epoch), seed_of(tenant_secret, "note key", epoch, crypto), crypto);
}

Signer erasures_signer(core::Key const& tenant_secret, core::Crypto const& crypto) {
  core::Bytes const name[] = {core::bytes_of("erasures name")};
  return signer("fuge-erasures/" + hex_of(crypto.keyed_hash(tenant_secret, name)),
                seed_of(tenant_secret, "erasures key", {}, crypto), crypto);
}

}  // namespace storage
