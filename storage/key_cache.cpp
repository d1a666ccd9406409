// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/key_cache.hpp"

#include "storage/crypto.hpp"

namespace storage {
namespace {

constexpr std::size_t places = 1 << 16;

}  // namespace

KeyCache::KeyCache() : entries_(places) {}

KeyCache::~KeyCache() {
  for (auto& entry : entries_) wipe(entry.key);
}

bool KeyCache::find(core::KeyId id, core::Key& out) {
  std::lock_guard const lock(lock_of(id));
  if (entry(id).id != id) return false;
  out = entry(id).key;
  return true;
}

void KeyCache::put(core::KeyId id, core::Key const& key) {
  std::lock_guard const lock(lock_of(id));
  entry(id) = {id, key};
}

void KeyCache::forget(core::KeyId id) {
  std::lock_guard const lock(lock_of(id));
  if (entry(id).id != id) return;
  entry(id).id = {};
  wipe(entry(id).key);
}

std::size_t KeyCache::memory_bytes() { return places * sizeof(Entry); }

KeyCache::Entry& KeyCache::entry(core::KeyId id) { return entries_[id.value % places]; }
std::mutex& KeyCache::lock_of(core::KeyId id) { return locks_[id.value % locks_.size()]; }

}  // namespace storage
