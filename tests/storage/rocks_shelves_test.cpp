// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_shelves.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"
#include "storage/memory_log.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/records.hpp"

namespace {

using storage::RocksShelves;

struct Here {
  support::Folder folder;
  std::vector<std::string> warnings;
  storage::Warn warn = [this](std::string const& text) {
    BOOST_TEST_MESSAGE(text);
    warnings.push_back(text);
  };
  std::filesystem::path path = folder / "shelves";

  std::unique_ptr<storage::MemoryLog> log_of(std::size_t events, char epoch = '0') {
    auto log = std::make_unique<storage::MemoryLog>(std::string(32, epoch));
    log->append(support::block_of(1, events, storage::crc32c));
    return log;
  }
  std::filesystem::path table() {
    for (auto const& entry : std::filesystem::directory_iterator(path))
      if (entry.path().extension() == ".sst" &&
          support::content_of(entry).find("a-row-to-find") != std::string::npos)
        return entry.path();
    return {};
  }
};

void write(core::Shelf& shelf, std::string key, std::uint64_t checkpoint) {
  core::Change const changes[] = {{std::move(key), "a-row-to-find"}};
  shelf.write(changes, {checkpoint});
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rocks_shelves, Here)

BOOST_AUTO_TEST_CASE(what_was_written_is_there_after_closing) {
  auto const log = log_of(10);
  write(RocksShelves(path, *log, warn).open("commands"), "a", 7);
  RocksShelves again(path, *log, warn);
  BOOST_TEST(again.open("commands").checkpoint().value == 7u);
  BOOST_TEST(again.open("commands").get("a").has_value());
  BOOST_TEST(warnings.empty());
}

BOOST_AUTO_TEST_CASE(child_writes_rows) {
  support::AsChild const child;
  if (!child) return;
  auto const log = log_of(100);
  RocksShelves shelves(child.folder(), *log, warn);
  auto& shelf = shelves.open("commands");
  for (std::uint64_t i = 1; i <= 100; ++i) {
    write(shelf, "row " + std::to_string(i), i);
    if (i == 40) shelves.flush();
  }
  child.report(1);
  ::pause();
}

BOOST_AUTO_TEST_CASE(a_crash_takes_rows_and_checkpoint_back_together) {
  support::Child child("rocks_shelves/child_writes_rows", path);
  BOOST_REQUIRE(child.next() == 1u);
  child.kill();
  auto const log = log_of(100);
  RocksShelves shelves(path, *log, warn);
  auto const& shelf = shelves.open("commands");
  std::uint64_t rows = 0;
  shelf.scan("", [&](auto, auto) { return ++rows, true; });
  BOOST_TEST(rows == shelf.checkpoint().value);
  BOOST_TEST(rows >= 40u);
}

BOOST_AUTO_TEST_CASE(a_shelf_ahead_of_the_log_is_cleared_with_a_warning) {
  write(RocksShelves(path, *log_of(10), warn).open("commands"), "a", 10);
  auto const shorter = log_of(9);
  RocksShelves again(path, *shorter, warn);
  BOOST_TEST(again.open("commands").checkpoint().value == 0u);
  BOOST_TEST(!again.open("commands").get("a"));
  BOOST_TEST(warnings.size() == 1u);
}

BOOST_AUTO_TEST_CASE(shelves_of_another_log_are_thrown_away) {
  write(RocksShelves(path, *log_of(10), warn).open("commands"), "a", 10);
  auto const other = log_of(10, '1');
  RocksShelves again(path, *other, warn);
  BOOST_TEST(again.open("commands").checkpoint().value == 0u);
  BOOST_TEST(warnings.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_damaged_row_is_reported_and_the_shelf_is_new_at_the_next_start) {
  auto const log = log_of(10);
  write(RocksShelves(path, *log, warn).open("commands"), "a", 10);
  auto const content = support::content_of(table());
  support::flip_bit(table(), content.find("a-row-to-find") * 8);
  bool reported = false;
  try {
    RocksShelves again(path, *log, warn);
    again.open("commands").get("a");
  } catch (core::ShelfDamaged const&) {
    reported = true;
  }
  BOOST_TEST((reported || !warnings.empty()));
  RocksShelves last(path, *log, warn);
  BOOST_TEST(last.open("commands").checkpoint().value == 0u);
  BOOST_TEST(!last.open("commands").get("a"));
}

BOOST_AUTO_TEST_CASE(a_damaged_database_is_made_anew_with_a_warning) {
  auto const log = log_of(10);
  write(RocksShelves(path, *log, warn).open("commands"), "a", 10);
  std::filesystem::resize_file(table(), 10);
  for (auto const& entry : std::filesystem::directory_iterator(path))
    if (entry.path().filename().string().starts_with("MANIFEST"))
      std::filesystem::resize_file(entry, 20);
  RocksShelves again(path, *log, warn);
  BOOST_TEST(again.open("commands").checkpoint().value == 0u);
  BOOST_TEST(!warnings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
