// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>

#include "core/check.hpp"
#include "core/event_log.hpp"

namespace support {

// A vault without a file. What was never synced is lost in a crash, as it would be on a disk.
class MemoryVault final : public core::Vault {
 public:
  explicit MemoryVault(core::Crypto const& crypto) : crypto_(crypto) { secret_.fill(7); }

  core::KeyId find(core::KeyKind kind, core::Id const& owner) const override {
    auto const found = owners_.find({kind, owner});
    return found == owners_.end() ? core::KeyId{} : found->second;
  }
  core::KeyId create(core::KeyKind kind, core::Id const& owner) override {
    core::Key key;
    crypto_.random(key);
    keys_.push_back(key);
    core::KeyId const id{keys_.size()};
    CHECK(owners_.emplace(std::pair(kind, owner), id).second);
    return id;
  }
  bool key(core::KeyId id, core::Key& out) const override {
    if (id.value == 0 || id.value > keys_.size() || !keys_[id.value - 1]) return false;
    out = *keys_[id.value - 1];
    return true;
  }
  void destroy(core::KeyKind kind, core::Id const& owner) override {
    auto const found = owners_.find({kind, owner});
    if (found == owners_.end()) return;
    keys_[found->second.value - 1].reset();
    owners_.erase(found);
  }
  void sync() override {
    if (break_next_) throw core::LogBroken("the vault is broken, as the test asked for");
    ++syncs;
    synced_ = keys_.size();
  }
  core::Key const& tenant_secret() const override { return secret_; }

  void crash() {
    std::erase_if(owners_, [&](auto const& owner) { return owner.second.value > synced_; });
    keys_.resize(synced_);
  }
  // Every sync from here on fails as a disk would.
  void break_next_sync() { break_next_ = true; }
  std::size_t living() const { return owners_.size(); }

  std::size_t syncs = 0;

 private:
  core::Crypto const& crypto_;
  core::Key secret_;
  std::map<std::pair<core::KeyKind, core::Id>, core::KeyId> owners_;
  std::vector<std::optional<core::Key>> keys_;  // By id, from 1.
  std::size_t synced_ = 0;
  bool break_next_ = false;
};

}  // namespace support
