// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/key_rotation.hpp"

#include "storage/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/file.hpp"
#include "storage/master_key.hpp"
#include "storage/vault_slot.hpp"

namespace storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t slots_at_once = 8192;

// A slot as it is under the new key. Destroyed and unused ones hold none.
SlotBytes rewrapped(SlotBytes const& bytes, core::KeyId id, core::Key const& old_key,
                    core::Key const& new_key, core::Crypto const& crypto) {
  if (is_unused(bytes)) return bytes;
  auto const slot = read_slot(bytes, id);
  if (!slot) throw Unusable("the vault is damaged: slot " + std::to_string(id.value));
  if (slot->state == Slot::State::destroyed) return bytes;
  core::Key key;
  if (!unwrap(bytes, old_key, crypto, key))
    throw Unusable("the master key does not open slot " + std::to_string(id.value));
  auto const out = write_slot(*slot, key, new_key, crypto);
  wipe(key);
  return out;
}

bool opens(fs::path const& vault, core::Key const& master, core::Crypto const& crypto) {
  SlotBytes first;
  core::Key secret;
  bool const good = File(vault, File::Mode::read).read(0, first) == first.size() &&
                    read_slot(first, {}) && unwrap(first, master, crypto, secret);
  wipe(secret);
  return good;
}

std::size_t rewrap(fs::path const& from, fs::path const& to, core::Key const& old_key,
                   core::Key const& new_key, core::Crypto const& crypto) {
  File const in(from, File::Mode::read);
  File out(to, File::Mode::create_new);
  std::vector<std::uint8_t> chunk(slots_at_once * slot_bytes);
  std::size_t living = 0;
  for (std::uint64_t first = 0;; first += slots_at_once) {
    auto const slots = in.read(first * slot_bytes, chunk) / slot_bytes;
    for (std::size_t i = 0; i < slots; ++i) {
      SlotBytes bytes;
      std::memcpy(bytes.data(), chunk.data() + i * slot_bytes, slot_bytes);
      auto const next = rewrapped(bytes, {first + i}, old_key, new_key, crypto);
      living += next != bytes;
      std::memcpy(chunk.data() + i * slot_bytes, next.data(), slot_bytes);
    }
    out.write(first * slot_bytes, core::Bytes(chunk).first(slots * slot_bytes));
    if (slots < slots_at_once) break;
  }
  out.sync();
  return living;
}

}  // namespace

std::size_t rotate_master_key(fs::path const& folder, fs::path const& master_key,
                              core::Crypto const& crypto) {
  auto const vault = folder / "vault" / "keys";
  auto const next_key = fs::path(master_key) += ".next",
             next_vault = folder / "vault" / "keys.next";
  if (!fs::exists(vault)) throw Unusable("there is no tenant in " + folder.string());
  File lock(folder, File::Mode::read);
  if (!lock.lock())
    throw Unusable("the data folder " + folder.string() + " is in use by another process");
  auto old_key = open_master_key(master_key, folder, false, crypto);
  fs::remove(next_vault);
  if (opens(vault, old_key, crypto)) fs::remove(next_key);
  else if (!fs::exists(next_key))
    throw Unusable("the master key is not the one of " + vault.string());
  auto new_key = open_master_key(next_key, folder, true, crypto);
  std::size_t living = 0;
  if (!opens(vault, new_key, crypto)) {
    living = rewrap(vault, next_vault, old_key, new_key, crypto);
    fs::rename(next_vault, vault);
    sync_folder(folder / "vault");
  }
  wipe(old_key);
  wipe(new_key);
  fs::rename(next_key, master_key);
  sync_folder(master_key.parent_path());
  return living;
}

}  // namespace storage
