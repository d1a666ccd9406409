// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <exception>
#include <functional>

#include "core/canonical.hpp"
#include "core/event_log.hpp"

namespace core {

// The fingerprint of a command: BLAKE2b of its method and canonical bytes, under the keys of what its events seal, so that it
// tells nothing once they are destroyed; under the tenant's secret where there are none.
Fingerprint fingerprint(std::string_view method, Bytes canonical, std::span<Key const> keys,
                        Key const& tenant_secret, Crypto const& crypto);

// Accepted commands on their way to the disk. Thread E fills it and closes it, a thread of the log seals and writes it, thread E
// settles it: it belongs to one of them at a time.
class Batch {
 public:
  Block block;                      // May be read by others once it is settled.
  std::shared_ptr<Batch> previous;  // To be written before it.

  // A command whose records are the next `records` of the block. `keys` are those of their sealed parts, in their order: the
  // vault may destroy them before the records are sealed.
  void add(std::string_view method, capnp::AnyStruct::Reader body, std::size_t records,
           std::span<Key const> keys);
  // Seals the records of all commands that have been added.
  void seal(Key const& tenant_secret, Crypto const& crypto, Crc32c crc);

  bool keys_changed = false;                  // The vault is synced first.
  std::vector<std::function<void()>> behind;  // What may follow once the block is durable.

  // A thread of the log: it is on disk, or it never will be known to be.
  void written(std::exception_ptr failure = nullptr);
  bool is_written() const { return written_.load(std::memory_order_acquire); }
  void wait() const { written_.wait(false, std::memory_order_acquire); }
  std::exception_ptr failure() const { return failure_; }

 private:
  struct Unsealed {
    std::string_view method;
    Bytes body;
    std::size_t records, keys;
  };

  CanonicalForms bodies_;
  std::vector<Unsealed> unsealed_;
  std::vector<Key> keys_;
  std::size_t sealed_records_ = 0;
  std::exception_ptr failure_;
  std::atomic<bool> written_ = false;
};

}  // namespace core
