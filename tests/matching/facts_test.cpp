// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/facts.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/matching/world.hpp"
#include "tests/support/memory_shelf.hpp"

using namespace matching;

namespace {

std::string claims_in_words(Facts const& facts, std::span<Claim const> claims) {
  std::vector<std::string> texts;
  for (auto claim : claims) {
    auto text = words::name(facts.taxonomy().id(claim.term()));
    if (claim.level()) text += ":" + std::to_string(claim.level());
    if (claim.weight()) text += "*" + std::to_string(claim.weight());
    texts.push_back(text + (claim.must() ? "!" : ""));
  }
  std::ranges::sort(texts);
  std::string all;
  for (auto const& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

// What is known of a candidate: "offers ...; needs ...; topics ...; ..."
std::string picture(Facts const& facts, Lane lane, std::string_view name) {
  auto const* candidate = facts.candidates(lane).find(words::id(name));
  if (!candidate) return "(none)";
  std::string text = "offers " + claims_in_words(facts, candidate->offers()) + "; needs " +
                     claims_in_words(facts, candidate->needs()) + "; topics " +
                     claims_in_words(facts, candidate->topics());
  text += "; speaks";
  for (auto language : facts.languages().of(candidate->languages))
    text += " " + to_string(language);
  text += "; hours " + std::to_string(candidate->hours) + "; sector " +
          std::to_string(candidate->sector);
  return text + "; kinds " + std::to_string(candidate->kinds) + "; standing " +
         std::to_string(candidate->standing);
}

constexpr char const* vocabulary = "it/group; code: it; python: code; go: code; design; ai/topic";

void tell_some(worlds::Teller& tell) {
  tell.terms(vocabulary);
  tell.person("ann",
              "offers python:3 go; needs design:2*5!; topics ai; speaks en de; hours 10; sector 1; "
              "kinds 0 5");
  tell.person("bob", "offers design:4; needs code; speaks de; hours 4; sector 2; kinds 1");
  tell.proposes("coding");
  tell.person("cem", "offers coding:2; needs design");
  tell.course("learn-go", "teaches go:2 code; speaks de");
  tell.challenge("bridge", "wants design:3 python; topics ai; speaks de; sector 3; owner bob");
  tell.drafts("draft", "wants go");
  tell.merges("coding", "code");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts)

BOOST_AUTO_TEST_CASE(a_profile_is_kept_as_it_was_stated) {
  worlds::World world;
  tell_some(world);
  BOOST_TEST(picture(world.facts(), Lane::PEOPLE, "ann") ==
             "offers go python:3; needs design:2*5!; topics ai; speaks de en; hours 10; sector 1; "
             "kinds 33; standing 7");
}

BOOST_AUTO_TEST_CASE(a_challenge_and_a_course_are_candidates) {
  worlds::World world;
  tell_some(world);
  BOOST_TEST(picture(world.facts(), Lane::CHALLENGES, "bridge") ==
             "offers ; needs design:3 python; topics ai; speaks de; hours 0; sector 3; kinds 0; "
             "standing 7");
  BOOST_TEST(picture(world.facts(), Lane::CHALLENGES, "draft").ends_with("standing 1"));
  BOOST_TEST(
      picture(world.facts(), Lane::COURSES, "learn-go") ==
      "offers code go:2; needs ; topics ; speaks de; hours 0; sector 0; kinds 0; standing 7");
  BOOST_TEST((world.facts().owner(words::id("bridge")) == words::id("bob")));
}

BOOST_AUTO_TEST_CASE(each_event_changes_its_fact) {
  worlds::World world;
  tell_some(world);
  auto const ann = [&] { return picture(world.facts(), Lane::PEOPLE, "ann"); };
  world.declares("ann", "have python:4");
  world.declares("ann", "want go*2");
  BOOST_TEST(ann().starts_with("offers go python:4; needs design:2*5! go*2;"));
  world.withdraws("ann", "have go");
  world.withdraws("ann", "want design");
  BOOST_TEST(ann().starts_with("offers python:4; needs go*2;"));
  auto const id = words::id("ann");
  world.log.add<core::profile::InterestsDeclared>(
      id, [&](auto event) { event.setProfile(core::data_of(id)); });
  world.log.add<core::profile::AvailabilitySet>(id, [&](auto event) {
    event.setProfile(core::data_of(id));
    event.setHoursPerWeek(7);
  });
  world.log.add<core::profile::LanguagesSet>(id, [&](auto event) {
    event.setProfile(core::data_of(id));
    event.initLanguages(1).set(0, "fr");
  });
  world.log.add<core::profile::ProfileRevised>(id, [&](auto event) {
    event.setProfile(core::data_of(id));
    event.setSector(core::schema::Sector::CIVIL_SOCIETY);
    event.initKinds(1).set(0, core::profile::Kind::CITIZEN);
  });
  BOOST_TEST(
      ann() ==
      "offers python:4; needs go*2; topics ; speaks fr; hours 7; sector 4; kinds 16; standing 7");
}

BOOST_AUTO_TEST_CASE(standing_follows_consent_listing_pause_and_suspension) {
  worlds::World world;
  tell_some(world);
  auto const standing = [&] {
    return static_cast<int>(
        world.facts().candidates(Lane::PEOPLE).find(words::id("ann"))->standing);
  };
  world.withdraws_consent("ann");
  BOOST_TEST(standing() == (described | listed));
  world.consents("ann");
  world.pauses("ann");
  BOOST_TEST(standing() == (described | listed | consented | paused));
  world.resumes("ann");
  world.is_suspended("ann");
  BOOST_TEST(standing() == (described | listed | consented | suspended));
  world.is_reinstated("ann");
  world.hides("ann");
  BOOST_TEST(standing() == (described | consented));
}

BOOST_AUTO_TEST_CASE(an_account_without_a_profile_is_no_candidate) {
  worlds::World world;
  world.consents("eve");
  BOOST_TEST(picture(world.facts(), Lane::PEOPLE, "eve") == "(none)");
  world.profile("eve", "offers go");
  BOOST_TEST(picture(world.facts(), Lane::PEOPLE, "eve").ends_with("standing 5"));
}

BOOST_AUTO_TEST_CASE(a_course_that_is_withdrawn_is_gone_and_can_come_back) {
  worlds::World world;
  tell_some(world);
  world.withdraws_course("learn-go");
  BOOST_TEST(picture(world.facts(), Lane::COURSES, "learn-go") == "(none)");
  world.course("learn-go", "teaches python");
  BOOST_TEST(picture(world.facts(), Lane::COURSES, "learn-go").starts_with("offers python;"));
}

BOOST_AUTO_TEST_CASE(whoever_named_a_merged_term_offers_its_survivor) {
  worlds::World world;
  tell_some(world);
  BOOST_TEST(picture(world.facts(), Lane::PEOPLE, "cem").starts_with("offers code:2;"));
  world.declares("cem", "have go:3");
  world.merges("go", "code");  // Both are one now: the higher level counts.
  BOOST_TEST(picture(world.facts(), Lane::PEOPLE, "cem").starts_with("offers code:3;"));
  world.withdraws("cem", "have go");  // What was stated last is still there.
  BOOST_TEST(picture(world.facts(), Lane::PEOPLE, "cem").starts_with("offers code:2;"));
}

BOOST_AUTO_TEST_CASE(people_are_counted_by_what_they_offer_while_they_are_listed) {
  worlds::World world;
  tell_some(world);
  auto const offering = [&](char const* term) {
    return world.facts().people_offering(words::id(term));
  };
  BOOST_TEST(offering("python") == 1u);
  BOOST_TEST(offering("code") == 1u);
  BOOST_TEST(offering("coding") == 1u);  // Asked by its old name.
  BOOST_TEST(offering("nothing") == 0u);
  world.hides("ann");
  BOOST_TEST(offering("python") == 0u);
  world.lists("ann");
  world.declares("bob", "have python");
  BOOST_TEST(offering("python") == 2u);
  BOOST_TEST(world.facts().count({1}).people() == 3u);
}

BOOST_AUTO_TEST_CASE(
    an_epoch_begins_after_sixteen_changes_of_listed_profiles_and_an_eighth_of_those_counted) {
  worlds::World world;
  world.terms(vocabulary);
  for (int i = 0; i < 15; ++i) world.person("p" + std::to_string(i), "offers go");
  BOOST_TEST(world.facts().statistics().source().value == 0u);
  world.profile("unlisted", "offers go");  // Changes no statistics.
  world.person("p15", "offers go");
  auto const first = world.log.head().value;
  BOOST_TEST(world.facts().statistics().source().value == first);
  BOOST_TEST(world.facts().statistics().people() == 16u);
  for (int i = 0; i < 17; ++i) world.declares("p0", "have python");
  BOOST_TEST(world.facts().statistics().source().value == first);
  world.declares("p0", "have python");
  BOOST_TEST(world.facts().statistics().source().value == world.log.head().value);
}

BOOST_AUTO_TEST_CASE(the_rows_hold_everything) {
  for (std::size_t more = 0; more < 60; more += 7) {
    worlds::World world;
    tell_some(world);
    for (std::size_t i = 0; i < more; ++i)
      world.person("p" + std::to_string(i), "offers go python; needs design");
    support::MemoryShelf shelf;
    support::MixingCrypto const crypto;
    auto& live = const_cast<Facts&>(world.facts());
    auto const digest = live.rows().digest();
    live.rows().write_behind(shelf, world.log.head());

    Facts back(crypto);
    BOOST_TEST(back.rows().load(shelf).value == world.log.head().value);
    back.loaded();
    BOOST_TEST(core::hex(back.rows().digest()) == core::hex(digest));
    BOOST_TEST(back.statistics().source().value == live.statistics().source().value);
    Oracle const oracle(back);
    for (auto const* name : {"ann", "bob", "cem"}) {
      BOOST_TEST(picture(back, Lane::PEOPLE, name) == picture(live, Lane::PEOPLE, name));
      auto const question = *world.oracle().asked_by(words::id(name), Lane::PEOPLE);
      BOOST_TEST(worlds::in_words(oracle.top(question)) ==
                 worlds::in_words(world.oracle().top(question)));
    }
    // And what happens next is the same for both.
    auto const told = world.log.head();
    for (int i = 0; i < 20; ++i) world.declares("bob", i % 2 ? "have go:1" : "have go:2");
    world.merges("design", "python");
    world.facts();
    world.log.play(back, told);
    BOOST_TEST(core::hex(back.rows().digest()) == core::hex(live.rows().digest()));
    BOOST_TEST(picture(back, Lane::PEOPLE, "bob") == picture(live, Lane::PEOPLE, "bob"));
  }
}

BOOST_AUTO_TEST_CASE(rows_that_cannot_be_its_own_are_refused_and_never_believed) {
  worlds::World world;
  tell_some(world);
  for (int i = 0; i < 20; ++i) world.person("p" + std::to_string(i), "offers go");
  std::vector<std::pair<std::string, std::string>> good;
  world.facts().rows().scan({}, [&](core::Bytes key, core::Bytes row) {
    return good.emplace_back(core::view_of(key), core::view_of(row)), true;
  });
  std::mt19937_64 dice(3);
  int refused = 0, accepted = 0;
  for (int i = 0; i < 3000; ++i) {
    auto rows = good;
    auto& [key, row] = rows[dice() % rows.size()];
    auto& where = dice() % 4 ? row : key;
    if (dice() % 3 == 0) where.resize(1 + dice() % (where.size() + 2));
    else where[dice() % where.size()] ^= static_cast<char>(1 << dice() % 8);
    support::MixingCrypto const crypto;
    Facts facts(crypto);
    for (auto const& [key, row] : rows) facts.rows().put(core::bytes_of(key), core::bytes_of(row));
    try {
      facts.loaded();  // Another fact may still be a fact: then it must be usable.
      ++accepted;
      for (auto lane : lanes)
        Oracle(facts).top(worlds::query(lane, "needs code:3 design; offers python"));
    } catch (core::ShelfDamaged const&) {
      ++refused;
      facts.rows().clear();
      facts.loaded();
      BOOST_REQUIRE(facts.taxonomy().size() == 0u);
    }
  }
  BOOST_TEST(refused > 1000);
  BOOST_TEST(accepted > 100);
}

BOOST_AUTO_TEST_CASE(every_row_can_be_described) {
  worlds::World world;
  tell_some(world);
  for (int i = 0; i < 20; ++i) world.person("p" + std::to_string(i), "offers go");
  std::size_t rows = 0;
  world.facts().rows().scan({}, [&](core::Bytes key, core::Bytes row) {
    auto const text = world.facts().describe(key, row);
    ++rows;
    BOOST_TEST((text.starts_with('{') && text.ends_with('}')));
    return true;
  });
  BOOST_TEST(rows == world.facts().rows().size());
}

BOOST_AUTO_TEST_CASE(events_of_other_families_change_nothing) {
  worlds::World world;
  tell_some(world);
  auto const before = world.facts().rows().digest();
  world.log.add<core::account::AccountRegistered>(words::id("x"), [](auto) {});
  world.log.add<core::account::RoleGranted>(words::id("x"), [](auto) {});
  world.about_challenge<core::challenge::ChallengeApproved>("bridge");
  BOOST_TEST(core::hex(world.facts().rows().digest()) == core::hex(before));
}

BOOST_AUTO_TEST_SUITE_END()
