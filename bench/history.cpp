// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Millions of random commands of every kind to several tenants: how many a second in memory, how many are accepted, and whether
// everything that must hold of a history holds (the checks of tests/core/random_history_test.cpp).
// `bench_history [COMMANDS [TENANTS [SEED]]]`, two million in four tenants by default.
#include "bench/report.hpp"
#include "tests/support/random_hub.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using support::RandomHub;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// How many things are wrong; each is told.
std::size_t finish(RandomHub& hub, std::uint64_t seed) {
  hub.finish();
  for (auto const& what : hub.wrong())
    std::printf("WRONG: seed %llu, %s\n", static_cast<unsigned long long>(seed), what.c_str());
  return hub.wrong().size();
}

}  // namespace

int main(int words, char** word) {
  auto const argument = [&](int i, std::uint64_t otherwise) {
    return words > i ? std::strtoull(word[i], nullptr, 10) : otherwise;
  };
  auto const commands = argument(1, 2'000'000), tenants = argument(2, 4), seed = argument(3, 1);
  bench::Report report("history");
  std::vector<std::unique_ptr<RandomHub>> hubs;
  for (std::uint64_t i = 0; i < tenants; ++i)
    hubs.push_back(std::make_unique<RandomHub>(
        seed + i, RandomHub::Pace{.crash = commands / tenants / 10, .look_at_refusals = 1000}));

  auto const start = Clock::now();
  for (std::uint64_t i = 0; i < commands / tenants; ++i)
    for (auto const& hub : hubs) hub->step();
  auto const took = seconds_since(start);

  auto const checking = Clock::now();
  std::uint64_t given = 0, accepted = 0, crashes = 0, told_again = 0, events = 0, wrong = 0;
  std::set<std::uint16_t> types;
  for (std::uint64_t i = 0; i < tenants; ++i) {
    auto& hub = *hubs[i];
    wrong += finish(hub, seed + i);
    given += hub.commands(), accepted += hub.accepted();
    crashes += hub.crashes(), told_again += hub.told_again();
    for (auto const& [type, count] : hub.events()) types.insert(type), events += count;
  }
  auto const number = [](std::uint64_t n) { return static_cast<double>(n); };
  report.row("history.commands", number(given), "commands");
  report.row("history.commands_per_second", number(given) / took, "commands/s");
  report.row("history.accepted", 100 * number(accepted) / number(given), "%");
  report.row("history.events", number(events), "events");
  report.row("history.event_types_drawn", number(types.size()), "types");
  report.row("history.event_types", number(core::schema_tables().events().size()), "types");
  report.row("history.crashes", number(crashes), "crashes");
  report.row("history.receipts_told_again", number(told_again), "receipts");
  report.row("history.checks", seconds_since(checking), "s");
  report.row("history.wrong", number(wrong), "things");
  auto const written = report.finish();
  return wrong > 0 ? 1 : written;
}
