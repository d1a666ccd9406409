// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>

#include "storage/crypto.hpp"
#include "storage/head_keeper.hpp"
#include "storage/log_signer.hpp"
#include "storage/rocks_log.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/records.hpp"

// A log whose bytes have changed is refused, or names the damaged position, or is still whole: never shorter, never other.
namespace {

using storage::RocksLog;

storage::Crypto const sodium;
constexpr std::uint64_t in_tables = 1500, head = 3000;

void append(RocksLog& log, std::uint64_t until) {
  for (std::size_t count = 1; log.head().value < until; count = count * 7 % 61 + 1) {
    auto const first = log.head().value + 1;
    log.append(
        support::block_of(first, std::min<std::size_t>(count, until + 1 - first), storage::crc32c));
  }
}

// Half of the log in a table, half in a write-ahead log, and the head that covers it all.
struct Here {
  support::Folder folder;
  std::filesystem::path path = folder / "log";
  storage::HeadPlace place{folder.path()};

  Here() {
    append(*std::make_unique<RocksLog>(path, RocksLog::Mode::create, sodium, storage::Warn()),
           in_tables);
    {
      RocksLog log(path, RocksLog::Mode::write, sodium, {});
      append(log, head);
      storage::HeadKeeper(place, log, {}, storage::log_signer({}, log.epoch(), sodium), sodium, {},
                          {});
    }
    // Fewer zeros, for the sake of speed.
    std::filesystem::resize_file(last_wal(), used_bytes(last_wal()) + 100'000);
  }

  std::vector<std::filesystem::path> files(std::string_view ending) const {
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator(path))
      if (entry.path().filename().string().find(ending) != std::string::npos)
        found.push_back(entry.path());
    return found;
  }

  enum class Outcome { refused, named, whole };

  Outcome outcome() const {
    std::uint64_t next = 1;
    try {
      RocksLog const log(path, RocksLog::Mode::read_only, sodium, {});
      (void)storage::checked_frontier(place, log, storage::read_head(place.head()), sodium,
                                      [](auto const&) {});
      log.read({1}, [&](core::RecordView const& record) {
        BOOST_REQUIRE(record.header().position.value == next);
        BOOST_REQUIRE(std::ranges::equal(record.open(), support::filler(next, 160)));
        return ++next, true;
      });
      BOOST_REQUIRE(next > head);
      return Outcome::whole;
    } catch (storage::Unusable const&) {
      return Outcome::refused;
    } catch (core::LogBroken const& broken) {
      BOOST_REQUIRE(std::string(broken.what()).find("position") != std::string::npos);
      return Outcome::named;
    }
  }

  // What becomes of it after `damage`; the file is as it was afterwards.
  Outcome after(std::filesystem::path const& file, std::function<void()> const& damage) const {
    auto const before = support::content_of(file);
    damage();
    auto const result = outcome();
    std::ofstream(file, std::ios::binary | std::ios::trunc) << before;
    return result;
  }

  void flip_bits(std::filesystem::path const& file, std::uint64_t used, int rounds,
                 bool may_be_whole) {
    std::mt19937_64 dice(rounds);
    for (int round = 0; round < rounds; ++round) {
      auto const bit = dice() % (used * 8);
      auto const result = after(file, [&] { support::flip_bit(file, bit); });
      BOOST_REQUIRE_MESSAGE(may_be_whole || result != Outcome::whole, file.filename()
                                                                          << ", bit " << bit);
    }
  }

  // Bytes of a write-ahead log before its zeros.
  static std::uint64_t used_bytes(std::filesystem::path const& file) {
    return support::content_of(file).find_last_not_of('\0') + 1;
  }

  std::filesystem::path last_wal() const {
    auto found = files(".log");
    std::erase_if(found, [](auto const& file) { return used_bytes(file) < 10'000; });
    BOOST_REQUIRE(found.size() == 1u);
    return found[0];
  }
  std::filesystem::path log_table() const {
    auto found = files(".sst");
    std::erase_if(found,
                  [](auto const& file) { return std::filesystem::file_size(file) < 10'000; });
    BOOST_REQUIRE(found.size() == 1u);
    return found[0];
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rocks_damage, Here)

BOOST_AUTO_TEST_CASE(without_damage_it_is_whole) { BOOST_TEST((outcome() == Outcome::whole)); }

BOOST_AUTO_TEST_CASE(a_flipped_bit_of_a_write_ahead_log_is_refused) {
  flip_bits(last_wal(), used_bytes(last_wal()), 80, false);
}

BOOST_AUTO_TEST_CASE(a_flipped_bit_of_a_table_is_refused_or_named_or_harmless) {
  flip_bits(log_table(), in_tables * 304, 80, false);
  flip_bits(log_table(), std::filesystem::file_size(log_table()), 80, true);
}

// The last small table holds the epoch. A first byte that is none must not end the process.
BOOST_AUTO_TEST_CASE(a_flipped_first_byte_of_the_last_small_table_is_refused) {
  auto tables = files(".sst");
  std::erase(tables, log_table());
  BOOST_REQUIRE(!tables.empty());
  auto const last = *std::ranges::max_element(tables);
  auto const before = support::content_of(last);
  support::flip_bit(last, 0);
  BOOST_CHECK_THROW(RocksLog(path, RocksLog::Mode::write, sodium, {}), storage::Unusable);
  support::overwrite(last, 0, before);
  BOOST_TEST((outcome() == Outcome::whole));
}

BOOST_AUTO_TEST_CASE(a_flipped_bit_of_the_books_is_refused_or_harmless) {
  for (auto const& file : files("MANIFEST"))
    flip_bits(file, std::filesystem::file_size(file), 80, true);
  for (auto const& file : files("CURRENT"))
    flip_bits(file, std::filesystem::file_size(file), 20, true);
}

BOOST_AUTO_TEST_CASE(a_write_ahead_log_that_was_cut_is_refused) {
  auto const file = last_wal();
  std::mt19937_64 dice(5);
  for (int round = 0; round < 30; ++round) {
    auto const size = dice() % (used_bytes(file) - 8);
    BOOST_REQUIRE(
        (after(file, [&] { std::filesystem::resize_file(file, size); }) == Outcome::refused));
  }
}

BOOST_AUTO_TEST_CASE(a_sector_of_zeros_in_a_write_ahead_log_is_refused) {
  auto const file = last_wal();
  for (std::uint64_t at = 0; at + 512 < used_bytes(file); at += 8192) {
    auto const result = after(file, [&] { support::overwrite(file, at, std::string(512, '\0')); });
    BOOST_REQUIRE_MESSAGE(result != Outcome::whole, "at " << at);
  }
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_refused) {
  for (auto const& file : {last_wal(), log_table()})
    BOOST_TEST((after(file, [&] { std::filesystem::remove(file); }) == Outcome::refused),
               file.extension());
}

BOOST_AUTO_TEST_CASE(rubbish_behind_the_last_record_takes_nothing_away) {
  auto const file = last_wal();
  auto const end = used_bytes(file);
  std::mt19937_64 dice(7);
  for (int round = 0; round < 20; ++round) {
    std::string rubbish(dice() % 40'000 + 1, '\0');
    for (auto& byte : rubbish) byte = static_cast<char>(dice());
    auto const result = after(file, [&] { support::overwrite(file, end, rubbish); });
    BOOST_REQUIRE((result == Outcome::whole));
  }
}

BOOST_AUTO_TEST_CASE(a_record_that_was_cut_short_by_a_crash_takes_nothing_away) {
  auto const file = last_wal();
  auto const content = support::content_of(file).substr(0, used_bytes(file));
  {
    RocksLog log(path, RocksLog::Mode::write, sodium, {});
    append(log, head + 400);
  }
  // The next log's first record, but only the first bytes of it.
  for (auto const& next : files(".log")) {
    auto const used = used_bytes(next);
    if (used < 1000) continue;
    for (std::uint64_t keep = 100; keep < 400; keep += 37) {
      auto const result =
          after(next, [&] { support::overwrite(next, keep, std::string(used - keep, '\0')); });
      BOOST_REQUIRE((result == Outcome::whole));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
