// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A country on one machine: generated people and events through the real engine into a real folder, then restart, replay,
// search and match over all of it, and the memory of each room. `bench_scale [PEOPLE [EVENTS]]`, a million and ten by default.
#include <malloc.h>

#include <cstdlib>
#include <random>

#include "api/hub/read_side.hpp"
#include "api/import/sink.hpp"
#include "bench/report.hpp"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t skills = 14'000;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }
double resident_mib() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line))
    if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}

// Made input: repeatable, and spread like the real thing (skills by Zipf's law).
class Town {
 public:
  explicit Town(api::import::Sink& sink) : sink_(sink) {
    std::vector<double> weights;
    for (std::uint32_t i = 0; i < skills; ++i) weights.push_back(1.0 / (i + 1));
    zipf_ = std::discrete_distribution<std::uint32_t>(weights.begin(), weights.end());
  }

  core::Id person(std::uint64_t n) const { return sink_.id_for("person", std::to_string(n)); }
  core::Id skill(std::uint64_t n) const { return sink_.id_for("skill", std::to_string(n)); }

  void vocabulary() {
    for (std::uint32_t i = 0; i < skills; ++i) {
      capnp::MallocMessageBuilder message;
      auto add = message.initRoot<core::vocabulary::AddTerm>();
      add.setTerm(core::data_of(skill(i)));
      auto labels = add.initLabels(2);
      for (unsigned l = 0; l < 2; ++l) {
        labels[l].setLanguage(l == 0 ? "de" : "en");
        labels[l].setText((l == 0 ? "Fertigkeit " : "skill ") + std::to_string(i));
        labels[l].setPreferred(true);
      }
      if (i >= 64) add.initBroader(1).set(0, core::data_of(skill(i / 16)));
      give<core::vocabulary::AddTerm>(message);
    }
  }

  void move_in(std::uint64_t n) {
    auto const id = person(n);
    capnp::MallocMessageBuilder registration, consent, profile, listing;
    auto account = registration.initRoot<core::account::RegisterAccount>();
    account.setAccount(core::data_of(id));
    account.setOfAge(true);
    give<core::account::RegisterAccount>(registration);
    auto agreed = consent.initRoot<core::account::GiveConsent>();
    agreed.setAccount(core::data_of(id));
    agreed.setTextVersion(1);
    give<core::account::GiveConsent>(consent);
    describe(id, n, profile.initRoot<core::profile::CreateProfile>());
    give<core::profile::CreateProfile>(profile);
    listing.initRoot<core::profile::ListProfile>().setProfile(core::data_of(id));
    give<core::profile::ListProfile>(listing);
  }

  void change(std::uint64_t n) {
    capnp::MallocMessageBuilder message;
    auto set = message.initRoot<core::profile::SetAvailability>();
    set.setProfile(core::data_of(person(n)));
    set.setHoursPerWeek(static_cast<std::uint8_t>(random_() % 40));
    give<core::profile::SetAvailability>(message);
  }

 private:
  void describe(core::Id const& id, std::uint64_t n, core::profile::CreateProfile::Builder create) {
    create.setProfile(core::data_of(id));
    create.setDisplayName("Person " + std::to_string(n));
    create.setHeadline("Macht dies und das in der Stadt");
    create.setSector(static_cast<core::schema::Sector>(1 + n % 4));
    create.initKinds(1).set(0, static_cast<core::profile::Kind>(n % 6));
    create.setDistrict("Bezirk " + std::to_string(n % 40));
    create.setHoursPerWeek(static_cast<std::uint8_t>(n % 30));
    auto languages = create.initLanguages(n % 3 == 0 ? 2 : 1);
    languages.set(0, "de");
    if (n % 3 == 0) languages.set(1, "en");
    claim(create.initOffers(8));
    claim(create.initNeeds(4));
  }
  void claim(capnp::List<core::schema::SkillClaim>::Builder claims) {
    for (auto claim : claims) {
      claim.setTerm(core::data_of(skill(zipf_(random_))));
      claim.setLevel(static_cast<std::uint8_t>(1 + random_() % 4));
    }
  }
  template <class Command>
  void give(capnp::MallocMessageBuilder& message) {
    CHECK(sink_.give({.type = &core::schema_tables().of<Command>(), .body = message.getRoot<capnp::AnyStruct>().asReader(), .actor = {},
                      .console = true, .id = {}}));
  }

  api::import::Sink& sink_;
  std::mt19937_64 random_{20260901};
  std::discrete_distribution<std::uint32_t> zipf_;
};

void write(bench::Report& report, api::Hub& hub, std::uint64_t people, std::uint64_t events) {
  hub.recover([](core::Position) {});
  api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
  Town town(sink);
  town.vocabulary();
  auto start = Clock::now();
  for (std::uint64_t n = 0; n < people; ++n) town.move_in(n);
  sink.flush();
  report.row("scale.people.commands", static_cast<double>(people) * 4 / seconds_since(start), "commands/s");
  auto const before = sink.head().value;
  start = Clock::now();
  for (std::uint64_t n = 0; sink.head().value < events; ++n) town.change(n * 7919 % people);
  sink.flush();
  report.row("scale.changes.commands", static_cast<double>(sink.head().value - before) / seconds_since(start), "commands/s");
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
    if (rows.size() > 0) report.row("scale.state." + std::string(name) + ".bytes_per_row", static_cast<double>(rows.memory_bytes()) / static_cast<double>(rows.size()), "bytes");
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
  api::ReadSide side(hub, [](std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
  side.recover([](core::Position) {});
  report.row("replay.all_views", head / seconds_since(fold), "events/s");
  report.row("scale.views.resident", resident_mib() - before, "MiB");
  for (auto const* view : side.views().all())
    report.row("scale.view." + std::string(view->name()) + ".rows", static_cast<double>(view->rows().memory_bytes()) / (1 << 20), "MiB");

  Clock::time_point asked;
  auto& rooms = side.rooms();
  projections::DirectoryFilter filter;
  filter.sectors = {core::schema::Sector::SCIENCE};
  report.row("scale.directory.search", bench::median_ns(9, 1, [&] { bench::keep(rooms.directory.search(filter, {}, 20)); }) / 1e6, "ms");
  api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
  auto const query = rooms.oracle.asked_by(sink.id_for("person", "4711"), matching::Lane::PEOPLE);
  CHECK(query.has_value());
  report.row("scale.match.partners", bench::median_ns(9, 1, [&] { bench::keep(rooms.oracle.top(*query)); }) / 1e6, "ms");
  report.row("scale.suggest", bench::median_ns(9, 10, [&] { bench::keep(rooms.terms.suggest("fertigkeit 12", "de", 10)); }) / 1e6, "ms");

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
  api::ReadSide side(hub, [](std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
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
    api::Hub hub(place, [](std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
    write(report, hub, people, events);
  }
  malloc_trim(0);
  restart(report, place);
  malloc_trim(0);
  restart_warm(report, place);
  std::filesystem::remove_all(folder);
  return report.finish();
}
