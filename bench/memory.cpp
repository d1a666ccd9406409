// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Bytes that one profile costs in each room, by the rooms' own count and by the process's, beside the budget of
// core/limits.hpp. `bench_memory [PEOPLE]`, 200,000 by default.
#include <malloc.h>

#include "api/hub/read_side.hpp"
#include "bench/town.hpp"
#include "core/limits.hpp"

namespace {

constexpr double mib = 1 << 20;

void complain(std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); }

double resident() {
  malloc_trim(0);
  return bench::resident_mib() * mib;
}

void beside_budget(bench::Report& report, std::string const& what, double bytes,
                   std::size_t budget) {
  report.row("memory." + what, bytes, "bytes/profile");
  report.row("memory." + what + ".budget", static_cast<double>(budget), "bytes/profile");
  report.ratio("memory." + what, "memory." + what + ".budget");
}

void state(bench::Report& report, core::World const& world, double people) {
  double bytes = 0;
  world.each([&](std::string_view name, core::Rows const& rows) {
    auto const each = static_cast<double>(rows.memory_bytes()) / people;
    if (rows.size() > 0) report.row("memory.state." + std::string(name), each, "bytes/profile");
    bytes += each;
  });
  beside_budget(report, "state", bytes, core::limits::state_bytes_per_profile_max);
}

void views(bench::Report& report, api::ReadSide const& side, double people) {
  double bytes = 0, match = 0;
  for (auto const* view : side.views().all()) {
    auto const each = static_cast<double>(view->rows().memory_bytes()) / people;
    report.row("memory.view." + std::string(view->name()), each, "bytes/profile");
    (view->name().starts_with("match") ? match : bytes) += each;
  }
  beside_budget(report, "views", bytes, core::limits::views_bytes_per_profile_max);
  beside_budget(report, "match", match, core::limits::match_bytes_per_profile_max);
}

void measure(bench::Report& report, api::Hub::Place const& place, double people) {
  auto const empty = resident();
  api::Hub hub(place, complain);
  hub.recover([](core::Position) {});
  auto const with_state = resident();
  state(report, hub.engine().world(), people);
  api::ReadSide side(hub, complain);
  side.recover([](core::Position) {});
  auto const with_views = resident();
  views(report, side, people);
  report.row("memory.state.resident", (with_state - empty) / people, "bytes/profile");
  report.row("memory.views.resident", (with_views - with_state) / people, "bytes/profile");
}

}  // namespace

int main(int argc, char** argv) {
  auto const people = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200'000;
  std::filesystem::path const folder = "build/bench/memory-data";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  api::Hub::Place const place{folder / "data", folder / "master-key"};
  bench::Report report("memory");
  {
    api::Hub hub(place, complain);
    hub.recover([](core::Position) {});
    api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
    bench::Town town(sink);
    town.vocabulary();
    for (std::uint64_t n = 0; n < people; ++n) town.move_in(n);
    sink.flush();
    hub.settle();
  }
  measure(report, place, static_cast<double>(people));
  std::filesystem::remove_all(folder);
  return report.finish();
}
