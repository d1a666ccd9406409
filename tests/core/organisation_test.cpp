// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

namespace org = core::organisation;
using support::id_named;

constexpr char const* described = ",'name':'Lumo GmbH','sector':'business'";

struct Organisation : support::Scene {
  Organisation() {
    for (auto const* name : {"anna", "ben", "cleo"}) member(name);
    member("hana", "hubAdmin");
  }

  static std::string on(std::string const& organisation, std::string const& more = {}) {
    return "{'organisation':'$" + organisation + "'" + more + "}";
  }
  support::Outcome ask(std::string const& who, std::string const& action,
                       std::string const& more = {}, std::string const& organisation = "lumo") {
    return as(who).when("organisation." + action, on(organisation, more));
  }
  void given_that(std::string const& who, std::string const& action, std::string const& more = {},
                  std::string const& organisation = "lumo") {
    given(who, "organisation." + action, on(organisation, more));
  }
  // Anna's organisation of that name, at a stage.
  void at(std::string const& stage, std::string const& organisation = "lumo") {
    if (stage == "absent") return;
    given_that("anna", "register", described, organisation);
    if (stage == "unverified") return;
    given_that("hana", "verify", {}, organisation);
    if (stage == "closed") given_that("anna", "close", {}, organisation);
    if (stage != "merged") return;
    given_that("anna", "register", described, "heir");
    given_that("hana", "verify", {}, "heir");
    given_that("hana", "merge", ",'into':'$heir'", organisation);
  }
  void joined(std::string const& who, std::string const& organisation = "lumo") {
    given_that(who, "requestMembership", {}, organisation);
    given_that("hana", "approveMembership", ",'person':'$" + who + "'", organisation);
  }
  org::State state_of(std::string const& organisation) {
    return engine().world().organisation.load(id_named(organisation));
  }
  // "anna ben? cleo!": a member, one who asked, one who represents it.
  std::string people(std::string const& organisation = "lumo") {
    std::string text;
    for (auto const* name : {"anna", "ben", "cleo", "hana"}) {
      auto const standing = state_of(organisation).standing(id_named(name));
      if (standing == org::Standing::NONE) continue;
      (text += text.empty() ? "" : " ") += name;
      if (standing == org::Standing::REQUESTED) text += "?";
      if (standing == org::Standing::REPRESENTATIVE) text += "!";
    }
    return text;
  }
  static std::string arguments(std::string const& action) {
    if (action == "register" || action == "revise") return described;
    if (action == "merge") return ",'into':'$other'";
    return action.ends_with("Membership") || action.ends_with("Representative") ? ",'person':'$ben'"
                                                                                : "";
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(organisation, Organisation)

BOOST_AUTO_TEST_CASE(what_each_stage_allows) {
  // stage | action | what comes of it
  for (auto const& row : support::text_table(R"(
    absent     | register              | OrganisationRegistered
    absent     | verify                | aggregate.not-found
    absent     | revise                | aggregate.not-found
    absent     | merge                 | aggregate.not-found
    absent     | close                 | aggregate.not-found
    absent     | approveMembership     | aggregate.not-found
    absent     | endMembership         | aggregate.not-found
    absent     | appointRepresentative | aggregate.not-found
    absent     | dismissRepresentative | aggregate.not-found
    unverified | register              | org.exists
    unverified | verify                | OrganisationVerified
    unverified | revise                | OrganisationRevised
    unverified | merge                 | OrganisationMerged OrganisationAbsorbed
    unverified | close                 | OrganisationClosed
    unverified | approveMembership     | org.no-request
    unverified | endMembership         | CommandNoted
    unverified | appointRepresentative | org.not-member
    unverified | dismissRepresentative | CommandNoted
    verified   | register              | org.exists
    verified   | verify                | CommandNoted
    verified   | revise                | OrganisationRevised
    verified   | merge                 | OrganisationMerged OrganisationAbsorbed
    verified   | close                 | OrganisationClosed
    merged     | register              | org.exists
    merged     | verify                | org.state
    merged     | revise                | org.state
    merged     | merge                 | org.state
    merged     | close                 | org.state
    merged     | approveMembership     | org.state
    merged     | endMembership         | CommandNoted
    merged     | appointRepresentative | org.state
    merged     | dismissRepresentative | org.state
    closed     | register              | org.exists
    closed     | verify                | org.state
    closed     | revise                | org.state
    closed     | merge                 | org.state
    closed     | close                 | CommandNoted
    closed     | approveMembership     | org.state
    closed     | endMembership         | CommandNoted
    closed     | appointRepresentative | org.state
    closed     | dismissRepresentative | org.state
  )")) {
    BOOST_TEST_CONTEXT(row[0] << " | " << row[1]) {
      Organisation scene;
      scene.at(row[0]);
      scene.at("verified", "other");
      auto outcome = scene.ask("hana", row[1], arguments(row[1]));
      auto const person = row[2] == "org.no-request" || row[2] == "org.not-member";
      if (row[2].find('.') != std::string::npos)
        outcome.refuses(row[2], person ? "person" : "organisation");
      else if (row[1] == "merge") outcome.accepts({"OrganisationMerged", "OrganisationAbsorbed"});
      else outcome.accepts({row[2]});
    }
  }
}

BOOST_AUTO_TEST_CASE(membership_is_asked_for_where_there_is_something_to_belong_to) {
  ask("ben", "requestMembership").refuses("aggregate.not-found", "organisation");
  at("closed");
  ask("ben", "requestMembership").refuses("org.state", "organisation");
  at("merged", "lost");
  ask("ben", "requestMembership", {}, "lost").refuses("org.state", "organisation");
}

BOOST_AUTO_TEST_CASE(who_registers_an_organisation_represents_it) {
  ask("anna", "register",
      ",'name':'Lumo GmbH','sector':'business','about':'A','website':'https://lumo.example',"
      "'contact':'C','district':'Nord','green':true")
      .accepts({"OrganisationRegistered"})
      .with("OrganisationRegistered", "name", "Lumo GmbH")
      .with("OrganisationRegistered", "sector", "business")
      .with("OrganisationRegistered", "about", "A")
      .with("OrganisationRegistered", "website", "https://lumo.example")
      .with("OrganisationRegistered", "contact", "C")
      .with("OrganisationRegistered", "district", "Nord")
      .with("OrganisationRegistered", "green", "true")
      .with("OrganisationRegistered", "representative", "$anna");
  BOOST_TEST(people() == "anna!");
}

BOOST_AUTO_TEST_CASE(only_staff_registers_one_for_somebody_else) {
  auto const by = [](std::string const& who) {
    return described + (",'representative':'$" + who + "'");
  };
  ask("ben", "register", by("anna")).refuses("auth.forbidden", "representative");
  ask("hana", "register", by("nobody")).refuses("aggregate.not-found", "representative");
  ask("console", "register", described).refuses("aggregate.not-found", "representative");
  ask("hana", "register", by("anna")).accepts({"OrganisationRegistered"});
  ask("ben", "register", by("ben"), "own").accepts({"OrganisationRegistered"});
  given("console", "account.suspend", "{'account':'$cleo'}");
  ask("console", "register", by("cleo"), "late").refuses("aggregate.not-found", "representative");
}

BOOST_AUTO_TEST_CASE(a_sector_is_mandatory) {
  ask("anna", "register", ",'name':'N'").refuses("input.invalid", "sector");
  ask("anna", "register", ",'name':'N','sector':'unknown'").refuses("input.invalid", "sector");
  at("unverified");
  ask("anna", "revise", ",'name':'N','sector':'unknown'").refuses("input.invalid", "sector");
}

BOOST_AUTO_TEST_CASE(a_revision_says_it_anew) {
  at("verified");
  joined("ben");
  given_that("anna", "appointRepresentative", ",'person':'$ben'");
  ask("ben", "revise", ",'name':'Lumo SE','sector':'science','contact':'C'")
      .accepts({"OrganisationRevised"})
      .with("OrganisationRevised", "name", "Lumo SE")
      .with("OrganisationRevised", "about", "")
      .with("OrganisationRevised", "green", "false")
      .with("OrganisationRevised", "contact", "C")
      .with("OrganisationRevised", "representative", "$ben");
  ask("hana", "revise", described)
      .accepts({"OrganisationRevised"})
      .with("OrganisationRevised", "representative", "$anna");
}

BOOST_AUTO_TEST_CASE(people_come_by_asking_and_being_approved) {
  at("verified");
  ask("ben", "requestMembership").accepts({"MembershipRequested"});
  ask("ben", "requestMembership").notes();
  BOOST_TEST(people() == "anna! ben?");
  ask("anna", "approveMembership", ",'person':'$ben'")
      .accepts({"MembershipApproved"})
      .with("MembershipApproved", "person", "$ben");
  ask("anna", "approveMembership", ",'person':'$ben'").notes();
  ask("ben", "requestMembership").notes();
  BOOST_TEST(people() == "anna! ben");
  ask("anna", "approveMembership", ",'person':'$cleo'").refuses("org.no-request", "person");
}

BOOST_AUTO_TEST_CASE(people_leave_by_themselves_or_are_taken_out) {
  at("verified");
  joined("ben"), joined("cleo");
  ask("ben", "endMembership", ",'person':'$cleo'").refuses("auth.forbidden", "person");
  ask("ben", "endMembership")
      .accepts({"MembershipEnded"})
      .with("MembershipEnded", "person", "$ben");
  ask("ben", "endMembership").notes();
  ask("anna", "endMembership", ",'person':'$cleo'").accepts({"MembershipEnded"});
  BOOST_TEST(people() == "anna!");
}

BOOST_AUTO_TEST_CASE(a_request_ends_by_either_side) {
  at("verified");
  given_that("ben", "requestMembership");
  given_that("cleo", "requestMembership");
  ask("ben", "endMembership").accepts({"MembershipEnded"});
  ask("anna", "endMembership", ",'person':'$cleo'").accepts({"MembershipEnded"});
  BOOST_TEST(people() == "anna!");
}

BOOST_AUTO_TEST_CASE(somebody_always_speaks_for_an_organisation) {
  at("verified");
  joined("ben");
  ask("anna", "endMembership").refuses("org.last-rep", "person");
  ask("anna", "dismissRepresentative").refuses("org.last-rep", "person");
  ask("hana", "dismissRepresentative", ",'person':'$anna'").refuses("org.last-rep", "person");
  ask("anna", "appointRepresentative", ",'person':'$ben'").accepts({"RepresentativeAppointed"});
  ask("anna", "appointRepresentative", ",'person':'$ben'").notes();
  ask("anna", "dismissRepresentative")
      .accepts({"RepresentativeDismissed"})
      .with("RepresentativeDismissed", "person", "$anna");
  BOOST_TEST(people() == "anna ben!");
  ask("ben", "dismissRepresentative", ",'person':'$anna'").notes();
  ask("ben", "endMembership").refuses("org.last-rep", "person");
  given_that("ben", "close");
  ask("ben", "endMembership").accepts({"MembershipEnded"});
}

BOOST_AUTO_TEST_CASE(only_members_who_can_act_are_appointed) {
  at("verified");
  given_that("ben", "requestMembership");
  for (auto const* who : {"ben", "cleo"})
    ask("anna", "appointRepresentative", ",'person':'$" + std::string(who) + "'")
        .refuses("org.not-member", "person");
  given_that("anna", "approveMembership", ",'person':'$ben'");
  given("console", "account.suspend", "{'account':'$ben'}");
  ask("anna", "appointRepresentative", ",'person':'$ben'").refuses("account.suspended", "person");
}

BOOST_AUTO_TEST_CASE(representatives_do_what_members_and_others_may_not) {
  at("verified");
  joined("ben");
  for (auto const* action :
       {"revise", "close", "approveMembership", "appointRepresentative", "dismissRepresentative"})
    for (auto const* who : {"ben", "cleo"})
      ask(who, action, arguments(action)).refuses("auth.forbidden");
  for (auto const* action : {"verify", "merge"})
    ask("anna", action, arguments(action)).refuses("auth.forbidden");
  given_that("anna", "appointRepresentative", ",'person':'$ben'");
  ask("ben", "revise", described).accepts({"OrganisationRevised"});
  given_that("ben", "dismissRepresentative", ",'person':'$anna'");
  ask("anna", "revise", described).refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(who_is_kept_apart_from_everybody_who_could_answer_does_not_ask) {
  at("verified");
  given("anna", "person.block", "{'person':'$anna','blocked':'$ben'}");
  ask("ben", "requestMembership").refuses("org.limit", "organisation");
  joined("cleo");
  given_that("anna", "appointRepresentative", ",'person':'$cleo'");
  ask("ben", "requestMembership").accepts({"MembershipRequested"});
}

BOOST_AUTO_TEST_CASE(the_role_is_also_held_by_a_grant) {
  at("verified");
  given("console", "account.grantRole",
        "{'account':'$ben','role':'orgRepresentative','scope':'organisation','target':'$lumo'}");
  ask("ben", "revise", described).accepts({"OrganisationRevised"});
  at("verified", "other");
  ask("ben", "revise", described, "other").refuses("auth.forbidden");
  given_that("hana", "merge", ",'into':'$other'");
  ask("ben", "revise", described, "other").accepts({"OrganisationRevised"});
}

BOOST_AUTO_TEST_CASE(people_of_both_are_people_of_the_one_that_goes_on) {
  at("verified");
  joined("ben");
  given_that("cleo", "requestMembership");
  given("hana", "organisation.register", on("other", described));
  given_that("hana", "verify", {}, "other");
  joined("cleo", "other");
  given_that("anna", "requestMembership", {}, "other");
  ask("hana", "merge", ",'into':'$other'")
      .accepts({"OrganisationMerged", "OrganisationAbsorbed"})
      .with("OrganisationMerged", "into", "$other")
      .with("OrganisationAbsorbed", "merged", "$lumo")
      .with("OrganisationAbsorbed", "people/0/person", "$hana");
  BOOST_TEST(people("other") == "anna! ben cleo hana!");
  BOOST_TEST(people("lumo") == "");
  ask("anna", "revise", described, "other").accepts({"OrganisationRevised"});
  ask("anna", "revise", described, "lumo").refuses("org.state", "organisation");
}

BOOST_AUTO_TEST_CASE(a_merge_is_one_way_and_leads_to_the_last_one) {
  for (auto const* name : {"a", "b", "c"}) at("verified", name);
  ask("hana", "merge", ",'into':'$a'", "a").refuses("org.merge-cycle", "into");
  ask("hana", "merge", ",'into':'$b'", "a").accepts({"OrganisationMerged", "OrganisationAbsorbed"});
  ask("hana", "merge", ",'into':'$b'", "a").notes();
  ask("hana", "merge", ",'into':'$a'", "b").refuses("org.merge-cycle", "into");
  ask("hana", "merge", ",'into':'$c'", "a").refuses("org.state", "organisation");
  given_that("hana", "merge", ",'into':'$c'", "b");
  auto const& world = engine().world();
  for (auto const* name : {"a", "b", "c"})
    BOOST_TEST((org::canonical(world, id_named(name)) == id_named("c")), name);
  BOOST_TEST(
      (org::standing(world, id_named("a"), id_named("anna")) == org::Standing::REPRESENTATIVE));
  at("verified", "d");
  ask("hana", "merge", ",'into':'$a'", "d")
      .accepts({"OrganisationMerged", "OrganisationAbsorbed"})
      .with("OrganisationMerged", "into", "$c");
}

BOOST_AUTO_TEST_CASE(what_a_merge_leads_to_is_there_and_no_less_verified) {
  at("verified");
  ask("hana", "merge", ",'into':'$nothing'").refuses("aggregate.not-found", "into");
  at("unverified", "new");
  ask("hana", "merge", ",'into':'$new'").refuses("org.unverified", "into");
  ask("hana", "merge", ",'into':'$lumo'", "new")
      .accepts({"OrganisationMerged", "OrganisationAbsorbed"});
  at("closed", "gone");
  ask("hana", "merge", ",'into':'$gone'").refuses("org.state", "into");
}

BOOST_AUTO_TEST_CASE(the_verified_act_as_partners) {
  auto const code = [&](std::string const& name) -> std::string {
    auto const may = org::may_act(engine().world(), id_named(name), "organisation");
    return may ? "" : std::string(may.error().code) + " " + may.error().field;
  };
  at("unverified", "new"), at("closed", "gone"), at("merged", "old");
  BOOST_TEST(code("nothing") == "aggregate.not-found organisation");
  BOOST_TEST(code("new") == "org.unverified organisation");
  BOOST_TEST(code("gone") == "org.state organisation");
  BOOST_TEST(code("heir") == "");
  BOOST_TEST(code("old") == "");  // Its heir may.
}

BOOST_AUTO_TEST_CASE(an_organisation_has_room_for_a_thousand) {
  at("verified"), at("verified", "other");
  for (std::size_t i = 1; i < core::limits::organisation_people_max; ++i) {
    auto const name = "m" + std::to_string(i);
    BOOST_REQUIRE(send("console", "account.register", "{'account':'$" + name + "','ofAge':true}"));
    BOOST_REQUIRE(send(name, "organisation.requestMembership", on("lumo")));
    if (i % 100 == 0) commit();
  }
  commit();
  ask("ben", "requestMembership").refuses("org.limit", "organisation");
  ask("m1", "requestMembership").notes();
  given_that("ben", "requestMembership", {}, "other");
  ask("hana", "merge", ",'into':'$lumo'", "other").refuses("org.limit", "into");
  given_that("ben", "endMembership", {}, "other");
  ask("hana", "merge", ",'into':'$lumo'", "other")
      .accepts({"OrganisationMerged", "OrganisationAbsorbed"});
}

BOOST_AUTO_TEST_CASE(whatever_happens_somebody_speaks_for_each_and_none_is_its_own_heir) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      std::mt19937_64 dice(seed);
      auto const one_of = [&](std::vector<std::string> const& some) {
        return some[dice() % some.size()];
      };
      Organisation scene;
      std::vector<std::string> const people{"anna", "ben", "cleo", "hana"};
      for (int i = 0; i < 1500; ++i) {
        auto const action =
            one_of({"register", "verify", "revise", "merge", "close", "requestMembership",
                    "requestMembership", "approveMembership", "approveMembership", "endMembership",
                    "appointRepresentative", "appointRepresentative", "dismissRepresentative"});
        auto const organisation = "o" + std::to_string(dice() % 8 + i / 300 * 8);
        auto const person =
            dice() % 3 == 0 && action != "approveMembership" && action != "appointRepresentative"
                ? ""
                : ",'person':'$" + one_of(people) + "'";
        auto const more =
            action == "merge" ? ",'into':'$o" + std::to_string(dice() % 8 + i / 300 * 8) + "'"
            : action == "requestMembership"                               ? ""
            : arguments(action).empty() || arguments(action) == described ? arguments(action)
                                                                          : person;
        if (action == "close" && dice() % 4 != 0) continue;
        (void)scene.send(one_of(people), "organisation." + action, on(organisation, more));
        if (dice() % 5 == 0) scene.commit();
        if (dice() % 400 == 0) scene.commit(), scene.restart();
      }
      scene.commit();
      BOOST_TEST(scene.state() == scene.replayed());
      std::size_t merged = 0;
      scene.engine().world().organisation.rows().scan({}, [&](core::Bytes key, core::Bytes) {
        auto const id = core::Id::from(key);
        auto const state = scene.engine().world().organisation.load(id);
        if (state.open()) BOOST_TEST(state.representatives() > 0u);
        if (state.stage == org::Stage::MERGED) {
          ++merged;
          auto const heir = org::canonical(scene.engine().world(), id);
          BOOST_TEST((heir != id));
          BOOST_TEST(state.people.empty());
        }
        return true;
      });
      BOOST_TEST(merged > 0u);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
