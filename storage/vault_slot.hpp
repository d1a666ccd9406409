// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "core/crypto.hpp"

// One slot of the file `vault/keys`: 128 bytes, so that none crosses a sector. Integers are little-endian.
//
//    0 4   "FKEY"                                      16 id  owner
//    4 u8  format (1)                                  32 24  nonce
//    5 u8  state: 1 living, 2 destroyed                56 48  the key, wrapped: XChaCha20-Poly1305 under the master key,
//    6 u8  kind: 0 person, 1 text, 2 ballot, 255 tenant        associated data = bytes 0..32
//    7 u8  0                                          104 20  0
//    8 u64 key id = number of the slot                124 u32 CRC32C of bytes 0..124
//
// Of a destroyed key only bytes 0..16 and the CRC are left. A slot of zeros has never been used.
namespace storage {

inline constexpr std::size_t slot_bytes = 128;
using SlotBytes = std::array<std::uint8_t, slot_bytes>;

struct Slot {
  enum class State : std::uint8_t { living = 1, destroyed = 2 };
  static constexpr std::uint8_t tenant_kind = 255;

  core::KeyId id;
  State state = State::living;
  std::uint8_t kind = 0;
  core::Id owner;
};

SlotBytes write_slot(Slot const& slot, core::Key const& key, core::Key const& master,
                     core::Crypto const& crypto);
SlotBytes write_tombstone(Slot const& slot);

// Nothing when the bytes are damaged or lie in another slot than they say.
std::optional<Slot> read_slot(SlotBytes const& bytes, core::KeyId id);
bool is_unused(SlotBytes const& bytes);

// False when the master key is not the one that wrapped it.
bool unwrap(SlotBytes const& bytes, core::Key const& master, core::Crypto const& crypto,
            core::Key& out);

}  // namespace storage
