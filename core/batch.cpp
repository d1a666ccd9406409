// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/batch.hpp"

#include "core/check.hpp"

namespace core {

Fingerprint fingerprint(std::string_view method, Bytes canonical, std::span<Key const> keys,
                        Key const& tenant_secret, Crypto const& crypto) {
  Bytes const parts[] = {bytes_of(method), canonical};
  if (keys.empty()) return crypto.keyed_hash(tenant_secret, parts);
  if (keys.size() == 1) return crypto.keyed_hash(keys[0], parts);
  std::vector<Bytes> all(keys.begin(), keys.end());
  return crypto.keyed_hash(crypto.sha256(all), parts);
}

void Batch::add(std::string_view method, capnp::AnyStruct::Reader body, std::size_t records,
                std::span<Key const> keys) {
  unsealed_.push_back({method, bodies_.of(body), records, keys.size()});
  keys_.insert(keys_.end(), keys.begin(), keys.end());
}

void Batch::seal(Key const& tenant_secret, Crypto const& crypto, Crc32c crc) {
  std::span<Key const> left = keys_;
  for (auto const& command : unsealed_) {
    auto keys = left.first(command.keys);
    left = left.subspan(command.keys);
    auto const print = fingerprint(command.method, command.body, keys, tenant_secret, crypto);
    for (auto const end = sealed_records_ + command.records; sealed_records_ < end;
         ++sealed_records_) {
      auto const bytes = block.record(sealed_records_);
      auto const record =
          std::span(block.bytes).subspan(block.offsets[sealed_records_], bytes.size());
      keys = keys.subspan(seal_record(record, print, keys, crypto, crc));
    }
    CHECK(keys.empty());
  }
  unsealed_.clear();
  keys_.clear();
  bodies_.clear();
}

void Batch::written(std::exception_ptr failure) {
  failure_ = std::move(failure);
  written_.store(true, std::memory_order_release);
  written_.notify_all();
}

}  // namespace core
