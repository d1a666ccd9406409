// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_log.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

#include "storage/crypto.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/records.hpp"

namespace {

using storage::RocksLog;
using Mode = RocksLog::Mode;

storage::Crypto const sodium;

struct Here {
  support::Folder folder;
  std::filesystem::path path = folder / "log";

  std::unique_ptr<RocksLog> open(Mode mode) const {
    return std::make_unique<RocksLog>(path, mode, sodium, storage::Warn());
  }
  std::vector<std::filesystem::path> files(std::string_view extension) const {
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator(path))
      if (entry.path().extension() == extension) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
  }
};

void append(RocksLog& log, std::size_t count) {
  log.append(support::block_of(log.head().value + 1, count, storage::crc32c));
}

// Every position from 1 to the head is there, once, with its own bytes.
void check_whole(core::EventLog const& log) {
  std::uint64_t next = 1;
  log.read({1}, [&](core::RecordView const& record) {
    BOOST_REQUIRE(record.header().position.value == next);
    BOOST_REQUIRE(std::ranges::equal(record.open(), support::filler(next, 160)));
    return ++next, true;
  });
  BOOST_TEST(next == log.head().value + 1);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rocks_log, Here)

BOOST_AUTO_TEST_CASE(head_epoch_and_records_are_there_after_closing) {
  auto log = open(Mode::create);
  auto const epoch = log->epoch();
  for (std::size_t count : {1u, 1000u, 3u}) append(*log, count);
  log.reset();
  log = open(Mode::write);
  BOOST_TEST(log->epoch() == epoch);
  BOOST_TEST(log->head().value == 1004u);
  check_whole(*log);
  append(*log, 5);
  check_whole(*log);
}

BOOST_AUTO_TEST_CASE(two_logs_have_two_epochs) {
  support::Folder other;
  RocksLog const second(other / "log", Mode::create, sodium, {});
  BOOST_TEST(open(Mode::create)->epoch() != second.epoch());
}

BOOST_AUTO_TEST_CASE(a_log_that_is_not_there_is_refused_and_not_made) {
  BOOST_CHECK_THROW(open(Mode::write), storage::Unusable);
  BOOST_CHECK_THROW(open(Mode::read_only), storage::Unusable);
  BOOST_TEST(!std::filesystem::exists(path));
}

BOOST_AUTO_TEST_CASE(a_log_that_is_open_does_not_open_twice) {
  auto const log = open(Mode::create);
  BOOST_CHECK_THROW(open(Mode::write), storage::Unusable);
}

BOOST_AUTO_TEST_CASE(reading_only_changes_nothing) {
  {
    auto const log = open(Mode::create);
    append(*log, 100);
  }
  auto const before = support::everything_in(folder);
  {
    auto const log = open(Mode::read_only);
    check_whole(*log);
    BOOST_CHECK_THROW(append(*log, 1), core::LogBroken);
  }
  BOOST_TEST((support::everything_in(folder) == before));
}

BOOST_AUTO_TEST_CASE(a_stopped_log_takes_nothing_any_more) {
  auto const log = open(Mode::create);
  append(*log, 2);
  log->stop();
  BOOST_CHECK_THROW(append(*log, 1), core::LogBroken);
  BOOST_TEST(log->head().value == 2u);
  check_whole(*log);
}

BOOST_AUTO_TEST_CASE(child_appends_until_it_is_killed) {
  support::AsChild const child;
  if (!child) return;
  auto const mode = std::filesystem::exists(child.folder()) ? Mode::write : Mode::create;
  RocksLog log(child.folder(), mode, sodium, {});
  for (std::size_t count = 1;; count = count * 7 % 1021 + 1) {
    append(log, count);
    child.report(log.head().value);
  }
}

BOOST_AUTO_TEST_CASE(whatever_was_acknowledged_before_a_kill_is_there_without_a_gap) {
  std::mt19937_64 dice(2026);
  std::uint64_t acknowledged = 0;
  for (int round = 0; round < 12; ++round) {
    support::Child child("rocks_log/child_appends_until_it_is_killed", path);
    for (auto reports = 1 + dice() % 60; reports > 0; --reports) {
      auto const head = child.next();
      BOOST_REQUIRE(head > acknowledged);
      acknowledged = head;
    }
    ::usleep(static_cast<useconds_t>(dice() % 2000));
    child.kill();
    while (auto const head = child.next()) acknowledged = head;
    auto const glimpse = open(Mode::read_only);
    BOOST_TEST(glimpse->head().value >= acknowledged);
    check_whole(*glimpse);
  }
  check_whole(*open(Mode::write));
}

BOOST_AUTO_TEST_SUITE_END()
