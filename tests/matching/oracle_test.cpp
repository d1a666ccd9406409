// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/oracle.hpp"

#include <boost/test/unit_test.hpp>
#include <numeric>

#include "tests/matching/world.hpp"

using namespace matching;

namespace {

constexpr char const* vocabulary =
    "it/group; code: it; python: code; go: code; java: code; design; law; ai/topic; energy/topic; "
    "city/topic";

struct Hub : worlds::World {
  Hub() { terms(vocabulary); }
};

Millionths points_of(Answer const& answer, std::string_view name) {
  for (auto const& one : answer.best)
    if (one.id == words::id(name)) return one.points;
  return -1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(oracle)

BOOST_AUTO_TEST_CASE(the_better_the_need_is_met_the_higher) {
  Hub hub;
  hub.person("same", "offers python");
  hub.person("sibling", "offers java");
  hub.person("general", "offers code");
  hub.person("other", "offers law");
  BOOST_TEST(hub.people("needs python") == "same general sibling");
  BOOST_TEST(hub.people("needs code") == "general same sibling");
  BOOST_TEST(worlds::removed(hub.top(Lane::PEOPLE, "needs python")) == "unrelated 1");
}

BOOST_AUTO_TEST_CASE(a_level_that_is_missing_costs) {
  Hub hub;
  hub.person("expert", "offers python:4");
  hub.person("novice", "offers python:1");
  hub.person("silent", "offers python");
  BOOST_TEST(hub.people("needs python:3") == "expert silent novice");
  BOOST_TEST(hub.people("needs python") == "expert novice silent");  // Equal: by id.
}

BOOST_AUTO_TEST_CASE(a_one_sided_helper_ranks_behind_a_reciprocal_one_and_is_there) {
  Hub hub;
  hub.person("helper", "offers python; needs law");
  hub.person("partner", "offers python; needs design");
  hub.person("taker", "offers law; needs design");
  auto const answer = hub.top(Lane::PEOPLE, "needs python; offers design");
  BOOST_REQUIRE(answer.best.size() == 3u);
  BOOST_TEST((answer.best[0].id == words::id("partner")));
  BOOST_TEST((answer.best[0].direction == core::match::Direction::RECIPROCAL));
  BOOST_TEST((answer.best[1].id == words::id("helper")));
  BOOST_TEST((answer.best[1].direction == core::match::Direction::HELPS_YOU));
  BOOST_TEST((answer.best[2].direction == core::match::Direction::YOU_HELP));
}

BOOST_AUTO_TEST_CASE(a_question_without_offers_asks_for_help_alone) {
  Hub hub;
  hub.person("needy", "offers python; needs law");
  hub.person("needless", "offers python");
  auto const answer = hub.top(Lane::PEOPLE, "needs python");
  BOOST_TEST(points_of(answer, "needy") == points_of(answer, "needless"));
}

BOOST_AUTO_TEST_CASE(a_must_that_is_not_met_excludes) {
  Hub hub;
  hub.person("both", "offers python design");
  hub.person("only-design", "offers design");
  hub.person("almost", "offers java design");
  BOOST_TEST(hub.people("needs python! design") == "both");
  BOOST_TEST(worlds::removed(hub.top(Lane::PEOPLE, "needs python! design")) == "must 2");
  BOOST_TEST(hub.people("needs python design") == "both almost only-design");
}

BOOST_AUTO_TEST_CASE(a_need_that_nobody_named_yet_weighs_and_is_a_gap) {
  Hub hub;
  hub.person("coder", "offers python");
  auto const alone = points_of(hub.top(Lane::PEOPLE, "needs python"), "coder");
  auto const both = points_of(hub.top(Lane::PEOPLE, "needs python sailing"), "coder");
  BOOST_TEST(0 < both);
  BOOST_TEST(both < alone);
  BOOST_TEST(hub.people("needs sailing").empty());
  BOOST_TEST(worlds::removed(hub.top(Lane::PEOPLE, "needs python sailing!")) == "must 1");
  auto const why = hub.explain(Lane::PEOPLE, "needs python sailing", "coder");
  BOOST_REQUIRE((why.gaps.size() == 1u && why.reasons.size() == 1u));
  BOOST_TEST((why.gaps[0].need == words::id("sailing") && why.gaps[0].yours));
  BOOST_TEST(why.reasons[0].points == *why.coverages.yours);
  hub.person("sailor", "offers sailing");
  BOOST_TEST(hub.people("needs sailing") == "sailor");
}

BOOST_AUTO_TEST_CASE(a_must_of_theirs_that_you_do_not_meet_makes_their_coverage_nothing) {
  Hub hub;
  hub.person("strict", "offers python; needs design law!");
  hub.person("easy", "offers python; needs design law");
  BOOST_TEST(hub.people("needs python; offers design") == "easy strict");
  auto const explained = hub.explain(Lane::PEOPLE, "needs python; offers design", "strict");
  BOOST_TEST(*explained.coverages.theirs == 0);
  BOOST_TEST((explained.direction == core::match::Direction::HELPS_YOU));
}

BOOST_AUTO_TEST_CASE(each_filter_removes_and_counts) {
  Hub hub;
  hub.person("ok", "offers python; kinds 1 5; sector 2; speaks de en; hours 10");
  hub.person("me", "offers python");
  hub.person("hidden", "offers python");
  hub.hides("hidden");
  hub.person("refuses", "offers python");
  hub.withdraws_consent("refuses");
  hub.person("locked", "offers python");
  hub.is_suspended("locked");
  hub.person("resting", "offers python");
  hub.pauses("resting");
  hub.person("kind", "offers python; kinds 3; sector 2; speaks de; hours 10");
  hub.person("sector", "offers python; kinds 1; sector 1; speaks de; hours 10");
  hub.person("tongue", "offers python; kinds 1; sector 2; speaks fr; hours 10");
  hub.person("mute", "offers python; kinds 1; sector 2; hours 10");
  hub.person("busy", "offers python; kinds 1; sector 2; speaks de; hours 3");
  auto const answer = hub.top(
      Lane::PEOPLE,
      "self me; needs python; only-kinds 1 2; only-sectors 2 3; only-speaks de it; hours-min 4");
  BOOST_TEST(worlds::in_words(answer).starts_with("ok "));
  BOOST_TEST(answer.candidates == 1u);
  BOOST_TEST(worlds::removed(answer) ==
             "self 1, not-listed 1, no-consent 1, suspended 1, paused 1, kind 1, sector 1, "
             "language 2, hours 1");
}

BOOST_AUTO_TEST_CASE(an_explanation_of_somebody_who_may_not_be_seen_says_nothing_else) {
  Hub hub;
  hub.person("locked", "offers python; speaks de; hours 3; sector 2");
  hub.is_suspended("locked");
  for (auto const* name : {"locked", "nobody"}) {
    auto const explained = hub.explain(Lane::PEOPLE, "needs python; speaks de", name);
    BOOST_TEST((explained.excluded_by == Filter::unlisted));
    BOOST_TEST(explained.reasons.empty());
    BOOST_TEST(explained.shared_languages.empty());
    BOOST_TEST(static_cast<int>(explained.hours) == 0);
    BOOST_TEST(explained.parts.total() == 0);
  }
}

BOOST_AUTO_TEST_CASE(who_is_kept_away_is_as_good_as_not_listed_and_so_are_their_challenges) {
  Hub hub;
  for (auto const* name : {"near", "away"}) hub.person(name, "offers python; speaks de");
  hub.challenge("bridge", "wants python; owner near");
  hub.challenge("tunnel", "wants python; owner away");
  auto question = worlds::query(Lane::PEOPLE, "needs python; offers python");
  question.apart = {words::id("away")};
  auto const people = hub.oracle().top(question);
  BOOST_TEST(worlds::in_words(people).starts_with("near "));
  BOOST_TEST(people.best.size() == 1u);
  BOOST_TEST(worlds::removed(people) == "not-listed 1");
  auto const explained = hub.oracle().explain(question, words::id("away"));
  BOOST_TEST((explained.excluded_by == Filter::unlisted));
  BOOST_TEST(explained.reasons.empty());
  question.lane = Lane::CHALLENGES;
  auto const challenges = hub.oracle().top(question);
  BOOST_TEST(worlds::in_words(challenges).starts_with("bridge "));
  BOOST_TEST(challenges.best.size() == 1u);
}

BOOST_AUTO_TEST_CASE(courses_and_challenges_are_lanes_of_their_own) {
  Hub hub;
  hub.person("ann", "offers python; needs design");
  hub.course("learn-python", "teaches python:2; speaks de");
  hub.course("learn-law", "teaches law");
  hub.challenge("bridge", "wants python! design; owner bob");
  hub.challenge("law-case", "wants law!");
  hub.challenge("own", "wants python; owner ann");
  BOOST_TEST(hub.courses("needs code") == "learn-python");
  BOOST_TEST(hub.challenges("self ann; offers python; needs design!") == "bridge");
  BOOST_TEST(worlds::removed(hub.top(Lane::CHALLENGES, "self ann; offers python")) ==
             "self 1, must 1");
  hub.about_challenge<core::challenge::ChallengeClosed>("bridge");
  BOOST_TEST(hub.challenges("self ann; offers python") == "");
}

BOOST_AUTO_TEST_CASE(the_smaller_terms_decide_between_equals) {
  Hub hub;
  hub.person("a", "offers python");
  hub.person("b", "offers python; hours 10");
  hub.person("c", "offers python; speaks de");
  hub.person("d", "offers python; topics ai; speaks fr");
  hub.person("e", "offers python; sector 3");
  hub.person("f", "offers python; speaks fr");
  // Of 1'000'000: one topic 80'000, ten hours 40'000, a language 40'000 or half of it unsaid, another sector 20'000.
  BOOST_TEST(hub.people("needs python; topics ai; speaks de; hours 20; sector 1") == "d b c e a f");
}

BOOST_AUTO_TEST_CASE(a_shared_topic_is_enough_to_be_related) {
  Hub hub;
  hub.person("ann", "topics ai");
  hub.person("bob", "topics city");
  BOOST_TEST(hub.people("topics ai energy") == "ann");
  BOOST_TEST(hub.people("needs law; topics ai") == "ann");
}

BOOST_AUTO_TEST_CASE(the_best_are_cut_at_the_limit_and_ties_go_by_id) {
  Hub hub;
  for (auto const* name : {"d", "b", "e", "a", "c"}) hub.person(name, "offers python");
  BOOST_TEST(hub.people("needs python; limit 3") == "a b c");
  BOOST_TEST(hub.people("needs python; limit 0") == "");
  BOOST_TEST(hub.top(Lane::PEOPLE, "needs python; limit 0").candidates == 5u);
  BOOST_TEST(hub.people("needs python; limit 99") == "a b c d e");
}

BOOST_AUTO_TEST_CASE(a_change_is_visible_to_the_next_question) {
  Hub hub;
  hub.person("ann", "offers law");
  BOOST_TEST(hub.people("needs python") == "");
  hub.declares("ann", "have python");
  BOOST_TEST(hub.people("needs python") == "ann");
  hub.person("bob", "offers snake");  // A word that nobody had said before
  BOOST_TEST(hub.people("needs snake") == "bob");
  hub.merges("snake", "python");  // is found under its new name, and asked for by its old one.
  BOOST_TEST(hub.people("needs python") == "ann bob");
  BOOST_TEST(hub.people("needs snake") == "ann bob");
  hub.withdraws("ann", "have python");
  BOOST_TEST(hub.people("needs python") == "bob");
}

BOOST_AUTO_TEST_CASE(what_nobody_knows_matches_nothing) {
  Hub hub;
  hub.person("ann", "offers python");
  BOOST_TEST(hub.people("needs unheard-of") == "");
  BOOST_TEST(hub.people("") == "");
  BOOST_TEST(Hub().people("needs python") == "");
}

BOOST_AUTO_TEST_CASE(a_person_asks_by_being_who_they_are) {
  Hub hub;
  hub.person("ann",
             "offers design:2; needs python:3*4!; topics ai; speaks en de; hours 8; sector 2");
  auto const question = hub.oracle().asked_by(words::id("ann"), Lane::COURSES);
  BOOST_REQUIRE(question);
  BOOST_TEST((question->self == words::id("ann")));
  BOOST_TEST((question->needs[0].term == words::id("python")));
  BOOST_TEST(
      (question->needs[0].level == 3 && question->needs[0].weight == 4 && question->needs[0].must));
  BOOST_TEST((question->offers[0].term == words::id("design") && question->offers[0].level == 2));
  BOOST_TEST(question->languages.size() == 2u);
  BOOST_TEST((question->hours == 8 && question->sector == core::schema::Sector::SCIENCE));
  BOOST_TEST(!hub.oracle().asked_by(words::id("nobody"), Lane::PEOPLE));
}

BOOST_AUTO_TEST_CASE(an_explanation_names_each_need_its_cover_and_the_way_between) {
  Hub hub;
  hub.person(
      "bob",
      "offers python:2 design; needs law go; topics ai city; speaks de fr; hours 6; sector 1");
  auto const question =
      "needs code:3 design law; offers java; topics city energy ai; speaks de en; hours 8; sector "
      "2";
  auto const explained = hub.explain(Lane::PEOPLE, question, "bob");
  auto const* answer = &explained;
  BOOST_TEST(!answer->excluded_by);
  BOOST_REQUIRE(answer->reasons.size() == 3u);
  auto const& [need, offer, yours, closeness, level_fit, points, path, weight] = answer->reasons[1];
  BOOST_TEST(words::name(answer->reasons[0].need) == "design");
  BOOST_TEST((words::name(need) == "code" && words::name(offer) == "python" && yours));
  BOOST_TEST((closeness == 850'000 && level_fit == 700'000));
  BOOST_TEST(path.size() == 2u);
  BOOST_TEST(weight == 333'333);
  BOOST_TEST((words::name(answer->reasons[2].need) == "go" && !answer->reasons[2].yours));
  BOOST_TEST(answer->reasons[2].path.size() == 3u);
  BOOST_REQUIRE(answer->gaps.size() == 2u);
  BOOST_TEST((words::name(answer->gaps[0].need) == "law" && answer->gaps[0].yours));
  BOOST_TEST((words::name(answer->gaps[1].need) == "law" && !answer->gaps[1].yours));
  BOOST_TEST(answer->reasons[0].points + answer->reasons[1].points == *answer->coverages.yours);
  BOOST_TEST(answer->reasons[2].points == *answer->coverages.theirs);
  BOOST_TEST((answer->shared_topics == std::vector{words::id("ai"), words::id("city")}));
  BOOST_TEST((answer->shared_languages == std::vector{language_of("de")}));
  BOOST_TEST((answer->hours == 6 && answer->sector == core::schema::Sector::BUSINESS));
  BOOST_TEST(points_of(hub.top(Lane::PEOPLE, question), "bob") == answer->parts.total());
}

BOOST_AUTO_TEST_SUITE_END()
