// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/directory.hpp"

#include "tests/projections/people.hpp"
#include "tests/projections/replay.hpp"

namespace {

using namespace support;
using projections::Count;
using projections::Directory;
using projections::DirectoryFilter;

struct Played {
  explicit Played(People const& people) { people.play(directory); }
  Directory directory{mixing_crypto};

  // The numbers of the persons found: "3 1".
  std::string found(DirectoryFilter const& filter = {}, std::uint64_t after = 0,
                    std::size_t limit = 20) const {
    std::string text;
    for (auto const& person : directory.search(filter, id_of(after), limit).page)
      (text += text.empty() ? "" : " ") += std::to_string(person.bytes[15]);
    return text;
  }
  projections::DirectoryCounts counts(DirectoryFilter const& filter = {}) const {
    return directory.search(filter, {}, 0).counts;
  }
};

DirectoryFilter by_district(std::string district) {
  return {.sectors = {},
          .kinds = {},
          .languages = {},
          .districts = {std::move(district)},
          .skills = {},
          .hours_min = 0};
}
DirectoryFilter by_skill(std::uint64_t term) {
  return {.sectors = {},
          .kinds = {},
          .languages = {},
          .districts = {},
          .skills = {id_of(term)},
          .hours_min = 0};
}
DirectoryFilter by_sector(Sector sector) {
  return {.sectors = {sector},
          .kinds = {},
          .languages = {},
          .districts = {},
          .skills = {},
          .hours_min = 0};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(directory)

BOOST_AUTO_TEST_CASE(a_listed_profile_is_found_the_newest_first) {
  People people;
  for (auto const person : {1, 2, 3}) people.join(static_cast<std::uint64_t>(person));
  BOOST_TEST(Played(people).found() == "3 2 1");
}

BOOST_AUTO_TEST_CASE(a_draft_is_known_and_not_found) {
  People people;
  people.consent(1);
  people.create(1);
  Played const played(people);
  BOOST_TEST(played.found() == "");
  BOOST_TEST(played.directory.profile(id_of(1)).has_value());
  BOOST_TEST(!played.directory.profile(id_of(2)).has_value());
}

BOOST_AUTO_TEST_CASE(without_consent_to_the_directory_nobody_is_found) {
  People people;
  people.create(1);
  people.list(1);
  people.consent(1, Purpose::CONTACT);
  BOOST_TEST(Played(people).found() == "");
  people.consent(1);
  BOOST_TEST(Played(people).found() == "1");
  people.object(1, Purpose::CONTACT);
  BOOST_TEST(Played(people).found() == "1");
  people.object(1);
  BOOST_TEST(Played(people).found() == "");
}

BOOST_AUTO_TEST_CASE(who_is_hidden_or_suspended_is_not_found_until_back) {
  People people;
  people.join(1);
  people.hide(1);
  BOOST_TEST(Played(people).found() == "");
  people.list(1);
  people.suspend(1);
  BOOST_TEST(Played(people).found() == "");
  people.reinstate(1);
  BOOST_TEST(Played(people).found() == "1");
}

BOOST_AUTO_TEST_CASE(who_pauses_matching_stays_in_the_directory) {
  People people;
  people.join(1);
  people.pause(1);
  BOOST_TEST(Played(people).found() == "1");
  BOOST_TEST(Played(people).directory.profile(id_of(1))->is(projections::ProfileRow::paused));
}

BOOST_AUTO_TEST_CASE(a_row_says_where_the_sealed_texts_of_today_are) {
  People people;
  people.join(1);
  auto const revised = people.revise(1, {.sector = Sector::SCIENCE});
  auto const hours = people.set_hours(1, 9);
  auto const row = *Played(people).directory.profile(id_of(1));
  BOOST_TEST(row.named_at.value == revised.value);
  BOOST_TEST(row.hours == 9);
  BOOST_TEST((row.sector == Sector::SCIENCE));
  BOOST_TEST(row.version.value == 4u);
  BOOST_TEST(hours.value == 5u);
}

BOOST_AUTO_TEST_CASE(any_value_within_a_filter_will_do_and_all_filters_must) {
  People people;
  people.join(1, {.sector = Sector::BUSINESS, .languages = {"de"}});
  people.join(2, {.sector = Sector::SCIENCE, .languages = {"de", "en"}});
  people.join(3, {.sector = Sector::ADMINISTRATION, .languages = {"en"}});
  Played const played(people);
  DirectoryFilter filter;
  filter.sectors = {Sector::SCIENCE, Sector::ADMINISTRATION};
  BOOST_TEST(played.found(filter) == "3 2");
  filter.languages = {"de"};
  BOOST_TEST(played.found(filter) == "2");
  filter.languages = {"fr"};
  BOOST_TEST(played.found(filter) == "");
}

BOOST_AUTO_TEST_CASE(hours_are_a_lower_bound) {
  People people;
  people.join(1, {.hours = 4});
  people.join(2, {.hours = 5});
  DirectoryFilter filter;
  filter.hours_min = 5;
  BOOST_TEST(Played(people).found(filter) == "2");
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_gap) {
  People people;
  for (std::uint64_t person = 1; person <= 5; ++person) people.join(person);
  Played const played(people);
  BOOST_TEST(played.found({}, 0, 2) == "5 4");
  BOOST_TEST(played.found({}, 4, 2) == "3 2");
  BOOST_TEST(played.found({}, 2, 2) == "1");
  BOOST_TEST(played.found({}, 99, 2) == "");
  BOOST_TEST(played.directory.search({}, id_of(2), 2).total == 5u);
}

BOOST_AUTO_TEST_CASE(the_page_after_somebody_who_has_left_goes_on_where_it_was) {
  People people;
  for (std::uint64_t person = 1; person <= 5; ++person) people.join(person);
  people.hide(4);
  BOOST_TEST(Played(people).found({}, 4, 2) == "3 2");
}

BOOST_AUTO_TEST_CASE(a_facet_is_counted_under_the_filters_of_the_others) {
  People people;
  people.join(1, {.sector = Sector::BUSINESS, .district = "Mitte"});
  people.join(2, {.sector = Sector::BUSINESS, .district = "Nord"});
  people.join(3, {.sector = Sector::SCIENCE, .district = "Nord"});
  Played const played(people);
  auto const counts = played.counts(by_sector(Sector::BUSINESS));
  BOOST_TEST(
      (counts.sectors == std::vector<Count<Sector>>{{Sector::BUSINESS, 2}, {Sector::SCIENCE, 1}}));
  BOOST_TEST((counts.districts == std::vector<Count<std::string>>{{"Mitte", 1}, {"Nord", 1}}));
}

BOOST_AUTO_TEST_CASE(a_district_that_is_private_is_neither_counted_nor_a_way_to_be_found) {
  People people;
  people.join(1, {.district = "Nord"});
  people.join(2, {.district = "Nord"});
  people.show(1, ProfileField::DISTRICT, Visibility::PRIVATE);
  Played const played(people);
  BOOST_TEST(played.found(by_district("Nord")) == "2");
  BOOST_TEST((played.counts().districts == std::vector<Count<std::string>>{{"Nord", 1}}));
  BOOST_TEST(played.found() == "2 1");
  people.show(1, ProfileField::DISTRICT, Visibility::PUBLIC);
  BOOST_TEST(Played(people).found(by_district("Nord")) == "2 1");
}

BOOST_AUTO_TEST_CASE(hours_that_are_private_pass_no_bound) {
  People people;
  people.join(1, {.hours = 40});
  people.show(1, ProfileField::AVAILABILITY, Visibility::STAFF);
  DirectoryFilter filter;
  filter.hours_min = 1;
  BOOST_TEST(Played(people).found(filter) == "");
  BOOST_TEST(Played(people).found() == "1");
}

BOOST_AUTO_TEST_CASE(a_skill_finds_who_offers_it_and_not_who_needs_it) {
  People people;
  people.join(1, {.offers = {100}});
  people.join(2, {.needs = {100}});
  BOOST_TEST(Played(people).found(by_skill(100)) == "1");
  people.withdraw(1, Direction::HAVE, 100);
  people.declare(2, Direction::HAVE, 100);
  BOOST_TEST(Played(people).found(by_skill(100)) == "2");
}

BOOST_AUTO_TEST_CASE(a_merged_term_and_what_it_became_find_the_same_people) {
  People people;
  people.join(1, {.offers = {100}});
  people.join(2, {.offers = {200}});
  people.join(3, {.offers = {100, 200}});
  people.merge(100, 200);
  people.join(4, {.offers = {100}});
  Played const played(people);
  BOOST_TEST(played.found(by_skill(100)) == "4 3 2 1");
  BOOST_TEST(played.found(by_skill(200)) == "4 3 2 1");
  BOOST_TEST((played.counts().skills == std::vector<Count<core::Id>>{{id_of(200), 4}}));
  BOOST_TEST(played.directory.offering(id_of(100)) == 4u);
  people.withdraw(3, Direction::HAVE, 200);
  BOOST_TEST(Played(people).found(by_skill(200)) == "4 3 2 1");
  people.withdraw(3, Direction::HAVE, 100);
  BOOST_TEST(Played(people).found(by_skill(200)) == "4 2 1");
}

BOOST_AUTO_TEST_CASE(somebodys_own_word_is_found_but_not_counted_for_others) {
  People people;
  people.propose(100);
  people.join(1, {.offers = {100}});
  BOOST_TEST(Played(people).found(by_skill(100)) == "1");
  BOOST_TEST(Played(people).counts().skills.empty());
  people.adopt(100);
  BOOST_TEST((Played(people).counts().skills == std::vector<Count<core::Id>>{{id_of(100), 1}}));
}

BOOST_AUTO_TEST_CASE(words_about_a_row_hold_no_personal_data) {
  People people;
  people.join(1, {.district = "Lobeda", .offers = {100}});
  Played const played(people);
  for (auto const& line : told(played.directory)) BOOST_TEST(line.find("Lobeda") == line.npos);
  BOOST_TEST(told(played.directory)[0].starts_with(
      R"({"person":"00000000-0000-0000-0000-000000000001","number":1,"shown":true)"));
}

BOOST_AUTO_TEST_CASE(people_who_say_an_own_word_are_counted_once_listed_or_not) {
  People people;
  people.propose(100), people.propose(101), people.propose(102);
  people.join(1, {.offers = {100}, .needs = {100, 7}});
  people.create(2, {.needs = {100}});
  people.join(3, {.offers = {101, 102}});
  people.merge(101, 100);
  auto const directory =
      check_replay(people, 3, [](auto&) { return std::make_unique<Directory>(mixing_crypto); });
  BOOST_TEST(directory->saying(id_of(100)) == 3u);
  BOOST_TEST(directory->saying(id_of(101)) == 3u);  // Which is the other one today.
  BOOST_TEST(directory->saying(id_of(102)) == 1u);
  BOOST_TEST(directory->saying(id_of(7)) == 0u);  // Nobody's own word.
  people.adopt(100);
  BOOST_TEST(Played(people).directory.saying(id_of(100)) == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
