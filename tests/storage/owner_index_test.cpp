// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/owner_index.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "tests/support/records.hpp"

BOOST_AUTO_TEST_SUITE(owner_index)

BOOST_AUTO_TEST_CASE(it_agrees_with_a_map) {
  std::mt19937_64 dice(99);
  storage::OwnerIndex index;
  std::map<std::pair<std::uint8_t, std::uint64_t>, std::uint64_t> model;
  for (std::uint64_t round = 1; round <= 200'000; ++round) {
    auto const kind = static_cast<std::uint8_t>(dice() % 3);
    auto const owner = dice() % 20'000;
    auto const known = model.find({kind, owner});
    BOOST_REQUIRE(index.find(kind, support::id_of(owner)).value ==
                  (known == model.end() ? 0 : known->second));
    if (known == model.end()) {
      index.insert(kind, support::id_of(owner), {round});
      model[{kind, owner}] = round;
    } else if (dice() % 2) {
      BOOST_REQUIRE(index.erase(kind, support::id_of(owner)));
      model.erase(known);
    }
    BOOST_REQUIRE(index.size() == model.size());
  }
  for (auto const& [key, id] : model)
    BOOST_REQUIRE(index.find(key.first, support::id_of(key.second)).value == id);
}

BOOST_AUTO_TEST_CASE(a_million_keys_take_less_than_100_bytes_each) {
  storage::OwnerIndex index;
  for (std::uint64_t i = 1; i <= 1'000'000; ++i)
    index.insert(0, support::id_of(i * 0x9e3779b97f4a7c15), {i});
  BOOST_TEST(index.memory_bytes() / index.size() < 100u);
}

BOOST_AUTO_TEST_SUITE_END()
