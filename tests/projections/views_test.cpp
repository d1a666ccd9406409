// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/views.hpp"

#include "projections/blocks.hpp"
#include "projections/challenges.hpp"
#include "projections/directory.hpp"
#include "projections/feed.hpp"
#include "projections/ideas.hpp"
#include "projections/organisations.hpp"
#include "projections/programmes.hpp"
#include "projections/projects.hpp"
#include "projections/teams.hpp"
#include "projections/terms.hpp"
#include "storage/crypto.hpp"
#include "storage/memory_log.hpp"
#include "tests/projections/people.hpp"
#include "tests/projections/replay.hpp"

namespace {

using namespace support;
using projections::Views;

// Keeps its jobs until they are asked for.
class Later final : public core::Background {
 public:
  void run(std::function<void()> job) override { jobs_.push_back(std::move(job)); }
  void catch_up() {
    for (auto const& job : std::exchange(jobs_, {})) job();
  }

 private:
  std::vector<std::function<void()>> jobs_;
};

// Everything that outlives a restart.
struct Disk {
  storage::MemoryLog log;
  MemoryShelves shelves;
  std::vector<std::string> warnings;
  People people{storage::crc32c};

  // Appends what has been added to the history since.
  void append() {
    for (auto position = log.head().value; position < people.head().value; ++position)
      log.append(people.blocks()[position]);
  }
};

// One run of the program.
struct Run {
  explicit Run(Disk& kept, core::Position until = {~0ULL}, core::Shelves* shelves = nullptr)
      : disk(kept),
        feed(mixing_crypto, shelves ? *shelves : kept.shelves),
        views({kept.log, shelves ? *shelves : kept.shelves, background,
               [&](auto const& text) { kept.warnings.push_back(text); }},
              {&terms, &directory, &challenges, &ideas, &projects, &organisations, &blocks,
               &programmes, &teams, &feed}) {
    views.start(until);
  }
  void apply_new() {
    auto const applied = views.position().value;
    disk.append();
    for (auto position = applied; position < disk.log.head().value; ++position)
      views.apply(disk.people.blocks()[position]);
  }
  std::map<std::string, std::string> digests() const {
    std::map<std::string, std::string> digests;
    for (auto const* view : views.all())
      digests[std::string(view->name())] = core::hex(view->rows().digest());
    return digests;
  }
  void write_all() {
    while (views.write_behind(1)) background.catch_up();
  }

  Disk& disk;
  Later background;
  projections::Terms terms{mixing_crypto};
  projections::Directory directory{mixing_crypto};
  projections::Challenges challenges{mixing_crypto};
  projections::Ideas ideas{mixing_crypto};
  projections::Projects projects{mixing_crypto};
  projections::Organisations organisations{mixing_crypto};
  projections::Blocks blocks{mixing_crypto};
  projections::Programmes programmes{mixing_crypto};
  projections::Teams teams{mixing_crypto};
  projections::Feed feed;
  Views views;
};

void some_days(People& people, std::uint64_t first) {
  for (auto person = first; person < first + 20; ++person) {
    people.join(person, {.offers = {100 + person}});
    if (person % 3 == 0) people.hide(person);
  }
  people.propose(100 + first);
  people.merge(100 + first, 100 + first + 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(views)

BOOST_AUTO_TEST_CASE(a_start_brings_every_view_to_the_logs_head) {
  Disk disk;
  some_days(disk.people, 1);
  disk.append();
  Run const run(disk);
  BOOST_TEST((run.views.position() == disk.log.head()));
  projections::Directory alone(mixing_crypto);
  disk.people.play(alone);
  BOOST_TEST(run.digests()["directory.v2"] == core::hex(alone.rows().digest()));
}

BOOST_AUTO_TEST_CASE(live_blocks_and_a_replay_make_the_same_views) {
  Disk disk;
  Run live(disk);
  some_days(disk.people, 1);
  live.apply_new();
  some_days(disk.people, 30);
  live.apply_new();
  Run const replayed(disk);
  BOOST_TEST((replayed.digests() == live.digests()));
}

BOOST_AUTO_TEST_CASE(after_a_restart_only_what_is_missing_is_applied) {
  Disk disk;
  {
    Run run(disk);
    some_days(disk.people, 1);
    run.apply_new();
    run.write_all();
    some_days(disk.people, 30);
    run.apply_new();
    BOOST_TEST(run.views.write_behind(10));  // One of them is ahead of the others now.
    run.background.catch_up();
  }
  Run const again(disk);
  storage::MemoryLog empty;
  MemoryShelves none;
  Run const fresh(disk, {~0ULL}, &none);
  BOOST_TEST((again.digests() == fresh.digests()));
  BOOST_TEST(again.directory.search({}, {}, 50).page.size() ==
             fresh.directory.search({}, {}, 50).page.size());
  BOOST_TEST(disk.warnings.empty());
}

BOOST_AUTO_TEST_CASE(a_write_behind_takes_the_view_with_the_most_changes_one_at_a_time) {
  Disk disk;
  Run run(disk);
  some_days(disk.people, 1);
  run.apply_new();
  BOOST_TEST(!run.views.write_behind(10'000));
  BOOST_TEST(run.views.write_behind(10));
  BOOST_TEST(run.feed.dirty() == 0u);
  BOOST_TEST(run.directory.rows().dirty() > 0u);
  BOOST_TEST(run.views.write_behind(10));
  BOOST_TEST(run.directory.rows().dirty() == 0u);
  BOOST_TEST(!run.views.write_behind(10));
}

BOOST_AUTO_TEST_CASE(a_view_that_is_still_being_written_waits) {
  Disk disk;
  Run run(disk);
  some_days(disk.people, 1);
  run.apply_new();
  while (run.views.write_behind(1)) continue;
  some_days(disk.people, 30);
  run.apply_new();
  BOOST_TEST(!run.views.write_behind(1));
  run.background.catch_up();
  BOOST_TEST(run.views.write_behind(1));
}

BOOST_AUTO_TEST_CASE(what_was_taken_and_never_written_is_applied_again) {
  Disk disk;
  std::map<std::string, std::string> before;
  {
    Run run(disk);
    some_days(disk.people, 1);
    run.apply_new();
    while (run.views.write_behind(1)) continue;
    before = run.digests();
  }
  BOOST_TEST((Run(disk).digests() == before));
}

BOOST_AUTO_TEST_CASE(a_damaged_shelf_is_rebuilt_with_a_warning) {
  Disk disk;
  std::map<std::string, std::string> before;
  {
    Run run(disk);
    some_days(disk.people, 1);
    run.apply_new();
    run.write_all();
    before = run.digests();
  }
  auto& shelf = disk.shelves.open("view.directory.v2");
  shelf.rows.begin()->second += "x";
  Run const again(disk);
  BOOST_TEST((again.digests() == before));
  BOOST_REQUIRE_EQUAL(disk.warnings.size(), 1u);
  BOOST_TEST(disk.warnings[0] ==
             "the view directory.v2 is rebuilt: directory: a row has another shape");
  BOOST_TEST(shelf.rows.empty());
}

BOOST_AUTO_TEST_CASE(a_shelf_that_is_ahead_of_the_log_is_rebuilt_with_a_warning) {
  Disk disk;
  some_days(disk.people, 1);
  disk.append();
  disk.shelves.open("view.terms.v1").position = {100'000};
  Run const run(disk);
  BOOST_REQUIRE_EQUAL(disk.warnings.size(), 1u);
  BOOST_TEST(disk.warnings[0] == "the view terms.v1 is rebuilt: it is ahead of the log");
  BOOST_TEST(run.terms.rows().size() > 0u);
}

BOOST_AUTO_TEST_CASE(a_replay_to_a_position_is_the_view_as_it_was_then) {
  Disk disk;
  Run live(disk);
  some_days(disk.people, 1);
  live.apply_new();
  auto const then = live.views.position();
  auto const digests = live.digests();
  some_days(disk.people, 30);
  live.apply_new();
  projections::NoShelves none;
  Run const replayed(disk, then, &none);
  BOOST_TEST((replayed.views.position() == then));
  BOOST_TEST((replayed.digests() == digests));
}

BOOST_AUTO_TEST_CASE(a_view_is_found_by_its_name) {
  Disk disk;
  Run const run(disk);
  BOOST_TEST((run.views.find("feed.v3") == &run.feed));
  BOOST_TEST((run.views.find("feed") == nullptr));
}

BOOST_AUTO_TEST_CASE(an_event_that_this_program_does_not_know_ends_the_start) {
  Disk disk;
  core::Block block;
  block.first = {1};
  block.offsets.push_back(0);
  auto header = header_at(1);
  header.event_type = 0xfff0;
  core::write_record(header, filler(1, 16), {}, storage::crc32c, block.bytes);
  disk.log.append(block);
  BOOST_CHECK_EXCEPTION(Run{disk}, core::LogBroken, [](auto const& broken) {
    return std::string_view(broken.what()).find("type 65520") != std::string_view::npos;
  });
}

BOOST_AUTO_TEST_SUITE_END()
