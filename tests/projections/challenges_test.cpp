// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/challenges.hpp"

#include <random>

#include "core/schema/vocabulary.capnp.h"
#include "tests/projections/replay.hpp"

namespace {

namespace challenge = core::challenge;
using core::schema::Sector;
using projections::ChallengeFilter;
using projections::Challenges;
using projections::ChallengeStage;
using support::id_of;

struct Says {
  Sector sector = Sector::BUSINESS;
  std::vector<std::uint64_t> wanted = {}, topics = {};
  bool green = false;
};

struct Desk : support::History {
  core::Position draft(std::uint64_t number, Says const& says = {}) {
    return add<challenge::ChallengeDrafted>(id_of(number), [&](auto event) {
      write(number, says, event);
      event.setOwner(core::data_of(id_of(7)));
    });
  }
  core::Position revise(std::uint64_t number, Says const& says) {
    return add<challenge::ChallengeRevised>(id_of(number),
                                            [&](auto event) { write(number, says, event); });
  }
  template <class Event>
  core::Position happen(std::uint64_t number) {
    return add<Event>(id_of(number),
                      [&](auto event) { event.setChallenge(core::data_of(id_of(number))); });
  }
  core::Position publish(std::uint64_t number, Says const& says = {}) {
    draft(number, says);
    happen<challenge::ChallengeSubmitted>(number);
    happen<challenge::ChallengeApproved>(number);
    return happen<challenge::ChallengePublished>(number);
  }
  template <class Event>
  core::Position team(std::uint64_t number, std::uint64_t team) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setChallenge(core::data_of(id_of(number)));
      event.setTeam(core::data_of(id_of(team)));
    });
  }
  void merge(std::uint64_t term, std::uint64_t into) {
    add<core::vocabulary::TermMerged>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setInto(core::data_of(id_of(into)));
    });
  }

 private:
  static void write(std::uint64_t number, Says const& says, auto event) {
    event.setChallenge(core::data_of(id_of(number)));
    event.setSector(says.sector);
    event.setGreen(says.green);
    auto wanted = event.initWanted(static_cast<unsigned>(says.wanted.size()));
    for (unsigned i = 0; i < says.wanted.size(); ++i)
      wanted[i].setTerm(core::data_of(id_of(says.wanted[i])));
    auto topics = event.initTopics(static_cast<unsigned>(says.topics.size()));
    for (unsigned i = 0; i < says.topics.size(); ++i)
      topics.set(i, core::data_of(id_of(says.topics[i])));
  }
};

struct Played {
  explicit Played(Desk const& desk) { desk.play(challenges); }
  Challenges challenges{support::mixing_crypto};

  std::string found(ChallengeFilter const& filter = {}, std::uint64_t after = 0,
                    std::size_t limit = 20) const {
    std::string text;
    for (auto const& id : challenges.search(filter, id_of(after), limit).page)
      (text += text.empty() ? "" : " ") += std::to_string(id.bytes[15]);
    return text;
  }
  ChallengeStage stage(std::uint64_t number) const {
    return challenges.challenge(id_of(number))->stage;
  }
};

ChallengeFilter by_skill(std::uint64_t term) {
  ChallengeFilter filter;
  filter.skills = {id_of(term)};
  return filter;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(challenges)

BOOST_AUTO_TEST_CASE(published_and_closed_challenges_are_shown_the_last_published_first) {
  Desk desk;
  desk.publish(1);
  desk.publish(2);
  desk.happen<challenge::ChallengeClosed>(1);
  desk.draft(3);
  Played const played(desk);
  BOOST_TEST(played.found() == "2 1");
  ChallengeFilter open;
  open.open = true;
  BOOST_TEST(played.found(open) == "2");
}

BOOST_AUTO_TEST_CASE(those_about_sustainability_can_be_asked_for) {
  Desk desk;
  desk.publish(1, {.green = true});
  desk.publish(2);
  Played const played(desk);
  ChallengeFilter green;
  green.green = true;
  BOOST_TEST(played.found(green) == "1");
  BOOST_TEST(played.found() == "2 1");
}

BOOST_AUTO_TEST_CASE(a_proposal_is_a_draft_that_its_author_owns_and_a_desk_is_kept) {
  Desk desk;
  auto const proposed = desk.add<challenge::ChallengeProposed>(id_of(1), [](auto event) {
    event.setChallenge(core::data_of(id_of(1)));
    event.setOwner(core::data_of(id_of(7)));
  });
  desk.add<challenge::ChallengeTaken>(id_of(1), [](auto event) {
    event.setChallenge(core::data_of(id_of(1)));
    event.setDesk(core::data_of(id_of(8)));
  });
  Played const played(desk);
  auto const row = played.challenges.challenge(id_of(1));
  BOOST_TEST((row->stage == ChallengeStage::DRAFT));
  BOOST_TEST((row->owner == id_of(7)));
  BOOST_TEST((row->desk == id_of(8)));
  BOOST_TEST(row->titled_at.value == proposed.value);
}

BOOST_AUTO_TEST_CASE(a_withdrawn_one_is_gone_from_the_catalogue) {
  Desk desk;
  desk.publish(1);
  desk.happen<challenge::ChallengeWithdrawn>(1);
  BOOST_TEST(Played(desk).found() == "");
  BOOST_TEST((Played(desk).stage(1) == ChallengeStage::WITHDRAWN));
}

BOOST_AUTO_TEST_CASE(stages_follow_the_way_of_a_challenge) {
  Desk desk;
  desk.draft(1);
  BOOST_TEST((Played(desk).stage(1) == ChallengeStage::DRAFT));
  desk.happen<challenge::ChallengeSubmitted>(1);
  BOOST_TEST((Played(desk).stage(1) == ChallengeStage::SUBMITTED));
  auto const returned = desk.happen<challenge::ChallengeReturned>(1);
  BOOST_TEST((Played(desk).stage(1) == ChallengeStage::DRAFT));
  BOOST_TEST(Played(desk).challenges.challenge(id_of(1))->reason_at.value == returned.value);
  desk.happen<challenge::ChallengeRejected>(1);
  BOOST_TEST((Played(desk).stage(1) == ChallengeStage::REJECTED));
  desk.happen<challenge::ChallengeApproved>(1);
  BOOST_TEST((Played(desk).stage(1) == ChallengeStage::APPROVED));
}

BOOST_AUTO_TEST_CASE(a_row_says_where_the_sealed_texts_are) {
  Desk desk;
  auto const drafted = desk.draft(1);
  auto const revised = desk.revise(1, {.sector = Sector::SCIENCE});
  auto const published = desk.happen<challenge::ChallengePublished>(1);
  auto const clarified = desk.happen<challenge::ChallengeClarified>(1);
  auto const row = *Played(desk).challenges.challenge(id_of(1));
  BOOST_TEST(row.drafted_at.value == drafted.value);
  BOOST_TEST(row.titled_at.value == revised.value);
  BOOST_TEST(row.published_at.value == published.value);
  BOOST_REQUIRE_EQUAL(row.clarified_at.size(), 1u);
  BOOST_TEST(row.clarified_at[0].value == clarified.value);
  BOOST_TEST((row.sector == Sector::SCIENCE));
  BOOST_TEST((row.owner == id_of(7)));
  BOOST_TEST(row.version.value == 4u);
}

BOOST_AUTO_TEST_CASE(any_value_within_a_filter_will_do_and_all_filters_must) {
  Desk desk;
  desk.publish(1, {.sector = Sector::BUSINESS, .wanted = {100}});
  desk.publish(2, {.sector = Sector::SCIENCE, .wanted = {100, 101}, .topics = {200}});
  desk.publish(3, {.sector = Sector::SCIENCE, .wanted = {102}});
  Played const played(desk);
  auto filter = by_skill(100);
  BOOST_TEST(played.found(filter) == "2 1");
  filter.skills.push_back(id_of(102));
  BOOST_TEST(played.found(filter) == "3 2 1");
  filter.sectors = {Sector::SCIENCE};
  BOOST_TEST(played.found(filter) == "3 2");
  filter.topics = {id_of(200)};
  BOOST_TEST(played.found(filter) == "2");
}

BOOST_AUTO_TEST_CASE(a_merged_term_and_what_it_became_find_the_same) {
  Desk desk;
  desk.publish(1, {.wanted = {100}, .topics = {200}});
  desk.publish(2, {.wanted = {101}});
  desk.merge(100, 101);
  desk.merge(200, 101);
  Played const played(desk);
  BOOST_TEST(played.found(by_skill(100)) == "2 1");
  BOOST_TEST(played.found(by_skill(101)) == "2 1");
  ChallengeFilter topic;
  topic.topics = {id_of(200)};
  BOOST_TEST(played.found(topic) == "1");
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_gap) {
  Desk desk;
  for (std::uint64_t number = 1; number <= 5; ++number) desk.publish(number);
  Played const played(desk);
  BOOST_TEST(played.found({}, 0, 2) == "5 4");
  BOOST_TEST(played.found({}, 4, 2) == "3 2");
  BOOST_TEST(played.found({}, 2, 2) == "1");
  BOOST_TEST(played.found({}, 99, 2) == "");
  BOOST_TEST(played.challenges.search({}, id_of(2), 2).total == 5u);
}

BOOST_AUTO_TEST_CASE(teams_apply_are_accepted_declined_and_withdraw) {
  Desk desk;
  desk.publish(1);
  auto const applied = desk.team<challenge::TeamApplied>(1, 60);
  for (std::uint64_t team : {61, 62, 63}) desk.team<challenge::TeamApplied>(1, team);
  desk.team<challenge::TeamAccepted>(1, 60), desk.team<challenge::TeamAccepted>(1, 61);
  auto const declined = desk.team<challenge::TeamDeclined>(1, 62);
  desk.team<challenge::TeamWithdrawn>(1, 61);
  Played const played(desk);
  auto const row = *played.challenges.challenge(id_of(1));
  BOOST_TEST(row.accepted() == 1u);
  BOOST_REQUIRE(row.candidate(id_of(60)));
  BOOST_TEST((row.candidate(id_of(60))->standing == projections::TeamStanding::ACCEPTED));
  BOOST_TEST(row.candidate(id_of(60))->applied_at.value == applied.value);
  BOOST_TEST(!row.candidate(id_of(61)));
  BOOST_TEST((row.candidate(id_of(62))->standing == projections::TeamStanding::DECLINED));
  BOOST_TEST(row.candidate(id_of(62))->declined_at.value == declined.value);
  BOOST_TEST((row.candidate(id_of(63))->standing == projections::TeamStanding::APPLIED));
  BOOST_TEST(played.challenges.of_team(id_of(61)).empty());
  BOOST_TEST((played.challenges.of_team(id_of(62)) == std::vector{id_of(1)}));
}

BOOST_AUTO_TEST_CASE(a_team_works_on_what_it_was_accepted_for_last) {
  Desk desk;
  for (std::uint64_t number : {3, 2, 1}) {
    desk.publish(number);
    desk.team<challenge::TeamApplied>(number, 60);
  }
  BOOST_TEST(Played(desk).challenges.worked_on_by(id_of(60)).is_nil());
  desk.team<challenge::TeamAccepted>(3, 60);
  BOOST_TEST((Played(desk).challenges.worked_on_by(id_of(60)) == id_of(3)));
  desk.happen<challenge::ChallengeClosed>(3);
  desk.team<challenge::TeamAccepted>(2, 60);
  BOOST_TEST((Played(desk).challenges.worked_on_by(id_of(60)) == id_of(2)));
  desk.happen<challenge::ChallengeWithdrawn>(2);
  BOOST_TEST((Played(desk).challenges.worked_on_by(id_of(60)) == id_of(3)));
  BOOST_TEST(Played(desk).challenges.worked_on_by(id_of(61)).is_nil());
}

BOOST_AUTO_TEST_CASE(what_was_submitted_waits_until_it_is_answered) {
  Desk desk;
  for (std::uint64_t number : {1, 2, 3, 4}) desk.draft(number);
  for (std::uint64_t number : {3, 1, 2}) desk.happen<challenge::ChallengeSubmitted>(number);
  BOOST_TEST((Played(desk).challenges.waiting() == std::vector{id_of(3), id_of(1), id_of(2)}));
  desk.happen<challenge::ChallengeReturned>(3);
  desk.happen<challenge::ChallengeApproved>(2);
  BOOST_TEST((Played(desk).challenges.waiting() == std::vector{id_of(1)}));
  desk.happen<challenge::ChallengeSubmitted>(3);
  BOOST_TEST((Played(desk).challenges.waiting() == std::vector{id_of(1), id_of(3)}));
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 engine(9);
  Desk desk;
  for (std::uint64_t number = 1; number <= 100; ++number) {
    desk.publish(number, {.wanted = {100 + engine() % 20}, .topics = {100 + engine() % 20}});
    if (engine() % 3 == 0) desk.happen<challenge::ChallengeClarified>(number);
    auto const team = 200 + engine() % 5;
    desk.team<challenge::TeamApplied>(number, team);
    if (engine() % 2 == 0) desk.team<challenge::TeamAccepted>(number, team);
    if (engine() % 3 == 0) desk.team<challenge::TeamDeclined>(number, team);
    if (engine() % 4 == 0) desk.team<challenge::TeamWithdrawn>(number, team);
    if (engine() % 3 == 0) desk.happen<challenge::ChallengeClosed>(number);
    if (engine() % 5 == 0) desk.happen<challenge::ChallengeWithdrawn>(1 + engine() % number);
    if (number % 10 == 0) desk.merge(99 + number / 10, 120);
  }
  auto const view = support::check_replay(
      desk, 6, [](auto&) { return std::make_unique<Challenges>(support::mixing_crypto); });
  Played const played(desk);
  for (std::uint64_t term = 100; term <= 120; ++term)
    BOOST_TEST((view->search(by_skill(term), {}, 100).page ==
                played.challenges.search(by_skill(term), {}, 100).page));
  for (std::uint64_t team = 200; team < 205; ++team)
    BOOST_TEST((view->worked_on_by(id_of(team)) == played.challenges.worked_on_by(id_of(team))));
}

BOOST_AUTO_TEST_SUITE_END()
