// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What holds of teams whatever happens.
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "tests/core/team_scene.hpp"

using namespace teams;

BOOST_AUTO_TEST_SUITE(team_history)

BOOST_AUTO_TEST_CASE(five_seats_stay_five_in_whatever_order_a_hundred_join) {
  std::vector<std::string> people;
  for (int i = 0; i < 100; ++i) people.push_back("p" + std::to_string(i));
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      Team scene(",'teamSizeMax':5");
      scene.form();
      std::mt19937_64 dice(seed);
      for (auto const& name : people) {
        scene.enrol(name);
        static_cast<void>(
            scene.send("lea", "team.invite", Team::on("reds", person(name) + tomorrow)));
      }
      std::ranges::shuffle(people, dice);
      int joined = 0, full = 0;
      for (auto const& name : people) {
        auto const result = scene.send(name, "team.acceptInvitation", Team::on("reds"));
        joined += result.has_value();
        full += !result && result.error().code == "team.full";
        if (dice() % 5 == 0) scene.commit();
      }
      scene.commit();
      BOOST_TEST(joined == 4);
      BOOST_TEST(full == 96);
      BOOST_TEST(scene.team().members.size() == 5u);
      BOOST_TEST(scene.state() == scene.replayed());
    }
  }
}

namespace {

// What must hold of every team, whatever happened.
void check_teams(Team& scene, std::vector<std::string> const& teams) {
  auto const& world = scene.engine().world();
  std::map<core::Id, int> memberships;
  std::size_t places = 0;
  for (auto const& name : teams) {
    auto const team = scene.team(name);
    places += team.members.size() + team.requests.size();
    BOOST_TEST(team.members.size() <= team.size_max);
    BOOST_TEST((team.stage != core::team::Stage::forming || team.has(team.lead)));
    if (team.stage == core::team::Stage::forming && team.full())
      BOOST_TEST((team.openings.empty() && team.requests.empty()));
    for (auto const& opening : team.openings) BOOST_TEST(opening.left > 0);
    for (auto const& request : team.requests) BOOST_TEST(!team.has(request.person));
    if (team.programme.is_nil()) continue;
    for (auto const& member : team.members) {
      BOOST_TEST(++memberships[member] == 1);
      BOOST_TEST((core::programme::application(world, team.programme, member).standing ==
                  core::programme::Standing::ENROLLED));
    }
  }
  BOOST_TEST(world.team_places.size() == places);
}

// What kinds of events a history is made of.
std::set<std::string> kinds_of(Team const& scene) {
  std::set<std::string> kinds;
  scene.log.read({1}, [&](core::RecordView const& record) {
    auto const* type = core::schema_tables().event(record.header().event_type);
    if (type->family_name == "team") kinds.insert(type->name);
    return true;
  });
  return kinds;
}

// Seven people, two teams and a group at a time, and whatever they may think of.
class Bustle {
 public:
  explicit Bustle(std::uint64_t seed) : scene(",'teamSizeMax':3"), dice_(seed) {
    for (int i = 0; i < 7; ++i) scene.enrol("p" + std::to_string(i));
    scene.run();
  }

  void step() {
    if (steps_++ % 100 == 0)
      for (auto const* kind : {"a", "b", "c"}) teams_.push_back(kind + std::to_string(steps_));
    auto const team = teams_[teams_.size() - 1 - dice_() % 3];
    auto action = actions[dice_() % actions.size()];
    if (action == "dissolve" && dice_() % 4 > 0) action = "invite";  // Ended, it is over.
    static_cast<void>(
        scene.send(actor(action, team), "team." + action, Team::on(team, arguments(action, team))));
    if (dice_() % 300 == 0)
      static_cast<void>(
          scene.send(one("p", 7), "programme.withdrawApplication", "{'programme':'$jam'}"));
    if (dice_() % 3 == 0) scene.commit();
    if (dice_() % 60 == 0) scene.commit(), scene.write_behind();
    if (dice_() % 150 == 0) scene.restart();
    check_teams(scene, teams_);
  }

  Team scene;

 private:
  static inline std::vector<std::string> const actions{"form",
                                                       "form",
                                                       "openRole",
                                                       "openRole",
                                                       "closeRole",
                                                       "invite",
                                                       "invite",
                                                       "acceptInvitation",
                                                       "requestJoin",
                                                       "requestJoin",
                                                       "acceptRequest",
                                                       "acceptInvitation",
                                                       "requestJoin",
                                                       "leave",
                                                       "acceptRequest",
                                                       "declineInvitation",
                                                       "removeMember",
                                                       "lock",
                                                       "withdrawInvitation",
                                                       "declineRequest",
                                                       "transferLead",
                                                       "dissolve",
                                                       "withdrawRequest",
                                                       "unlock",
                                                       "submit"};

  static inline std::set<std::string> const members_do{
      "form", "acceptInvitation", "declineInvitation", "requestJoin", "withdrawRequest", "leave"};

  std::string one(std::string const& kind, std::size_t many) {
    return kind + std::to_string(dice_() % many);
  }
  // A member, if there is any.
  std::string insider(std::string const& team) {
    auto name = one("p", 7);
    for (int tries = 0; tries < 20 && !scene.team(team).has(id_named(name)); ++tries)
      name = one("p", 7);
    return name;
  }
  // Mostly somebody who may.
  std::string actor(std::string const& action, std::string const& team) {
    if (dice_() % 8 == 0) return one("p", 7);
    if (action == "lock" || action == "unlock") return "paul";
    if (members_do.contains(action)) return one("p", 7);
    for (int i = 0; i < 7; ++i)
      if (id_named("p" + std::to_string(i)) == scene.team(team).lead)
        return "p" + std::to_string(i);
    return one("p", 7);
  }
  std::string arguments(std::string const& action, std::string const& team) {
    if (action == "form")
      return team[0] == 'c' ? ",'name':'N','kind':'expertGroup','sizeMax':4"
                            : ",'name':'N','programme':'$jam'";
    if (action == "openRole") return role(one("r", 3)) + ",'skill':{'word':'Optik'}";
    if (action == "closeRole") return role(one("r", 3));
    if (action == "requestJoin") return dice_() % 2 ? role(one("r", 3)) : "";
    if (action == "invite") return person(one("p", 7)) + ",'expires':'2026-05-20T00:00:00Z'";
    if (action == "submit") return ",'title':'T'";
    if (action == "unlock" || action == "dissolve") return ",'reason':'R'";
    if (action == "removeMember" || action == "transferLead")
      return person(insider(team)) + ",'reason':'R'";
    bool const names_somebody =
        action == "acceptRequest" || action == "declineRequest" || action == "withdrawInvitation";
    return names_somebody ? person(one("p", 7)) : "";
  }

  std::mt19937_64 dice_;
  std::vector<std::string> teams_;
  int steps_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(whatever_happens_the_promises_hold) {
  std::set<std::string> kinds;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      Bustle bustle(seed);
      for (int step = 0; step < 1500; ++step) bustle.step();
      bustle.scene.commit();
      BOOST_TEST(bustle.scene.state() == bustle.scene.replayed());
      kinds.merge(kinds_of(bustle.scene));
    }
  }
  for (auto const* type : core::schema_tables().events())
    if (type->family_name == "team" && type->name != "InvitationExpired")
      BOOST_TEST(kinds.contains(type->name), type->name);
}

BOOST_AUTO_TEST_SUITE_END()
