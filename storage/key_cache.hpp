// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <vector>

#include "core/crypto.hpp"

namespace storage {

// Unwrapped keys, one per place, the last one that came there. Any thread. Overwritten when it ends.
class KeyCache {
 public:
  KeyCache();
  ~KeyCache();

  bool find(core::KeyId id, core::Key& out);
  void put(core::KeyId id, core::Key const& key);
  void forget(core::KeyId id);
  static std::size_t memory_bytes();

 private:
  struct Entry {
    core::KeyId id;
    core::Key key{};
  };
  Entry& entry(core::KeyId id);
  std::mutex& lock_of(core::KeyId id);

  std::vector<Entry> entries_;
  std::array<std::mutex, 16> locks_;
};

}  // namespace storage
