// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <deque>

#include "api/clock.hpp"
#include "api/import/days.hpp"
#include "api/import/lines.hpp"
#include "api/json/read.hpp"
#include "api/json/rpc.hpp"
#include "api/worker.hpp"
#include "core/check.hpp"
#include "core/decide.hpp"
#include "core/engine.hpp"
#include "core/limits.hpp"

namespace bench {

inline double us_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
      .count();
}

// 10,000 people who revise their profiles, with the texts of the 200 people of the demo, through an engine that was recovered:
// ids, versions, decide, sealing, apply, records, blocks, vault. From the root of the repository.
class Revisions {
 public:
  using Clock = std::chrono::steady_clock;

  Revisions(core::Engine& engine, api::Worker& log_threads, core::Clock const& clock)
      : engine_(engine), log_threads_(log_threads) {
    for (std::size_t n = 0; n < people; ++n) move_in(id(n));
    commit();
    settle(0);
    for (auto const* file : {"demo/people.jsonl", "demo/year.jsonl"}) read(file, clock);
    CHECK(!commands_.empty());
  }

  // Commits one batch of so many events; returns how many microseconds one took, from its first event to its being durable. The
  // batch before this one may still be on its way to the disk, as on the road; none is after a batch of 0.
  double operator()(std::size_t events) {
    auto const start = Clock::now();
    if (events == 0) settle(0);
    for (; events > 0; --events) {
      if (engine_.full()) commit(start);
      auto const person = id(next_ % people);
      auto& command = commands_[next_ % commands_.size()];
      std::ranges::copy(person.bytes, command.getProfile().begin());
      CHECK(engine_.accept({.type = &core::schema_tables().of<core::profile::ReviseProfile>(),
                            .body = core::profile::ReviseProfile::Reader(command.asReader()),
                            .actor = person,
                            .id = id(1'000'000'000 + next_)}));
      ++next_;
    }
    commit(start);
    return latency_us_;
  }

 private:
  static constexpr std::size_t people = 10'000;

  static core::Id id(std::uint64_t n) {
    core::Id id;
    n = (n + 1) * 0x9e3779b97f4a7c15ULL;
    for (auto& byte : id.bytes)
      n = (n ^ n >> 29) * 0xbf58476d1ce4e5b9ULL, byte = static_cast<std::uint8_t>(n >> 56);
    return id;
  }
  void give(core::Command const& command) {
    if (engine_.full()) commit();
    CHECK(engine_.accept(command));
  }
  void move_in(core::Id const& person) {
    capnp::MallocMessageBuilder registration, profile;
    auto account = registration.initRoot<core::account::RegisterAccount>();
    account.setAccount(core::data_of(person));
    account.setOfAge(true);
    give(
        core::at_console(core::schema_tables().of<core::account::RegisterAccount>(), registration));
    auto create = profile.initRoot<core::profile::CreateProfile>();
    create.setProfile(core::data_of(person));
    create.setDisplayName("Somebody");
    create.setSector(core::schema::Sector::SCIENCE);
    create.initLanguages(1).set(0, "de");
    auto own = core::at_console(core::schema_tables().of<core::profile::CreateProfile>(), profile);
    own.actor = person;
    own.console = false;
    give(own);
  }
  // What the people of the demo say of themselves, said again by everybody in turns.
  void read(char const* file, core::Clock const& clock) {
    api::import::Lines lines(file);
    api::json::MessageParser parser(api::json::MessageParser::Source::console);
    std::string line;
    auto const& type = core::schema_tables().of<core::profile::CreateProfile>();
    while (lines.next(line)) {
      api::import::resolve_days(line, clock);
      auto const message = parser.parse(simdjson::padded_string(line));
      CHECK(!message.refusal && message.requests.size() == 1);
      auto const& request = message.requests.front();
      if (request.method != type.method) continue;
      capnp::MallocMessageBuilder body, meta;
      auto root = body.initRoot<capnp::AnyPointer>();
      CHECK(api::json::read_command(api::json::tables().of(type), request.params, root,
                                    meta.initRoot<capnp::AnyPointer>()));
      prepare(root.getAs<core::profile::CreateProfile>().asReader());
    }
  }
  void prepare(core::profile::CreateProfile::Reader create) {
    auto revise = memory_.getOrphanage().newOrphan<core::profile::ReviseProfile>();
    auto to = revise.get();
    to.setProfile(create.getProfile());
    to.setDisplayName(create.getDisplayName());
    to.setHeadline(create.getHeadline());
    to.setAbout(create.getAbout());
    to.setContact(create.getContact());
    to.setSector(create.getSector());
    to.setKinds(create.getKinds());
    to.setDistrict(create.getDistrict());
    to.setDiscipline(create.getDiscipline());
    commands_.push_back(to);
    orphans_.push_back(std::move(revise));
  }
  void commit(Clock::time_point start = Clock::now()) {
    if (!engine_.has_open()) return;
    settle(core::limits::batches_in_flight_max - 1);
    auto const batch = engine_.close();
    in_flight_.push_back({batch, start});
    log_threads_.run([this, batch] { engine_.write(*batch); });
  }
  void settle(std::size_t left) {
    for (; in_flight_.size() > left; in_flight_.pop_front()) {
      auto const& [batch, start] = in_flight_.front();
      batch->wait();
      latency_us_ = us_since(start);
      engine_.settle(*batch);
    }
  }

  core::Engine& engine_;
  api::Worker& log_threads_;
  capnp::MallocMessageBuilder memory_;
  std::vector<capnp::Orphan<core::profile::ReviseProfile>> orphans_;
  std::vector<core::profile::ReviseProfile::Builder> commands_;
  std::deque<std::pair<std::shared_ptr<core::Batch>, Clock::time_point>> in_flight_;
  double latency_us_ = 0;
  std::uint64_t next_ = 0;
};

}  // namespace bench
