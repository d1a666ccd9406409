// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The engine's state across restarts: written behind while it runs, read back and brought up to the log's head at start.
#include "core/dispatch_tables.hpp"
#include "core/engine.hpp"
#include "core/limits.hpp"
#include "core/own_texts.hpp"

namespace core {
namespace {

// Of a state's rows. Most look-ups have no shape of their own.
std::uint32_t shape_of_rows(std::string_view name) {
#define X(family, number) \
  if (name == #family) return shape_of<family::State>();
  FUGE_AGGREGATES(X)
#undef X
  if (name == "programme_applications") return shape_of<programme::Application>();
  if (name == "texts") return shape_of<OwnText>();
  return 0;
}

// "state.profile.v1.8c6d3a10": a state of another shape is folded anew from the log.
std::string shelf_name(std::string_view rows) {
  auto const shape = shape_of_rows(rows);
  char suffix[16] = "";
  if (shape != 0) std::snprintf(suffix, sizeof suffix, ".%08x", static_cast<unsigned>(shape));
  return "state." + std::string(rows) + ".v1" + suffix;
}

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

bool Engine::much_changed() const {
  std::size_t changed = 0;
  world_.each([&](std::string_view, Rows const& rows) { changed += rows.dirty(); });
  return changed >= limits::write_behind_rows_max ||
         commands_.recent() >= limits::write_behind_commands_max;
}

// What writes all that has changed up to the checkpoint, once that is durable.
std::vector<std::function<void()>> Engine::take_changes(Position checkpoint) {
  std::vector<std::function<void()>> jobs;
  if ((writing_ && *writing_) || checkpoint == written_behind_) return jobs;  // What changed waits.
  behind_due_ = false;
  written_behind_ = checkpoint;
  writing_ = std::make_shared<std::atomic<bool>>(true);
  jobs.push_back(commands_.take_changes(checkpoint));
  world_.each([&](std::string_view name, Rows& rows) {
    jobs.push_back(
        [changes = rows.take_changes(), checkpoint,
         &shelf = ports_.shelves.open(shelf_name(name))] { shelf.write(changes, checkpoint); });
  });
  // Everything that follows from up to there has been accepted, at the latest into the batch that is being closed.
  jobs.push_back([followed = followed_, &shelf = flows_shelf_] {
    if (followed > shelf.checkpoint()) shelf.write({}, followed);
  });
  jobs.push_back([done = writing_] { *done = false; });
  return jobs;
}

void Engine::write_behind() {
  behind_due_ = true;
  if (has_open() || in_flight() > 0) return;
  for (auto& job : take_changes(head())) ports_.background.run(std::move(job));
}

void Engine::recover(FunctionRef<void(Position)> progress) {
  std::array<Position, 256> checkpoints{};
  followed_ = flows_shelf_.checkpoint();
  auto from = commands_.checkpoint();
  commands_.recover(ports_.background);
  world_.each([&](std::string_view name, Rows& rows) {
    auto const checkpoint = rows.load(ports_.shelves.open(shelf_name(name)));
    auto const family = family_of_rows(name);
    if (family != 0 || name == "noted") checkpoints[family] = checkpoint;
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

// From the log: what follows comes out of `give`, and may be written meanwhile.
void Engine::follow_until(Position last, FunctionRef<void(Command const&)> give) {
  ports_.log.read({followed_.value + 1}, [&](RecordView const& record) {
    if (record.header().position > last) return false;
    follow(record, give);
    return record.header().position < last;
  });
}

void Engine::follow(RecordView const& record, FunctionRef<void(Command const&)> give) {
  flows_.react(record, give);
  followed_ = record.header().position;
}

void Engine::follow(Block const& committed, FunctionRef<void(Command const&)> give) {
  if (committed.first.value != followed_.value + 1) return follow_until(committed.last(), give);
  for (std::size_t i = 0; i < committed.size(); ++i)
    follow(*RecordView::parse(committed.record(i)), give);
}

void Engine::follow_log() {
  auto const give = [this](Command const& command) {
    if (full()) commit();
    static_cast<void>(accept(command));
  };
  while (followed_ < ports_.log.head()) {
    follow_until(ports_.log.head(), give);
    if (has_open()) commit();
  }
}

}  // namespace core
