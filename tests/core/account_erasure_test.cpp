// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How a person is forgotten: asked for, thought over, done, and wound up wherever they were. (What is on disk afterwards:
// tests/api/erasure_test.cpp; the whole program: tests/program/erasure.test.mjs.)
#include <boost/test/unit_test.hpp>
#include <set>

#include "core/departing.hpp"
#include "core/limits.hpp"
#include "core/own_texts.hpp"
#include "tests/support/invariants.hpp"
#include "tests/support/one_of_each.hpp"
#include "tests/support/scene.hpp"

namespace {

using core::KeyId;
using core::KeyKind;
using support::id_named;

struct Leaving : support::Scene {
  Leaving() {
    member("anna"), member("ben");
    member("pia", "privacyOfficer");
  }
  static std::string on(std::string const& name, std::string const& more = {}) {
    return "{'account':'$" + name + "'" + more + "}";
  }
  support::Outcome ask(std::string const& by, std::string const& action,
                       std::string const& more = {}) {
    return as(by).when("account." + action, on("anna", more));
  }
  core::account::State account(std::string const& name = "anna") {
    return engine().world().account.load(id_named(name));
  }
  // Asked for, due, done, and everything that follows.
  void erase(std::string const& name) {
    given("console", "account.requestErasure", on(name, ",'due':'2020-01-01T00:00:00Z'"));
    given("console", "account.executeErasure", on(name));
    follow();
  }
  void profile(std::string const& name) {
    auto const own = "{'profile':'$" + name + "'";
    given(name, "profile.create", own + ",'displayName':'N','sector':'science'}");
    given(name, "account.giveConsent", on(name, ",'purpose':'directory','textVersion':1"));
    given(name, "profile.list", own + "}");
  }
  bool has_key(std::string const& name) {
    return vault.find(KeyKind::PERSON, id_named(name)) != KeyId{};
  }
  void pass_days(int days) { clock.pass(days * 86'400'000'000); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(account_erasure, Leaving)

BOOST_AUTO_TEST_CASE(a_week_to_think_it_over) {
  ask("ben", "requestErasure").refuses("auth.forbidden");
  ask("anna", "requestErasure").accepts({"ErasureRequested"});
  auto const due = account().erasure_due;
  BOOST_TEST(due.us == clock.now().us + core::limits::erasure_us);
  pass_days(6);
  ask("console", "executeErasure").refuses("account.not-due", "account");
  ask("anna", "cancelErasure").accepts({"ErasureCancelled"});
  ask("anna", "cancelErasure").notes();
  pass_days(2);
  ask("console", "executeErasure").refuses("account.not-due", "account");
  BOOST_TEST(engine().world().erasures.size() == 0u);
}

BOOST_AUTO_TEST_CASE(it_can_be_put_off_for_a_month_and_brought_forward) {
  ask("anna", "requestErasure").accepts({"ErasureRequested"});
  std::string const month = ",'due':'2026-05-31T12:00:00Z'";  // It is the first of May.
  ask("anna", "requestErasure", ",'due':'2026-05-31T12:00:01Z'").refuses("input.invalid", "due");
  ask("anna", "requestErasure", month).accepts({"ErasureRequested"});
  ask("anna", "requestErasure", month).notes();
  ask("pia", "requestErasure", ",'due':'2020-01-01T00:00:00Z'").accepts({"ErasureRequested"});
  BOOST_TEST((account().erasure_due == clock.now()));
  BOOST_TEST(engine().world().erasures.size() == 1u);
}

BOOST_AUTO_TEST_CASE(from_then_on_the_account_is_closed) {
  profile("anna");
  ask("anna", "requestErasure").accepts({"ErasureRequested"});
  as("anna").when("profile.hide", "{'profile':'$anna'}").accepts({"ProfileHidden"});
  as("anna").when("profile.list", "{'profile':'$anna'}").accepts({"ProfileListed"});
  pass_days(8);
  for (auto const* action : {"cancelErasure", "requestErasure"}) {
    ask("anna", action).refuses("account.erased");
    ask("pia", action).refuses("account.erased", "account");
  }
  as("anna").when("profile.hide", "{'profile':'$anna'}").refuses("account.erased");
  ask("console", "executeErasure").accepts({"ProfileHidden", "SubjectErased"});
  ask("console", "executeErasure").notes();
  as("anna").when("profile.list", "{'profile':'$anna'}").refuses("account.erased");
  for (auto const* action : {"requestErasure", "cancelErasure", "suspend", "reinstate"})
    ask("console", action).refuses("account.erased", "account");
  ask("console", "register", ",'ofAge':true").refuses("account.erased", "account");
  ask("console", "grantRole", ",'role':'mentor'").refuses("account.erased", "account");
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(the_key_is_destroyed_and_no_other_comes) {
  profile("anna"), profile("ben");
  auto const key = vault.find(KeyKind::PERSON, id_named("anna"));
  erase("anna");
  core::Key bytes;
  BOOST_TEST(!vault.key(key, bytes));
  BOOST_TEST(!has_key("anna"));
  BOOST_TEST(has_key("ben"));
  as("ben")
      .when("person.report", "{'person':'$ben','kind':'person','about':'$anna','reason':'R'}")
      .accepts({"PersonReported"});
  BOOST_TEST(!has_key("anna"));
}

BOOST_AUTO_TEST_CASE(who_came_back_with_a_copy_is_erased_again_without_asking) {
  ask("console", "executeErasure").refuses("account.not-due", "account");
  ask("anna", "executeErasure", ",'again':true").refuses("auth.forbidden");
  given("console", "account.grantRole", on("ben", ",'role':'operator'"));
  ask("ben", "executeErasure", ",'again':true").refuses("auth.forbidden", "again");
  ask("console", "executeErasure", ",'again':true").accepts({"SubjectErased"});
}

BOOST_AUTO_TEST_CASE(somebody_must_be_left_to_run_the_hub) {
  given("console", "account.grantRole", on("anna", ",'role':'operator'"));
  ask("anna", "requestErasure").refuses("role.last-operator", "account");
  given("console", "account.grantRole", on("ben", ",'role':'operator'"));
  ask("anna", "requestErasure").accepts({"ErasureRequested"});
  as("ben").when("account.requestErasure", on("ben")).refuses("role.last-operator", "account");
  as("console")
      .when("account.revokeRole", on("ben", ",'role':'operator'"))
      .refuses("role.last-operator", "account");
  as("console").when("account.suspend", on("ben")).refuses("role.last-operator", "account");
  erase("anna");
  BOOST_TEST(engine().world().operators == 1u);
  BOOST_TEST(account().grants.empty());
  given("console", "account.grantRole", on("pia", ",'role':'hubAdmin'"));
  as("pia").when("account.requestErasure", on("pia")).refuses("role.last-hub-admin", "account");
}

BOOST_AUTO_TEST_CASE(who_was_suspended_is_not_counted_twice) {
  for (auto const* name : {"anna", "ben"})
    given("console", "account.grantRole", on(name, ",'role':'operator'"));
  given("console", "account.suspend", on("anna"));
  BOOST_TEST(engine().world().operators == 1u);
  erase("anna");
  BOOST_TEST(engine().world().operators == 1u);
  restart();
  BOOST_TEST(engine().world().operators == 1u);
}

BOOST_AUTO_TEST_CASE(only_who_was_erased_is_wound_up) {
  ask("console", "windUp", ",'family':'account','to':'$anna'")
      .refuses("account.not-due", "account");
  erase("anna");
  ask("console", "windUp", ",'family':'nothing','to':'$anna'").refuses("input.invalid", "family");
  ask("console", "windUp", ",'family':'account','to':'$anna'").notes();
}

BOOST_AUTO_TEST_CASE(a_lead_is_handed_on_and_a_team_of_one_ends) {
  given("anna", "team.form", "{'team':'$ring','name':'R','kind':'expertGroup'}");
  given("anna", "team.form", "{'team':'$alone','name':'A','kind':'expertGroup'}");
  given("ben", "team.requestJoin", "{'team':'$ring'}");
  given("anna", "team.acceptRequest", "{'team':'$ring','person':'$ben'}");
  erase("anna");
  auto const& teams = engine().world().team;
  BOOST_TEST((teams.load(id_named("ring")).lead == id_named("ben")));
  BOOST_TEST((teams.load(id_named("alone")).stage == core::team::Stage::dissolved));
}

BOOST_AUTO_TEST_CASE(a_seat_goes_on_before_the_start_and_is_counted_after_it) {
  given("console", "programme.announce", "{'programme':'$jam','title':'J','capacity':1}");
  given("console", "programme.openApplications",
        "{'programme':'$jam','deadline':'2100-01-01T00:00:00Z'}");
  for (auto const* name : {"anna", "ben"}) {
    given(name, "programme.submitApplication", "{'programme':'$jam'}");
    given("console", "programme.acceptApplication",
          "{'programme':'$jam','person':'$" + std::string(name) + "'}");
  }
  erase("anna");
  auto const jam = [&] { return engine().world().programme.load(id_named("jam")); };
  BOOST_TEST(jam().accepted == 1u);
  BOOST_TEST(jam().waiting == 0u);
  given("console", "programme.confirmEnrolment",
        "{'programme':'$jam','person':'$ben','status':'student'}");
  given("console", "programme.start", "{'programme':'$jam'}");
  erase("ben");
  BOOST_TEST(jam().enrolled == 1u);
}

BOOST_AUTO_TEST_CASE(a_draft_goes_with_its_author_and_what_others_know_stays) {
  measures({"m"});
  for (auto const* idea : {"draft", "known"})
    given("anna", "idea.draft", "{'idea':'$" + std::string(idea) + "','title':'T','measure':'$m'}");
  given("anna", "idea.submit", "{'idea':'$known'}");
  given("anna", "challenge.draft", "{'challenge':'$roofs','title':'T','contact':'C'}");
  erase("anna");
  auto const has_text = [&](std::string const& name) {
    std::size_t texts = 0, keys = 0;
    core::each_text_of(engine().world(), id_named(name), [&](core::Position, auto const& own) {
      ++texts;
      keys += vault.find(KeyKind::TEXT, own.text) != KeyId{};
    });
    BOOST_TEST(texts == keys);
    return keys > 0;
  };
  BOOST_TEST(!has_text("draft"));
  BOOST_TEST(!has_text("roofs"));
  BOOST_TEST(has_text("known"));
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(an_organisation_may_be_left_with_nobody_until_the_hub_appoints_another) {
  given("anna", "organisation.register",
        "{'organisation':'$lumo','name':'L','sector':'business','contact':'C'}");
  erase("anna");
  BOOST_TEST(engine().world().organisation.load(id_named("lumo")).people.empty());
  auto const revise = [&](std::string const& more) {
    return as("console").when(
        "organisation.revise",
        "{'organisation':'$lumo','name':'L','sector':'business'" + more + "}");
  };
  revise(",'contact':'C'").refuses("org.last-rep", "contact");
  revise("").accepts({"OrganisationRevised"});
}

// Whatever families there are: each names somebody, whoever they are can leave, and nothing is left behind.
BOOST_AUTO_TEST_CASE(everybody_of_a_hub_with_one_of_everything_can_be_erased) {
  Scene scene;
  for (auto const& [actor, method, json] : support::one_of_each()) scene.given(actor, method, json);
  auto const& world = scene.engine().world();
  std::set<core::Family> tied;
  for (auto const* name : {"lea", "tom", "tim", "rita", "otto", "olga"}) {
    core::each_tie(world, id_named(name),
                   [&](core::StreamKey const& tie) { tied.insert(tie.family); });
    scene.given("console", "account.requestErasure", on(name, ",'due':'2020-01-01T00:00:00Z'"));
    scene.given("console", "account.executeErasure", on(name));
    scene.follow();
  }
  for (auto const* type : core::schema_tables().events())
    if (!type->people.empty() && type->family_name != "tenant")  // There nothing ends.
      BOOST_TEST(tied.contains(type->family), type->family_name << " ties nobody");
  auto wrong = support::broken_invariants(world);
  std::erase_if(wrong, [](std::string const& what) { return what.starts_with("nobody operates"); });
  BOOST_TEST(wrong == std::vector<std::string>(), boost::test_tools::per_element());
  BOOST_TEST(scene.state() == scene.replayed());
}

BOOST_AUTO_TEST_SUITE_END()
