// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "storage/crypto.hpp"

namespace support {

// The real thing, except that its randomness can be repeated. One thread.
class RepeatableCrypto final : public core::Crypto {
 public:
  explicit RepeatableCrypto(std::uint64_t seed = 1) : state_(seed) {}

  core::Digest sha256(std::span<core::Bytes const> parts) const override {
    return real_.sha256(parts);
  }
  core::Fingerprint keyed_hash(core::Bytes key, std::span<core::Bytes const> parts) const override {
    return real_.keyed_hash(key, parts);
  }
  void seal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
            core::Bytes plain, std::span<std::uint8_t> sealed) const override {
    real_.seal(key, nonce, associated, plain, sealed);
  }
  bool unseal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
              core::Bytes sealed, std::span<std::uint8_t> plain) const override {
    return real_.unseal(key, nonce, associated, sealed, plain);
  }
  void random(std::span<std::uint8_t> out) const override {
    for (auto& byte : out) {
      state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
      byte = static_cast<std::uint8_t>(state_ >> 56);
    }
  }

 private:
  storage::Crypto real_;
  mutable std::uint64_t state_;
};

}  // namespace support
