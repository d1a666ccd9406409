// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/rows.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "tests/support/memory_shelf.hpp"
#include "tests/support/mixing_crypto.hpp"

namespace {

using Model = std::map<std::string, std::string>;
using core::bytes_of;
using core::view_of;

support::MixingCrypto const crypto;

struct Dice {
  explicit Dice(std::uint64_t seed) : engine(seed) { BOOST_TEST_MESSAGE("seed " << seed); }
  std::size_t below(std::size_t bound) { return engine() % bound; }
  std::string text(std::size_t bytes) {
    std::string text(bytes, ' ');
    for (auto& byte : text) byte = static_cast<char>(engine());
    return text;
  }
  std::mt19937_64 engine;
};

void put(core::Rows& rows, std::string_view key, std::string_view row) {
  rows.put(bytes_of(key), bytes_of(row));
}

std::string found(core::Rows const& rows, std::string_view key) {
  auto const row = rows.find(bytes_of(key));
  return row ? std::string(view_of(*row)) : "(none)";
}

Model everything(core::Rows const& rows, std::string_view from = {}) {
  Model all;
  rows.scan(bytes_of(from), [&](core::Bytes key, core::Bytes row) {
    BOOST_REQUIRE(all.empty() || std::prev(all.end())->first < view_of(key));
    all.emplace_hint(all.end(), view_of(key), view_of(row));
    return true;
  });
  return all;
}

core::Digest from_scratch(Model const& model) {
  core::Rows rows(crypto);
  for (auto const& [key, row] : model) put(rows, key, row);
  return rows.digest();
}

// Keys that collide in their first bytes, rows of all sizes up to some that need a page of their own.
void turn(Dice& dice, core::Rows& rows, Model& model) {
  auto const key = (dice.below(2) ? "shared-prefix-" : "") + std::to_string(dice.below(3000));
  auto const kind = dice.below(10);
  if (kind < 3) {
    BOOST_REQUIRE_EQUAL(rows.erase(bytes_of(key)), model.erase(key) == 1);
  } else {
    auto const row =
        dice.text(kind == 9 && dice.below(40) == 0 ? dice.below(20'000) : dice.below(500));
    put(rows, key, row);
    model[key] = row;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rows)

BOOST_AUTO_TEST_CASE(empty_rows_have_nothing_and_a_digest_of_zeros) {
  core::Rows rows(crypto);
  BOOST_TEST(found(rows, "a") == "(none)");
  BOOST_TEST(rows.size() == 0u);
  BOOST_TEST(!rows.erase(bytes_of("a")));
  BOOST_TEST(core::hex(rows.digest()) == std::string(64, '0'));
  BOOST_TEST(everything(rows).empty());
}

BOOST_AUTO_TEST_CASE(the_last_row_put_under_a_key_is_the_one_found) {
  core::Rows rows(crypto);
  put(rows, "a", "1");
  put(rows, "a", "22");
  put(rows, "a", "3");
  BOOST_TEST(found(rows, "a") == "3");
  BOOST_TEST(rows.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_empty_row_is_a_row_and_a_zero_byte_a_key) {
  core::Rows rows(crypto);
  put(rows, std::string(1, '\0'), "");
  BOOST_TEST(found(rows, std::string(1, '\0')) == "");
  BOOST_TEST(found(rows, std::string(2, '\0')) == "(none)");
}

BOOST_AUTO_TEST_CASE(they_behave_like_a_map_under_random_changes) {
  Dice dice(1);
  core::Rows rows(crypto);
  Model model;
  for (int i = 0; i < 60'000; ++i) {
    turn(dice, rows, model);
    auto const key = std::to_string(dice.below(3000));
    if (i % 7 == 0)
      BOOST_REQUIRE_EQUAL(found(rows, key), model.contains(key) ? model[key] : "(none)");
    if (i % 5000 == 0) BOOST_REQUIRE(everything(rows) == model);
    if (i % 5000 == 1)
      BOOST_REQUIRE(everything(rows, key) == Model(model.lower_bound(key), model.end()));
  }
  BOOST_TEST(rows.size() == model.size());
  for (auto const& [key, row] : Model(model)) BOOST_REQUIRE(rows.erase(bytes_of(key)));
  BOOST_TEST(rows.size() == 0u);
  BOOST_TEST(core::hex(rows.digest()) == std::string(64, '0'));
}

BOOST_AUTO_TEST_CASE(many_pages_in_many_groups_stay_in_order) {
  Dice dice(2);
  core::Rows rows(crypto);
  Model model;
  for (int i = 0; i < 40'000; ++i) {
    auto const key = dice.text(16), row = dice.text(100 + dice.below(300));
    put(rows, key, row);
    model[key] = row;
  }
  BOOST_TEST((everything(rows) == model));
}

BOOST_AUTO_TEST_CASE(a_scan_ends_when_the_visitor_has_enough) {
  core::Rows rows(crypto);
  for (char c = 'a'; c <= 'z'; ++c) put(rows, std::string(1, c), "row");
  std::string seen;
  rows.scan(bytes_of("k"), [&](core::Bytes key, core::Bytes) {
    seen += view_of(key);
    return seen.size() < 3;
  });
  BOOST_TEST(seen == "klm");
}

BOOST_AUTO_TEST_CASE(the_digest_of_one_row_is_its_hash) {
  core::Rows rows(crypto);
  put(rows, "key", "row");
  std::uint8_t const length = 3;
  core::Bytes const parts[] = {{&length, 1}, bytes_of("key"), bytes_of("row")};
  BOOST_TEST(core::hex(rows.digest()) == core::hex(crypto.sha256(parts)));
}

BOOST_AUTO_TEST_CASE(the_digest_depends_on_the_rows_and_not_on_the_way_there) {
  Dice dice(3);
  core::Rows rows(crypto);
  Model model;
  support::MemoryShelf shelf;
  for (int i = 0; i < 20'000; ++i) {
    turn(dice, rows, model);
    if (dice.below(1000) == 0) BOOST_REQUIRE(rows.digest() == from_scratch(model));
    if (dice.below(1500) == 0) rows.write_behind(shelf, {static_cast<std::uint64_t>(i)});
  }
  BOOST_TEST((rows.digest() == from_scratch(model)));
}

BOOST_AUTO_TEST_CASE(a_digest_costs_only_the_rows_that_changed_since_the_last_one) {
  struct Counting : support::MixingCrypto {
    core::Digest sha256(std::span<core::Bytes const> parts) const override {
      return ++hashes, MixingCrypto::sha256(parts);
    }
    mutable std::size_t hashes = 0;
  } counting;
  core::Rows rows(counting);
  for (int i = 0; i < 100; ++i) put(rows, std::to_string(i), "row");
  (void)rows.digest();
  BOOST_TEST(counting.hashes == 100u);
  for (int i = 0; i < 10; ++i) put(rows, "7", std::to_string(i));
  (void)rows.digest();
  (void)rows.digest();
  BOOST_TEST(counting.hashes == 102u);
  support::MemoryShelf shelf;
  rows.write_behind(shelf, {1});
  put(rows, "7", "after");
  (void)rows.digest();
  BOOST_TEST(counting.hashes == 104u);
}

BOOST_AUTO_TEST_CASE(what_was_written_behind_is_what_is_loaded) {
  Dice dice(4);
  core::Rows rows(crypto);
  Model model;
  support::MemoryShelf shelf;
  for (std::uint64_t round = 1; round <= 10; ++round) {
    for (int i = 0; i < 1000; ++i) turn(dice, rows, model);
    rows.write_behind(shelf, {round});
    BOOST_REQUIRE_EQUAL(rows.dirty(), 0u);
  }
  core::Rows loaded(crypto);
  BOOST_TEST(loaded.load(shelf).value == 10u);
  BOOST_TEST((everything(loaded) == model));
  BOOST_TEST((loaded.digest() == rows.digest()));
  BOOST_TEST(loaded.dirty() == 0u);
}

BOOST_AUTO_TEST_CASE(only_rows_that_changed_are_written_in_one_go) {
  core::Rows rows(crypto);
  support::MemoryShelf shelf;
  for (int i = 0; i < 100; ++i) put(rows, std::to_string(i), "row");
  rows.write_behind(shelf, {1});
  shelf.rows.clear();
  put(rows, "5", "again");
  rows.erase(bytes_of("6"));
  BOOST_TEST(rows.dirty() == 2u);
  rows.write_behind(shelf, {2});
  BOOST_TEST(shelf.rows.size() == 1u);
  BOOST_TEST(shelf.rows.at("5") == "again");
  BOOST_TEST(shelf.writes == 2u);
}

BOOST_AUTO_TEST_CASE(a_shelf_with_what_can_be_no_row_is_cleared_and_reads_as_empty) {
  support::MemoryShelf shelf;
  shelf.rows["a"] = "row";
  shelf.rows[std::string(256, 'k')] = "row";
  shelf.position = {7};
  core::Rows rows(crypto);
  BOOST_TEST(rows.load(shelf).value == 0u);
  BOOST_TEST(rows.size() == 0u);
  BOOST_TEST(shelf.rows.empty());
  BOOST_TEST(core::hex(rows.digest()) == std::string(64, '0'));
}

BOOST_AUTO_TEST_CASE(rows_can_share_a_shelf_with_what_lies_behind_them) {
  support::MemoryShelf shelf;
  shelf.rows = {{"a", "row"}, {"b", "row"}, {"c", "something else"}};
  core::Rows rows(crypto);
  rows.load(shelf, "c");
  BOOST_TEST(rows.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_row_costs_at_most_24_bytes_beside_itself) {
  Dice dice(5);
  core::Rows rows(crypto);
  std::size_t own = 0;
  for (int i = 0; i < 100'000; ++i) {
    auto const key = dice.text(16), row = dice.text(100 + dice.below(300));
    own += key.size() + row.size();
    put(rows, key, row);
  }
  support::MemoryShelf shelf;
  rows.write_behind(shelf, {1});
  BOOST_TEST((rows.memory_bytes() - own) / rows.size() <= 24u);
}

BOOST_AUTO_TEST_CASE(cleared_rows_start_anew) {
  core::Rows rows(crypto);
  put(rows, "a", "1");
  rows.clear();
  BOOST_TEST(rows.size() == 0u);
  BOOST_TEST(rows.dirty() == 0u);
  put(rows, "b", "2");
  BOOST_TEST((rows.digest() == from_scratch({{"b", "2"}})));
}

BOOST_AUTO_TEST_SUITE_END()
