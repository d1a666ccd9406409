// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/crypto.hpp"

#include <isa-l/crc.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <sodium.h>

#include <atomic>

#include "core/check.hpp"

namespace storage {
namespace {

// A forked child must not give the bytes that its parent gives.
std::atomic<unsigned> forks{0};

class RandomPool {
 public:
  void take(std::span<std::uint8_t> out) {
    while (!out.empty()) {
      if (used_ == pool_.size() || fork_ != forks.load(std::memory_order_relaxed)) refill();
      auto const n = std::min(out.size(), pool_.size() - used_);
      std::memcpy(out.data(), pool_.data() + used_, n);
      sodium_memzero(pool_.data() + used_, n);
      used_ += n;
      out = out.subspan(n);
    }
  }

 private:
  // The first bytes of each refill are the key of the next one and are never given out.
  void refill() {
    auto const now = forks.load(std::memory_order_relaxed);
    if (!seeded_ || fork_ != now) randombytes_buf(key_.data(), key_.size());
    seeded_ = true;
    fork_ = now;
    static constexpr std::uint8_t nonce[crypto_stream_chacha20_NONCEBYTES] = {};
    crypto_stream_chacha20(pool_.data(), pool_.size(), nonce, key_.data());
    std::memcpy(key_.data(), pool_.data(), key_.size());
    used_ = key_.size();
  }

  std::array<std::uint8_t, 4096> pool_;
  std::array<std::uint8_t, crypto_stream_chacha20_KEYBYTES> key_;
  std::size_t used_ = pool_.size();
  unsigned fork_ = 0;
  bool seeded_ = false;
};

struct Sha256 {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~Sha256() { EVP_MD_CTX_free(context); }
};

}  // namespace

Crypto::Crypto() : sha256_(EVP_MD_fetch(nullptr, "SHA256", nullptr)) {
  CHECK(sodium_init() >= 0 && sha256_ != nullptr);
  [[maybe_unused]] static int const once =
      pthread_atfork(nullptr, nullptr, [] { forks.fetch_add(1, std::memory_order_relaxed); });
}

Crypto::~Crypto() { EVP_MD_free(static_cast<EVP_MD*>(const_cast<void*>(sha256_))); }

core::Digest Crypto::sha256(std::span<core::Bytes const> parts) const {
  thread_local Sha256 hash;
  core::Digest digest;
  bool ok = EVP_DigestInit_ex2(hash.context, static_cast<EVP_MD const*>(sha256_), nullptr) == 1;
  for (auto const part : parts)
    ok = ok && EVP_DigestUpdate(hash.context, part.data(), part.size()) == 1;
  ok = ok && EVP_DigestFinal_ex(hash.context, digest.data(), nullptr) == 1;
  CHECK(ok);
  return digest;
}

core::Fingerprint Crypto::keyed_hash(core::Bytes key, std::span<core::Bytes const> parts) const {
  core::Fingerprint out;
  crypto_generichash_blake2b_state state;
  bool ok = crypto_generichash_blake2b_init(&state, key.empty() ? nullptr : key.data(), key.size(),
                                            out.size()) == 0;
  for (auto const part : parts)
    ok = ok && crypto_generichash_blake2b_update(&state, part.data(), part.size()) == 0;
  ok = ok && crypto_generichash_blake2b_final(&state, out.data(), out.size()) == 0;
  CHECK(ok);
  return out;
}

void Crypto::seal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
                  core::Bytes plain, std::span<std::uint8_t> sealed) const {
  CHECK(sealed.size() == plain.size() + core::seal_overhead);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(),
                                             associated.data(), associated.size(), nullptr,
                                             nonce.data(), key.data());
}

bool Crypto::unseal(core::Key const& key, core::Nonce const& nonce, core::Bytes associated,
                    core::Bytes sealed, std::span<std::uint8_t> plain) const {
  CHECK(sealed.size() == plain.size() + core::seal_overhead);
  return crypto_aead_xchacha20poly1305_ietf_decrypt(
             plain.data(), nullptr, nullptr, sealed.data(), sealed.size(), associated.data(),
             associated.size(), nonce.data(), key.data()) == 0;
}

void Crypto::random(std::span<std::uint8_t> out) const {
  thread_local RandomPool pool;
  pool.take(out);
}

std::uint32_t crc32c(core::Bytes bytes) { return crc32c_extend(0, bytes); }

std::uint32_t crc32c_extend(std::uint32_t crc, core::Bytes bytes) {
  constexpr std::size_t at_once = 1 << 30;  // The library counts in int.
  for (; bytes.size() > at_once; bytes = bytes.subspan(at_once))
    crc = crc32c_extend(crc, bytes.first(at_once));
  return ~crc32_iscsi(const_cast<std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size()),
                      ~crc);
}

void wipe(std::span<std::uint8_t> secret) { sodium_memzero(secret.data(), secret.size()); }

}  // namespace storage
