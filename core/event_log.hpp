// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/ids.hpp"
#include "core/record.hpp"

// The ports of storage: what core, projections and matching may expect of a disk.
namespace core {

// One commit: records in log order, each starting at a multiple of 8. A block holds whole commands.
struct Block {
  Position first;
  std::vector<std::uint32_t> offsets;  // Where each record starts.
  std::vector<std::uint8_t> bytes;

  std::size_t size() const { return offsets.size(); }
  bool empty() const { return offsets.empty(); }
  Position last() const { return {first.value + offsets.size() - 1}; }
  Bytes record(std::size_t i) const {
    auto const end = i + 1 < offsets.size() ? offsets[i + 1] : bytes.size();
    return Bytes(bytes).subspan(offsets[i], end - offsets[i]);
  }
};

// The log is broken or its state unknown. The writer stops; nothing more is accepted by this process.
struct LogBroken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A shelf turned out to be damaged while it was read. Whoever reads at start clears it and rebuilds from the log; later, the
// process ends and the next start does that: the shelf has forgotten its checkpoint.
struct ShelfDamaged : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One tenant's log. append is called by one thread at a time; everything else may be called from any thread.
class EventLog {
 public:
  virtual ~EventLog() = default;
  // One atomic, synced write: when it returns, the block survives a crash. The block continues at head() + 1.
  // Throws LogBroken when the outcome is unknown; every later call throws too.
  virtual void append(Block const& block) = 0;
  // The last durable position; 0 when empty.
  virtual Position head() const = 0;
  // The log's identity, 32 hex digits. Positions mean nothing under another one.
  virtual std::string const& epoch() const = 0;
  // Visits the records from `from` on, in order, until `visit` says false or the head is reached. CRCs are checked:
  // throws LogBroken naming the position of a damaged record.
  virtual void read(Position from, FunctionRef<bool(RecordView const&)> visit) const = 0;
  // Visits one record; false when there is none at that position.
  virtual bool at(Position position, FunctionRef<void(RecordView const&)> visit) const = 0;
};

// A change to a shelf: no value = the key is deleted.
struct Change {
  std::string key;
  std::optional<std::string> value;
};

// Rows that are written behind the log, without a sync of their own, together with the position up to which they are complete.
// They can always be rebuilt from the log: a damaged or missing shelf reads as empty, with checkpoint 0.
// write belongs to one thread; get and scan may be called from any.
class Shelf {
 public:
  virtual ~Shelf() = default;
  // Everything up to here is inside.
  virtual Position checkpoint() const = 0;
  // All of it or nothing survives a crash, and never more than the log itself (the log is synced first). No key is empty.
  virtual void write(std::span<Change const> changes, Position checkpoint) = 0;
  // get and scan throw ShelfDamaged.
  virtual std::optional<std::string> get(std::string_view key) const = 0;
  // Ascending from `from` (inclusive) until `visit` says false.
  virtual void scan(
      std::string_view from,
      FunctionRef<bool(std::string_view key, std::string_view value)> visit) const = 0;
  // Forgets everything; checkpoint 0.
  virtual void clear() = 0;
};

// Hands out shelves by name ("commands", "channels", "view.directory.v2"): a new shape is a new name.
class Shelves {
 public:
  virtual ~Shelves() = default;
  virtual Shelf& open(std::string_view name) = 0;
};

}  // namespace core
