// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

constexpr char const* hub = "'tenant':'74656e61-6e74-8000-8000-000000000001'";

struct Tenant : support::Scene {
  Tenant() { member("hana", "hubAdmin"); }

  support::Outcome configure(std::string const& zone = "Europe/Berlin",
                             std::string const& who = "console") {
    return as(who).when(
        "tenant.configure",
        "{" + std::string(hub) + ",'nameDe':'Haus','nameEn':'House','zone':'" + zone + "'}");
  }
  static std::string measure(std::string const& id, std::string const& code) {
    return "{" + std::string(hub) + ",'measure':'$" + id + "','code':'" + code +
           "','nameDe':'Räume','nameEn':'Spaces'}";
  }
  support::Outcome define(std::string const& id, std::string const& code,
                          std::string const& who = "hana") {
    return as(who).when("tenant.defineMeasure", measure(id, code));
  }
  bool known(std::string const& id) {
    return core::tenant::measure_known(engine().world(), support::id_named(id));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tenant, Tenant)

BOOST_AUTO_TEST_CASE(a_hub_has_a_name_in_both_languages) {
  configure()
      .accepts({"TenantConfigured"})
      .with("TenantConfigured", "nameDe", "Haus")
      .with("TenantConfigured", "nameEn", "House")
      .with("TenantConfigured", "zone", "Europe/Berlin");
  configure("Europe/Berlin", "hana").refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(its_days_begin_in_one_zone_for_ever) {
  configure().accepts({"TenantConfigured"});
  configure("Europe/Paris").refuses("tenant.zone", "zone");
  configure().accepts({"TenantConfigured"});
}

BOOST_AUTO_TEST_CASE(there_is_one_tenant_in_a_log) {
  as("console")
      .when("tenant.configure", "{'tenant':'$other','nameDe':'A','nameEn':'A','zone':'UTC'}")
      .refuses("tenant.unknown", "tenant");
  as("hana")
      .when("tenant.defineMeasure",
            "{'tenant':'$other','measure':'$m','code':'c','nameDe':'A','nameEn':'A'}")
      .refuses("tenant.unknown", "tenant");
}

BOOST_AUTO_TEST_CASE(a_measure_is_known_from_its_definition_on) {
  define("spaces", "smart_spaces").refuses("aggregate.not-found", "tenant");
  configure();
  BOOST_TEST(!known("spaces"));
  define("spaces", "smart_spaces")
      .accepts({"MeasureDefined"})
      .with("MeasureDefined", "measure", "$spaces")
      .with("MeasureDefined", "code", "smart_spaces")
      .with("MeasureDefined", "nameDe", "Räume")
      .with("MeasureDefined", "nameEn", "Spaces");
  BOOST_TEST(known("spaces"));
}

BOOST_AUTO_TEST_CASE(no_two_measures_share_an_id_or_a_code) {
  configure();
  define("spaces", "smart_spaces").accepts({"MeasureDefined"});
  define("spaces", "other").refuses("measure.exists", "measure");
  define("other", "smart_spaces").refuses("measure.exists", "code");
}

BOOST_AUTO_TEST_CASE(there_is_room_for_a_hundred_measures) {
  configure();
  for (std::size_t i = 0; i < core::limits::measures_max; ++i)
    given("hana", "tenant.defineMeasure",
          measure("m" + std::to_string(i), "c" + std::to_string(i)));
  define("more", "more").refuses("measure.limit", "measure");
}

BOOST_AUTO_TEST_CASE(whatever_happens_codes_stay_unique_and_replay_agrees) {
  std::mt19937_64 dice(5);
  configure();
  for (int i = 0; i < 300; ++i) {
    (void)send("hana", "tenant.defineMeasure",
               measure("m" + std::to_string(dice() % 40), "c" + std::to_string(dice() % 40)));
    if (dice() % 10 == 0) commit();
    if (dice() % 100 == 0) commit(), restart();
  }
  commit();
  BOOST_TEST(state() == replayed());
  std::set<std::string> codes;
  for (auto const& one : engine().world().tenant.load(core::tenant::the_tenant()).measures)
    BOOST_TEST(codes.insert(one.code).second);
  BOOST_TEST(codes.size() > 20u);
}

BOOST_AUTO_TEST_SUITE_END()
