// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The engine's state across restarts: written behind while it runs, read back and brought up to the log's head at start.
#include "core/dispatch_tables.hpp"
#include "core/engine.hpp"
#include "core/limits.hpp"

namespace core {
namespace {

std::string shelf_name(std::string_view rows) { return "state." + std::string(rows) + ".v1"; }

// The family whose state the rows hold; the look-ups follow any family and have none.
Family family_of_rows(std::string_view name) {
#define X(family, number) \
  if (name == #family) return number;
  FUGE_AGGREGATES(X)
#undef X
  return 0;
}

LogBroken from_the_future(RecordHeader const& header) {
  return LogBroken("position " + std::to_string(header.position.value) +
                   " holds an event of type " + std::to_string(header.event_type) +
                   ", schema version " + std::to_string(header.schema_version) +
                   ": this program is older than the data, use a newer one");
}

}  // namespace

void Engine::write_behind(std::size_t rows_min) {
  if (writing_ && *writing_) return;  // The disk is behind; what changed waits in memory.
  std::size_t dirty = commands_.recent();
  world_.each([&](std::string_view, Rows& rows) { dirty += rows.dirty(); });
  if (dirty < rows_min || has_open()) return;
  auto const checkpoint = Position{open_.first.value - 1};
  if (checkpoint == written_behind_) return;
  written_behind_ = checkpoint;
  writing_ = std::make_shared<std::atomic<bool>>(true);
  commands_.write_behind(checkpoint);
  world_.each([&](std::string_view name, Rows& rows) {
    ports_.background.run(
        [changes = rows.take_changes(), checkpoint,
         &shelf = ports_.shelves.open(shelf_name(name))] { shelf.write(changes, checkpoint); });
  });
  ports_.background.run([done = writing_] { *done = false; });
}

void Engine::recover(FunctionRef<void(Position)> progress) {
  std::array<Position, 256> checkpoints{};
  auto from = commands_.checkpoint();
  world_.each([&](std::string_view name, Rows& rows) {
    auto const checkpoint = rows.load(ports_.shelves.open(shelf_name(name)));
    checkpoints[family_of_rows(name)] = name.starts_with("term_") ? checkpoints[0] : checkpoint;
    from = std::min(from, checkpoint);
  });
  written_behind_ = from;
  ports_.log.at(ports_.log.head(), [&](RecordView const& last) {
    if (last.header().schema_version > schema_version)
      throw from_the_future(last.header());  // Perhaps known to the shelves.
    last_recorded_ = last.header().recorded;
  });
  replay(checkpoints, from, progress);
  account::recount(world_);
}

void Engine::replay(std::array<Position, 256> const& checkpoints, Position from,
                    FunctionRef<void(Position)> progress) {
  ports_.log.read({from.value + 1}, [&](RecordView const& record) {
    auto const& header = record.header();
    CanonicalReader event(record.open());
    bool const folded = header.position <= checkpoints[header.stream.family];
    if (!apply_event(world_, header, event.root(), folded)) throw from_the_future(header);
    if (!header.command.is_nil() && header.command_index == 0 &&
        header.position > commands_.checkpoint())
      commands_.add({header.actor, header.command}, {header.position, header.command_events});
    if (header.position.value % 1000 == 0) progress(header.position);
    return true;
  });
}

}  // namespace core
