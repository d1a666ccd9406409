// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/blocks.hpp"

#include <random>

#include "core/schema/person.capnp.h"
#include "tests/projections/replay.hpp"

namespace {

using projections::Blocks;
using support::id_of;

struct Crowd : support::History {
  template <class Event>
  void happen(std::uint64_t person, std::uint64_t other) {
    add<Event>(id_of(person), [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      event.setBlocked(core::data_of(id_of(other)));
    });
  }
  void block(std::uint64_t person, std::uint64_t other) {
    happen<core::person::PersonBlocked>(person, other);
  }
  void unblock(std::uint64_t person, std::uint64_t other) {
    happen<core::person::PersonUnblocked>(person, other);
  }
};

struct Played {
  explicit Played(Crowd const& crowd) { crowd.play(blocks); }
  Blocks blocks{support::mixing_crypto};
  bool apart(std::uint64_t a, std::uint64_t b) const { return blocks.apart(id_of(a), id_of(b)); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(blocks)

BOOST_AUTO_TEST_CASE(who_blocks_and_who_is_blocked_are_kept_from_each_other) {
  Crowd crowd;
  crowd.block(1, 2);
  Played const played(crowd);
  BOOST_TEST(played.apart(1, 2));
  BOOST_TEST(played.apart(2, 1));
  BOOST_TEST(!played.apart(1, 3));
  BOOST_TEST(!played.apart(1, 1));
  BOOST_TEST((played.blocks.apart_from(id_of(2)) == std::vector<core::Id>{id_of(1)}));
  BOOST_TEST(played.blocks.apart_from(id_of(3)).empty());
}

BOOST_AUTO_TEST_CASE(one_knows_whom_one_keeps_away_and_not_by_whom_one_is) {
  Crowd crowd;
  crowd.block(1, 3), crowd.block(1, 2), crowd.block(1, 4), crowd.block(5, 1);
  crowd.unblock(1, 4);
  Played const played(crowd);
  BOOST_TEST((played.blocks.blocked_by(id_of(1)) == std::vector<core::Id>{id_of(2), id_of(3)}));
  BOOST_TEST(played.blocks.blocked_by(id_of(2)).empty());
}

BOOST_AUTO_TEST_CASE(nobody_is_kept_from_visitors) {
  Crowd crowd;
  crowd.block(1, 2);
  BOOST_TEST(!Played(crowd).blocks.apart({}, id_of(2)));
  BOOST_TEST(!Played(crowd).blocks.apart(id_of(2), {}));
}

BOOST_AUTO_TEST_CASE(both_have_to_take_it_back_where_both_wished_it) {
  Crowd crowd;
  crowd.block(1, 2);
  crowd.block(2, 1);
  crowd.unblock(1, 2);
  BOOST_TEST(Played(crowd).apart(1, 2));
  crowd.unblock(2, 1);
  BOOST_TEST(!Played(crowd).apart(1, 2));
  BOOST_TEST(Played(crowd).blocks.rows().size() == 0u);
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_keeps_the_same_apart) {
  std::mt19937_64 engine(3);
  Crowd crowd;
  bool blocked[10][10] = {};
  for (int i = 0; i < 400; ++i) {
    auto const a = engine() % 10, b = engine() % 10;
    if (a == b) continue;
    if (blocked[a][b]) crowd.unblock(a, b);
    else crowd.block(a, b);
    blocked[a][b] = !blocked[a][b];
  }
  auto const view = support::check_replay(
      crowd, 5, [](auto&) { return std::make_unique<Blocks>(support::mixing_crypto); });
  for (std::uint64_t a = 0; a < 10; ++a)
    for (std::uint64_t b = 0; b < 10; ++b)
      BOOST_TEST(view->apart(id_of(a), id_of(b)) == (blocked[a][b] || blocked[b][a]));
}

BOOST_AUTO_TEST_SUITE_END()
