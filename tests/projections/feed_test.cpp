// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/feed.hpp"

#include <map>
#include <random>
#include <type_traits>

#include "core/schema/challenge.capnp.h"
#include "core/schema/course.capnp.h"
#include "core/schema/follow.capnp.h"
#include "core/schema/organisation.capnp.h"
#include "core/schema/team.capnp.h"
#include "tests/projections/people.hpp"
#include "tests/projections/replay.hpp"

namespace {

namespace challenge = core::challenge;
using namespace support;
using projections::Feed;

std::string person(std::uint64_t number) { return "person/" + core::to_string(id_of(number)); }

std::string following(std::uint64_t number) {
  return "following/" + core::to_string(id_of(number));
}

std::string text(std::vector<core::Position> const& positions) {
  std::string text;
  for (auto const position : positions)
    (text += text.empty() ? "" : " ") += std::to_string(position.value);
  return text;
}

struct City : People {
  core::Position course(std::uint64_t number) {
    return add<core::course::CourseDesigned>(
        id_of(number), [&](auto event) { event.setCourse(core::data_of(id_of(number))); });
  }
  template <class Event>
  core::Position follow(std::uint64_t person, std::uint64_t target) {
    return add<Event>(id_of(person), [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      event.setTarget(core::data_of(id_of(target)));
    });
  }
  core::Position draft(std::uint64_t number, std::uint64_t owner) {
    return add<challenge::ChallengeDrafted>(id_of(number), [&](auto event) {
      event.setChallenge(core::data_of(id_of(number)));
      event.setOwner(core::data_of(id_of(owner)));
    });
  }
  template <class Event>
  core::Position challenge(std::uint64_t number) {
    return add<Event>(id_of(number),
                      [&](auto event) { event.setChallenge(core::data_of(id_of(number))); });
  }
};

struct Played {
  explicit Played(History const& history) { history.play(feed); }
  MemoryShelves shelves;
  Feed feed{mixing_crypto, shelves};

  std::string read(std::string_view channel, std::uint64_t after = 0,
                   std::size_t limit = 100) const {
    return text(feed.positions(channel, {after}, limit));
  }
};

// A shelf that counts what is read from it.
class CountingShelves final : public core::Shelves {
 public:
  core::Shelf& open(std::string_view) override { return shelf_; }
  std::size_t visited = 0;

 private:
  class Counting final : public core::Shelf {
   public:
    explicit Counting(std::size_t& visited) : visited_(visited) {}
    core::Position checkpoint() const override { return kept_.checkpoint(); }
    void write(std::span<core::Change const> changes, core::Position at) override {
      kept_.write(changes, at);
    }
    std::optional<std::string> get(std::string_view key) const override { return kept_.get(key); }
    void scan(std::string_view from,
              core::FunctionRef<bool(std::string_view, std::string_view)> visit) const override {
      kept_.scan(from, [&](auto key, auto value) { return ++visited_, visit(key, value); });
    }
    void clear() override { kept_.clear(); }

   private:
    MemoryShelf kept_;
    std::size_t& visited_;
  };
  Counting shelf_{visited};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(feed)

BOOST_AUTO_TEST_CASE(what_is_public_is_read_by_everybody) {
  City city;
  city.course(1);
  Played const played(city);
  for (auto const* channel : {"public", "members", "staff"})
    BOOST_TEST(played.read(channel) == "1");
}

BOOST_AUTO_TEST_CASE(what_is_for_staff_is_read_by_staff_and_by_whom_it_concerns) {
  City city;
  city.suspend(1);
  Played const played(city);
  BOOST_TEST(played.read("public") == "");
  BOOST_TEST(played.read("members") == "");
  BOOST_TEST(played.read("staff") == "1");
  BOOST_TEST(played.read(person(1)) == "1");
  BOOST_TEST(played.read(person(2)) == "");
}

BOOST_AUTO_TEST_CASE(who_follows_something_reads_what_happens_to_it_from_then_on) {
  City city;
  city.course(1);
  city.follow<core::follow::FollowStarted>(5, 1);
  city.follow<core::follow::FollowStarted>(6, 1);
  auto const seen = city.course(1);
  city.course(2);
  city.follow<core::follow::FollowStopped>(5, 1);
  auto const later = city.course(1);
  Played const played(city);
  BOOST_TEST(played.read(following(5)) == std::to_string(seen.value));
  BOOST_TEST(played.read(following(6)) ==
             std::to_string(seen.value) + " " + std::to_string(later.value));
  BOOST_TEST(played.read(following(7)) == "");
  BOOST_TEST(played.read("following/somebody") == "");
}

BOOST_AUTO_TEST_CASE(who_follows_sees_no_more_than_members_do) {
  City city;
  city.follow<core::follow::FollowStarted>(5, 1);
  city.create(1);
  city.draft(1, 9);
  city.suspend(1);
  BOOST_TEST(Played(city).read(following(5)) == "");
  city.reinstate(1);
  city.consent(1);
  auto const listed = city.list(1);
  BOOST_TEST(Played(city).read(following(5)) == std::to_string(listed.value));
}

BOOST_AUTO_TEST_CASE(what_an_event_names_is_followed_too_and_once) {
  City city;
  city.follow<core::follow::FollowStarted>(5, 1);
  city.follow<core::follow::FollowStarted>(5, 30);
  auto const published = city.add<challenge::ChallengePublished>(id_of(1), [&](auto event) {
    event.setChallenge(core::data_of(id_of(1)));
    event.setProgramme(core::data_of(id_of(30)));
  });
  BOOST_TEST(Played(city).read(following(5)) == std::to_string(published.value));
}

BOOST_AUTO_TEST_CASE(what_was_merged_goes_on_being_followed) {
  City city;
  city.follow<core::follow::FollowStarted>(5, 100);
  city.merge(100, 101);
  auto const second = city.merge(101, 102);
  auto const adopted = city.adopt(102);
  Played const played(city);
  auto const read = played.read(following(5));
  BOOST_TEST(read.find(std::to_string(adopted.value)) != std::string::npos, read);
  BOOST_TEST(read.find(std::to_string(second.value)) != std::string::npos, read);
}

BOOST_AUTO_TEST_CASE(what_an_organisation_is_told_its_representatives_read) {
  namespace organisation = core::organisation;
  City city;
  auto const happen = [&](auto event_type, std::uint64_t number, std::uint64_t who) {
    return city.add<typename decltype(event_type)::type>(id_of(number), [&](auto event) {
      event.setOrganisation(core::data_of(id_of(number)));
      if constexpr (requires { event.setPerson(core::data_of(id_of(who))); })
        event.setPerson(core::data_of(id_of(who)));
      else event.setRepresentative(core::data_of(id_of(who)));
    });
  };
  std::type_identity<organisation::OrganisationRegistered> const registered{};
  std::type_identity<organisation::MembershipRequested> const requested{};
  std::type_identity<organisation::RepresentativeAppointed> const appointed{};
  std::type_identity<organisation::RepresentativeDismissed> const dismissed{};
  happen(registered, 50, 1);
  happen(registered, 51, 3);
  auto const first = happen(requested, 50, 2);
  happen(appointed, 50, 2);
  auto const down = happen(dismissed, 50, 1);
  auto const second = happen(requested, 50, 4);
  auto const lane = [&](std::uint64_t who, core::Position position) {
    auto const positions = Played(city).feed.positions(person(who), {}, 100);
    return std::ranges::count(positions, position);
  };
  BOOST_TEST(lane(1, first) == 1);
  BOOST_TEST(lane(1, second) == 0);
  BOOST_TEST(lane(2, second) == 1);
  BOOST_TEST(lane(1, down) == 1);
  BOOST_TEST(lane(2, down) == 1);
  BOOST_TEST(lane(3, first) == 0);
  auto const absorbed = city.add<organisation::OrganisationAbsorbed>(id_of(51), [&](auto event) {
    event.setOrganisation(core::data_of(id_of(51)));
    auto people = event.initPeople(1);
    people[0].setPerson(core::data_of(id_of(2)));
    people[0].setStanding(organisation::Standing::REPRESENTATIVE);
  });
  BOOST_TEST(lane(2, absorbed) == 0);  // For staff.
  auto const third = happen(requested, 51, 4);
  BOOST_TEST(lane(2, third) == 1);
  BOOST_TEST(lane(3, third) == 1);
}

BOOST_AUTO_TEST_CASE(what_is_private_is_read_by_the_actor_and_by_whom_it_concerns) {
  City city;
  city.actor = id_of(9);
  city.consent(1);
  Played const played(city);
  BOOST_TEST(played.read("staff") == "");
  BOOST_TEST(played.read(person(1)) == "1");
  BOOST_TEST(played.read(person(9)) == "1");
}

BOOST_AUTO_TEST_CASE(what_came_of_itself_is_not_read_by_whose_doing_it_came_of) {
  City city;
  city.actor = id_of(9);
  for (bool const promoted : {false, true})
    city.add<core::programme::ApplicationAccepted>(id_of(50), [&](auto accepted) {
      accepted.setProgramme(core::data_of(id_of(50)));
      accepted.setPerson(core::data_of(id_of(1)));
      accepted.setPromoted(promoted);
    });
  Played const played(city);
  BOOST_TEST(played.read(person(1)) == "1 2");
  BOOST_TEST(played.read(person(9)) == "1");
}

BOOST_AUTO_TEST_CASE(who_acts_on_oneself_reads_it_once) {
  City city;
  city.actor = id_of(1);
  city.consent(1);
  BOOST_TEST(Played(city).read(person(1)) == "1");
}

BOOST_AUTO_TEST_CASE(a_profile_is_private_until_it_is_listed) {
  City city;
  city.create(1);  // 1
  city.declare(1, Direction::HAVE, 100);
  city.consent(1);  // 3
  city.list(1);     // 4
  city.declare(1, Direction::HAVE, 101);
  city.hide(1);  // 6
  city.declare(1, Direction::HAVE, 102);
  city.list(1);    // 8
  city.object(1);  // 9
  city.declare(1, Direction::HAVE, 103);
  Played const played(city);
  BOOST_TEST(played.read("members") == "4 5 8");
  BOOST_TEST(played.read("staff") == "4 5 8");
  BOOST_TEST(played.read(person(1)) == "1 2 3 4 5 6 7 8 9 10");
}

BOOST_AUTO_TEST_CASE(what_happens_to_a_challenge_is_told_to_whose_it_is) {
  City city;
  city.draft(50, 1);                                  // 1
  city.challenge<challenge::ChallengeSubmitted>(50);  // 2
  city.actor = id_of(9);
  city.challenge<challenge::ChallengeReturned>(50);   // 3
  city.challenge<challenge::ChallengePublished>(50);  // 4
  Played const played(city);
  BOOST_TEST(played.read(person(1)) == "1 2 3 4");
  BOOST_TEST(played.read(person(9)) == "3");
  BOOST_TEST(played.read("staff") == "2 4");
  BOOST_TEST(played.read("public") == "4");
}

BOOST_AUTO_TEST_CASE(an_event_reaches_who_decides_about_it_and_each_of_them_once) {
  namespace organisation = core::organisation;
  City city;
  auto const represented_by = [&](std::uint64_t who) {
    city.add<organisation::RepresentativeAppointed>(id_of(70), [&](auto event) {
      event.setOrganisation(core::data_of(id_of(70)));
      event.setPerson(core::data_of(id_of(who)));
    });
  };
  auto const asks = [&](std::uint64_t who, std::uint64_t lead) {
    city.actor = id_of(who);
    return city.add<core::team::JoinRequested>(id_of(60), [&](auto event) {
      event.setTeam(core::data_of(id_of(60)));
      event.setPerson(core::data_of(id_of(who)));
      if (lead != 0) event.setLead(core::data_of(id_of(lead)));
    });
  };
  represented_by(5), represented_by(7);
  city.draft(50, 1);
  auto const asked = asks(8, 9), odd = asks(9, 9), old = asks(8, 0);
  city.actor = id_of(9);
  auto const applied = city.add<challenge::TeamApplied>(id_of(50), [](auto event) {
    event.setChallenge(core::data_of(id_of(50)));
    event.setOrganisation(core::data_of(id_of(70)));
  });
  Played const played(city);
  auto const times = [&](std::uint64_t who, core::Position position) {
    return std::ranges::count(played.feed.positions(person(who), {}, 100), position);
  };
  for (std::uint64_t who : {8, 9}) BOOST_TEST(times(who, asked) == 1);
  BOOST_TEST(times(9, odd) == 1);
  BOOST_TEST(times(8, old) == 1);
  BOOST_TEST(times(9, old) == 0);
  for (std::uint64_t who : {1, 5, 7, 9}) BOOST_TEST(times(who, applied) == 1);
  BOOST_TEST(times(8, applied) == 0);
  BOOST_TEST(played.read("staff").find(std::to_string(applied.value)) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_says_nothing_is_not_filed) {
  City city;
  city.add<core::schema::CommandNoted>(id_of(1), [](auto) {});
  BOOST_TEST(Played(city).read("staff") == "");
}

BOOST_AUTO_TEST_CASE(a_channel_that_does_not_exist_is_empty) {
  City city;
  city.course(1);
  Played const played(city);
  for (auto const* channel : {"", "Public", "person/", "person/1", "p", "staff/x"}) {
    BOOST_TEST(played.read(channel) == "");
    BOOST_TEST(played.feed.last(channel).value == 0u);
  }
}

BOOST_AUTO_TEST_CASE(pages_go_on_after_the_last_position_seen) {
  City city;
  for (std::uint64_t number = 1; number <= 5; ++number) city.course(number);
  Played played(city);
  BOOST_TEST(played.read("public", 0, 2) == "1 2");
  BOOST_TEST(played.read("public", 2, 2) == "3 4");
  BOOST_TEST(played.read("public", 5, 2) == "");
  BOOST_TEST(played.read("public", 0, 0) == "");
  BOOST_TEST(played.feed.last("public").value == 5u);
  BOOST_TEST(played.feed.count("public") == 5u);
}

BOOST_AUTO_TEST_CASE(what_was_written_behind_and_what_was_not_are_one_channel) {
  City city;
  Played played(city);
  auto& shelf = played.shelves.open("view.feed.v3");
  for (std::uint64_t round = 0; round < 4; ++round) {
    auto const from = city.head();
    city.course(1);
    city.suspend(2);
    city.course(3);
    city.play(played.feed, from);
    if (round % 2 == 0) shelf.write(played.feed.take_changes(), city.head());
  }
  BOOST_TEST(played.read("public") == "1 3 4 6 7 9 10 12");
  BOOST_TEST(played.read("staff", 3, 5) == "4 5 6 7 8");
  BOOST_TEST(played.read(person(2), 2, 5) == "5 8 11");
}

BOOST_AUTO_TEST_CASE(changes_that_were_taken_are_read_from_memory_until_they_lie_on_the_shelf) {
  City city;
  city.course(1);
  Played played(city);
  auto const changes = played.feed.take_changes();
  BOOST_TEST(played.feed.dirty() == 0u);
  BOOST_TEST(played.read("public") == "1");
  city.course(2);
  city.play(played.feed, {1});
  BOOST_TEST(played.read("public") == "1 2");
  played.shelves.open("view.feed.v3").write(changes, {1});
  BOOST_TEST(played.read("public") == "1 2");
  BOOST_TEST(played.feed.take_changes().size() == 2u);
}

BOOST_AUTO_TEST_CASE(resuming_costs_what_was_missed) {
  City city;
  for (std::uint64_t i = 0; i < 2000; ++i) i % 2 ? city.course(1) : city.suspend(1 + i % 7);
  CountingShelves shelves;
  Feed feed(mixing_crypto, shelves);
  city.play(feed);
  shelves.open("").write(feed.take_changes(), city.head());
  auto const missed = feed.positions("public", {1980}, 500);
  BOOST_TEST(text(missed) == "1982 1984 1986 1988 1990 1992 1994 1996 1998 2000");
  BOOST_TEST(shelves.visited <= missed.size() + 1);
  shelves.visited = 0;
  BOOST_TEST(feed.positions("public", {2000}, 500).empty());
  BOOST_TEST(shelves.visited == 0u);
}

BOOST_AUTO_TEST_CASE(recent_events_come_with_their_channels_in_order) {
  City city;
  city.course(1);
  city.suspend(2);
  Played const played(city);
  std::vector<std::string> seen;
  played.feed.recent({}, [&](core::Position position, std::string const& channel) {
    seen.push_back(std::to_string(position.value) + " " + channel);
  });
  std::vector<std::string> const expected = {"1 public", "1 members", "1 staff", "2 staff",
                                             "2 " + person(2)};
  BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_every_channel_is_the_same) {
  std::mt19937_64 engine(10);
  City city;
  for (std::uint64_t number = 1; number <= 30; ++number) city.create(number);
  for (int i = 0; i < 1000; ++i) {
    auto const number = 1 + engine() % 30;
    city.actor = id_of(1 + engine() % 40);
    auto const target = engine() % 30;
    switch (engine() % 9) {
      case 0: city.course(number); break;
      case 1: city.consent(number); break;
      case 2: city.list(number); break;
      case 3: city.hide(number); break;
      case 4: city.draft(100 + number, number); break;
      case 5: city.challenge<challenge::ChallengeApproved>(100 + number); break;
      case 6: city.set_languages(number, {"de"}); break;
      case 7: city.follow<core::follow::FollowStarted>(number, target); break;
      case 8: city.follow<core::follow::FollowStopped>(number, target); break;
    }
  }
  MemoryShelves kept;
  Feed restarted(mixing_crypto, kept);
  core::Position position;
  for (auto const until : {200ULL, 201ULL, 700ULL, 950ULL}) {
    Feed piece(mixing_crypto, kept);
    auto& shelf = kept.open("view.feed.v3");
    BOOST_REQUIRE_EQUAL(piece.load(shelf).value, position.value);
    city.play(piece, position, {until});
    shelf.write(piece.take_changes(), position = {until});
  }
  restarted.load(kept.open("view.feed.v3"));
  city.play(restarted, position);
  Played const whole(city);
  BOOST_TEST((restarted.rows().digest() == whole.feed.rows().digest()));
  BOOST_TEST(told(restarted) == told(whole.feed), boost::test_tools::per_element());
  std::vector<std::string> channels = {"public", "members", "staff"};
  for (std::uint64_t number = 1; number <= 40; ++number) {
    channels.push_back(person(number));
    channels.push_back(following(number));
  }
  for (auto const& channel : channels) {
    auto const expected = whole.feed.positions(channel, {}, 10'000);
    BOOST_TEST((restarted.positions(channel, {}, 10'000) == expected));
    BOOST_TEST(restarted.count(channel) == expected.size());
    BOOST_TEST(
        (restarted.last(channel) == (expected.empty() ? core::Position() : expected.back())));
  }
}

BOOST_AUTO_TEST_SUITE_END()
