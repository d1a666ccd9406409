// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/ids.hpp"
#include "core/schema.hpp"

namespace core {

using Digest = std::array<std::uint8_t, 32>;
using Key = std::array<std::uint8_t, 32>;
using Nonce = std::array<std::uint8_t, 24>;
using Fingerprint = std::array<std::uint8_t, 16>;

inline constexpr std::size_t seal_overhead = 16;

// Hashing, sealing and randomness, so that core needs no library and tests can be repeated. Any thread.
class Crypto {
 public:
  virtual ~Crypto() = default;
  // SHA-256 of the parts, one after the other.
  virtual Digest sha256(std::span<Bytes const> parts) const = 0;
  // BLAKE2b, 16 bytes, under `key` (0 to 64 bytes).
  virtual Fingerprint keyed_hash(Bytes key, std::span<Bytes const> parts) const = 0;
  // XChaCha20-Poly1305. `sealed` has plain.size() + seal_overhead bytes; it may start where `plain` does.
  virtual void seal(Key const& key, Nonce const& nonce, Bytes associated, Bytes plain,
                    std::span<std::uint8_t> sealed) const = 0;
  // False when the bytes are not what was sealed. `plain` has sealed.size() - seal_overhead bytes.
  virtual bool unseal(Key const& key, Nonce const& nonce, Bytes associated, Bytes sealed,
                      std::span<std::uint8_t> plain) const = 0;
  // Unpredictable bytes.
  virtual void random(std::span<std::uint8_t> out) const = 0;
};

// Names one key for ever; never used again after it is destroyed. 0 = none.
struct KeyId {
  std::uint64_t value = 0;
  auto operator<=>(KeyId const&) const = default;
};

// The keys of persons, texts and ballots. Destroying a key is how something is forgotten.
// create and destroy belong to thread E, sync to one thread at a time; find and key may be called from any thread.
class Vault {
 public:
  virtual ~Vault() = default;
  // The living key of that owner, or 0.
  virtual KeyId find(KeyKind kind, Id const& owner) const = 0;
  // A new key: usable at once, on disk after sync(). The owner must have none.
  virtual KeyId create(KeyKind kind, Id const& owner) = 0;
  // Copies the key; false when it has been destroyed.
  virtual bool key(KeyId id, Key& out) const = 0;
  // Overwrites the key in place; on disk after sync(). Does nothing where there is none.
  virtual void destroy(KeyKind kind, Id const& owner) = 0;
  // Everything created or destroyed so far is on disk. Throws when that is not certain.
  virtual void sync() = 0;
  // A secret of the tenant that is never destroyed: for keyed hashes of words and logins.
  virtual Key const& tenant_secret() const = 0;
};

}  // namespace core
