// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <deque>

#include "core/background.hpp"
#include "core/batch.hpp"
#include "core/clock.hpp"
#include "core/command.hpp"
#include "core/command_index.hpp"
#include "core/decide.hpp"
#include "core/event_log.hpp"
#include "core/flows.hpp"

namespace core {

// Decides, applies and commits: the only writer of a log. Thread E, but for write().
//
// accept() answers at once, but nothing it says may leave the process before the batch it went into is settled: until then the
// events are in memory only. A batch goes through close(), write() and settle(); meanwhile the next ones are filled. After a
// failed write nothing is accepted any more; the outcome of that batch is unknown until a restart.
class Engine {
 public:
  // All of these outlive the engine.
  struct Ports {
    EventLog& log;
    Vault& vault;
    Crypto const& crypto;
    Clock const& clock;
    Shelves& shelves;
    Background& background;
    Crc32c crc;
    std::span<Flow const> flows = all_flows();
  };

  explicit Engine(Ports ports);
  Engine(Engine const&) = delete;

  // Brings the state to the log's head: from its shelves, and the log from there on. Call once, first. Throws LogBroken when
  // the log holds an event that this program does not know, or was last written under a later schema. `progress` gets each
  // thousandth position.
  void recover(FunctionRef<void(Position)> progress);

  // Deduplicates, authorises, decides and applies. A repeated command gives its first receipt.
  Result<Receipt> accept(Command const& command);

  bool has_open() const { return !open_->block.empty(); }
  // The time by the clock of its own decisions.
  Instant time() const { return ports_.clock.now(); }
  // The open batch must be closed before the next command.
  bool full() const;
  // How many batches are closed and not settled.
  std::size_t in_flight() const { return in_flight_.size(); }

  // Closes the open batch; the next command opens another.
  std::shared_ptr<Batch> close();
  // Seals it and makes it durable, or writes down its failure and stops. On any thread, several at once, begun in the order of
  // closing: they are sealed side by side and written one after the other.
  void write(Batch& batch);
  // After write(), in the order of closing: gives the events out. Throws LogBroken where it failed.
  std::shared_ptr<Block const> settle(Batch& batch);
  // All three, when no other batch is in flight.
  std::shared_ptr<Block const> commit();

  // Hands over the commands by which the flows follow what has been committed up to this block and they have not followed yet.
  // They are to be accepted at once; whether they are refused is their own affair.
  void follow(Block const& committed, FunctionRef<void(Command const&)> give);
  // The same for all that the log holds, committed at once: at start, before anybody else gives commands.
  void follow_log();

  // Rows that changed are handed to their shelves when there are many of them. This asks for it now, or with the next batch.
  void write_behind();

  // Visits every stream on which something would end if the person were erased now.
  void each_departure(Id const& person, FunctionRef<void(StreamKey const&)> visit) const;

  World const& world() const { return world_; }
  Position head() const { return {open_->block.first.value + open_->block.size() - 1}; }
  // Any thread.
  bool stopped() const { return stopped_; }
  // Any thread: nothing is accepted from here on.
  void stop() { stopped_ = true; }

 private:
  // One event between decide and its record.
  struct Draft {
    RecordHeader header;
    Type const* type = nullptr;
    Bytes open;
    struct Part {
      Id owner;
      SealedPart sealed;  // Still plain.
    };
    std::vector<Part> parts;
    std::size_t bytes = 0;
  };

  Result<void> check_expected(Command const& command, StreamKey const& stream) const;
  Result<Receipt> repeated(Command const& command, StreamKey const& stream,
                           CommandIndex::Entry entry);
  Result<Receipt> record(Command const& command, StreamKey const& stream, Role role, Instant now);
  Result<void> draft(std::size_t i, Command const& command, Id const& id, Role role, Instant now);
  void take_out(Draft& draft, KeyKind kind, Id const& owner, capnp::AnyStruct::Builder event);
  bool of_nobody(Draft::Part const& part) const;
  KeyId key_of(KeyKind kind, Id const& owner);
  void write(Draft& draft);
  void destroy(KeyKind kind, Id const& owner);
  void open_batch(Position first);
  bool wait_for(Position position);
  bool record_at(Position position, FunctionRef<void(RecordView const&)> visit) const;
  void follow(RecordView const& record, FunctionRef<void(Command const&)> give);
  void follow_until(Position last, FunctionRef<void(Command const&)> give);
  bool much_changed() const;
  std::vector<std::function<void()>> take_changes(Position checkpoint);
  void replay(std::array<Position, 256> const& checkpoints, Position from,
              FunctionRef<void(Position)> progress);
  Id made_id(Instant now) const;
  Instant now();

  Ports ports_;
  World world_;
  CommandIndex commands_;
  Flows flows_;
  Shelf& flows_shelf_;
  Position followed_;  // The flows have followed all events up to here.
  Emit emit_;
  std::shared_ptr<Batch> open_;
  std::deque<std::shared_ptr<Batch>> in_flight_;
  // Of the command that is being accepted, kept for their memory.
  std::vector<Draft> drafts_;
  CanonicalForms forms_;
  std::vector<SealedPart> plain_;
  std::vector<Key> keys_;
  Instant last_recorded_;
  Position written_behind_;
  std::shared_ptr<std::atomic<bool>>
      writing_;  // Null or false: no rows are on their way to a shelf.
  bool behind_due_ = false;
  std::atomic<bool> stopped_ = false;
};

}  // namespace core
