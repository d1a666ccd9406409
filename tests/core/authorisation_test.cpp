// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How far a role reaches, and in which one somebody acts. (Every command by everybody: authorisation_table_test.cpp.)
#include <capnp/schema.h>

#include <boost/test/unit_test.hpp>

#include "core/authority.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

using core::Role;
using core::Scope;
using support::id_named;

std::string name_of(Role role) {
  return capnp::Schema::from<Role>()
      .getEnumerants()[static_cast<unsigned>(role)]
      .getProto()
      .getName()
      .cStr();
}

bool is_granted(Role role) {
  return role != Role::ANONYMOUS && role != Role::MEMBER && role != Role::TEAM_LEAD;
}

struct Hub : support::Scene {
  Hub() {
    member("member");
    for (auto role : roles())
      if (is_granted(role)) member(name_of(role), name_of(role));
  }
  // One thing in each scope, all of them under each of these names.
  void begin() {
    measures({"m", "p", "s", "other"});
    for (std::string const name : {"m", "p", "s", "other", "o"}) {
      given("console", "programme.announce",
            "{'programme':'$" + name + "','title':'P','phases':[{'title':'First'}]}");
      given("member", "organisation.register",
            "{'organisation':'$" + name + "','name':'O','sector':'business'}");
    }
  }
  static std::vector<Role> roles() {
    std::vector<Role> all;
    for (unsigned i = 0; i < capnp::Schema::from<Role>().getEnumerants().size(); ++i)
      all.push_back(static_cast<Role>(i));
    return all;
  }
  core::Result<Role> role(std::string const& actor, std::vector<core::Allow> allow,
                          core::Scopes const& scopes = {}) {
    core::Type type;
    type.allow = std::move(allow);
    return core::authorise(engine().world(), type,
                           actor == "visitor" ? core::Id{} : id_named(actor), false, scopes);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(authorisation, Hub)

BOOST_AUTO_TEST_CASE(how_far_a_grant_reaches) {
  core::Scopes const stream{.self = id_named("owner"),
                            .team = id_named("t"),
                            .space = id_named("s"),
                            .organisation = id_named("o"),
                            .programme = id_named("p"),
                            .measure = id_named("m")};
  // scope | target | role used
  for (auto const& row : support::text_table(R"(
    tenant       |       | reached
    measure      | m     | reached
    programme    | p     | reached
    organisation | o     | reached
    space        | s     | reached
    measure      | p     | not
    programme    | m     | not
    organisation | s     | not
    space        | o     | not
    programme    | other | not
  )")) {
    Hub hub;
    hub.member("anna");
    hub.begin();
    auto const target = row[1].empty() ? "" : ",'target':'$" + row[1] + "'";
    hub.given("console", "account.grantRole",
              "{'account':'$anna','role':'curator','scope':'" + row[0] + "'" + target + "}");
    auto const used = hub.role("anna", {{Role::CURATOR, Scope::TENANT}}, stream);
    BOOST_TEST(used.has_value() == (row[2] == "reached"), row[0] << " " << row[1]);
    BOOST_TEST(!hub.role("anna", {{Role::MODERATOR, Scope::TENANT}}, stream).has_value());
    BOOST_TEST(hub.role("anna", {{Role::CURATOR, Scope::TENANT}}).has_value() ==
               row[1].empty());  // A stream that belongs to nothing.
  }
}

BOOST_AUTO_TEST_CASE(of_several_roles_the_strongest_counts) {
  member("anna", "curator");
  for (auto const* more : {"hubAdmin", "device"})
    given("console", "account.grantRole", "{'account':'$anna','role':'" + std::string(more) + "'}");
  std::vector<core::Allow> const all{{Role::ANONYMOUS, Scope::TENANT},
                                     {Role::MEMBER, Scope::TENANT},
                                     {Role::HUB_ADMIN, Scope::TENANT},
                                     {Role::CURATOR, Scope::TENANT}};
  BOOST_TEST((role("anna", all).value() == Role::HUB_ADMIN));
  BOOST_TEST((role("member", all).value() == Role::MEMBER));
  BOOST_TEST((role("visitor", all).value() == Role::ANONYMOUS));
  BOOST_TEST(
      (role("operator", {{Role::OPERATOR, Scope::TENANT}, {Role::MEMBER, Scope::TENANT}}).value() ==
       Role::OPERATOR));
  given("console", "account.grantRole", "{'account':'$anna','role':'operator'}");
  BOOST_TEST((role("anna", {{Role::DEVICE, Scope::TENANT},
                            {Role::OPERATOR, Scope::TENANT},
                            {Role::CURATOR, Scope::TENANT}})
                  .value() == Role::OPERATOR));
}

BOOST_AUTO_TEST_CASE(in_ones_own_matters_one_acts_as_a_member) {
  std::vector<core::Allow> const allow{{Role::OPERATOR, Scope::TENANT},
                                       {Role::MEMBER, Scope::SELF}};
  BOOST_TEST((role("operator", allow, {.self = id_named("operator")}).value() == Role::MEMBER));
  BOOST_TEST((role("operator", allow, {.self = id_named("another")}).value() == Role::OPERATOR));
}

BOOST_AUTO_TEST_CASE(in_a_team_its_members_and_its_lead_are_what_they_are) {
  for (auto const* name : {"lea", "ann"}) member(name);
  given("lea", "team.form", "{'team':'$circle','name':'C','kind':'expertGroup'}");
  given("ann", "team.requestJoin", "{'team':'$circle'}");
  std::vector<core::Allow> const members{{Role::MEMBER, Scope::TEAM}};
  std::vector<core::Allow> const both{{Role::TEAM_LEAD, Scope::TEAM}, {Role::MEMBER, Scope::TEAM}};
  core::Scopes const circle{.team = id_named("circle")}, another{.team = id_named("ring")};
  BOOST_TEST((role("lea", both, circle).value() == Role::TEAM_LEAD));
  BOOST_TEST(role("ann", both, circle).error().code == "auth.forbidden");
  given("lea", "team.acceptRequest", "{'team':'$circle','person':'$ann'}");
  BOOST_TEST((role("ann", both, circle).value() == Role::MEMBER));
  BOOST_TEST((role("ann", members, circle).value() == Role::MEMBER));
  BOOST_TEST(!role("ann", {{Role::TEAM_LEAD, Scope::TEAM}}, circle).has_value());
  BOOST_TEST(!role("member", both, circle).has_value());
  for (auto const& scopes : {another, core::Scopes{}})
    BOOST_TEST(!role("lea", both, scopes).has_value());
}

BOOST_AUTO_TEST_CASE(who_is_suspended_may_nothing_not_even_what_visitors_may) {
  given("console", "account.suspend", "{'account':'$member'}");
  BOOST_TEST(role("member", {{Role::ANONYMOUS, Scope::TENANT}}).error().code ==
             "account.suspended");
}

BOOST_AUTO_TEST_CASE(the_record_says_in_which_role) {
  auto role_at = [&](core::Position position) {
    Role role{};
    log.at(position, [&](core::RecordView const& record) { role = record.header().role; });
    return role;
  };
  BOOST_TEST(
      (role_at(as("curator").when("vocabulary.addTerm", "{'term':'$optics'}").receipt().first) ==
       Role::CURATOR));
  BOOST_TEST(
      (role_at(as("console").when("vocabulary.addTerm", "{'term':'$light'}").receipt().first) ==
       Role::OPERATOR));
  auto const consent = "{'account':'$operator','purpose':'contact','textVersion':1}";
  BOOST_TEST((role_at(as("operator").when("account.giveConsent", consent).receipt().first) ==
              Role::MEMBER));
}

BOOST_AUTO_TEST_SUITE_END()
