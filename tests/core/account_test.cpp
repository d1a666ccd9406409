// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

using support::Scene;

std::string on(std::string const& name, std::string const& more = {}) {
  return "{'account':'$" + name + "'" + more + "}";
}
std::string role(std::string const& name, std::string const& role, std::string const& more = {}) {
  return on(name, ",'role':'" + role + "'" + more);
}
std::string purpose(std::string const& name, std::string const& purpose,
                    std::string const& more = {}) {
  return on(name, ",'purpose':'" + purpose + "'" + more);
}
void announce(Scene& scene, std::string const& programme) {
  scene.given("console", "programme.announce",
              "{'programme':'$" + programme + "','title':'P','phases':[{'title':'First'}]}");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(account)

BOOST_AUTO_TEST_CASE(an_account_is_opened_once) {
  Scene scene;
  scene.as("console")
      .when("account.register", on("anna", ",'ofAge':true"))
      .accepts({"AccountRegistered"})
      .with("AccountRegistered", "account", "$anna");
  scene.as("console")
      .when("account.register", on("anna", ",'ofAge':true"))
      .refuses("account.exists", "account");
}

BOOST_AUTO_TEST_CASE(who_looks_at_somebody_s_data_says_why) {
  Scene scene;
  scene.member("anna"), scene.member("ben"), scene.member("hana", "hubAdmin");
  scene.member("pia", "privacyOfficer");
  auto const open = [&](std::string const& who, std::string const& more) {
    return scene.as(who).when("account.openPersonalData", on("anna", more));
  };
  std::string const why = ",'reason':'She asked for it'";
  for (auto const* name : {"anna", "ben", "hana"}) open(name, why).refuses("auth.forbidden");
  open("pia", "").refuses("input.invalid", "reason");
  open("pia", why)
      .accepts({"PersonalDataOpened"})
      .with("PersonalDataOpened", "account", "$anna")
      .with("PersonalDataOpened", "reason", "She asked for it");
  open("pia", why).accepts({"PersonalDataOpened"});  // Each time is told.
  scene.as("pia")
      .when("account.openPersonalData", on("nobody", why))
      .refuses("aggregate.not-found", "account");
}

BOOST_AUTO_TEST_CASE(children_take_part_without_an_account) {
  Scene scene;
  scene.as("console")
      .when("account.register", on("mia", ",'ofAge':false"))
      .refuses("account.minor", "ofAge");
}

BOOST_AUTO_TEST_CASE(a_role_is_granted_once_and_taken_away_once) {
  Scene scene;
  scene.member("anna");
  scene.as("console")
      .when("account.grantRole", role("anna", "curator"))
      .accepts({"RoleGranted"})
      .with("RoleGranted", "role", "curator");
  scene.as("console").when("account.grantRole", role("anna", "curator")).notes();
  scene.as("console")
      .when("account.revokeRole", role("anna", "curator"))
      .accepts({"RoleRevoked"})
      .with("RoleRevoked", "account", "$anna");
  scene.as("console").when("account.revokeRole", role("anna", "curator")).notes();
}

BOOST_AUTO_TEST_CASE(a_role_for_one_programme_is_not_the_role_for_another) {
  Scene scene;
  scene.member("anna");
  for (auto const* name : {"here", "there"}) announce(scene, name);
  auto const here = ",'scope':'programme','target':'$here'",
             there = ",'scope':'programme','target':'$there'";
  scene.as("console")
      .when("account.grantRole", role("anna", "programmeManager", here))
      .accepts({"RoleGranted"})
      .with("RoleGranted", "target", "$here")
      .with("RoleGranted", "scope", "programme");
  scene.as("console").when("account.revokeRole", role("anna", "programmeManager", there)).notes();
  scene.as("console")
      .when("account.grantRole", role("anna", "programmeManager", there))
      .accepts({"RoleGranted"});
  scene.as("console")
      .when("account.revokeRole", role("anna", "programmeManager", here))
      .accepts({"RoleRevoked"})
      .with("RoleRevoked", "target", "$here")
      .with("RoleRevoked", "scope", "programme");
}

BOOST_AUTO_TEST_CASE(what_nobody_may_grant) {
  Scene scene;
  scene.member("anna");
  scene.member("hanna", "hubAdmin");
  // by | role | scope | target | field that is refused
  for (auto const& row : support::text_table(R"(
    console | anonymous    | tenant       |       | role
    console | member       | tenant       |       | role
    console | teamLead     | tenant       |       | role
    hanna   | operator     | tenant       |       | role
    console | operator     | programme    | $this | scope
    console | curator      | self         |       | scope
    console | curator      | team         | $this | scope
    console | curator      | tenant       | $this | target
    console | curator      | programme    |       | target
    hanna   | curator      | measure      |       | target
    hanna   | curator      | organisation |       | target
    hanna   | curator      | space        |       | target
  )")) {
    auto const target = row[3].empty() ? "" : ",'target':'" + row[3] + "'";
    scene.as(row[0])
        .when("account.grantRole", role("anna", row[1], ",'scope':'" + row[2] + "'" + target))
        .refuses("role.scope", row[4]);
  }
}

BOOST_AUTO_TEST_CASE(a_role_is_held_in_something_that_there_is) {
  Scene scene;
  scene.member("anna");
  auto const grant = [&](std::string const& scope) {
    return scene.as("console").when(
        "account.grantRole", role("anna", "curator", ",'scope':'" + scope + "','target':'$this'"));
  };
  for (auto const* scope : {"measure", "programme", "organisation"})
    grant(scope).refuses("aggregate.not-found", "target");
  grant("space").accepts({"RoleGranted"});  // Nobody keeps a list of them here.
  scene.measures({"this"});
  grant("programme").refuses("aggregate.not-found", "target");
  grant("measure").accepts({"RoleGranted"});
  announce(scene, "this");
  grant("programme").accepts({"RoleGranted"});
  scene.given("anna", "organisation.register",
              "{'organisation':'$this','name':'O','sector':'business'}");
  grant("organisation").accepts({"RoleGranted"});
}

BOOST_AUTO_TEST_CASE(an_account_has_a_bounded_number_of_roles) {
  Scene scene;
  scene.member("anna");
  auto grant = [&](std::size_t i) {
    return role("anna", "curator", ",'scope':'space','target':'$space-" + std::to_string(i) + "'");
  };
  for (std::size_t i = 0; i < core::limits::grants_max; ++i)
    scene.given("console", "account.grantRole", grant(i));
  scene.as("console")
      .when("account.grantRole", grant(core::limits::grants_max))
      .refuses("role.limit", "account");
  scene.as("console").when("account.grantRole", grant(0)).notes();
}

BOOST_AUTO_TEST_CASE(only_operators_take_the_operator_role_away) {
  Scene scene;
  scene.member("olga", "operator");
  scene.member("otto", "operator");
  scene.member("hanna", "hubAdmin");
  scene.as("hanna")
      .when("account.revokeRole", role("olga", "operator"))
      .refuses("role.scope", "role");
  scene.as("otto").when("account.revokeRole", role("olga", "operator")).accepts({"RoleRevoked"});
}

BOOST_AUTO_TEST_CASE(the_last_operator_stays) {
  Scene scene;
  scene.member("olga", "operator");
  scene.as("console")
      .when("account.revokeRole", role("olga", "operator"))
      .refuses("role.last-operator", "account");
  scene.as("olga").when("account.suspend", on("olga")).refuses("role.last-operator", "account");
}

BOOST_AUTO_TEST_CASE(nobody_suspends_oneself) {
  Scene scene;
  for (auto const* name : {"olga", "otto"}) scene.member(name, "operator");
  for (auto const* name : {"hana", "hugo"}) scene.member(name, "hubAdmin");
  for (auto const* name : {"olga", "hana"})
    scene.as(name).when("account.suspend", on(name)).refuses("person.self", "account");
}

BOOST_AUTO_TEST_CASE(the_last_hub_admin_is_not_suspended) {
  Scene scene;
  scene.member("olga", "operator");
  for (auto const* name : {"hana", "hugo"}) scene.member(name, "hubAdmin");
  scene.given("hana", "account.suspend", on("hugo"));
  for (auto const* by : {"olga", "console", "hana"})
    scene.as(by).when("account.suspend", on("hana")).refuses("role.last-hub-admin", "account");
  scene.given("hana", "account.reinstate", on("hugo"));
  scene.as("olga").when("account.suspend", on("hana")).accepts({"AccountSuspended"});
  scene.as("olga").when("account.suspend", on("hugo")).refuses("role.last-hub-admin", "account");
  scene.given("olga", "account.revokeRole", role("hugo", "hubAdmin"));
  scene.as("olga").when("account.suspend", on("hugo")).accepts({"AccountSuspended"});
}

BOOST_AUTO_TEST_CASE(a_suspended_operator_does_not_count) {
  Scene scene;
  scene.member("olga", "operator");
  scene.member("otto", "operator");
  scene.given("olga", "account.suspend", on("otto"));
  scene.as("console")
      .when("account.revokeRole", role("olga", "operator"))
      .refuses("role.last-operator", "account");
  scene.given("console", "account.revokeRole",
              role("otto", "operator"));  // Suspended: not the last one.
  scene.given("console", "account.reinstate", on("otto"));
  scene.as("console").when("account.suspend", on("olga")).refuses("role.last-operator", "account");
  scene.given("console", "account.grantRole", role("otto", "operator"));
  scene.as("console").when("account.suspend", on("olga")).accepts({"AccountSuspended"});
}

BOOST_AUTO_TEST_CASE(who_is_suspended_is_locked_out_until_reinstated) {
  Scene scene;
  scene.member("anna");
  scene.as("console")
      .when("account.suspend", on("anna"))
      .accepts({"AccountSuspended"})
      .with("AccountSuspended", "account", "$anna");
  scene.as("console").when("account.suspend", on("anna")).notes();
  scene.as("anna")
      .when("account.giveConsent", purpose("anna", "directory", ",'textVersion':1"))
      .refuses("account.suspended");
  scene.as("console").when("account.reinstate", on("anna")).accepts({"AccountReinstated"});
  scene.as("console").when("account.reinstate", on("anna")).notes();
  scene.given("anna", "account.giveConsent", purpose("anna", "directory", ",'textVersion':1"));
}

BOOST_AUTO_TEST_CASE(who_is_suspended_leaves_the_directory_and_is_not_put_back) {
  Scene scene;
  scene.member("anna");
  auto const profile = [&](std::string const& who, std::string const& action) {
    return scene.as(who).when("profile." + action, "{'profile':'$anna'}");
  };
  scene.given("anna", "account.giveConsent", purpose("anna", "directory", ",'textVersion':1"));
  scene.given("anna", "profile.create",
              "{'profile':'$anna','displayName':'Anna','sector':'science'}");
  profile("anna", "list").accepts({"ProfileListed"});
  scene.as("console")
      .when("account.suspend", on("anna"))
      .accepts({"AccountSuspended", "ProfileHidden"});
  profile("anna", "list").refuses("account.suspended");
  scene.given("console", "account.reinstate", on("anna"));
  profile("anna", "list").accepts({"ProfileListed"});
}

BOOST_AUTO_TEST_CASE(staff_are_those_whom_operators_gave_the_whole_hub) {
  auto const is_staff = [](std::string const& named, std::string const& more = {}) {
    Scene scene;
    scene.member("anna");
    scene.given("console", "account.grantRole", role("anna", named, more));
    return scene.engine().world().account.load(support::id_named("anna")).is_staff();
  };
  // role | staff
  for (auto const& row : support::text_table(R"(
    operator          | yes
    hubAdmin          | yes
    privacyOfficer    | yes
    moderator         | yes
    spaceManager      | yes
    curator           | yes
    programmeManager  | yes
    evaluator         | no
    educator          | no
    juror             | no
    mentor            | no
    orgRepresentative | no
    device            | no
    service           | no
  )"))
    BOOST_TEST(is_staff(row[0]) == (row[1] == "yes"), row[0]);
  BOOST_TEST(!is_staff("spaceManager", ",'scope':'space','target':'$library'"));
  Scene scene;
  scene.member("olga", "moderator");
  scene.given("console", "account.suspend", on("olga"));
  BOOST_TEST(!scene.engine().world().account.load(support::id_named("olga")).is_staff());
}

BOOST_AUTO_TEST_CASE(an_operator_is_suspended_by_operators_only) {
  Scene scene;
  scene.member("olga", "operator");
  scene.member("otto", "operator");
  scene.member("hanna", "hubAdmin");
  scene.as("hanna").when("account.suspend", on("olga")).refuses("role.scope", "account");
  scene.as("olga").when("account.suspend", on("otto")).accepts({"AccountSuspended"});
}

BOOST_AUTO_TEST_CASE(a_consent_may_be_given_again_for_a_newer_wording) {
  Scene scene;
  scene.member("anna");
  scene.as("anna")
      .when("account.giveConsent", purpose("anna", "contact", ",'textVersion':1"))
      .accepts({"ConsentGiven"})
      .with("ConsentGiven", "account", "$anna")
      .with("ConsentGiven", "purpose", "contact")
      .with("ConsentGiven", "textVersion", "1");
  scene.as("anna")
      .when("account.giveConsent", purpose("anna", "contact", ",'textVersion':2"))
      .accepts({"ConsentGiven"})
      .with("ConsentGiven", "textVersion", "2");
}

BOOST_AUTO_TEST_CASE(a_consent_is_taken_back_once) {
  Scene scene;
  scene.member("anna");
  scene.as("anna").when("account.withdrawConsent", purpose("anna", "newsletter")).notes();
  scene.given("anna", "account.giveConsent", purpose("anna", "newsletter", ",'textVersion':1"));
  scene.as("anna")
      .when("account.withdrawConsent", purpose("anna", "contact"))
      .notes();  // Another one.
  scene.as("anna")
      .when("account.withdrawConsent", purpose("anna", "newsletter"))
      .accepts({"ConsentWithdrawn"})
      .with("ConsentWithdrawn", "purpose", "newsletter")
      .with("ConsentWithdrawn", "account", "$anna");
  scene.as("anna").when("account.withdrawConsent", purpose("anna", "newsletter")).notes();
}

BOOST_AUTO_TEST_CASE(nobody_stays_in_the_directory_without_consent) {
  Scene scene;
  scene.member("anna");
  scene.given("anna", "account.giveConsent", purpose("anna", "directory", ",'textVersion':1"));
  scene.given("anna", "profile.create",
              "{'profile':'$anna','displayName':'Anna','sector':'science'}");
  scene.given("anna", "profile.list", "{'profile':'$anna'}");
  scene.as("anna")
      .when("account.withdrawConsent", purpose("anna", "directory"))
      .accepts({"ConsentWithdrawn", "ProfileHidden"})
      .with("ProfileHidden", "profile", "$anna");
  scene.as("anna").when("profile.list", "{'profile':'$anna'}").refuses("consent.missing");
}

BOOST_AUTO_TEST_CASE(other_consents_have_nothing_to_do_with_the_directory) {
  Scene scene;
  scene.member("anna");
  for (auto const* which : {"directory", "newsletter"})
    scene.given("anna", "account.giveConsent", purpose("anna", which, ",'textVersion':1"));
  scene.given("anna", "profile.create",
              "{'profile':'$anna','displayName':'Anna','sector':'science'}");
  scene.given("anna", "profile.list", "{'profile':'$anna'}");
  scene.as("anna")
      .when("account.withdrawConsent", purpose("anna", "newsletter"))
      .accepts({"ConsentWithdrawn"});
}

BOOST_AUTO_TEST_CASE(without_an_account_there_is_nothing_to_change) {
  Scene scene;
  for (auto const& row : support::text_table(R"(
    account.grantRole       | 'role':'curator'
    account.revokeRole      | 'role':'curator'
    account.suspend         |
    account.reinstate       |
    account.requestErasure  |
    account.cancelErasure   |
    account.executeErasure  |
  )")) {
    scene.as("console")
        .when(row[0], on("nobody", row[1].empty() ? "" : "," + row[1]))
        .refuses("aggregate.not-found", "account");
  }
}

BOOST_AUTO_TEST_SUITE_END()
