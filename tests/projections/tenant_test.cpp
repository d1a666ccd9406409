// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/tenant.hpp"

#include <random>

#include "core/people/tenant.hpp"
#include "tests/projections/replay.hpp"

namespace {

using projections::Tenant;
using projections::VisitorSource;
using support::id_of;

struct Hub : support::History {
  template <class Event>
  void happen(std::function<void(typename Event::Builder)> const& fill = [](auto) {}) {
    add<Event>(core::tenant::the_tenant(), [&](auto event) {
      event.setTenant(core::data_of(core::tenant::the_tenant()));
      fill(event);
    });
  }
  void configure(char const* name) {
    happen<core::tenant::TenantConfigured>([&](auto event) {
      event.setNameDe(name);
      event.setNameEn("House");
      event.setZone("Europe/Berlin");
      event.setLanguages({"de", "en"});
    });
  }
  void define(std::uint64_t number, char const* code, bool secondary = false) {
    happen<core::tenant::MeasureDefined>([&](auto event) {
      event.setMeasure(core::data_of(id_of(number)));
      event.setCode(code);
      event.setNameDe("Räume");
      event.setNameEn("Spaces");
      event.setSecondary(secondary);
    });
  }
  void retire(std::uint64_t number) {
    happen<core::tenant::MeasureRetired>(
        [&](auto event) { event.setMeasure(core::data_of(id_of(number))); });
  }
  void choose(std::uint64_t place, std::string const& day, VisitorSource source) {
    happen<core::tenant::VisitorSourceChosen>([&](auto event) {
      event.setPlace(core::data_of(id_of(place)));
      event.setDay(day);
      event.setSource(source);
    });
  }
};

struct Played {
  explicit Played(Hub const& hub) { hub.play(view); }
  Tenant view{support::mixing_crypto};

  std::string days(std::uint64_t place, std::string_view from = {}, std::size_t limit = 9) const {
    std::string text;
    for (auto const& one : view.sources(id_of(place), from, limit))
      text += (text.empty() ? "" : " ") + one.day + "=" +
              std::to_string(static_cast<unsigned>(one.source));
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tenant)

BOOST_AUTO_TEST_CASE(a_hub_is_called_what_it_was_called_last) {
  Hub hub;
  BOOST_TEST(Played(hub).view.tenant().zone.empty());
  hub.configure("Haus");
  hub.configure("Werk");
  auto const row = Played(hub).view.tenant();
  BOOST_TEST(row.name_de == "Werk");
  BOOST_TEST(row.name_en == "House");
  BOOST_TEST(row.zone == "Europe/Berlin");
  BOOST_TEST(row.languages.size() == 2u);
  BOOST_TEST(row.version.value == 2u);
}

BOOST_AUTO_TEST_CASE(measures_stand_in_the_order_of_their_definition) {
  Hub hub;
  hub.configure("Haus");
  hub.define(9, "spaces");
  hub.define(3, "whole", true);
  hub.retire(9);
  auto const row = Played(hub).view.tenant();
  BOOST_REQUIRE_EQUAL(row.measures.size(), 2u);
  BOOST_TEST((row.measures[0].id == id_of(9) && row.measures[0].code == "spaces"));
  BOOST_TEST((row.measures[0].name_de == "Räume" && row.measures[0].name_en == "Spaces"));
  BOOST_TEST((row.measures[0].retired && !row.measures[1].retired));
  BOOST_TEST((!row.measures[0].secondary && row.measures[1].secondary));
}

BOOST_AUTO_TEST_CASE(it_is_archived_until_it_is_reopened) {
  Hub hub;
  hub.configure("Haus");
  hub.happen<core::tenant::TenantArchived>();
  BOOST_TEST(Played(hub).view.tenant().archived);
  hub.happen<core::tenant::TenantReopened>();
  BOOST_TEST(!Played(hub).view.tenant().archived);
}

BOOST_AUTO_TEST_CASE(a_fork_of_the_log_is_one_more_version_and_no_other_change) {
  Hub hub;
  hub.configure("Haus");
  auto const before = Played(hub).view.tenant();
  hub.happen<core::tenant::LogForked>();
  auto const after = Played(hub).view.tenant();
  BOOST_TEST(after.version.value == before.version.value + 1);
  BOOST_TEST(after.name_de == before.name_de);
}

BOOST_AUTO_TEST_CASE(sources_are_told_by_place_and_day) {
  Hub hub;
  hub.configure("Haus");
  hub.choose(1, "2026-05-03", VisitorSource::ACTIVITIES);
  hub.choose(1, "2026-05-01", VisitorSource::DOOR_COUNTER);
  hub.choose(2, "2026-05-02", VisitorSource::ACTIVITIES);
  hub.choose(1, "2025-12-31", VisitorSource::DOOR_COUNTER);
  Played const played(hub);
  BOOST_TEST(played.days(1) == "2025-12-31=1 2026-05-01=1 2026-05-03=2");
  BOOST_TEST(played.days(1, "2026-05-01") == "2026-05-01=1 2026-05-03=2");
  BOOST_TEST(played.days(1, "2026-05-02", 1) == "2026-05-03=2");
  BOOST_TEST(played.days(2) == "2026-05-02=2");
  BOOST_TEST(played.days(3) == "");
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 dice(3);
  Hub hub;
  hub.configure("Haus");
  for (std::uint64_t i = 1; i <= 60; ++i) {
    hub.define(i, ("m" + std::to_string(i)).c_str());
    if (dice() % 3 == 0) hub.retire(1 + dice() % i);
    hub.choose(dice() % 4, "2026-05-" + std::to_string(10 + dice() % 20),
               VisitorSource::DOOR_COUNTER);
    if (dice() % 9 == 0) hub.happen<core::tenant::TenantArchived>();
  }
  support::check_replay(hub, 5,
                        [](auto&) { return std::make_unique<Tenant>(support::mixing_crypto); });
}

BOOST_AUTO_TEST_SUITE_END()
