// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/log_signer.hpp"

#include <cstring>

#include "storage/crypto.hpp"
#include "storage/head_file.hpp"

namespace storage {

Signer log_signer(core::Key const& tenant_secret, std::string_view epoch,
                  core::Crypto const& crypto) {
  core::Key seed;
  std::size_t filled = 0;
  for (std::string_view const half : {"note key 0\n", "note key 1\n"}) {
    core::Bytes const parts[] = {core::bytes_of(half), core::bytes_of(epoch)};
    auto const bytes = crypto.keyed_hash(tenant_secret, parts);
    std::memcpy(seed.data() + filled, bytes.data(), bytes.size());
    filled += bytes.size();
  }
  Signer signer(origin_of(epoch), seed, Vouching::signature, crypto);
  wipe(seed);
  return signer;
}

}  // namespace storage
