// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/organisations.hpp"

#include <random>

#include "tests/projections/replay.hpp"

namespace {

namespace organisation = core::organisation;
using core::schema::Sector;
using projections::OrganisationFilter;
using projections::Organisations;
using projections::OrganisationStage;
using projections::Standing;
using support::id_of;

struct Says {
  Sector sector = Sector::BUSINESS;
  std::string district = "";
  bool green = false;
};

struct Town : support::History {
  core::Position enter(std::uint64_t number, Says const& says = {}, std::uint64_t person = 7) {
    return about<organisation::OrganisationRegistered>(number, [&](auto event) {
      write(says, event);
      event.setRepresentative(core::data_of(id_of(person)));
    });
  }
  core::Position revise(std::uint64_t number, Says const& says) {
    return about<organisation::OrganisationRevised>(number,
                                                    [&](auto event) { write(says, event); });
  }
  template <class Event>
  core::Position happen(std::uint64_t number) {
    return about<Event>(number, [](auto) {});
  }
  template <class Event>
  core::Position person(std::uint64_t number, std::uint64_t person) {
    return about<Event>(number, [&](auto event) { event.setPerson(core::data_of(id_of(person))); });
  }
  void verify(std::uint64_t number, Says const& says = {}) {
    enter(number, says);
    happen<organisation::OrganisationVerified>(number);
  }
  void merge(std::uint64_t number, std::uint64_t into, std::vector<std::uint64_t> const& people) {
    about<organisation::OrganisationMerged>(
        number, [&](auto event) { event.setInto(core::data_of(id_of(into))); });
    about<organisation::OrganisationAbsorbed>(into, [&](auto event) {
      event.setMerged(core::data_of(id_of(number)));
      auto list = event.initPeople(static_cast<unsigned>(people.size()));
      for (unsigned i = 0; i < people.size(); ++i) {
        list[i].setPerson(core::data_of(id_of(people[i])));
        list[i].setStanding(Standing::MEMBER);
      }
    });
  }

 private:
  template <class Event, class Fill>
  core::Position about(std::uint64_t number, Fill fill) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setOrganisation(core::data_of(id_of(number)));
      fill(event);
    });
  }
  static void write(Says const& says, auto event) {
    event.setSector(says.sector);
    event.setDistrict(says.district);
    event.setGreen(says.green);
  }
};

std::string numbers(std::vector<core::Id> const& ids) {
  std::string text;
  for (auto const& id : ids) (text += text.empty() ? "" : " ") += std::to_string(id.bytes[15]);
  return text;
}

struct Played {
  explicit Played(Town const& town) { town.play(organisations); }
  Organisations organisations{support::mixing_crypto};

  std::string found(OrganisationFilter const& filter = {}, bool with_unverified = true,
                    std::uint64_t after = 0, std::size_t limit = 20) const {
    return numbers(organisations.search(filter, with_unverified, id_of(after), limit).page);
  }
  projections::OrganisationRow row(std::uint64_t number) const {
    return *organisations.organisation(id_of(number));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(organisations)

BOOST_AUTO_TEST_CASE(open_ones_are_found_the_last_registered_first) {
  Town town;
  town.enter(1);
  town.verify(2);
  town.verify(3);
  town.happen<organisation::OrganisationClosed>(3);
  Played const played(town);
  BOOST_TEST(played.found() == "2 1");
  BOOST_TEST(played.found({}, false) == "2");
  BOOST_TEST((played.row(3).stage == OrganisationStage::CLOSED));
}

BOOST_AUTO_TEST_CASE(a_merged_one_leads_to_its_heir_with_the_people_of_both) {
  Town town;
  for (std::uint64_t number : {1, 2, 3}) town.verify(number);
  town.merge(1, 2, {7, 8});
  town.merge(2, 3, {7, 8, 9});
  Played const played(town);
  BOOST_TEST(played.found() == "3");
  for (std::uint64_t number : {1, 2, 3})
    BOOST_TEST((played.organisations.canonical(id_of(number)) == id_of(3)));
  BOOST_TEST(played.row(1).people.empty());
  BOOST_TEST(played.row(3).people.size() == 3u);
  BOOST_TEST((played.row(3).standing(id_of(9)) == Standing::MEMBER));
}

BOOST_AUTO_TEST_CASE(a_row_says_where_the_sealed_texts_are) {
  Town town;
  auto const entered = town.enter(1);
  auto const verified = town.happen<organisation::OrganisationVerified>(1);
  auto const revised =
      town.revise(1, {.sector = Sector::SCIENCE, .district = "Nord", .green = true});
  auto const row = Played(town).row(1);
  BOOST_TEST(row.registered_at.value == entered.value);
  BOOST_TEST(row.verified_at.value == verified.value);
  BOOST_TEST(row.told_at.value == revised.value);
  BOOST_TEST((row.sector == Sector::SCIENCE && row.district == "Nord" && row.green));
  BOOST_TEST(row.version.value == 3u);
}

BOOST_AUTO_TEST_CASE(people_come_rise_step_down_and_go) {
  Town town;
  town.enter(1);
  auto const standing = [&] { return Played(town).row(1).standing(id_of(8)); };
  BOOST_TEST((standing() == Standing::NONE));
  town.person<organisation::MembershipRequested>(1, 8);
  BOOST_TEST((standing() == Standing::REQUESTED));
  town.person<organisation::MembershipApproved>(1, 8);
  BOOST_TEST((standing() == Standing::MEMBER));
  town.person<organisation::RepresentativeAppointed>(1, 8);
  BOOST_TEST((standing() == Standing::REPRESENTATIVE));
  town.person<organisation::RepresentativeDismissed>(1, 8);
  BOOST_TEST((standing() == Standing::MEMBER));
  town.person<organisation::MembershipEnded>(1, 8);
  BOOST_TEST((standing() == Standing::NONE));
  BOOST_TEST((Played(town).row(1).standing(id_of(7)) == Standing::REPRESENTATIVE));
}

BOOST_AUTO_TEST_CASE(any_value_within_a_filter_will_do_and_all_filters_must) {
  Town town;
  town.verify(1, {.sector = Sector::BUSINESS, .district = "Nord", .green = true});
  town.verify(2, {.sector = Sector::SCIENCE, .district = "Nord"});
  town.enter(3, {.sector = Sector::SCIENCE, .district = "Mitte", .green = true});
  Played const played(town);
  OrganisationFilter filter;
  filter.districts = {"Nord"};
  BOOST_TEST(played.found(filter) == "2 1");
  filter.sectors = {Sector::BUSINESS};
  BOOST_TEST(played.found(filter) == "1");
  filter.sectors.push_back(Sector::SCIENCE);
  filter.districts.push_back("Mitte");
  BOOST_TEST(played.found(filter) == "3 2 1");
  filter.green = true;
  BOOST_TEST(played.found(filter) == "3 1");
  filter.verified = true;
  BOOST_TEST(played.found(filter) == "1");
}

BOOST_AUTO_TEST_CASE(counts_are_taken_under_the_other_filters) {
  Town town;
  town.verify(1, {.sector = Sector::BUSINESS, .district = "Nord", .green = true});
  town.verify(2, {.sector = Sector::SCIENCE, .district = "Nord"});
  town.enter(3, {.sector = Sector::SCIENCE, .district = "Mitte", .green = true});
  town.enter(4, {.sector = Sector::SCIENCE});
  OrganisationFilter filter;
  filter.sectors = {Sector::SCIENCE};
  Played const played(town);
  auto const seen = played.organisations.search(filter, true, {}, 1);
  BOOST_TEST(seen.total == 3u);
  BOOST_TEST((seen.counts.sectors == std::vector<projections::Count<Sector>>{
                                         {Sector::SCIENCE, 3}, {Sector::BUSINESS, 1}}));
  BOOST_TEST((seen.counts.districts ==
              std::vector<projections::Count<std::string>>{{"Mitte", 1}, {"Nord", 1}}));
  BOOST_TEST(seen.counts.green == 1u);
  BOOST_TEST(seen.counts.verified == 1u);
  auto const visitors = played.organisations.search(filter, false, {}, 1);
  BOOST_TEST(visitors.total == 1u);
  BOOST_TEST(visitors.counts.green == 0u);
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_gap) {
  Town town;
  for (std::uint64_t number = 1; number <= 5; ++number) town.enter(number);
  Played const played(town);
  BOOST_TEST(played.found({}, true, 0, 2) == "5 4");
  BOOST_TEST(played.found({}, true, 4, 2) == "3 2");
  BOOST_TEST(played.found({}, true, 2, 2) == "1");
  BOOST_TEST(played.found({}, true, 99, 2) == "");
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 engine(9);
  Town town;
  for (std::uint64_t number = 1; number <= 100; ++number) {
    town.enter(number, {.sector = static_cast<Sector>(engine() % 5), .green = engine() % 2 == 0});
    if (engine() % 2 == 0) town.happen<organisation::OrganisationVerified>(number);
    if (engine() % 3 == 0) town.person<organisation::MembershipRequested>(number, engine() % 20);
    if (engine() % 6 == 0) town.happen<organisation::OrganisationClosed>(number);
    if (engine() % 6 == 1 && number > 1) town.merge(number, number - 1, {engine() % 20});
  }
  auto const view = support::check_replay(
      town, 6, [](auto&) { return std::make_unique<Organisations>(support::mixing_crypto); });
  Played const played(town);
  BOOST_TEST((view->search({}, true, {}, 100).page ==
              played.organisations.search({}, true, {}, 100).page));
}

BOOST_AUTO_TEST_SUITE_END()
