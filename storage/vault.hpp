// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <shared_mutex>

#include "core/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/file.hpp"
#include "storage/key_cache.hpp"
#include "storage/owner_index.hpp"
#include "storage/vault_slot.hpp"

namespace storage {

// The keys of one tenant in `<folder>/keys`: slots of a fixed size, overwritten in place, wrapped by a master key that lives
// elsewhere. Slot 0 holds the tenant's secret. In memory: who owns which key, and the keys that were used last.
class Vault final : public core::Vault {
 public:
  enum class Mode { create, open };

  // create: makes the folder with a new secret; open: throws Unusable when a slot is damaged or the master key is another one.
  Vault(std::filesystem::path const& folder, Mode mode, core::Key const& master,
        core::Crypto const& crypto, Warn const& warn);
  ~Vault() override;
  Vault(Vault const&) = delete;
  Vault& operator=(Vault const&) = delete;

  core::KeyId find(core::KeyKind kind, core::Id const& owner) const override;
  core::KeyId create(core::KeyKind kind, core::Id const& owner) override;
  bool key(core::KeyId id, core::Key& out) const override;
  void destroy(core::KeyKind kind, core::Id const& owner) override;
  void sync() override;
  core::Key const& tenant_secret() const override { return secret_; }

  // A slot's bytes as they are on disk, or will be after the next sync.
  SlotBytes slot(core::KeyId id) const;

  static bool exists(std::filesystem::path const& folder);
  std::size_t memory_bytes() const;

 private:
  void load(Warn const& warn);
  void open_secret();
  SlotBytes const* waiting(core::KeyId id) const;
  void extend();
  void write_slots();

  core::Key master_;
  core::Key secret_{};
  core::Crypto const& crypto_;
  std::string const path_;
  std::unique_ptr<File> file_;
  mutable std::shared_mutex mutex_;  // Held to change what follows, shared to read it.
  OwnerIndex owners_;
  std::map<std::uint64_t, SlotBytes> dirty_, writing_;  // Not on disk yet; on their way there.
  std::uint64_t slots_ = 0;
  mutable KeyCache cache_;

  // Of sync() alone.
  std::uint64_t file_bytes_ = 0;
  bool broken_ = false;
};

}  // namespace storage
