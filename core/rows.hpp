// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/crypto.hpp"
#include "core/event_log.hpp"
#include "core/function_ref.hpp"
#include "core/ids.hpp"

namespace core {

// Packed rows in memory, ordered by key: pages of up to some kilobytes, each a sorted run of (key, row) without a pointer per
// row. Rows that changed since the last write-behind are remembered, so a shelf follows without a copy of the whole.
// One writer thread; readers on the same thread.
class Rows {
 public:
  // `crypto` outlives the rows and is used for the digest only.
  explicit Rows(Crypto const& crypto);
  ~Rows();
  Rows(Rows const&) = delete;
  Rows& operator=(Rows const&) = delete;

  // The row, valid until the next change; nothing when absent.
  std::optional<Bytes> find(Bytes key) const;
  // Inserts or replaces. Key 1 to 255 bytes, row at most 1 MiB; neither may lie within these rows.
  void put(Bytes key, Bytes row);
  // False when there was none.
  bool erase(Bytes key);
  // Ascending from `from` (inclusive; empty = from the first) until `visit` says false.
  void scan(Bytes from, FunctionRef<bool(Bytes key, Bytes row)> visit) const;

  // The rows whose key begins with `prefix`, ascending, with what follows it, until `visit` says false.
  void scan_within(Bytes prefix, FunctionRef<bool(Bytes rest, Bytes row)> visit) const;

  std::size_t size() const;
  std::size_t memory_bytes() const;
  // Sum modulo 2^256 of SHA-256(u8 key length, key, row) over all rows, big-endian. Kept as rows change: costs what changed
  // since it was last asked.
  Digest digest() const;

  // How many rows have changed since their changes were last taken.
  std::size_t dirty() const;
  // All changed rows as changes for their shelf, ascending by key; nothing is dirty afterwards.
  std::vector<Change> take_changes();
  // Takes them and writes them to the shelf, complete up to `checkpoint`, in one atomic write.
  void write_behind(Shelf& shelf, Position checkpoint);
  // Reads back what lies before the key `until` (empty = everything); returns the shelf's checkpoint. A damaged shelf is cleared:
  // no rows, checkpoint 0. The rows were empty.
  Position load(Shelf& shelf, std::string_view until = {});
  void clear();

 private:
  class Pages;
  Crypto const& crypto_;
  std::unique_ptr<Pages> pages_;
};

// A row that says all by being there.
inline constexpr std::uint8_t there[] = {1};

std::string hex(Digest const& digest);

}  // namespace core
