// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

using support::id_named;

struct Follow : support::Scene {
  Follow() {
    for (auto const* name : {"anna", "ben"}) member(name);
    member("hana", "hubAdmin");
    for (auto const* name : {"lumo", "other"})
      given("ben", "organisation.register",
            "{'organisation':'$" + std::string(name) + "','name':'N','sector':'business'}");
    live_term("optics"), live_term("light");
    member("paul", "programmeManager");
    for (auto const* challenge : {"roofs", "drafted"})
      given("ben", "challenge.draft",
            "{'challenge':'$" + std::string(challenge) + "','title':'T','contact':'C'}");
    for (auto const* action : {"submit", "approve", "publish"})
      given("paul", "challenge." + std::string(action), "{'challenge':'$roofs'}");
  }
  // In the directory.
  void listed(std::string const& name) {
    auto const own = "{'profile':'$" + name + "'";
    given(name, "profile.create", own + ",'displayName':'N','sector':'science'}");
    given(name, "account.giveConsent",
          "{'account':'$" + name + "','purpose':'directory','textVersion':1}");
    given(name, "profile.list", own + "}");
  }
  static std::string what(std::string const& kind, std::string const& target) {
    return "{'person':'$anna','kind':'" + kind + "','target':'$" + target + "'}";
  }
  support::Outcome start(std::string const& kind, std::string const& target) {
    return as("anna").when("follow.start", what(kind, target));
  }
  support::Outcome stop(std::string const& kind, std::string const& target) {
    return as("anna").when("follow.stop", what(kind, target));
  }
  std::size_t followed() { return engine().world().follow.load(id_named("anna")).followed.size(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(follow, Follow)

BOOST_AUTO_TEST_CASE(nobody_follows_what_they_may_not_see) {
  measures({"m"});
  given("ben", "idea.draft", "{'idea':'$shade','title':'T','measure':'$m'}");
  given("ben", "project.start", "{'project':'$pond','title':'T','measure':'$m'}");
  start("project", "pond").accepts({"FollowStarted"});
  stop("project", "pond").accepts({"FollowStopped"});
  given("paul", "project.void", "{'project':'$pond','reason':'R'}");
  for (auto const& [kind, target] : std::initializer_list<std::pair<char const*, char const*>>{
           {"challenge", "drafted"}, {"idea", "shade"}, {"project", "pond"}})
    start(kind, target).refuses("aggregate.not-found", "target");
  as("ben")
      .when("follow.start", "{'person':'$ben','kind':'idea','target':'$shade'}")
      .accepts({"FollowStarted"});
  as("ben")
      .when("follow.start", "{'person':'$ben','kind':'challenge','target':'$drafted'}")
      .accepts({"FollowStarted"});
  given("ben", "idea.submit", "{'idea':'$shade'}");
  start("idea", "shade").accepts({"FollowStarted"});
  given("ben", "idea.withdraw", "{'idea':'$shade'}");
  as("hana")
      .when("follow.start", "{'person':'$hana','kind':'idea','target':'$shade'}")
      .accepts({"FollowStarted"});
}

BOOST_AUTO_TEST_CASE(people_are_followed_as_long_as_the_directory_shows_them) {
  start("person", "ben").refuses("aggregate.not-found", "target");
  listed("ben");
  start("person", "ben").accepts({"FollowStarted"});
  stop("person", "ben").accepts({"FollowStopped"});
  given("ben", "profile.hide", "{'profile':'$ben'}");
  start("person", "ben").refuses("aggregate.not-found", "target");
}

BOOST_AUTO_TEST_CASE(people_and_things_are_followed_until_one_stops) {
  listed("ben");
  for (auto const& [kind, target] :
       std::initializer_list<std::pair<char const*, char const*>>{{"person", "ben"},
                                                                  {"organisation", "lumo"},
                                                                  {"challenge", "roofs"},
                                                                  {"term", "light"}}) {
    start(kind, target)
        .accepts({"FollowStarted"})
        .with("FollowStarted", "kind", kind)
        .with("FollowStarted", "target", "$" + std::string(target));
    start(kind, target).notes();
    stop(kind, target).accepts({"FollowStopped"});
    stop(kind, target).notes();
  }
  BOOST_TEST(followed() == 0u);
}

BOOST_AUTO_TEST_CASE(only_what_is_there_is_followed) {
  for (auto const* kind :
       {"person", "organisation", "challenge", "idea", "programme", "team", "project", "term"})
    start(kind, "nothing").refuses("aggregate.not-found", "target");
  start("organisation", "roofs").refuses("aggregate.not-found", "target");
  start("person", "anna").refuses("follow.self", "target");
  stop("person", "nothing").notes();
}

BOOST_AUTO_TEST_CASE(nobody_follows_who_keeps_away) {
  listed("ben");
  given("ben", "person.block", "{'person':'$ben','blocked':'$anna'}");
  start("person", "ben").refuses("aggregate.not-found", "target");
}

BOOST_AUTO_TEST_CASE(what_was_merged_is_followed_as_what_it_is_today) {
  start("organisation", "lumo").accepts({"FollowStarted"});
  start("term", "optics").accepts({"FollowStarted"});
  given("hana", "organisation.merge", "{'organisation':'$lumo','into':'$other'}");
  given("console", "vocabulary.mergeTerm", "{'term':'$optics','into':'$light'}");
  start("organisation", "other").notes();
  start("term", "optics").notes();
  start("term", "light").notes();
  stop("organisation", "other").accepts({"FollowStopped"}).with("FollowStopped", "target", "$lumo");
  start("organisation", "lumo")
      .accepts({"FollowStarted"})
      .with("FollowStarted", "target", "$other");
  stop("term", "light").accepts({"FollowStopped"}).with("FollowStopped", "target", "$optics");
}

BOOST_AUTO_TEST_CASE(nobody_follows_in_the_name_of_another) {
  for (auto const* who : {"ben", "console"})
    as(who).when("follow.start", what("term", "light")).refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(a_person_follows_two_hundred_things) {
  for (std::size_t i = 0; i < core::limits::followed_max; ++i) {
    auto const name = "m" + std::to_string(i);
    live_term(name);
    start("term", name).accepts({"FollowStarted"});
  }
  start("term", "light").refuses("follow.limit", "target");
  start("term", "m0").notes();
}

BOOST_AUTO_TEST_CASE(a_summary_comes_as_often_as_one_likes) {
  auto const set = [&](std::string const& digest) {
    return as("anna").when("follow.setDigest", "{'person':'$anna','digest':'" + digest + "'}");
  };
  set("none").notes();
  set("weekly").accepts({"DigestSet"}).with("DigestSet", "digest", "weekly");
  set("weekly").notes();
  set("none").accepts({"DigestSet"});
}

BOOST_AUTO_TEST_CASE(whatever_happens_nothing_is_followed_twice_and_replay_agrees) {
  std::mt19937_64 dice(7);
  std::pair<char const*, char const*> const things[] = {
      {"organisation", "lumo"}, {"organisation", "other"}, {"term", "optics"},
      {"term", "light"},        {"person", "ben"},         {"challenge", "roofs"}};
  for (int i = 0; i < 600; ++i) {
    auto const& [kind, target] = things[dice() % 6];
    (void)send("anna", dice() % 2 ? "follow.start" : "follow.stop", what(kind, target));
    if (i == 300) {
      (void)send("hana", "organisation.merge", "{'organisation':'$lumo','into':'$other'}");
      (void)send("console", "vocabulary.mergeTerm", "{'term':'$optics','into':'$light'}");
    }
    if (dice() % 10 == 0) commit();
    if (dice() % 200 == 0) commit(), restart();
  }
  commit();
  BOOST_TEST(state() == replayed());
  auto const known = engine().world().follow.load(id_named("anna")).followed;
  for (auto const& one : known) BOOST_TEST(std::ranges::count(known, one) == 1);
  BOOST_TEST(known.size() <= 4u);
}

BOOST_AUTO_TEST_CASE(each_kind_of_notification_arrives_as_one_says) {
  auto set = [&](std::string const& notice, std::string const& delivery) {
    return as("anna").when("follow.setDelivery", "{'person':'$anna','notice':'" + notice +
                                                     "','delivery':'" + delivery + "'}");
  };
  auto delivery = [&](core::schema::Notice notice) {
    return engine().world().follow.load(id_named("anna")).delivery(notice);
  };
  using core::follow::Delivery, core::schema::Notice;
  set("idea", "immediate").notes();
  set("idea", "daily").accepts({"DeliverySet"}).with("DeliverySet", "notice", "idea");
  set("role", "off").accepts({"DeliverySet"}).with("DeliverySet", "delivery", "off");
  set("idea", "daily").notes();
  BOOST_TEST((delivery(Notice::IDEA) == Delivery::DAILY));
  BOOST_TEST((delivery(Notice::ROLE) == Delivery::OFF));
  set("role", "immediate").accepts({"DeliverySet"});
  BOOST_TEST((delivery(Notice::ROLE) == Delivery::IMMEDIATE));
  BOOST_TEST((delivery(Notice::ANSWER) == Delivery::IMMEDIATE));
}

BOOST_AUTO_TEST_CASE(nobody_says_how_others_are_notified) {
  as("ben")
      .when("follow.setDelivery", "{'person':'$anna','notice':'idea','delivery':'off'}")
      .refuses("auth.forbidden");
}

BOOST_AUTO_TEST_SUITE_END()
