// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

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
  support::Outcome ask(std::string const& action, std::string const& more = {},
                       std::string const& who = "console") {
    return as(who).when("tenant." + action, "{" + std::string(hub) + more + "}");
  }
  support::Outcome choose(std::string const& day, std::string const& source,
                          std::string const& place = "hall") {
    return ask("chooseVisitorSource",
               ",'place':'$" + place + "','day':'" + day + "','source':'" + source + "'");
  }
  support::Outcome begin(std::string const& measure, std::string const& second = {}) {
    auto const more = second.empty() ? "" : ",'secondMeasure':'$" + second + "'";
    auto const id = "i" + std::to_string(++ideas_);
    return as("hana").when("idea.draft", "{'idea':'$" + id + "','title':'T','measure':'$" +
                                             measure + "'" + more + "}");
  }

 private:
  int ideas_ = 0;
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

BOOST_AUTO_TEST_CASE(it_speaks_german_and_english_unless_it_says_otherwise) {
  configure()
      .with("TenantConfigured", "languages/0", "de")
      .with("TenantConfigured", "languages/1", "en");
  ask("configure", ",'nameDe':'H','nameEn':'H','zone':'Europe/Berlin','languages':['en']")
      .with("TenantConfigured", "languages/0", "en");
}

BOOST_AUTO_TEST_CASE(nothing_is_said_of_a_hub_that_nobody_has_configured) {
  for (auto const& row : support::text_table(R"(
    defineMeasure       | ,'measure':'$m','code':'c','nameDe':'A','nameEn':'A'
    retireMeasure       | ,'measure':'$m'
    chooseVisitorSource | ,'place':'$hall','day':'2026-05-01','source':'doorCounter'
    archive             |
    reopen              |
  )")) {
    ask(row[0], row[1]).refuses("aggregate.not-found", "tenant");
    as("console")
        .when("tenant." + row[0], "{'tenant':'$other'" + row[1] + "}")
        .refuses("tenant.unknown", "tenant");
  }
}

BOOST_AUTO_TEST_CASE(something_is_counted_under_a_measure_from_its_definition_on) {
  define("spaces", "smart_spaces").refuses("aggregate.not-found", "tenant");
  configure();
  begin("spaces").refuses("measure.unknown", "measure");
  define("spaces", "smart_spaces")
      .accepts({"MeasureDefined"})
      .with("MeasureDefined", "measure", "$spaces")
      .with("MeasureDefined", "code", "smart_spaces")
      .with("MeasureDefined", "nameDe", "Räume")
      .with("MeasureDefined", "nameEn", "Spaces")
      .with("MeasureDefined", "secondary", "false");
  begin("spaces").accepts({"IdeaDrafted"});
  begin("spaces", "other").refuses("measure.unknown", "secondMeasure");
  begin("spaces", "spaces").refuses("input.invalid", "secondMeasure");
}

BOOST_AUTO_TEST_CASE(nothing_new_is_counted_under_a_measure_that_has_ended) {
  measures({"spaces", "works"});
  begin("spaces").accepts({"IdeaDrafted"});
  ask("retireMeasure", ",'measure':'$other'").refuses("measure.unknown", "measure");
  ask("retireMeasure", ",'measure':'$spaces'")
      .accepts({"MeasureRetired"})
      .with("MeasureRetired", "measure", "$spaces");
  ask("retireMeasure", ",'measure':'$spaces'", "hana").notes();
  begin("spaces").refuses("measure.retired", "measure");
  begin("works", "spaces").refuses("measure.retired", "secondMeasure");
  as("hana")
      .when("idea.revise", "{'idea':'$i1','title':'New','measure':'$spaces'}")
      .accepts({"IdeaRevised"});
  as("hana").when("idea.submit", "{'idea':'$i1'}").accepts({"IdeaSubmitted"});
}

BOOST_AUTO_TEST_CASE(a_secondary_measure_stands_beside_a_primary_one) {
  measures({"spaces"});
  given("hana", "tenant.defineMeasure", measure("whole", "whole").insert(1, "'secondary':true,"));
  begin("whole").refuses("measure.secondary", "measure");
  begin("spaces", "whole").accepts({"IdeaDrafted"});
}

BOOST_AUTO_TEST_CASE(every_family_that_counts_asks_for_a_measure_that_is_there) {
  measures({"spaces"});
  for (auto const& row : support::text_table(R"(
    idea.draft         | 'idea':'$a','title':'T'      | IdeaDrafted
    project.start      | 'project':'$b','title':'T'   | ProjectStarted
    programme.announce | 'programme':'$c','title':'T' | ProgrammeAnnounced
  )")) {
    as("hana")
        .when(row[0], "{" + row[1] + ",'measure':'$other'}")
        .refuses("measure.unknown", "measure");
    as("hana").when(row[0], "{" + row[1] + ",'measure':'$spaces'}").accepts({row[2]});
  }
}

BOOST_AUTO_TEST_CASE(one_source_counts_the_visitors_of_a_place_on_a_day) {
  configure();
  choose("2026-05-01", "doorCounter")
      .accepts({"VisitorSourceChosen"})
      .with("VisitorSourceChosen", "place", "$hall")
      .with("VisitorSourceChosen", "day", "2026-05-01")
      .with("VisitorSourceChosen", "source", "doorCounter");
  choose("2026-05-01", "doorCounter").notes();
  choose("2026-05-01", "activities").refuses("visits.source-conflict", "source");
  choose("2026-05-02", "activities").accepts({"VisitorSourceChosen"});
  choose("2026-05-01", "activities", "yard").accepts({"VisitorSourceChosen"});
  restart_from_the_log();
  choose("2026-05-01", "activities").refuses("visits.source-conflict", "source");
  choose("2026-05-03", "unspecified").refuses("input.invalid", "source");
}

BOOST_AUTO_TEST_CASE(a_day_is_one_of_the_calendar) {
  configure();
  for (auto const* day : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260501",
                          "2026-05-0x", "2026-05-32", "2026/05/01", "-026-05-01", "2026-05--1"})
    choose(day, "doorCounter").refuses("input.invalid", "day");
  choose("2028-02-29", "doorCounter").accepts({"VisitorSourceChosen"});
}

BOOST_AUTO_TEST_CASE(
    in_an_archived_hub_people_decide_about_their_accounts_and_nothing_else_happens) {
  measures({"spaces"});
  ask("archive", {}, "hana").refuses("auth.forbidden");
  ask("archive").accepts({"TenantArchived"});
  ask("archive").notes();
  begin("spaces").refuses("tenant.archived");
  as("console").when("vocabulary.addTerm", "{'term':'$light'}").refuses("tenant.archived");
  as("hana")
      .when("idea.draft", "{'idea':'$x','title':'T','measure':'$m'}")
      .refuses("tenant.archived");
  as("hana")
      .when("account.giveConsent", "{'account':'$hana','purpose':'contact','textVersion':1}")
      .accepts({"ConsentGiven"});
  as("console")
      .when("privacy.recordRequest", "{'request':'$letter','kind':'access','description':'D'}")
      .accepts({"RequestRecorded"});
  restart();
  begin("spaces").refuses("tenant.archived");
  ask("reopen").accepts({"TenantReopened"});
  ask("reopen").notes();
  begin("spaces").accepts({"IdeaDrafted"});
}

BOOST_AUTO_TEST_CASE(only_the_console_says_that_the_log_goes_on_from_another_one) {
  auto const fork =
      ",'parent':'fuge/0123456789abcdef0123456789abcdef','size':7,"
      "'root':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
  member("otto", "operator");
  ask("recordFork", fork, "otto").refuses("auth.forbidden", "parent");
  ask("recordFork", fork)
      .accepts({"LogForked"})
      .with("LogForked", "parent", "fuge/0123456789abcdef0123456789abcdef")
      .with("LogForked", "size", "7");
  configure().accepts({"TenantConfigured"});
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
    auto const id = "m" + std::to_string(dice() % 40);
    if (dice() % 4 == 0) (void)ask("retireMeasure", ",'measure':'$" + id + "'");
    else if (dice() % 4 == 0)
      (void)choose("2026-05-0" + std::to_string(1 + dice() % 9),
                   dice() % 2 == 0 ? "doorCounter" : "activities");
    else (void)send("hana", "tenant.defineMeasure", measure(id, "c" + std::to_string(dice() % 40)));
    if (dice() % 10 == 0) commit();
    if (dice() % 100 == 0) commit(), restart();
  }
  commit();
  BOOST_TEST(state() == replayed());
  BOOST_TEST(engine().world().visitor_sources.size() == 9u);
  std::set<std::string> codes;
  for (auto const& one : engine().world().tenant.load(core::tenant::the_tenant()).measures)
    BOOST_TEST(codes.insert(one.code).second);
  BOOST_TEST(codes.size() > 20u);
}

BOOST_AUTO_TEST_SUITE_END()
