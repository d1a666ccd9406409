// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What people do on a busy day, among a million profiles: a mix of commands as JSON, read, decided and durable, in turns of as
// many as there are clients, each waiting for its answer. `bench_commands [PEOPLE [CLIENTS]]`, a million and 50 by default.
#include <malloc.h>

#include "api/hub/hub.hpp"
#include "api/json/read.hpp"
#include "api/road/meta.hpp"
#include "bench/town.hpp"

namespace {

using bench::Clock;
using bench::seconds_since;
using bench::Town;

constexpr std::chrono::seconds run_time{20};
constexpr std::uint64_t programmes = 200;

struct Wish {
  std::string method, json;
  core::Id actor;  // Nil: the console.
};

// Draws what somebody wants, seeded: the same day every time.
class Day {
 public:
  Day(Town const& town, api::import::Sink const& sink, std::uint64_t people)
      : town_(town), sink_(sink), people_(people) {}

  // What is there before the day begins.
  std::vector<Wish> morning() const {
    std::vector<Wish> wishes{
        {"tenant.configure",
         "{\"tenant\":\"74656e61-6e74-8000-8000-000000000001\",\"nameDe\":\"H\",\"nameEn\":\"H\","
         "\"zone\":\"Europe/Berlin\"}",
         {}},
        {"tenant.defineMeasure",
         "{\"tenant\":\"74656e61-6e74-8000-8000-000000000001\",\"measure\":" + id("measure", 0) +
             ",\"code\":\"m\",\"nameDe\":\"M\",\"nameEn\":\"M\"}",
         {}}};
    for (std::uint64_t n = 0; n < programmes; ++n) {
      auto const it = "{\"programme\":" + id("programme", n);
      wishes.push_back({"programme.announce", it + ",\"title\":\"Programm\"}", {}});
      wishes.push_back(
          {"programme.openApplications", it + ",\"deadline\":\"2099-01-01T00:00:00Z\"}", {}});
    }
    return wishes;
  }

  Wish next() {
    auto const who = random_() % people_;
    auto const me = "\"profile\":" + id("person", who);
    switch (random_() % 20) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
      case 5: return of(who, "profile.setAvailability", me + ",\"hoursPerWeek\":" + number(40));
      case 6:
      case 7:
      case 8:
        return of(who, "profile.declareSkill",
                  me + ",\"direction\":\"have\",\"skill\":{\"term\":" +
                      id("skill", random_() % bench::skills) + ",\"level\":" + number(4) + "}");
      case 9:
      case 10:
        return of(who, "profile.revise",
                  me + ",\"displayName\":\"Person\",\"headline\":\"Macht jetzt etwas "
                       "anderes\",\"sector\":\"science\"");
      case 11:
      case 12:
        return of(who, "follow.start",
                  "\"person\":" + id("person", who) +
                      ",\"kind\":\"person\",\"target\":" + id("person", random_() % people_));
      case 13: return draft(who);
      case 14: return submit();
      case 15:
      case 16:
        return of(who, "idea.endorse",
                  "\"idea\":" + id("idea", random_() % std::max<std::uint64_t>(ideas_, 1)));
      case 17:
        return of(who, "programme.submitApplication",
                  "\"programme\":" + id("programme", random_() % programmes));
      case 18:
        return of(who, "team.form",
                  "\"team\":" + id("team", teams_++) +
                      ",\"kind\":\"expertGroup\",\"name\":\"Runde\",\"sector\":\"science\"");
      default:
        return of(who, "team.requestJoin",
                  "\"team\":" + id("team", random_() % std::max<std::uint64_t>(teams_, 1)));
    }
  }

 private:
  std::string id(char const* kind, std::uint64_t n) const {
    return "\"" + core::to_string(sink_.id_for(kind, std::to_string(n))) + "\"";
  }
  std::string number(std::uint64_t below) { return std::to_string(1 + random_() % below); }
  Wish of(std::uint64_t who, char const* method, std::string const& fields) const {
    return {method, "{" + fields + "}", town_.person(who)};
  }
  Wish draft(std::uint64_t who) {
    drafts_.push_back({ideas_, who});
    return of(who, "idea.draft",
              "\"idea\":" + id("idea", ideas_++) +
                  ",\"title\":\"Eine Idee\",\"summary\":\"Was man machen könnte, und wer etwas "
                  "davon hätte.\",\"measure\":" +
                  id("measure", 0));
  }
  Wish submit() {
    if (drafts_.empty()) return next();
    auto const [idea, who] = drafts_.back();
    drafts_.pop_back();
    return of(who, "idea.submit", "\"idea\":" + id("idea", idea));
  }

  Town const& town_;
  api::import::Sink const& sink_;
  std::uint64_t const people_;
  std::mt19937_64 random_{20261124};
  std::uint64_t ideas_ = 0, teams_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> drafts_;
};

// The road without its sockets: JSON in, durable out.
class Clients {
 public:
  explicit Clients(core::Engine& engine) : engine_(engine) {}

  bool ask(Wish const& wish) {
    auto const start = Clock::now();
    auto const* type = core::schema_tables().method(wish.method);
    CHECK(type != nullptr);
    simdjson::dom::element params;
    CHECK(!parser_.parse(wish.json).get(params));
    capnp::MallocMessageBuilder body, meta;
    auto root = body.initRoot<capnp::AnyPointer>();
    auto const read = api::json::read_command(api::json::tables().of(*type), params, root,
                                              meta.initRoot<capnp::AnyPointer>());
    CHECK(read.has_value());
    if (engine_.full()) commit();
    auto const result = engine_.accept({.type = type,
                                        .body = root.getAs<capnp::AnyStruct>().asReader(),
                                        .actor = wish.actor,
                                        .console = wish.actor.is_nil(),
                                        .id = {}});
    waiting_.push_back(start);
    return result.has_value();
  }
  // Everybody has an answer.
  void commit() {
    if (engine_.has_open()) engine_.commit();
    for (auto const start : waiting_)
      latencies_us.push_back(
          std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    waiting_.clear();
  }

  std::vector<double> latencies_us;

 private:
  core::Engine& engine_;
  simdjson::dom::parser parser_;
  std::vector<Clock::time_point> waiting_;
};

}  // namespace

int main(int argc, char** argv) {
  auto const people = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  auto const clients = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 50;
  std::filesystem::path const folder = "build/bench/commands-data";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  bench::Report report("commands");
  {
    api::Hub hub({folder / "data", folder / "master-key"},
                 [](auto const& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
    hub.recover([](core::Position) {});
    api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
    Town town(sink);
    town.vocabulary();
    for (std::uint64_t n = 0; n < people; ++n) town.move_in(n);
    sink.flush();
    hub.settle();
    report.row("commands.profiles", static_cast<double>(people), "profiles");

    Clients asking(hub.engine());
    Day day(town, sink, people);
    for (auto const& wish : day.morning()) CHECK(asking.ask(wish));
    asking.commit();
    asking.latencies_us.clear();
    std::uint64_t accepted = 0, refused = 0;
    auto const start = Clock::now();
    while (Clock::now() - start < run_time) {
      for (std::uint64_t i = 0; i < clients; ++i) ++(asking.ask(day.next()) ? accepted : refused);
      asking.commit();
    }
    auto const took = seconds_since(start);
    auto& latencies = asking.latencies_us;
    std::ranges::sort(latencies);
    report.row("commands.accepted", static_cast<double>(accepted) / took, "commands/s");
    report.row("commands.refused", static_cast<double>(refused) / took, "commands/s");
    report.row("commands.p50", latencies[latencies.size() / 2], "us");
    report.row("commands.p99", latencies[latencies.size() * 99 / 100], "us");
    report.row("commands.max", latencies.back(), "us");
  }
  std::filesystem::remove_all(folder);
  return report.finish();
}
