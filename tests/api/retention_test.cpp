// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Who does nothing for long is reminded and then erased, as the tenant's terms say, in the time of the log.
#include "api/hub/retention.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/support/scene.hpp"

namespace {

using support::id_named;

constexpr std::int64_t day_us = 86'400LL * 1'000'000;

// The engine, and the view that follows it.
struct Year : support::Scene {
  projections::Activity activity{crypto};
  core::Position seen;

  Year() {
    measures({});
    member("anna"), member("ben");
    member("olga", "operator"), member("sam", "service");
    terms(365, 30);
  }
  support::Outcome set(std::string const& who, std::string const& days, std::string const& grace) {
    return as(who).when("tenant.setRetention",
                        "{'tenant':'" + to_string(core::tenant::the_tenant()) +
                            "','idleDays':" + days + ",'graceDays':" + grace + "}");
  }
  void terms(int days, int grace) {
    set("olga", std::to_string(days), std::to_string(grace)).accepts({"RetentionSet"});
  }
  void acts(std::string const& name) {
    given(name, "account.giveConsent",
          "{'account':'$" + name + "','purpose':'newsletter','textVersion':1}");
  }
  // What the hub's timer does, so many days later: the commands that were accepted.
  std::string later(int days) {
    clock.pass(days * day_us);
    log.read({seen.value + 1}, [&](core::RecordView const& record) {
      core::CanonicalReader event(record.open());
      auto const* type = core::schema_tables().event(record.header().event_type);
      activity.apply({record, *type, event});
      seen = record.header().position;
      return true;
    });
    auto const terms = engine().world().tenant.load(core::tenant::the_tenant()).retention;
    std::string done;
    api::carry_out(engine().world(), api::idle(activity, terms, clock.now()),
                   [&](core::Command const& command) {
                     auto const whose = core::id_in(command.body, *command.type->stream);
                     auto const name = whose == id_named("anna") ? "anna" : "another";
                     auto const accepted = engine().accept(command).has_value();
                     (done += done.empty() ? "" : ", ") += command.type->name + " " + name;
                     if (!accepted) done += " refused";
                   });
    commit();
    return done;
  }
  core::account::State account(std::string const& name) {
    return engine().world().account.load(id_named(name));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(retention, Year)

BOOST_AUTO_TEST_CASE(who_does_nothing_is_reminded_and_then_their_erasure_is_requested) {
  BOOST_TEST(later(200) == "");
  acts("ben");
  BOOST_TEST(later(164) == "");
  BOOST_TEST(later(1) == "RemindAccount anna");
  BOOST_TEST(later(1) == "");
  BOOST_TEST(later(28) == "");
  BOOST_TEST(later(1) == "RequestErasure anna");
  BOOST_TEST(account("anna").erasure_due.us > clock.now().us + 6 * day_us);
  BOOST_TEST(later(1) == "");
  BOOST_TEST(account("ben").erasure_due.us == 0);
}

BOOST_AUTO_TEST_CASE(whoever_acts_after_the_reminder_stays) {
  acts("ben");
  BOOST_TEST(later(365) == "RemindAccount anna, RemindAccount another");
  acts("anna"), acts("ben");
  BOOST_TEST(later(60) == "");
  BOOST_TEST(account("anna").erasure_due.us == 0);
}

BOOST_AUTO_TEST_CASE(who_is_needed_to_run_the_hub_stays_and_so_does_what_is_no_person) {
  acts("ben"), acts("anna");
  later(365), later(30), later(30);
  BOOST_TEST(account("anna").erasure_due.us > 0);
  BOOST_TEST(account("olga").erasure_due.us == 0);
  BOOST_TEST(account("sam").erasure_due.us == 0);
  BOOST_TEST(api::kept_by(engine().world(), id_named("olga")) == "role.last-operator");
  BOOST_TEST(api::kept_by(engine().world(), id_named("sam")) == "account.not-a-person");
  as("console")
      .when("account.remind", "{'account':'$olga'}")
      .refuses("role.last-operator", "account");
}

BOOST_AUTO_TEST_CASE(without_terms_everybody_stays) {
  terms(0, 30);
  BOOST_TEST(later(3000) == "");
}

BOOST_AUTO_TEST_CASE(terms_are_the_operators_and_not_too_short) {
  set("anna", "365", "30").refuses("auth.forbidden");
  set("olga", "29", "30").refuses("input.invalid", "idleDays");
  set("olga", "365", "6").refuses("input.invalid", "graceDays");
  set("olga", "365", "30").notes();
  as("anna").when("account.remind", "{'account':'$ben'}").refuses("auth.forbidden");
}

BOOST_AUTO_TEST_SUITE_END()
