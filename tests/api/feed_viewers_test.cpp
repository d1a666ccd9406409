// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/followed.hpp"
#include "tests/support/scene.hpp"

using namespace followed;

namespace {

// What somebody may see ends with the account or the role it came from.
struct Reviewed : Followed {
  Reviewed() {
    scene.member("anna", "moderator");
    scene.member("ben");
    happen(3);
  }
  std::shared_ptr<Reader> follower(std::string const& name, std::string const& channel) {
    auto const reader = std::make_shared<Reader>();
    auto const person = support::id_named(name);
    follow(reader, channel, 0, {person, world().account.load(person).is_staff()});
    settle();
    return reader;
  }
  void review(std::string const& name) { feeds.review(world(), {support::id_named(name)}); }
  core::World const& world() { return scene.engine().world(); }

  support::Scene scene;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(feed_viewers, Followed)

BOOST_AUTO_TEST_CASE(who_is_kept_from_somebody_is_told_only_that_it_is_gone) {
  happen(20);
  auto const one = reader(), other = reader(), staff = reader();
  follow(one, "all", 0, {ben});
  follow(other, "all", 0, {anna});
  follow(staff, "all", 0, {ben, true});
  settle();
  happen(20);
  settle();
  BOOST_TEST(one->received == without_fifth(channel("all", 0, 40)), per_element());
  BOOST_TEST(other->received == channel("all", 0, 40), per_element());
  BOOST_TEST(staff->received == channel("all", 0, 40), per_element());
  auto const resumed = reader();
  follow(resumed, "all", 7, {ben});
  settle();
  BOOST_TEST(resumed->received == without_fifth(channel("all", 7, 40)), per_element());
}

BOOST_AUTO_TEST_CASE(a_broadcast_looks_at_nobody_unless_somebody_is_kept_from_it) {
  std::vector<std::shared_ptr<Reader>> readers;
  for (int i = 0; i < 1000; ++i) follow(readers.emplace_back(reader()), "all", 0, {ben});
  settle();
  happen(4);
  settle();
  BOOST_TEST(feeds.delivered() == 4000u);
  BOOST_TEST(feeds.looks() == 0u);
  happen(1);
  settle();
  BOOST_TEST(feeds.delivered() == 5000u);
  BOOST_TEST(feeds.looks() == 1000u);
}

BOOST_FIXTURE_TEST_CASE(who_is_suspended_gets_nothing_more_at_once, Reviewed) {
  auto const hers = follower("anna", "members"), his = follower("ben", "members");
  scene.given("console", "account.suspend", "{'account':'$ben'}");
  review("ben");
  review("anna");
  happen(3);
  settle();
  BOOST_TEST(his->received == channel("members", 0, 3), per_element());
  BOOST_TEST(his->closed == 4003u);
  BOOST_TEST(hers->received == channel("members", 0, 6), per_element());
  BOOST_TEST(hers->closed == 0u);
  BOOST_TEST(feeds.followers() == 1u);
}

BOOST_FIXTURE_TEST_CASE(a_role_that_is_taken_away_ends_what_it_let_one_see, Reviewed) {
  auto const staff = follower("anna", "staff"), members = follower("anna", "members");
  scene.given("console", "account.revokeRole", "{'account':'$anna','role':'moderator'}");
  review("anna");
  happen(3);
  settle();
  BOOST_TEST(staff->received == channel("staff", 0, 3), per_element());
  BOOST_TEST(staff->closed == 4003u);
  BOOST_TEST(members->received == channel("members", 0, 6), per_element());
}

BOOST_FIXTURE_TEST_CASE(who_becomes_staff_sees_what_staff_sees_and_no_longer_when_that_ends,
                        Reviewed) {
  auto const reader = follower("ben", "members");
  scene.given("console", "account.grantRole", "{'account':'$ben','role':'moderator'}");
  review("ben");
  happen(4);
  settle();
  scene.given("console", "account.revokeRole", "{'account':'$ben','role':'moderator'}");
  review("ben");
  happen(4);
  settle();
  Positions const seen{1, 2, 3, 4, 5, 6, 7, 8, 9, gone + 10, 11};
  BOOST_TEST(reader->received == seen, per_element());
}

BOOST_AUTO_TEST_SUITE_END()
