// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/following.hpp"

#include <random>

#include "core/schema/follow.capnp.h"
#include "tests/projections/replay.hpp"

namespace {

namespace follow = core::follow;
using projections::Following;
using support::id_of;

struct Wishes : support::History {
  template <class Event>
  void follows(std::uint64_t person, std::uint64_t target) {
    add<Event>(id_of(person), [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      event.setKind(follow::Kind::TEAM);
      event.setTarget(core::data_of(id_of(target)));
    });
  }
  void digest(std::uint64_t person, follow::Digest digest) {
    add<follow::DigestSet>(id_of(person), [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      event.setDigest(digest);
    });
  }
};

std::string told(Following const& following, std::uint64_t person) {
  std::string all;
  for (auto const& one : following.of(id_of(person)).followed)
    all += (all.empty() ? "" : " ") + std::to_string(one.target.bytes[15]);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(following)

BOOST_AUTO_TEST_CASE(each_has_a_list_of_their_own_in_the_order_of_their_wishes) {
  Wishes wishes;
  wishes.follows<follow::FollowStarted>(1, 9), wishes.follows<follow::FollowStarted>(1, 7);
  wishes.follows<follow::FollowStarted>(2, 9);
  wishes.follows<follow::FollowStopped>(2, 9);
  wishes.digest(2, follow::Digest::WEEKLY);
  Following view{support::mixing_crypto};
  wishes.play(view);
  BOOST_TEST(told(view, 1) == "9 7");
  BOOST_TEST(told(view, 2) == "");
  BOOST_TEST(told(view, 3) == "");
  BOOST_TEST((view.of(id_of(2)).digest == follow::Digest::WEEKLY));
  BOOST_TEST((view.of(id_of(1)).digest == follow::Digest::NONE));
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_tells_the_same) {
  std::mt19937_64 engine(3);
  Wishes wishes;
  for (int i = 0; i < 300; ++i) {
    auto const person = 1 + engine() % 5, target = 10 + engine() % 20;
    wishes.follows<follow::FollowStopped>(person, target);
    if (engine() % 3 > 0) wishes.follows<follow::FollowStarted>(person, target);
  }
  Following whole{support::mixing_crypto};
  wishes.play(whole);
  auto const view = support::check_replay(
      wishes, 5, [](auto&) { return std::make_unique<Following>(support::mixing_crypto); });
  for (std::uint64_t person = 1; person <= 5; ++person) {
    BOOST_TEST(told(*view, person) == told(whole, person));
    BOOST_TEST(told(whole, person) != "");
  }
}

BOOST_AUTO_TEST_SUITE_END()
