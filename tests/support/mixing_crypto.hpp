// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstring>

#include "core/crypto.hpp"

namespace support {

// Stands in for the real thing where a test only needs that other bytes give another digest: quick, repeatable, no library.
// Sealing is an XOR with the key behind a checksum: enough to see a wrong key, worth nothing against anybody.
class MixingCrypto : public core::Crypto {
 public:
  core::Digest sha256(std::span<core::Bytes const> parts) const override {
    core::Digest digest;
    for (std::uint64_t limb = 0; limb < 4; ++limb)
      store(mix(limb, parts), digest.data() + limb * 8);
    return digest;
  }

  core::Fingerprint keyed_hash(core::Bytes key, std::span<core::Bytes const> parts) const override {
    core::Fingerprint print;
    auto const seed = mix(7, {&key, 1});
    store(mix(seed, parts), print.data());
    store(mix(seed + 1, parts), print.data() + 8);
    return print;
  }

  void seal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
            core::Bytes plain, std::span<std::uint8_t> sealed) const override {
    core::Bytes const bound[] = {key, nonce, associated, plain};
    auto const first = mix(11, bound),
               second = mix(12, bound);  // `sealed` may be where `plain` is.
    stir(key, plain, sealed.data());
    store(first, sealed.data() + plain.size());
    store(second, sealed.data() + plain.size() + 8);
  }

  bool unseal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
              core::Bytes sealed, std::span<std::uint8_t> plain) const override {
    if (sealed.size() < core::seal_overhead) return false;
    stir(key, sealed.first(plain.size()), plain.data());
    core::Bytes const bound[] = {key, nonce, associated, plain};
    std::uint8_t tag[8];
    store(mix(11, bound), tag);
    return std::memcmp(tag, sealed.data() + plain.size(), sizeof tag) == 0;
  }

  void random(std::span<std::uint8_t> out) const override {
    for (auto& byte : out)
      byte = static_cast<std::uint8_t>(
          state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL, state_ >> 56);
  }

 private:
  static std::uint64_t mix(std::uint64_t seed, std::span<core::Bytes const> parts) {
    auto value = seed * 0x9e3779b97f4a7c15ULL + 0xcbf29ce484222325ULL;
    for (auto const part : parts)
      for (auto const byte : part) value = (value ^ byte) * 0x100000001b3ULL, value ^= value >> 29;
    value = (value ^ value >> 32) * 0xff51afd7ed558ccdULL;
    return value ^ value >> 33;
  }
  static void store(std::uint64_t value, std::uint8_t* out) {
    std::memcpy(out, &value, sizeof value);
  }
  static void stir(core::Key const& key, core::Bytes from, std::uint8_t* to) {
    for (std::size_t i = 0; i < from.size(); ++i) to[i] = from[i] ^ key[i % key.size()];
  }

  mutable std::uint64_t state_ = 1;
};

}  // namespace support
