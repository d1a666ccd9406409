// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/vault.hpp"

#include <mutex>

#include "core/check.hpp"
#include "core/event_log.hpp"
#include "storage/crypto.hpp"

namespace storage {
namespace {

constexpr std::size_t slots_per_read = 8192;
constexpr std::uint64_t extension_bytes = 1 << 20;

std::filesystem::path file_of(std::filesystem::path const& folder) { return folder / "keys"; }
std::uint8_t number(core::KeyKind kind) { return static_cast<std::uint8_t>(kind); }

}  // namespace

bool Vault::exists(std::filesystem::path const& folder) {
  return std::filesystem::exists(file_of(folder));
}

Vault::Vault(std::filesystem::path const& folder, Mode mode, core::Key const& master,
             core::Crypto const& crypto, Warn const& warn)
    : master_(master), crypto_(crypto), path_(file_of(folder)) {
  if (mode == Mode::open) {
    if (!exists(folder)) throw Unusable("there is no vault in " + folder.string());
    file_ = std::make_unique<File>(path_, File::Mode::write);
    load(warn);
    return;
  }
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  crypto_.random(secret_);
  auto const first =
      write_slot({.id = {}, .kind = Slot::tenant_kind, .owner = {}}, secret_, master_, crypto_);
  replace_file(path_, core::view_of(first));
  file_ = std::make_unique<File>(path_, File::Mode::write);
  slots_ = 1;
  file_bytes_ = file_->size();
}

Vault::~Vault() {
  wipe(master_);
  wipe(secret_);
}

void Vault::open_secret() {
  SlotBytes first;
  if (file_->read(0, first) != first.size() || !read_slot(first, {}))
    throw Unusable(path_ + " is damaged: slot 0");
  if (!unwrap(first, master_, crypto_, secret_))
    throw Unusable("the master key is not the one of " + path_);
}

// A slot that is damaged may only be the last one, cut short by a crash: then no record can need it.
void Vault::load(Warn const& warn) {
  open_secret();
  file_bytes_ = file_->size();
  auto const slots = (file_bytes_ + slot_bytes - 1) / slot_bytes;
  std::vector<std::uint8_t> chunk(slots_per_read * slot_bytes);
  std::optional<std::uint64_t> bad;
  slots_ = 1;
  for (std::uint64_t i = 1; i < slots; ++i) {
    if (i == 1 || i % slots_per_read == 0) {
      auto const start = i / slots_per_read * slots_per_read * slot_bytes;
      std::fill(chunk.begin() + static_cast<std::ptrdiff_t>(file_->read(start, chunk)), chunk.end(),
                0);
    }
    SlotBytes bytes;
    std::memcpy(bytes.data(), chunk.data() + i % slots_per_read * slot_bytes, slot_bytes);
    if (is_unused(bytes)) continue;
    auto const slot = read_slot(bytes, {i});
    if (slot && bad) throw Unusable(path_ + " is damaged: slot " + std::to_string(*bad));
    if (!slot) bad = bad.value_or(i);
    if (slot && slot->state == Slot::State::living)
      owners_.insert(slot->kind, slot->owner, slot->id);
    slots_ = i + 1;
  }
  if (bad)
    warn(path_ + ": slot " + std::to_string(*bad) + " was not written to its end and is left out");
}

core::KeyId Vault::find(core::KeyKind kind, core::Id const& owner) const {
  std::shared_lock const lock(mutex_);
  return owners_.find(number(kind), owner);
}

core::KeyId Vault::create(core::KeyKind kind, core::Id const& owner) {
  core::Key key;
  crypto_.random(key);
  std::unique_lock const lock(mutex_);
  core::KeyId const id{slots_++};
  dirty_[id.value] =
      write_slot({.id = id, .kind = number(kind), .owner = owner}, key, master_, crypto_);
  owners_.insert(number(kind), owner, id);
  cache_.put(id, key);
  wipe(key);
  return id;
}

SlotBytes const* Vault::waiting(core::KeyId id) const {
  for (auto const* slots : {&dirty_, &writing_})
    if (auto const slot = slots->find(id.value); slot != slots->end()) return &slot->second;
  return nullptr;
}

bool Vault::key(core::KeyId id, core::Key& out) const {
  if (id.value == 0) return false;
  std::shared_lock const lock(mutex_);
  if (cache_.find(id, out)) return true;
  if (id.value >= slots_) return false;
  SlotBytes bytes;
  if (auto const* slot = waiting(id)) bytes = *slot;
  else if (file_->read(id.value * slot_bytes, bytes) != bytes.size()) return false;
  if (is_unused(bytes)) return false;
  auto const slot = read_slot(bytes, id);
  if (slot && slot->state == Slot::State::destroyed) return false;
  if (!slot || !unwrap(bytes, master_, crypto_, out))
    throw core::LogBroken(path_ + " is damaged: slot " + std::to_string(id.value));
  cache_.put(id, out);
  return true;
}

SlotBytes Vault::slot(core::KeyId id) const {
  std::shared_lock const lock(mutex_);
  SlotBytes bytes{};
  if (auto const* slot = waiting(id)) return *slot;
  file_->read(id.value * slot_bytes, bytes);
  return bytes;
}

void Vault::destroy(core::KeyKind kind, core::Id const& owner) {
  std::unique_lock const lock(mutex_);
  auto const id = owners_.find(number(kind), owner);
  if (id.value == 0) return;
  owners_.erase(number(kind), owner);
  dirty_[id.value] = write_tombstone({.id = id, .kind = number(kind), .owner = owner});
  cache_.forget(id);
}

// What is being written changes here only, so that the disk is waited for without the lock.
void Vault::sync() {
  if (broken_) throw core::LogBroken("the vault takes no more writes");
  {
    std::unique_lock const lock(mutex_);
    writing_.swap(dirty_);
  }
  if (writing_.empty()) return;
  broken_ = true;  // Unless all of the following works.
  try {
    extend();
    write_slots();
    file_->sync();
  } catch (std::system_error const& failure) {
    throw core::LogBroken(std::string("the vault could not be written: ") + failure.what());
  }
  std::unique_lock const lock(mutex_);
  writing_.clear();
  broken_ = false;
}

// The file grows by many slots at once: a sync within it is cheaper than one that moves its end.
void Vault::extend() {
  auto const needed = (writing_.rbegin()->first + 1) * slot_bytes;
  if (needed <= file_bytes_) return;
  auto const larger = (needed + extension_bytes - 1) / extension_bytes * extension_bytes;
  file_->write(file_bytes_, std::vector<std::uint8_t>(larger - file_bytes_));
  file_bytes_ = larger;
}

// Neighbours go in one write.
void Vault::write_slots() {
  std::vector<std::uint8_t> run;
  for (auto slot = writing_.begin(); slot != writing_.end();) {
    auto const first = slot->first;
    run.clear();
    for (; slot != writing_.end() && slot->first == first + run.size() / slot_bytes; ++slot)
      run.insert(run.end(), slot->second.begin(), slot->second.end());
    file_->write(first * slot_bytes, run);
  }
}

std::size_t Vault::memory_bytes() const {
  std::shared_lock const lock(mutex_);
  return owners_.memory_bytes() + KeyCache::memory_bytes();
}

}  // namespace storage
