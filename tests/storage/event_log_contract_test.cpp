// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/mpl/list.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "storage/crypto.hpp"
#include "storage/memory_log.hpp"
#include "storage/rocks_log.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"

// What every EventLog must do.
namespace {

using core::Position;
using support::block_of;

struct Memory {
  storage::MemoryLog log;
};

struct Rocks {
  support::Folder folder;
  storage::Crypto crypto;
  storage::RocksLog log{folder / "log", storage::RocksLog::Mode::create, crypto, {}};
};

using Logs = boost::mpl::list<Memory, Rocks>;

std::vector<std::uint64_t> positions_from(core::EventLog const& log, std::uint64_t from,
                                          std::size_t most = 1'000'000) {
  std::vector<std::uint64_t> found;
  log.read({from}, [&](core::RecordView const& record) {
    found.push_back(record.header().position.value);
    return found.size() < most;
  });
  return found;
}

void fill(core::EventLog& log, std::initializer_list<std::size_t> blocks) {
  for (auto const count : blocks)
    log.append(block_of(log.head().value + 1, count, storage::crc32c));
}

std::vector<std::uint64_t> range(std::uint64_t from, std::uint64_t to) {
  std::vector<std::uint64_t> all;
  for (; from <= to; ++from) all.push_back(from);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_log_contract)

BOOST_AUTO_TEST_CASE_TEMPLATE(a_new_log_is_empty, Log, Logs) {
  Log one;
  BOOST_TEST(one.log.head().value == 0u);
  BOOST_TEST(positions_from(one.log, 0).empty());
  BOOST_TEST(!one.log.at({0}, [](auto const&) {}));
  BOOST_TEST(!one.log.at({1}, [](auto const&) {}));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_epoch_is_32_hex_digits, Log, Logs) {
  Log one;
  BOOST_TEST(one.log.epoch().size() == 32u);
  BOOST_TEST(one.log.epoch().find_first_not_of("0123456789abcdef") == std::string::npos);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(positions_are_gapless_and_in_order, Log, Logs) {
  Log one;
  fill(one.log, {1, 3, 1024, 2});
  BOOST_TEST(one.log.head().value == 1030u);
  BOOST_TEST((positions_from(one.log, 1) == range(1, 1030)));
  BOOST_TEST((positions_from(one.log, 0) == range(1, 1030)));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(reading_starts_anywhere_also_within_a_block, Log, Logs) {
  Log one;
  fill(one.log, {2, 5, 700});
  for (auto const from : {1u, 2u, 3u, 6u, 7u, 8u, 300u, 707u})
    BOOST_TEST((positions_from(one.log, from) == range(from, 707)));
  BOOST_TEST(positions_from(one.log, 708).empty());
  BOOST_TEST(positions_from(one.log, 99'999).empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(reading_ends_when_the_visitor_says_so, Log, Logs) {
  Log one;
  fill(one.log, {10, 10, 10});
  BOOST_TEST((positions_from(one.log, 9, 4) == range(9, 12)));
  BOOST_TEST((positions_from(one.log, 9, 1) == range(9, 9)));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_long_read_sees_everything_once, Log, Logs) {
  Log one;
  for (int i = 0; i < 60; ++i) fill(one.log, {1024});
  BOOST_TEST((positions_from(one.log, 5) == range(5, 60 * 1024)));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(one_record_is_found_by_its_position, Log, Logs) {
  Log one;
  fill(one.log, {1, 500, 7});
  for (auto const position : {1u, 2u, 250u, 501u, 502u, 508u}) {
    bool const found = one.log.at({position}, [&](core::RecordView const& record) {
      BOOST_TEST(record.header().position.value == position);
      BOOST_TEST((std::ranges::equal(record.open(), support::filler(position, 160))));
    });
    BOOST_TEST(found);
  }
  BOOST_TEST(!one.log.at({509}, [](auto const&) {}));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_record_may_be_large, Log, Logs) {
  Log one;
  one.log.append(block_of(1, 3, storage::crc32c, 300'000));
  BOOST_TEST((positions_from(one.log, 2) == range(2, 3)));
  BOOST_TEST(
      one.log.at({3}, [](auto const& record) { BOOST_TEST(record.open().size() == 300'000u); }));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(records_stay_the_same_bytes, Log, Logs) {
  Log one;
  auto const block = block_of(1, 300, storage::crc32c);
  one.log.append(block);
  std::size_t i = 0;
  one.log.read({1}, [&](core::RecordView const& record) {
    BOOST_REQUIRE(std::ranges::equal(record.bytes(), block.record(i)));
    return ++i < block.size();
  });
  BOOST_TEST(i == 300u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_visitor_may_read_too, Log, Logs) {
  Log one;
  fill(one.log, {20, 20});
  one.log.read({1}, [&](core::RecordView const& record) {
    BOOST_TEST(one.log.at(record.header().position, [](auto const&) {}));
    return true;
  });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(readers_on_other_threads_see_a_prefix_that_grows, Log, Logs) {
  Log one;
  std::atomic<bool> done{false};
  std::atomic<std::uint64_t> wrong{0};
  std::thread reader([&] {
    for (std::uint64_t seen = 0; !done || seen < one.log.head().value;) {
      auto const head = one.log.head().value;
      auto const found = positions_from(one.log, seen + 1);
      if (found.size() + seen < head || found != range(seen + 1, seen + found.size())) ++wrong;
      seen += found.size();
      if (seen != 0 && !one.log.at({seen}, [](auto const&) {})) ++wrong;
    }
  });
  for (std::size_t i = 0; i < 200; ++i) fill(one.log, {1 + i % 9});
  done = true;
  reader.join();
  BOOST_TEST(wrong.load() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
