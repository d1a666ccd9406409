// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/programmes.hpp"

#include <random>

#include "core/schema/account.capnp.h"
#include "tests/projections/replay.hpp"

namespace {

namespace programme = core::programme;
namespace account = core::account;
using projections::ApplicationStanding;
using projections::ProgrammeFilter;
using projections::Programmes;
using projections::ProgrammeStage;
using support::id_of;

struct Desk : support::History {
  template <class Event>
  core::Position happen(
      std::uint64_t number,
      std::function<void(typename Event::Builder)> const& fill = [](auto) {}) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setProgramme(core::data_of(id_of(number)));
      fill(event);
    });
  }
  template <class Event>
  core::Position about(
      std::uint64_t number, std::uint64_t person,
      std::function<void(typename Event::Builder)> const& fill = [](auto) {}) {
    return happen<Event>(number, [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      fill(event);
    });
  }
  core::Position announce(std::uint64_t number, programme::ProgrammeKind kind = {},
                          std::uint64_t measure = 90) {
    return happen<programme::ProgrammeAnnounced>(number, [&](auto event) {
      event.setKind(kind);
      event.setMeasure(core::data_of(id_of(measure)));
      event.setCapacity(7);
    });
  }
  core::Position apply(std::uint64_t number, std::uint64_t person) {
    return about<programme::ApplicationSubmitted>(number, person);
  }
  void wait(std::uint64_t number, std::uint64_t person, std::uint64_t ticket) {
    about<programme::ApplicationWaitlisted>(number, person,
                                            [&](auto event) { event.setTicket(ticket); });
  }
  template <class Event>
  void role(std::uint64_t person, std::uint64_t number, core::Role role, core::Scope scope) {
    add<Event>(id_of(person), [&](auto event) {
      event.setAccount(core::data_of(id_of(person)));
      event.setRole(role);
      event.setScope(scope);
      event.setTarget(core::data_of(id_of(number)));
    });
  }
};

struct Played {
  explicit Played(Desk const& desk) { desk.play(programmes); }
  Programmes programmes{support::mixing_crypto};

  projections::ProgrammeRow row(std::uint64_t number) const {
    return *programmes.programme(id_of(number));
  }
  std::string found(ProgrammeFilter const& filter = {}, std::uint64_t after = 0,
                    std::size_t limit = 20) const {
    std::string text;
    for (auto const& id : programmes.search(filter, id_of(after), limit).page)
      (text += text.empty() ? "" : " ") += std::to_string(id.bytes[15]);
    return text;
  }
  std::string applicants(std::uint64_t number,
                         std::vector<ApplicationStanding> const& standings = {}) const {
    std::string text;
    for (auto const& one : programmes.applicants(id_of(number), standings))
      (text += text.empty() ? "" : " ") += std::to_string(one.person.bytes[15]);
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(programmes)

BOOST_AUTO_TEST_CASE(a_row_says_what_was_announced_and_where_its_texts_are) {
  Desk desk;
  auto const announced = desk.announce(1, programme::ProgrammeKind::HACKATHON);
  auto const phase = desk.happen<programme::PhasePlanned>(1, [](auto event) {
    event.setNumber(1);
    event.setEnds(5);
  });
  auto const cancelled = desk.happen<programme::ProgrammeCancelled>(1);
  auto const results = desk.happen<programme::ResultsPublished>(1);
  auto const row = Played(desk).row(1);
  BOOST_TEST((row.kind == programme::ProgrammeKind::HACKATHON));
  BOOST_TEST((row.measure == id_of(90)));
  BOOST_TEST(row.capacity == 7u);
  BOOST_TEST(row.announced_at.value == announced.value);
  BOOST_REQUIRE_EQUAL(row.phases.size(), 1u);
  BOOST_TEST(row.phases[0].planned_at.value == phase.value);
  BOOST_TEST(row.phases[0].ends.us == 5);
  BOOST_TEST(row.cancelled_at.value == cancelled.value);
  BOOST_TEST(row.results_at.value == results.value);
  BOOST_TEST(row.version.value == 4u);
}

BOOST_AUTO_TEST_CASE(stages_and_phases_follow_the_way_of_a_programme) {
  Desk desk;
  auto const stage = [&] { return Played(desk).row(1).stage; };
  desk.announce(1);
  BOOST_TEST((stage() == ProgrammeStage::ANNOUNCED));
  for (std::uint8_t number : {1, 2})
    desk.happen<programme::PhasePlanned>(1, [&](auto event) { event.setNumber(number); });
  desk.happen<programme::ApplicationsOpened>(1, [](auto event) { event.setDeadline(9); });
  BOOST_TEST((stage() == ProgrammeStage::OPEN));
  BOOST_TEST(Played(desk).row(1).applications_until.us == 9);
  desk.happen<programme::ApplicationsClosed>(1);
  BOOST_TEST((stage() == ProgrammeStage::CLOSED));
  desk.happen<programme::ProgrammeStarted>(1);
  BOOST_TEST((stage() == ProgrammeStage::RUNNING));
  BOOST_TEST(Played(desk).row(1).phase == 1u);
  desk.happen<programme::PhaseAdvanced>(1, [](auto event) { event.setTo(2); });
  BOOST_TEST(Played(desk).row(1).phase == 2u);
  desk.happen<programme::ProgrammeCompleted>(1);
  BOOST_TEST((stage() == ProgrammeStage::COMPLETED));
}

BOOST_AUTO_TEST_CASE(applications_are_counted_where_they_stand) {
  Desk desk;
  desk.announce(1);
  for (std::uint64_t person = 11; person <= 16; ++person) desk.apply(1, person);
  desk.wait(1, 12, 1);
  desk.about<programme::ApplicationAccepted>(1, 13);
  desk.about<programme::ApplicationAccepted>(1, 14);
  desk.about<programme::EnrolmentConfirmed>(
      1, 14, [](auto event) { event.setStatus(programme::EnrolmentStatus::STUDENT); });
  desk.about<programme::ApplicationRejected>(1, 15);
  desk.about<programme::ApplicationWithdrawn>(1, 16);
  Played const played(desk);
  auto const row = played.row(1);
  for (auto const count :
       {row.submitted, row.waiting, row.accepted, row.enrolled, row.rejected, row.withdrawn})
    BOOST_TEST(count == 1u);
  auto const enrolled = played.programmes.application(id_of(1), id_of(14));
  BOOST_TEST((enrolled->status == programme::EnrolmentStatus::STUDENT));
  BOOST_TEST(!played.programmes.application(id_of(1), id_of(99)));
  BOOST_TEST(played.applicants(1, {ApplicationStanding::ACCEPTED, ApplicationStanding::ENROLLED}) ==
             "13 14");
}

BOOST_AUTO_TEST_CASE(the_wait_list_comes_first_in_its_own_order) {
  Desk desk;
  desk.announce(1);
  for (auto const person : {14, 11, 13, 12}) desk.apply(1, static_cast<std::uint64_t>(person));
  desk.wait(1, 12, 1);
  desk.wait(1, 13, 2);
  {
    Played const played(desk);
    auto const ahead = [&](std::uint64_t person) {
      return played.programmes.ahead(id_of(1),
                                     *played.programmes.application(id_of(1), id_of(person)));
    };
    BOOST_TEST(played.applicants(1) == "12 13 14 11");
    BOOST_TEST(ahead(12) == 0u);
    BOOST_TEST(ahead(13) == 1u);
    BOOST_TEST(ahead(11) == 0u);
  }
  desk.about<programme::ApplicationAccepted>(1, 12);
  BOOST_TEST(Played(desk).applicants(1) == "13 14 11 12");
}

BOOST_AUTO_TEST_CASE(everybody_finds_their_own_applications) {
  Desk desk;
  for (std::uint64_t number : {1, 2, 3}) desk.announce(number);
  desk.apply(3, 11), desk.apply(1, 11), desk.apply(2, 12);
  Played const played(desk);
  BOOST_TEST((played.programmes.applied_to(id_of(11)) == std::vector{id_of(1), id_of(3)}));
  BOOST_TEST(played.programmes.applied_to(id_of(13)).empty());
}

BOOST_AUTO_TEST_CASE(partners_and_degree_programmes_are_kept) {
  Desk desk;
  desk.announce(1);
  for (std::uint64_t organisation : {50, 51})
    desk.happen<programme::PartnerJoined>(1, [&](auto event) {
      event.setOrganisation(core::data_of(id_of(organisation)));
      event.setRole(programme::PartnerRole::SPONSOR);
    });
  desk.happen<programme::PartnerLeft>(1, [&](auto event) {
    event.setOrganisation(core::data_of(id_of(50)));
    event.setRole(programme::PartnerRole::SPONSOR);
  });
  desk.happen<programme::StudyProgrammeInvolved>(1, [](auto event) { event.setCode("X"); });
  auto const row = Played(desk).row(1);
  BOOST_REQUIRE_EQUAL(row.partners.size(), 1u);
  BOOST_TEST((row.partners[0].organisation == id_of(51)));
  BOOST_REQUIRE_EQUAL(row.studies.size(), 1u);
  BOOST_TEST(row.studies[0].code == "X");
}

BOOST_AUTO_TEST_CASE(who_runs_one_programme_is_known) {
  using core::Role, core::Scope;
  Desk desk;
  desk.role<account::RoleGranted>(11, 1, Role::PROGRAMME_MANAGER, Scope::PROGRAMME);
  desk.role<account::RoleGranted>(12, 1, Role::CURATOR, Scope::PROGRAMME);
  desk.role<account::RoleGranted>(13, 1, Role::PROGRAMME_MANAGER, Scope::MEASURE);
  Played const before(desk);
  BOOST_TEST(before.programmes.manages(id_of(11), id_of(1)));
  BOOST_TEST(!before.programmes.manages(id_of(11), id_of(2)));
  for (std::uint64_t person : {12, 13})
    BOOST_TEST(!before.programmes.manages(id_of(person), id_of(2)));
  BOOST_TEST(!before.programmes.manages(id_of(12), id_of(1)));
  desk.role<account::RoleRevoked>(11, 1, Role::PROGRAMME_MANAGER, Scope::PROGRAMME);
  BOOST_TEST(!Played(desk).programmes.manages(id_of(11), id_of(1)));
}

BOOST_AUTO_TEST_CASE(seats_and_teams_are_known) {
  Desk desk;
  desk.announce(1);
  desk.about<programme::ApplicationSubmitted>(
      1, 11, [](auto event) { event.setTeam(core::data_of(id_of(60))); });
  desk.wait(1, 11, 4);
  desk.happen<programme::CapacitySet>(1, [](auto event) { event.setCapacity(9); });
  Played const played(desk);
  BOOST_TEST(played.row(1).capacity == 9u);
  auto const application = *played.programmes.application(id_of(1), id_of(11));
  BOOST_TEST((application.team == id_of(60)));
  BOOST_TEST(application.ticket == 4u);
}

BOOST_AUTO_TEST_CASE(the_last_announced_is_found_first_by_every_filter) {
  using programme::ProgrammeKind;
  Desk desk;
  desk.announce(1, ProgrammeKind::HACKATHON, 90);
  desk.announce(2, ProgrammeKind::CODE_WEEK, 90);
  desk.announce(3, ProgrammeKind::HACKATHON, 91);
  desk.happen<programme::ProgrammeStarted>(3);
  Played const played(desk);
  BOOST_TEST(played.found() == "3 2 1");
  BOOST_TEST(played.found({}, 0, 2) == "3 2");
  BOOST_TEST(played.found({}, 2, 2) == "1");
  ProgrammeFilter filter;
  filter.kinds = {ProgrammeKind::HACKATHON};
  BOOST_TEST(played.found(filter) == "3 1");
  BOOST_TEST(played.programmes.search(filter, id_of(3), 5).total == 2u);
  filter.stages = {ProgrammeStage::RUNNING};
  BOOST_TEST(played.found(filter) == "3");
  filter.measure = id_of(90);
  BOOST_TEST(played.found(filter) == "");
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 engine(5);
  Desk desk;
  for (std::uint64_t number = 1; number <= 30; ++number) {
    desk.announce(number);
    for (std::uint64_t person = 100; person < 110; ++person) {
      desk.apply(number, person);
      if (engine() % 2 == 0) desk.wait(number, person, person);
      if (engine() % 3 == 0) desk.about<programme::ApplicationAccepted>(number, person);
      if (engine() % 5 == 0) desk.about<programme::ApplicationWithdrawn>(number, person);
    }
    desk.role<account::RoleGranted>(number, number, core::Role::PROGRAMME_MANAGER,
                                    core::Scope::PROGRAMME);
    if (engine() % 2 == 0) desk.happen<programme::ProgrammeStarted>(number);
  }
  auto const view = support::check_replay(
      desk, 5, [](auto&) { return std::make_unique<Programmes>(support::mixing_crypto); });
  Played const played(desk);
  BOOST_TEST((view->search({}, {}, 100).page == played.programmes.search({}, {}, 100).page));
}

BOOST_AUTO_TEST_SUITE_END()
