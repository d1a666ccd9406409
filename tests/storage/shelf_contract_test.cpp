// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/mpl/list.hpp>
#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"
#include "storage/memory_log.hpp"
#include "storage/rocks_shelves.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"

// What every Shelf must do.
namespace {

using core::Change;

struct Memory {
  storage::MemoryShelves shelves;
};

struct Rocks {
  support::Folder folder;
  storage::MemoryLog log;
  storage::RocksShelves shelves{folder / "shelves", log, [](auto const&) {}};
  Rocks() { log.append(support::block_of(1, 1000, storage::crc32c)); }
};

using Kinds = boost::mpl::list<Memory, Rocks>;

std::string rows(core::Shelf const& shelf, std::string_view from = "", std::size_t most = 100) {
  std::string text;
  shelf.scan(from, [&](std::string_view key, std::string_view value) {
    text.append(key).append("=").append(value).append(" ");
    return --most > 0;
  });
  return text;
}

void write(core::Shelf& shelf, std::vector<Change> const& changes, std::uint64_t checkpoint) {
  shelf.write(changes, {checkpoint});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shelf_contract)

BOOST_AUTO_TEST_CASE_TEMPLATE(a_new_shelf_is_empty_and_at_zero, Kind, Kinds) {
  Kind one;
  auto& shelf = one.shelves.open("view.a.v1");
  BOOST_TEST(shelf.checkpoint().value == 0u);
  BOOST_TEST(rows(shelf).empty());
  BOOST_TEST(!shelf.get("a"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(rows_and_checkpoint_change_together, Kind, Kinds) {
  Kind one;
  auto& shelf = one.shelves.open("view.a.v1");
  write(shelf, {{"b", "2"}, {"a", "1"}, {"c", "3"}}, 5);
  BOOST_TEST(rows(shelf) == "a=1 b=2 c=3 ");
  BOOST_TEST(shelf.checkpoint().value == 5u);
  write(shelf, {{"b", std::nullopt}, {"a", "9"}, {"none", std::nullopt}, {"d", ""}}, 8);
  BOOST_TEST(rows(shelf) == "a=9 c=3 d= ");
  BOOST_TEST(shelf.checkpoint().value == 8u);
  BOOST_TEST((shelf.get("d") == std::string()));
  BOOST_TEST(!shelf.get("b"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_checkpoint_may_move_without_rows, Kind, Kinds) {
  Kind one;
  auto& shelf = one.shelves.open("view.a.v1");
  write(shelf, {}, 7);
  BOOST_TEST(shelf.checkpoint().value == 7u);
  BOOST_TEST(rows(shelf).empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_scan_starts_and_ends_where_one_wants, Kind, Kinds) {
  Kind one;
  auto& shelf = one.shelves.open("view.a.v1");
  write(shelf, {{"a", "1"}, {"b", "2"}, {"ba", "3"}, {std::string("\xff\0z", 3), "4"}}, 1);
  BOOST_TEST(rows(shelf, "b") == "b=2 ba=3 " + std::string("\xff\0z", 3) + "=4 ");
  BOOST_TEST(rows(shelf, "ab", 1) == "b=2 ");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(shelves_do_not_see_each_other, Kind, Kinds) {
  Kind one;
  write(one.shelves.open("commands"), {{"a", "1"}}, 3);
  BOOST_TEST(rows(one.shelves.open("channels")).empty());
  BOOST_TEST(one.shelves.open("channels").checkpoint().value == 0u);
  BOOST_TEST(rows(one.shelves.open("commands")) == "a=1 ");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_cleared_shelf_is_as_new, Kind, Kinds) {
  Kind one;
  auto& shelf = one.shelves.open("commands");
  write(shelf, {{"a", "1"}}, 3);
  shelf.clear();
  BOOST_TEST(rows(shelf).empty());
  BOOST_TEST(shelf.checkpoint().value == 0u);
  write(shelf, {{"b", "1"}}, 2);
  BOOST_TEST(rows(shelf) == "b=1 ");
}

BOOST_AUTO_TEST_SUITE_END()
