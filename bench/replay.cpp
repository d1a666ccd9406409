// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Reading the log again: bare iteration, a full fold of the state, a full fold of all views, and the restart of a process that
// was killed while it wrote. `bench_replay [EVENTS]`, a million by default.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "api/hub/read_side.hpp"
#include "bench/town.hpp"

namespace {

using bench::seconds_since;

void complain(std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); }
constexpr auto ignore = [](core::Position) {};

// Writes like a server does, state and views written behind, until it is killed. Says by the pipe when the log is long enough.
[[noreturn]] void write_until_killed(api::Hub::Place const& place, std::uint64_t events,
                                     int ready) {
  api::Hub hub(place, complain);
  hub.recover(ignore);
  api::ReadSide side(hub, complain);
  side.recover(ignore);
  api::import::Sink sink(hub.engine(), hub.crypto(), [&](std::shared_ptr<core::Block const> block) {
    side.apply(*block);
    side.write_behind(4096);
  });
  bench::Town town(sink);
  town.vocabulary();
  auto const people = events / 10;
  for (std::uint64_t n = 0; n < people; ++n) town.move_in(n);
  for (std::uint64_t n = 0;; ++n) {
    town.change(n * 7919 % people);
    if (sink.head().value == events) CHECK(write(ready, "!", 1) == 1);
  }
}

void write_and_kill(api::Hub::Place const& place, std::uint64_t events) {
  int ready[2];
  CHECK(pipe(ready) == 0);
  auto const child = fork();
  CHECK(child >= 0);
  if (child == 0) write_until_killed(place, events, ready[1]);
  char byte;
  CHECK(read(ready[0], &byte, 1) == 1);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

}  // namespace

int main(int argc, char** argv) {
  auto const events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  auto const folder = std::filesystem::path("build/bench/replay-data");
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  api::Hub::Place const place{folder / "data", folder / "master-key", "Europe/Berlin"};
  bench::Report report("replay");
  write_and_kill(place, events);
  {
    auto start = bench::Clock::now();
    api::Hub hub(place, complain);
    hub.recover(ignore);
    report.row("replay.killed.state", seconds_since(start) * 1000, "ms");
    api::ReadSide side(hub, complain);
    side.recover(ignore);
    report.row("replay.killed.restart", seconds_since(start) * 1000, "ms");
    auto const head = static_cast<double>(hub.tenant().log().head().value);
    report.row("replay.log", head, "events");

    start = bench::Clock::now();
    std::size_t bytes = 0;
    hub.tenant().log().read({1}, [&](core::RecordView const& record) {
      bytes += record.bytes().size();
      return true;
    });
    report.row("replay.iteration", head / seconds_since(start), "events/s");
    report.row("replay.bytes_per_event", static_cast<double>(bytes) / head, "bytes");

    start = bench::Clock::now();
    api::ReadSide fresh(hub, complain, api::ReadSide::From::the_beginning);
    fresh.recover(ignore);
    report.row("replay.views", head / seconds_since(start), "events/s");
    for (auto const* view : fresh.views().all())
      CHECK(side.views().find(view->name())->rows().digest() == view->rows().digest());
    hub.settle();
  }
  std::filesystem::remove_all(folder / "data" / "shelves");
  {
    auto const start = bench::Clock::now();
    api::Hub hub(place, complain);
    hub.recover(ignore);
    report.row("replay.state",
               static_cast<double>(hub.tenant().log().head().value) / seconds_since(start),
               "events/s");
  }
  std::filesystem::remove_all(folder);
  report.ratio("replay.state", "replay.iteration");
  report.ratio("replay.views", "replay.iteration");
  return report.finish();
}
