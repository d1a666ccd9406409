// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Seats that come and go, and teams that apply as a whole.
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

using core::programme::Standing;
using support::id_named;

// Paul's programme "jam", open for applications. Whoever is named besides is a member.
struct Seats : support::Scene {
  Seats() { member("paul", "programmeManager"); }

  static std::string who(std::string const& person) { return ",'person':'$" + person + "'"; }
  support::Outcome ask(std::string const& by, std::string const& action,
                       std::string const& more = {}) {
    return as(by).when("programme." + action, "{'programme':'$jam'" + more + "}");
  }
  void was(std::string const& by, std::string const& action, std::string const& more = {}) {
    given(by, "programme." + action, "{'programme':'$jam'" + more + "}");
  }
  void open(std::string const& more = {}) {
    was("paul", "announce", ",'title':'Jam'" + more);
    was("paul", "openApplications", ",'deadline':'2026-06-01T00:00:00Z'");
  }
  void applies(std::string const& person) {
    member(person);
    was(person, "submitApplication");
  }
  // A circle of people that the first one leads.
  void circle(std::string const& team, std::vector<std::string> const& people) {
    auto const it = "{'team':'$" + team + "'";
    for (auto const& person : people) member(person);
    given(people[0], "team.form", it + ",'name':'C','kind':'expertGroup'}");
    for (std::size_t i = 1; i < people.size(); ++i) {
      given(people[i], "team.requestJoin", it + "}");
      given(people[0], "team.acceptRequest", it + who(people[i]) + "}");
    }
  }
  // Of three seats one is taken; the ring of Lea, Ann and Kim needs three, and Eve waits behind them.
  void a_ring_waits() {
    open(seats(3));
    applies("bo"), was("paul", "acceptApplication", who("bo"));
    circle("ring", {"lea", "ann", "kim"});
    was("lea", "submitApplication", with("ring")), was("paul", "acceptApplication", who("lea"));
    applies("eve"), was("paul", "acceptApplication", who("eve"));
  }
  static std::string with(std::string const& team) { return ",'team':'$" + team + "'"; }
  static std::string seats(std::size_t many) { return ",'capacity':" + std::to_string(many); }
  // In short, as "sub wai acc".
  std::string stand(std::vector<std::string> const& people) {
    constexpr std::array names{"none", "sub", "wai", "acc", "enr", "rej", "wit"};
    std::string all;
    for (auto const& person : people) {
      auto const application =
          core::programme::application(engine().world(), id_named("jam"), id_named(person));
      (all += all.empty() ? "" : " ") += names[static_cast<std::size_t>(application.standing)];
    }
    return all;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(programme_seats, Seats)

BOOST_AUTO_TEST_CASE(whom_no_seat_is_left_for_waits) {
  open(seats(1));
  for (auto const* name : {"a", "b", "c"}) applies(name);
  ask("paul", "acceptApplication", who("a")).accepts({"ApplicationAccepted"});
  ask("paul", "acceptApplication", who("b"))
      .accepts({"ApplicationWaitlisted"})
      .with("ApplicationWaitlisted", "ticket", "1");
  ask("paul", "acceptApplication", who("b")).notes();
  ask("paul", "acceptApplication", who("c"))
      .accepts({"ApplicationWaitlisted"})
      .with("ApplicationWaitlisted", "ticket", "2");
}

BOOST_AUTO_TEST_CASE(whoever_has_waited_longest_gets_the_next_seat_by_itself) {
  open(seats(2));
  for (auto const* name : {"a", "b", "c", "d", "e"}) {
    applies(name);
    was("paul", "acceptApplication", who(name));
  }
  was("paul", "confirmEnrolment", who("b"));
  ask("a", "withdrawApplication")
      .accepts({"ApplicationWithdrawn", "ApplicationAccepted"})
      .with("ApplicationWithdrawn", "was", "accepted")
      .with("ApplicationAccepted", "person", "$c")
      .with("ApplicationAccepted", "promoted", "true");
  ask("d", "withdrawApplication")
      .accepts({"ApplicationWithdrawn"})
      .with("ApplicationWithdrawn", "was", "waiting");
  ask("paul", "rejectApplication", who("b") + ",'reason':'No show'")
      .accepts({"ApplicationRejected", "ApplicationAccepted"})
      .with("ApplicationRejected", "reason", "No show")
      .with("ApplicationRejected", "was", "enrolled")
      .with("ApplicationAccepted", "person", "$e");
  ask("c", "withdrawApplication").accepts({"ApplicationWithdrawn"});
  BOOST_TEST(stand({"e"}) == "acc");
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(who_applies_again_starts_at_the_end_of_the_list) {
  open(seats(1));
  for (auto const* name : {"a", "b", "c"}) {
    applies(name);
    was("paul", "acceptApplication", who(name));
  }
  was("b", "withdrawApplication");
  was("b", "submitApplication");
  was("paul", "acceptApplication", who("b"));
  ask("a", "withdrawApplication")
      .accepts({"ApplicationWithdrawn", "ApplicationAccepted"})
      .with("ApplicationAccepted", "person", "$c");
}

BOOST_AUTO_TEST_CASE(without_a_bound_nobody_moves_up_by_themselves) {
  open();
  for (auto const* name : {"a", "b"}) applies(name);
  was("paul", "acceptApplication", who("a"));
  was("paul", "waitlistApplication", who("b"));
  ask("a", "withdrawApplication").accepts({"ApplicationWithdrawn"});
  ask("paul", "acceptApplication", who("b"))
      .accepts({"ApplicationAccepted"})
      .with("ApplicationAccepted", "promoted", "false");
}

BOOST_AUTO_TEST_CASE(without_a_bound_nobody_takes_a_seat_from_anybody) {
  open();
  for (auto const* name : {"a", "b", "c"}) applies(name);
  was("paul", "waitlistApplication", who("a"));
  was("paul", "waitlistApplication", who("b"));
  ask("paul", "acceptApplication", who("c")).accepts({"ApplicationAccepted"});
  ask("paul", "acceptApplication", who("b")).accepts({"ApplicationAccepted"});
  BOOST_TEST(stand({"a"}) == "wai");
}

BOOST_AUTO_TEST_CASE(
    a_newcomer_overtakes_nobody_not_even_a_team_that_needs_more_seats_than_are_free) {
  open(seats(3));
  for (auto const* name : {"a", "b", "z"}) applies(name);
  for (auto const* name : {"a", "b"}) was("paul", "acceptApplication", who(name));
  circle("ring", {"lea", "ann"});
  was("lea", "submitApplication", with("ring"));
  was("paul", "acceptApplication", who("lea"));
  ask("paul", "acceptApplication", who("z")).accepts({"ApplicationWaitlisted"});
  ask("paul", "acceptApplication", who("z")).notes();
  BOOST_TEST(stand({"lea", "ann", "z"}) == "wai wai wai");
  ask("b", "withdrawApplication")
      .accepts({"ApplicationWithdrawn", "ApplicationAccepted", "ApplicationAccepted"});
  BOOST_TEST(stand({"lea", "ann", "z"}) == "acc acc wai");
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(whoever_is_next_takes_those_along_for_whom_there_are_seats) {
  for (auto const* how : {"acceptApplication", "rejectApplication"}) {
    Seats scene;
    scene.open(seats(3));
    for (auto const* name : {"first", "second", "third"}) scene.applies(name);
    scene.was("paul", "waitlistApplication", who("first"));
    scene.ask("paul", "acceptApplication", who("second")).accepts({"ApplicationWaitlisted"});
    scene.was("paul", "acceptApplication", who("third"));
    BOOST_TEST(scene.stand({"first", "second", "third"}) == "wai wai wai");
    scene.was("paul", how, who("first"));
    BOOST_TEST(scene.stand({"second", "third"}) == "acc acc", how);
    BOOST_TEST(scene.state() == scene.replayed());
  }
}

BOOST_AUTO_TEST_CASE(seats_that_are_added_go_to_those_who_have_waited_longest) {
  open(seats(1));
  for (auto const* name : {"a", "b", "c", "d"}) {
    applies(name);
    was("paul", "acceptApplication", who(name));
  }
  ask("paul", "setCapacity", seats(3))
      .accepts({"CapacitySet", "ApplicationAccepted", "ApplicationAccepted"})
      .with("CapacitySet", "capacity", "3")
      .with("ApplicationAccepted", "person", "$b")
      .with("ApplicationAccepted", "promoted", "true");
  BOOST_TEST(stand({"a", "b", "c", "d"}) == "acc acc acc wai");
  ask("paul", "setCapacity", seats(3)).notes();
  ask("paul", "setCapacity", seats(0)).accepts({"CapacitySet", "ApplicationAccepted"});
  BOOST_TEST(stand({"d"}) == "acc");
}

BOOST_AUTO_TEST_CASE(nobody_loses_a_seat_because_there_are_fewer) {
  open(seats(3));
  for (auto const* name : {"a", "b"}) {
    applies(name);
    was("paul", "acceptApplication", who(name));
  }
  ask("paul", "setCapacity", seats(1)).refuses("input.invalid", "capacity");
  ask("paul", "setCapacity", seats(2)).accepts({"CapacitySet"});
  applies("c");
  ask("paul", "acceptApplication", who("c")).accepts({"ApplicationWaitlisted"});
  ask("c", "setCapacity", seats(9)).refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(how_many_take_part_is_said_until_the_end) {
  ask("paul", "setCapacity", seats(2)).refuses("aggregate.not-found", "programme");
  open();
  was("paul", "start");
  ask("paul", "setCapacity", seats(2)).accepts({"CapacitySet"});
  was("paul", "complete");
  ask("paul", "setCapacity", seats(3)).refuses("programme.state", "programme");
}

BOOST_AUTO_TEST_CASE(more_seats_than_one_command_gives_away_are_given_by_the_flow) {
  auto const many = core::limits::promoted_max + 30;
  open(seats(1));
  for (std::size_t i = 0; i < many; ++i) {
    applies("p" + std::to_string(i));
    was("paul", "acceptApplication", who("p" + std::to_string(i)));
  }
  was("paul", "setCapacity", seats(many + 5));
  auto const programme = [&] { return engine().world().programme.load(id_named("jam")); };
  BOOST_TEST(programme().accepted == core::limits::promoted_max + 1);
  follow();
  commit();
  BOOST_TEST(programme().accepted == many);
  BOOST_TEST(programme().waiting == 0u);
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(a_team_applies_for_all_its_members) {
  open();
  circle("ring", {"lea", "ann", "bo"});
  ask("lea", "submitApplication", with("ring") + ",'message':'All of us'")
      .accepts({"ApplicationSubmitted", "ApplicationSubmitted", "ApplicationSubmitted"})
      .with("ApplicationSubmitted", "person", "$lea")
      .with("ApplicationSubmitted", "team", "$ring")
      .with("ApplicationSubmitted", "message", "All of us");
  ask("paul", "acceptApplication", who("bo"))
      .accepts({"ApplicationAccepted", "ApplicationAccepted", "ApplicationAccepted"});
  BOOST_TEST(stand({"lea", "ann", "bo"}) == "acc acc acc");
  ask("paul", "confirmEnrolment", who("ann")).accepts({"EnrolmentConfirmed"});
  ask("paul", "rejectApplication", who("bo")).accepts({"ApplicationRejected"});
  BOOST_TEST(stand({"lea", "ann", "bo"}) == "acc enr rej");
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(who_may_apply_for_a_team) {
  open(seats(3) + ",'teamSizeMax':4");
  circle("ring", {"lea", "ann"});
  circle("crowd", {"c1", "c2", "c3", "c4"});
  circle("mass", {"m1", "m2", "m3", "m4", "m5"});
  circle("gone", {"g1"});
  given("g1", "team.leave", "{'team':'$gone'}");
  // who | what | refusal | field
  for (auto const& row : support::text_table(R"(
    ann  | ,'team':'$ring'                  | team.not-lead       | team
    lea  | ,'team':'$ring','person':'$lea'  | input.invalid       | person
    lea  | ,'team':'$nowhere'               | aggregate.not-found | team
    g1   | ,'team':'$gone'                  | team.state          | team
    c1   | ,'team':'$crowd'                 | programme.limit     | team
    m1   | ,'team':'$mass'                  | team.full           | team
  )"))
    ask(row[0], "submitApplication", row[1]).refuses(row[2], row[3]);
  was("ann", "submitApplication");
  ask("lea", "submitApplication", with("ring")).refuses("programme.duplicate", "team");
  was("ann", "withdrawApplication");
  given("console", "account.suspend", "{'account':'$ann'}");
  ask("lea", "submitApplication", with("ring")).refuses("aggregate.not-found", "team");
  given("console", "account.reinstate", "{'account':'$ann'}");
  ask("paul", "submitApplication", with("ring"))
      .accepts({"ApplicationSubmitted", "ApplicationSubmitted"});
  ask("lea", "submitApplication", with("ring")).refuses("programme.duplicate", "team");
}

BOOST_AUTO_TEST_CASE(a_team_waits_until_there_are_seats_for_all_of_it_and_keeps_its_place) {
  open(seats(3));
  for (auto const* name : {"a", "b"}) {
    applies(name);
    was("paul", "acceptApplication", who(name));
  }
  circle("ring", {"lea", "ann"});
  was("lea", "submitApplication", with("ring"));
  ask("paul", "acceptApplication", who("lea"))
      .accepts({"ApplicationWaitlisted", "ApplicationWaitlisted"})
      .with("ApplicationWaitlisted", "ticket", "1");
  applies("z");
  was("paul", "waitlistApplication", who("z"));
  BOOST_TEST(stand({"lea", "ann", "z"}) == "wai wai wai");
  ask("a", "withdrawApplication")
      .accepts({"ApplicationWithdrawn", "ApplicationAccepted", "ApplicationAccepted"});
  BOOST_TEST(stand({"lea", "ann", "z"}) == "acc acc wai");
  ask("b", "withdrawApplication").accepts({"ApplicationWithdrawn", "ApplicationAccepted"});
  BOOST_TEST(stand({"z"}) == "acc");
}

BOOST_AUTO_TEST_CASE(who_waits_behind_a_team_moves_up_when_it_goes) {
  for (auto const* how : {"rejected", "smaller"}) {
    Seats scene;
    scene.open(seats(2));
    scene.applies("a");
    scene.was("paul", "acceptApplication", who("a"));
    scene.circle("ring", {"lea", "ann"});
    scene.was("lea", "submitApplication", with("ring"));
    scene.was("paul", "acceptApplication", who("lea"));
    scene.applies("z");
    scene.was("paul", "waitlistApplication", who("z"));
    if (how == std::string("rejected")) {
      scene.ask("paul", "rejectApplication", who("ann") + ",'reason':'R'")
          .accepts({"ApplicationRejected", "ApplicationRejected", "ApplicationAccepted"});
      BOOST_TEST(scene.stand({"lea", "ann", "z"}) == "rej rej acc");
    } else {
      scene.ask("ann", "withdrawApplication")
          .accepts({"ApplicationWithdrawn", "ApplicationAccepted"});
      BOOST_TEST(scene.stand({"lea", "ann", "z"}) == "acc wit wai");
    }
    BOOST_TEST(scene.state() == scene.replayed());
  }
}

BOOST_AUTO_TEST_CASE(who_has_left_the_team_is_decided_about_alone) {
  open();
  circle("ring", {"lea", "ann", "bo"});
  was("lea", "submitApplication", with("ring"));
  given("ann", "team.leave", "{'team':'$ring'}");
  ask("paul", "rejectApplication", who("lea"))
      .accepts({"ApplicationRejected", "ApplicationRejected"});
  BOOST_TEST(stand({"lea", "ann", "bo"}) == "rej sub rej");
  ask("paul", "acceptApplication", who("ann")).accepts({"ApplicationAccepted"});
}

BOOST_AUTO_TEST_CASE(a_team_that_falls_apart_while_it_waits_blocks_nobody) {
  a_ring_waits();
  BOOST_TEST(stand({"lea", "ann", "kim", "eve"}) == "wai wai wai wai");
  given("lea", "team.removeMember", "{'team':'$ring','person':'$kim','reason':'R'}");
  follow();
  BOOST_TEST(stand({"lea", "ann", "kim", "eve"}) == "acc acc wai wai");
}

BOOST_AUTO_TEST_CASE(a_team_that_is_dissolved_while_it_waits_leaves_its_people_in_their_places) {
  a_ring_waits();
  given("lea", "team.dissolve", "{'team':'$ring'}");
  follow();
  BOOST_TEST(stand({"lea", "ann", "kim", "eve"}) == "acc acc wai wai");
}

BOOST_AUTO_TEST_CASE(who_is_locked_out_gets_no_seat_and_keeps_their_place) {
  open(seats(1));
  for (auto const* name : {"bo", "ann", "eve"})
    applies(name), was("paul", "acceptApplication", who(name));
  given("console", "account.suspend", "{'account':'$ann'}");
  ask("paul", "acceptApplication", who("ann")).refuses("account.suspended", "person");
  was("bo", "withdrawApplication");
  BOOST_TEST(stand({"ann", "eve"}) == "wai acc");
  given("console", "account.reinstate", "{'account':'$ann'}");
  was("eve", "withdrawApplication");
  BOOST_TEST(stand({"ann"}) == "acc");
}

BOOST_AUTO_TEST_CASE(whatever_happens_no_seat_is_given_twice_and_no_team_is_split) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      Seats scene;
      std::mt19937_64 dice(seed);
      scene.open(seats(4));
      std::vector<std::string> people;
      for (int team = 0; team < 3; ++team) {
        auto const first = people.size();
        for (int i = 0; i < 3; ++i) people.push_back("p" + std::to_string(people.size()));
        scene.circle("t" + std::to_string(team), {people.begin() + static_cast<long>(first),
                                                  people.begin() + static_cast<long>(first) + 3});
      }
      std::vector<std::string> const actions{"submitApplication", "acceptApplication",
                                             "acceptApplication", "waitlistApplication",
                                             "rejectApplication", "withdrawApplication"};
      // Of who has a seat 0, of who waits the place; whoever does not wait comes last.
      auto const ticket = [&](std::string const& one) -> unsigned long long {
        auto const its =
            core::programme::application(scene.engine().world(), id_named("jam"), id_named(one));
        if (its.standing == Standing::ACCEPTED) return 0;
        return its.ticket > 0 ? its.ticket : ~0ULL;
      };
      std::map<std::string, unsigned long long> tickets;
      for (int step = 0; step < 500; ++step) {
        for (auto const& one : people) tickets[one] = ticket(one);
        auto const team = dice() % 3;
        auto const more = dice() % 6 == 0   ? seats(4 + dice() % 4)
                          : dice() % 3 == 0 ? with("t" + std::to_string(team))
                                            : who(people[dice() % people.size()]);
        auto const action = more.starts_with(",'cap")    ? "setCapacity"
                            : more.starts_with(",'team") ? "submitApplication"
                                                         : actions[dice() % actions.size()];
        static_cast<void>(
            scene.send("paul", "programme." + action, "{'programme':'$jam'" + more + "}"));
        if (dice() % 60 == 0) scene.commit(), scene.restart();
        auto const& world = scene.engine().world();
        auto const programme = world.programme.load(id_named("jam"));
        BOOST_TEST(programme.taken() <= programme.capacity);
        BOOST_TEST(world.programme_queue.size() == programme.waiting);
        unsigned long long last_served = 0, first_waiting = ~0ULL;
        for (auto const& one : people) {
          auto const now = ticket(one);
          if (now == 0) last_served = std::max(last_served, tickets[one]);
          else if (tickets[one] == now) first_waiting = std::min(first_waiting, now);
        }
        BOOST_TEST((last_served == 0 || first_waiting == ~0ULL || last_served < first_waiting));
        for (auto const& one : people) {
          auto const mine = core::programme::application(world, id_named("jam"), id_named(one));
          for (auto const& other : people) {
            auto const its = core::programme::application(world, id_named("jam"), id_named(other));
            bool const undecided =
                mine.standing == Standing::SUBMITTED || mine.standing == Standing::WAITING;
            if (undecided && !mine.team.is_nil() && its.team == mine.team)
              BOOST_TEST((its.standing == mine.standing || its.standing == Standing::WITHDRAWN),
                         one << " " << other);
          }
        }
      }
      scene.commit();
      BOOST_TEST(scene.state() == scene.replayed());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
