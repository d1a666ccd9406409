// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/accesses.hpp"

#include <random>

#include "core/schema/account.capnp.h"
#include "tests/projections/replay.hpp"

namespace {

namespace account = core::account;
using projections::Accesses;
using support::id_of;

struct Office : support::History {
  void open(std::uint64_t who, std::uint64_t by) {
    actor = id_of(by);
    own<account::PersonalDataOpened>(who);
  }
  void erase(std::uint64_t who) { own<account::SubjectErased>(who); }
  template <class Event>
  void own(std::uint64_t who) {
    add<Event>(id_of(who), [&](auto event) { event.setAccount(core::data_of(id_of(who))); });
  }
};

// "position by" of each.
std::string told(Accesses const& accesses, std::uint64_t who) {
  std::string all;
  for (auto const& [position, row] : accesses.of(id_of(who)))
    all += (all.empty() ? "" : ", ") + std::to_string(position.value) + " by " +
           std::to_string(row.by.bytes[15]);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(accesses)

BOOST_AUTO_TEST_CASE(each_person_s_own_the_last_one_first) {
  Office office;
  office.open(1, 8), office.open(2, 8), office.open(1, 9);
  Accesses accesses{support::mixing_crypto};
  office.play(accesses);
  BOOST_TEST(told(accesses, 1) == "3 by 9, 1 by 8");
  BOOST_TEST(told(accesses, 2) == "2 by 8");
  BOOST_TEST(told(accesses, 3) == "");
}

BOOST_AUTO_TEST_CASE(who_is_erased_leaves_none) {
  Office office;
  office.open(1, 8), office.open(2, 8), office.erase(1);
  Accesses accesses{support::mixing_crypto};
  office.play(accesses);
  BOOST_TEST(told(accesses, 1) == "");
  BOOST_TEST(accesses.rows().size() == 1u);
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_tells_the_same) {
  std::mt19937_64 engine(5);
  Office office;
  for (int i = 0; i < 300; ++i) {
    if (engine() % 9 > 0) office.open(1 + engine() % 5, 8 + engine() % 3);
    else office.erase(1 + engine() % 5);
  }
  auto const view = support::check_replay(
      office, 5, [](auto&) { return std::make_unique<Accesses>(support::mixing_crypto); });
  BOOST_TEST(view->rows().size() > 10u);
}

BOOST_AUTO_TEST_SUITE_END()
