// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/crypto.hpp"
#include "core/record.hpp"

namespace storage {

// libsodium for keys, sealing and randomness; OpenSSL for SHA-256, where it is four times as fast. Any thread.
class Crypto final : public core::Crypto {
 public:
  Crypto();
  ~Crypto() override;
  Crypto(Crypto const&) = delete;
  Crypto& operator=(Crypto const&) = delete;

  core::Digest sha256(std::span<core::Bytes const> parts) const override;
  core::Fingerprint keyed_hash(core::Bytes key, std::span<core::Bytes const> parts) const override;
  void seal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
            core::Bytes plain, std::span<std::uint8_t> sealed) const override;
  bool unseal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
              core::Bytes sealed, std::span<std::uint8_t> plain) const override;
  // From a ChaCha20 generator per thread that forgets what it gave (fast key erasure), seeded by the system.
  void random(std::span<std::uint8_t> out) const override;

 private:
  void const* sha256_;  // An EVP_MD, fetched once.
};

// CRC32C (Castagnoli) with the usual initial and final inversion: of "123456789" it is e3069283.
std::uint32_t crc32c(core::Bytes bytes);
// The CRC32C of some bytes that have `crc`, and of these behind them.
std::uint32_t crc32c_extend(std::uint32_t crc, core::Bytes bytes);

// Overwrites a secret so that the compiler may not leave it out.
void wipe(std::span<std::uint8_t> secret);

}  // namespace storage
