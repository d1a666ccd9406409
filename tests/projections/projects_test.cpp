// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/projects.hpp"

#include <random>

#include "tests/projections/replay.hpp"

namespace {

namespace project = core::project;
using projections::FieldTest;
using projections::MilestoneStage;
using projections::ProjectFilter;
using projections::Projects;
using projections::ProjectStage;
using projections::ProjectStatus;
using support::id_of;

constexpr std::int64_t day_us = 86'400'000'000, start_us = 20'000 * day_us;

struct Portfolio : support::History {
  Portfolio() { on_day(0); }
  void on_day(std::int64_t day) { occurred = {start_us + day * day_us}; }

  core::Position start(std::uint64_t number, std::uint64_t measure = 300,
                       std::uint64_t second_measure = 0) {
    return happen<project::ProjectStarted>(number, [&](auto event) {
      event.setMeasure(core::data_of(id_of(measure)));
      if (second_measure) event.setSecondMeasure(core::data_of(id_of(second_measure)));
      event.setLead(core::data_of(id_of(7)));
      event.initMembers(1).set(0, core::data_of(id_of(7)));
    });
  }
  template <class Event, class Fill>
  core::Position happen(std::uint64_t number, Fill fill) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setProject(core::data_of(id_of(number)));
      fill(event);
    });
  }
  template <class Event>
  core::Position happen(std::uint64_t number) {
    return happen<Event>(number, [](auto) {});
  }
  template <class Event>
  core::Position person(std::uint64_t number, std::uint64_t person) {
    return happen<Event>(number,
                         [&](auto event) { event.setPerson(core::data_of(id_of(person))); });
  }
  template <class Event>
  core::Position milestone(std::uint64_t number, std::uint64_t milestone) {
    return happen<Event>(number,
                         [&](auto event) { event.setMilestone(core::data_of(id_of(milestone))); });
  }
  core::Position prototype(std::uint64_t number, std::uint64_t prototype) {
    return happen<project::PrototypeRegistered>(number, [&](auto event) {
      event.setPrototype(core::data_of(id_of(prototype)));
      event.setLicence("MIT");
    });
  }
  core::Position site(std::uint64_t number, std::uint64_t site, std::string const& district) {
    return happen<project::SiteRegistered>(number, [&](auto event) {
      event.setSite(core::data_of(id_of(site)));
      event.setDistrict(district);
    });
  }
  template <class Event>
  core::Position at_site(std::uint64_t number, std::uint64_t site) {
    return happen<Event>(number, [&](auto event) { event.setSite(core::data_of(id_of(site))); });
  }
  void advance(std::uint64_t number, ProjectStage to) {
    happen<project::StageAdvanced>(number, [&](auto event) { event.setTo(to); });
  }
  void revert(std::uint64_t number, ProjectStage to, bool error) {
    happen<project::StageReverted>(number, [&](auto event) {
      event.setTo(to);
      event.setError(error);
    });
  }
};

struct Played {
  explicit Played(Portfolio const& portfolio) { portfolio.play(projects); }
  Projects projects{support::mixing_crypto};

  std::string found(ProjectFilter const& filter = {}, std::uint64_t after = 0,
                    std::size_t limit = 20) const {
    std::string text;
    for (auto const& id : projects.search(filter, id_of(after), limit).page)
      (text += text.empty() ? "" : " ") += std::to_string(id.bytes[15]);
    return text;
  }
  // "now/ever/days" of each stage.
  std::string funnel(std::uint64_t measure = 0) const {
    std::string text;
    for (auto const& step : projects.funnel(id_of(measure)))
      (text += text.empty() ? "" : " ") += std::to_string(step.now) + "/" +
                                           std::to_string(step.ever) + "/" +
                                           std::to_string(step.median_days);
    return text;
  }
  std::string districts(std::uint64_t measure = 0) const {
    std::string text;
    for (auto const& [district, count] : projects.districts(id_of(measure)))
      (text += text.empty() ? "" : " ") += district + ":" + std::to_string(count);
    return text;
  }
  projections::ProjectRow row(std::uint64_t number) const {
    return *projects.project(id_of(number));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(projects)

BOOST_AUTO_TEST_CASE(those_that_serve_sustainability_are_found) {
  Portfolio portfolio;
  for (std::uint64_t number : {1, 2, 3})
    portfolio.happen<project::ProjectStarted>(number,
                                              [&](auto event) { event.setGreen(number == 2); });
  Played const played(portfolio);
  BOOST_TEST(played.found() == "3 2 1");
  ProjectFilter filter;
  filter.green = true;
  BOOST_TEST(played.found(filter) == "2");
}

BOOST_AUTO_TEST_CASE(the_last_started_comes_first_and_voided_ones_are_gone) {
  Portfolio portfolio;
  for (std::uint64_t number = 1; number <= 3; ++number) portfolio.start(number);
  portfolio.happen<project::ProjectVoided>(2);
  Played const played(portfolio);
  BOOST_TEST(played.found() == "3 1");
  BOOST_TEST(!played.row(2).shown());
}

BOOST_AUTO_TEST_CASE(any_value_within_a_filter_will_do_and_all_filters_must) {
  Portfolio portfolio;
  portfolio.start(1, 300);
  portfolio.start(2, 301, 300);
  portfolio.start(3, 301);
  portfolio.advance(2, ProjectStage::PROTOTYPE);
  portfolio.happen<project::ProjectPaused>(3);
  portfolio.site(1, 50, "North");
  portfolio.site(1, 51, "West");
  portfolio.site(3, 52, "North");
  Played const played(portfolio);
  auto const by = [&](auto set) {
    ProjectFilter filter;
    set(filter);
    return played.found(filter);
  };
  BOOST_TEST(by([](auto& f) { f.measure = id_of(300); }) == "2 1");
  BOOST_TEST(by([](auto& f) { f.stages = {ProjectStage::PROTOTYPE}; }) == "2");
  BOOST_TEST(by([](auto& f) { f.statuses = {ProjectStatus::ACTIVE}; }) == "2 1");
  BOOST_TEST(by([](auto& f) { f.districts = {"North"}; }) == "3 1");
  BOOST_TEST(by([](auto& f) { f.districts = {"West", "South"}; }) == "1");
  BOOST_TEST(by([](auto& f) {
               f.districts = {"North"};
               f.statuses = {ProjectStatus::PAUSED};
             }) == "3");
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_gap) {
  Portfolio portfolio;
  for (std::uint64_t number = 1; number <= 5; ++number) portfolio.start(number);
  Played const played(portfolio);
  BOOST_TEST(played.found({}, 0, 2) == "5 4");
  BOOST_TEST(played.found({}, 4, 2) == "3 2");
  BOOST_TEST(played.found({}, 2, 2) == "1");
  BOOST_TEST(played.found({}, 99, 2) == "");
  BOOST_TEST(played.projects.search({}, id_of(2), 2).total == 5u);
}

BOOST_AUTO_TEST_CASE(the_status_follows) {
  Portfolio portfolio;
  portfolio.start(1);
  auto const status = [&] { return Played(portfolio).row(1).status; };
  portfolio.happen<project::ProjectPaused>(1);
  BOOST_TEST((status() == ProjectStatus::PAUSED));
  portfolio.happen<project::ProjectResumed>(1);
  BOOST_TEST((status() == ProjectStatus::ACTIVE));
  portfolio.happen<project::ProjectStopped>(1);
  BOOST_TEST((status() == ProjectStatus::STOPPED));
  portfolio.happen<project::ProjectCompleted>(1);
  BOOST_TEST((status() == ProjectStatus::COMPLETED));
}

BOOST_AUTO_TEST_CASE(members_and_lead_follow) {
  Portfolio portfolio;
  portfolio.start(1);
  portfolio.person<project::MemberAdmitted>(1, 8);
  portfolio.person<project::ProjectHandedOver>(1, 8);
  portfolio.person<project::MemberDismissed>(1, 7);
  auto const row = Played(portfolio).row(1);
  BOOST_TEST((row.lead == id_of(8) && row.members == std::vector{id_of(8)}));
  BOOST_TEST((row.has(id_of(8)) && !row.has(id_of(7))));
}

BOOST_AUTO_TEST_CASE(milestones_prototypes_and_sites_follow) {
  Portfolio portfolio;
  portfolio.start(1);
  std::vector<core::Position> planned;
  for (std::uint64_t goal = 60; goal < 64; ++goal)
    planned.push_back(portfolio.milestone<project::MilestonePlanned>(1, goal));
  portfolio.milestone<project::MilestoneReached>(1, 60);
  portfolio.milestone<project::MilestoneMissed>(1, 61);
  portfolio.milestone<project::MilestoneDropped>(1, 62);
  portfolio.prototype(1, 70);
  auto const kept = portfolio.prototype(1, 71);
  portfolio.happen<project::PrototypeVoided>(
      1, [](auto event) { event.setPrototype(core::data_of(id_of(70))); });
  portfolio.site(1, 50, "North");
  portfolio.site(1, 51, "North");
  portfolio.at_site<project::FieldTestStarted>(1, 50);
  portfolio.at_site<project::FieldTestStarted>(1, 51);
  portfolio.at_site<project::FieldTestEnded>(1, 51);
  auto const row = Played(portfolio).row(1);
  BOOST_REQUIRE_EQUAL(row.milestones.size(), 4u);
  MilestoneStage const stages[] = {MilestoneStage::REACHED, MilestoneStage::MISSED,
                                   MilestoneStage::DROPPED, MilestoneStage::PLANNED};
  for (std::size_t i = 0; i < 4; ++i) {
    BOOST_TEST((row.milestones[i].stage == stages[i]));
    BOOST_TEST(row.milestones[i].at.value == planned[i].value);
  }
  BOOST_REQUIRE_EQUAL(row.prototypes.size(), 1u);
  BOOST_TEST(row.prototypes[0].at.value == kept.value);
  BOOST_TEST(row.prototypes[0].licence == "MIT");
  BOOST_REQUIRE_EQUAL(row.sites.size(), 2u);
  BOOST_TEST((row.sites[0].test == FieldTest::RUNNING && row.sites[1].test == FieldTest::ENDED));
  BOOST_TEST(row.districts() == std::vector<std::string>{"North"});
}

BOOST_AUTO_TEST_CASE(a_row_says_where_the_sealed_texts_are) {
  Portfolio portfolio;
  auto const started = portfolio.start(1);
  auto const commissioned = portfolio.happen<project::ImplementationCommissioned>(
      1, [](auto event) { event.setOrganisation(core::data_of(id_of(40))); });
  auto const offered = portfolio.happen<project::TransferOffered>(1);
  portfolio.happen<project::ProgressPosted>(1);
  auto const progress = portfolio.happen<project::ProgressPosted>(1);
  auto const released = portfolio.happen<project::OpenSourceReleased>(
      1, [](auto event) { event.setLicence("EUPL-1.2"); });
  portfolio.happen<project::TransferAdopted>(1);
  portfolio.happen<project::CompanyFounded>(1);
  auto const row = Played(portfolio).row(1);
  BOOST_TEST(row.started_at.value == started.value);
  BOOST_TEST(row.commissioned_at.value == commissioned.value);
  BOOST_TEST((row.commissioner == id_of(40)));
  BOOST_TEST(row.offered_at.value == offered.value);
  BOOST_TEST(row.progress_at.value == progress.value);
  BOOST_TEST(row.progress == 2u);
  BOOST_REQUIRE_EQUAL(row.releases.size(), 1u);
  BOOST_TEST(row.releases[0].at.value == released.value);
  BOOST_TEST((row.releases[0].licence == "EUPL-1.2" && row.adoptions == 1 && row.companies == 1));
  BOOST_TEST(row.version.value == 8u);
}

BOOST_AUTO_TEST_CASE(what_follows_on_what) {
  Portfolio portfolio;
  portfolio.start(1);
  portfolio.start(2);
  portfolio.happen<project::FollowOnStarted>(
      1, [](auto event) { event.setSuccessor(core::data_of(id_of(2))); });
  portfolio.happen<project::PredecessorNamed>(
      2, [](auto event) { event.setPredecessor(core::data_of(id_of(1))); });
  Played const played(portfolio);
  BOOST_TEST((played.row(1).successors == std::vector{id_of(2)}));
  BOOST_TEST((played.row(2).predecessor == id_of(1)));
}

BOOST_AUTO_TEST_CASE(the_funnel_counts_stages_and_the_median_days_between_them) {
  Portfolio portfolio;
  BOOST_TEST(Played(portfolio).funnel() == "0/0/0 0/0/0 0/0/0 0/0/0");
  for (std::uint64_t number = 1; number <= 5; ++number) portfolio.start(number, 300 + number % 2);
  for (std::uint64_t number = 1; number <= 4; ++number) {
    portfolio.on_day(static_cast<std::int64_t>(number) * 10);
    portfolio.advance(number, ProjectStage::PROTOTYPE);
  }
  portfolio.on_day(17);
  portfolio.advance(1, ProjectStage::IMPLEMENTATION);
  portfolio.on_day(29);
  portfolio.advance(5, ProjectStage::IMPLEMENTATION);  // Skipped one: from its start.
  portfolio.happen<project::ProjectVoided>(4);
  Played const played(portfolio);
  BOOST_TEST(played.funnel() == "0/4/0 2/3/20 2/2/7 0/0/0");
  BOOST_TEST(played.funnel(301) == "0/3/0 1/2/10 2/2/7 0/0/0");
  BOOST_TEST(played.funnel(302) == "0/0/0 0/0/0 0/0/0 0/0/0");
}

BOOST_AUTO_TEST_CASE(what_was_first_reached_stays_unless_it_was_an_error) {
  Portfolio portfolio;
  portfolio.start(1);
  portfolio.on_day(10);
  portfolio.advance(1, ProjectStage::PROTOTYPE);
  portfolio.revert(1, ProjectStage::IDEA, false);
  portfolio.on_day(30);
  portfolio.advance(1, ProjectStage::PROTOTYPE);
  BOOST_TEST(Played(portfolio).funnel() == "0/1/0 1/1/10 0/0/0 0/0/0");
  portfolio.revert(1, ProjectStage::IDEA, true);
  BOOST_TEST(Played(portfolio).funnel() == "1/1/0 0/0/0 0/0/0 0/0/0");
  portfolio.on_day(40);
  portfolio.advance(1, ProjectStage::PROTOTYPE);
  BOOST_TEST(Played(portfolio).funnel() == "0/1/0 1/1/40 0/0/0 0/0/0");
}

BOOST_AUTO_TEST_CASE(a_project_counts_once_in_each_district) {
  Portfolio portfolio;
  portfolio.start(1, 300);
  portfolio.start(2, 301);
  portfolio.start(3, 301);
  portfolio.site(1, 50, "North");
  portfolio.site(1, 51, "North");
  portfolio.site(2, 52, "West");
  portfolio.site(2, 53, "North");
  portfolio.site(3, 54, "West");
  portfolio.happen<project::ProjectVoided>(3);
  Played const played(portfolio);
  BOOST_TEST(played.districts() == "North:2 West:1");
  BOOST_TEST(played.districts(300) == "North:1");
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 engine(12);
  Portfolio portfolio;
  for (std::uint64_t number = 1; number <= 60; ++number) {
    portfolio.on_day(static_cast<std::int64_t>(number));
    portfolio.start(number, 300 + engine() % 3);
    auto const some = 1 + engine() % number;
    if (engine() % 2) portfolio.prototype(some, 1000 + number);
    if (engine() % 2) portfolio.site(some, 2000 + number, engine() % 2 ? "North" : "West");
    if (engine() % 2) portfolio.milestone<project::MilestonePlanned>(some, 3000 + number);
    if (engine() % 2) portfolio.advance(some, ProjectStage::PROTOTYPE);
    if (engine() % 3 == 0) portfolio.advance(some, ProjectStage::IMPLEMENTATION);
    if (engine() % 4 == 0) portfolio.revert(some, ProjectStage::IDEA, engine() % 2);
    if (engine() % 4 == 0) portfolio.happen<project::ProgressPosted>(some);
    if (engine() % 6 == 0) portfolio.happen<project::ProjectVoided>(some);
  }
  auto const view = support::check_replay(
      portfolio, 6, [](auto&) { return std::make_unique<Projects>(support::mixing_crypto); });
  Played const played(portfolio);
  BOOST_TEST((view->search({}, {}, 100).page == played.projects.search({}, {}, 100).page));
  for (std::uint64_t measure = 300; measure < 303; ++measure) {
    auto const live = view->funnel(id_of(measure));
    auto const whole = played.projects.funnel(id_of(measure));
    for (std::size_t i = 0; i < live.size(); ++i)
      BOOST_TEST((live[i].now == whole[i].now && live[i].ever == whole[i].ever &&
                  live[i].median_days == whole[i].median_days));
  }
}

BOOST_AUTO_TEST_SUITE_END()
