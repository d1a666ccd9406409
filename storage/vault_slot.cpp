// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/vault_slot.hpp"

#include "storage/crypto.hpp"

namespace storage {
namespace {

constexpr char magic[] = {'F', 'K', 'E', 'Y'};
constexpr std::uint8_t format = 1;
constexpr std::size_t associated_bytes = 32, nonce_at = 32, wrapped_at = 56, crc_at = 124;
constexpr std::size_t wrapped_bytes = sizeof(core::Key) + core::seal_overhead;

SlotBytes write_front(Slot const& slot) {
  SlotBytes bytes{};
  std::memcpy(bytes.data(), magic, sizeof magic);
  bytes[4] = format;
  bytes[5] = static_cast<std::uint8_t>(slot.state);
  bytes[6] = slot.kind;
  std::memcpy(bytes.data() + 8, &slot.id.value, 8);
  std::memcpy(bytes.data() + 16, slot.owner.bytes.data(), 16);
  return bytes;
}

std::uint32_t crc_of(SlotBytes const& bytes) { return crc32c(core::Bytes(bytes).first(crc_at)); }

void put_crc(SlotBytes& bytes) {
  auto const crc = crc_of(bytes);
  std::memcpy(bytes.data() + crc_at, &crc, sizeof crc);
}

}  // namespace

SlotBytes write_slot(Slot const& slot, core::Key const& key, core::Key const& master,
                     core::Crypto const& crypto) {
  auto bytes = write_front(slot);
  core::Nonce nonce;
  crypto.random(nonce);
  std::memcpy(bytes.data() + nonce_at, nonce.data(), nonce.size());
  std::span const all(bytes);
  crypto.seal(master, nonce, all.first(associated_bytes), key,
              all.subspan(wrapped_at, wrapped_bytes));
  put_crc(bytes);
  return bytes;
}

SlotBytes write_tombstone(Slot const& slot) {
  auto bytes =
      write_front({.id = slot.id, .state = Slot::State::destroyed, .kind = slot.kind, .owner = {}});
  put_crc(bytes);
  return bytes;
}

std::optional<Slot> read_slot(SlotBytes const& bytes, core::KeyId id) {
  std::uint32_t crc;
  std::memcpy(&crc, bytes.data() + crc_at, sizeof crc);
  if (std::memcmp(bytes.data(), magic, sizeof magic) != 0 || bytes[4] != format ||
      crc != crc_of(bytes))
    return {};
  Slot slot;
  std::memcpy(&slot.id.value, bytes.data() + 8, 8);
  slot.state = static_cast<Slot::State>(bytes[5]);
  slot.kind = bytes[6];
  std::memcpy(slot.owner.bytes.data(), bytes.data() + 16, 16);
  bool const known = slot.state == Slot::State::living || slot.state == Slot::State::destroyed;
  if (!known || slot.id != id) return {};
  return slot;
}

bool is_unused(SlotBytes const& bytes) { return bytes == SlotBytes{}; }

bool unwrap(SlotBytes const& bytes, core::Key const& master, core::Crypto const& crypto,
            core::Key& out) {
  core::Nonce nonce;
  std::memcpy(nonce.data(), bytes.data() + nonce_at, nonce.size());
  core::Bytes const all(bytes);
  return crypto.unseal(master, nonce, all.first(associated_bytes),
                       all.subspan(wrapped_at, wrapped_bytes), out);
}

}  // namespace storage
