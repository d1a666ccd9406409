// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A country on one machine: generated people and events through the real engine into a real folder, then restart, replay,
// search and match over all of it, and the memory of each room. `bench_scale [PEOPLE [EVENTS]]`, a million and ten by default.
#include <malloc.h>

#include "api/hub/read_side.hpp"
#include "bench/town.hpp"

namespace {

using bench::Clock;
using bench::resident_mib;
using bench::seconds_since;
using bench::Town;

void write(bench::Report& report, api::Hub& hub, std::uint64_t people, std::uint64_t events) {
  hub.recover([](core::Position) {});
  api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
  Town town(sink);
  town.vocabulary();
  auto start = Clock::now();
  for (std::uint64_t n = 0; n < people; ++n) town.move_in(n);
  sink.flush();
  report.row("scale.people.commands", static_cast<double>(people) * 4 / seconds_since(start),
             "commands/s");
  auto const before = sink.head().value;
  start = Clock::now();
  for (std::uint64_t n = 0; sink.head().value < events; ++n) town.change(n * 7919 % people);
  sink.flush();
  report.row("scale.changes.commands",
             static_cast<double>(sink.head().value - before) / seconds_since(start), "commands/s");
  report.row("scale.engine.resident", resident_mib(), "MiB");
  hub.settle();
}

void restart(bench::Report& report, api::Hub::Place const& place) {
  auto const start = Clock::now();
  api::Hub hub(place, [](std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
  hub.recover([](core::Position) {});
  report.row("scale.restart.state", seconds_since(start) * 1000, "ms");
  report.row("scale.state.resident", resident_mib(), "MiB");
  std::size_t bytes = 0;
  const_cast<core::World&>(hub.engine().world()).each([&](std::string_view name, core::Rows& rows) {
    if (rows.size() > 0)
      report.row("scale.state." + std::string(name) + ".bytes_per_row",
                 static_cast<double>(rows.memory_bytes()) / static_cast<double>(rows.size()),
                 "bytes");
    bytes += rows.memory_bytes();
  });
  report.row("scale.state.rows", static_cast<double>(bytes) / (1 << 20), "MiB");

  auto const head = static_cast<double>(hub.tenant().log().head().value);
  auto iteration = Clock::now();
  std::uint64_t sum = 0;
  hub.tenant().log().read({1}, [&](core::RecordView const& record) {
    sum += record.bytes().size();
    return true;
  });
  report.row("replay.iteration", head / seconds_since(iteration), "events/s");
  report.row("replay.bytes_per_event", static_cast<double>(sum) / head, "bytes");

  auto const before = resident_mib();
  auto const fold = Clock::now();
  api::ReadSide side(hub,
                     [](std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
  side.recover([](core::Position) {});
  report.row("replay.all_views", head / seconds_since(fold), "events/s");
  report.row("scale.views.resident", resident_mib() - before, "MiB");
  for (auto const* view : side.views().all())
    report.row("scale.view." + std::string(view->name()) + ".rows",
               static_cast<double>(view->rows().memory_bytes()) / (1 << 20), "MiB");

  Clock::time_point asked;
  auto& rooms = side.rooms();
  projections::DirectoryFilter filter;
  filter.sectors = {core::schema::Sector::SCIENCE};
  report.row(
      "scale.directory.search",
      bench::median_ns(9, 1, [&] { bench::keep(rooms.directory.search(filter, {}, 20)); }) / 1e6,
      "ms");
  api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
  auto const query = rooms.oracle.asked_by(sink.id_for("person", "4711"), matching::Lane::PEOPLE);
  CHECK(query.has_value());
  report.row("scale.match.partners",
             bench::median_ns(9, 1, [&] { bench::keep(rooms.oracle.top(*query)); }) / 1e6, "ms");
  report.row("scale.suggest",
             bench::median_ns(
                 9, 10, [&] { bench::keep(rooms.terms.suggest("fertigkeit 12", "de", 10)); }) /
                 1e6,
             "ms");

  auto const behind = Clock::now();
  while (true) {
    side.write_behind(1);
    hub.worker().finish();
    bool dirty = false;
    for (auto const* view : side.views().all()) dirty |= view->dirty() > 0;
    if (!dirty) break;
  }
  report.row("scale.views.write_behind", seconds_since(behind) * 1000, "ms");
}

void restart_warm(bench::Report& report, api::Hub::Place const& place) {
  api::Hub hub(place, [](std::string const&) {});
  hub.recover([](core::Position) {});
  auto const start = Clock::now();
  api::ReadSide side(hub,
                     [](std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
  side.recover([](core::Position) {});
  report.row("scale.restart.views", seconds_since(start) * 1000, "ms");
}

}  // namespace

int main(int argc, char** argv) {
  auto const people = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  auto const events = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : people * 10;
  auto const folder = std::filesystem::path("build/bench/scale-data");
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  api::Hub::Place const place{folder / "data", folder / "master-key", "Europe/Berlin"};
  bench::Report report("scale");
  {
    api::Hub hub(place,
                 [](std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
    write(report, hub, people, events);
  }
  malloc_trim(0);
  restart(report, place);
  malloc_trim(0);
  restart_warm(report, place);
  std::filesystem::remove_all(folder);
  return report.finish();
}
