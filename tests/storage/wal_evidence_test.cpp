// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A wound in a write-ahead log is told from its end, also where no head covers what was lost.
#include "storage/wal_evidence.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <random>

#include "storage/crypto.hpp"
#include "storage/rocks_log.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"

namespace {

using storage::last_whole_commit;
using storage::RocksLog;

storage::Crypto const sodium;
constexpr std::uint64_t commits = 200, events_each = 3, head = commits * events_each;

struct Here {
  support::Folder folder;
  std::filesystem::path path = folder / "log";

  Here() {
    RocksLog log(path, RocksLog::Mode::create, sodium, {});
    for (std::uint64_t n = 0; n < commits; ++n)
      log.append(support::block_of(log.head().value + 1, events_each, storage::crc32c));
    // The process dies here: a copy of what is on disk, since closing would tidy up.
    support::copy_live(path, folder / "copy");
    path = folder / "copy";
    whole = support::content_of(wal());
    used = whole.find_last_not_of('\0') + 1;
  }

  // The one that holds the commits.
  std::filesystem::path wal() const {
    std::filesystem::path found;
    for (auto const& file : std::filesystem::directory_iterator(path))
      if (file.path().extension() == ".log" &&
          support::content_of(file.path()).find_last_not_of('\0') + 1 > 10'000)
        found = file.path();
    BOOST_REQUIRE(!found.empty());
    return found;
  }
  void write(std::string const& bytes) const {
    std::ofstream(wal_file, std::ios::binary | std::ios::trunc) << bytes;
  }
  std::uint64_t readable() const {
    return RocksLog(path, RocksLog::Mode::read_only, sodium, {}).head().value;
  }
  std::uint64_t evidence() const {
    return last_whole_commit(path).value_or(core::Position{}).value;
  }

  std::string whole;
  std::size_t used = 0;
  std::filesystem::path wal_file = path;

  // Where the last commit begins: what is cut from there on leaves the one before it as the last.
  std::size_t last_commit() const { return used - used / commits; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(wal_evidence, Here)

BOOST_AUTO_TEST_CASE(a_log_that_is_whole_has_nothing_behind_its_end) {
  BOOST_TEST(readable() == head);
  BOOST_TEST(evidence() == head - events_each + 1);
}

BOOST_AUTO_TEST_CASE(a_bit_that_flipped_before_the_last_commit_is_found) {
  wal_file = wal();
  std::mt19937_64 dice(1);
  for (int round = 0; round < 100; ++round) {
    auto damaged = whole;
    auto const at = dice() % (last_commit() - 100);
    damaged[at] = static_cast<char>(damaged[at] ^ 1 << dice() % 8);
    write(damaged);
    BOOST_REQUIRE_MESSAGE(readable() == head || evidence() > readable(), "byte " << at);
  }
}

BOOST_AUTO_TEST_CASE(a_lost_sector_before_the_last_commit_is_found) {
  wal_file = wal();
  for (std::size_t at = 0; at + 4096 < last_commit(); at += 4096) {
    auto damaged = whole;
    std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(at), 4096, '\0');
    write(damaged);
    BOOST_REQUIRE_MESSAGE(evidence() > readable(), "byte " << at);
  }
}

BOOST_AUTO_TEST_CASE(a_log_that_was_cut_short_is_not_taken_for_a_damaged_one) {
  wal_file = wal();
  std::mt19937_64 dice(2);
  for (int round = 0; round < 80; ++round) {
    auto const at = dice() % used;
    write(round % 2 ? whole.substr(0, at)
                    : whole.substr(0, at) + std::string(whole.size() - at, '\0'));
    BOOST_REQUIRE_MESSAGE(evidence() <= readable(), "byte " << at);
  }
}

BOOST_AUTO_TEST_CASE(a_torn_last_commit_is_not_taken_for_a_damaged_log) {
  {
    RocksLog log(path, RocksLog::Mode::write, sodium, {});
    log.append(support::block_of(log.head().value + 1, 200, storage::crc32c));
    support::copy_live(path, folder / "torn");
  }
  path = folder / "torn";
  wal_file = wal();
  auto const all = support::content_of(wal_file);
  auto const end = all.find_last_not_of('\0') + 1;
  for (std::size_t page = (end - 20'000) / 4096; page * 4096 < end; ++page) {
    auto torn = all;  // Any page of the last write may be missing while later ones are there.
    std::fill_n(torn.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\0');
    write(torn);
    BOOST_REQUIRE_MESSAGE(evidence() <= readable(), "page " << page);
  }
}

BOOST_AUTO_TEST_SUITE_END()
