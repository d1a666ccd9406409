// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Teams that apply for a challenge, and what becomes of it.
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/limits.hpp"
#include "tests/core/challenge_scene.hpp"

namespace {

namespace limits = core::limits;
using core::challenge::TeamStanding;
using support::id_named;

std::string team(std::string const& name) { return ",'team':'$" + name + "'"; }
constexpr char const* because = ",'reason':'R'";

// Anna poses "roofs", whose terms on results are to be accepted; Lea leads the expert group "reds", Ben "blues".
struct Open : challenges::Challenge {
  Open() {
    group("reds", "lea"), group("blues", "ben");
    pose("roofs", ",'terms':'Open source'");
  }
  void group(std::string const& name, std::string const& lead) {
    member(lead);
    given(lead, "team.form", "{'team':'$" + name + "','name':'G','kind':'expertGroup'}");
  }
  void pose(std::string const& name, std::string const& more = {},
            std::string const& programme = {}) {
    have("paul", "draft", ",'title':'T','contact':'C','owner':'$anna'" + more, name);
    have("anna", "submit", {}, name);
    have("paul", "approve", {}, name);
    have("paul", "publish", programme, name);
  }
  support::Outcome apply(std::string const& lead, std::string const& name,
                         std::string const& challenge = "roofs") {
    return ask(lead, "applyTeam", team(name) + ",'acceptsTerms':true", challenge);
  }
  void applied(std::string const& lead, std::string const& name,
               std::string const& challenge = "roofs") {
    have(lead, "applyTeam", team(name) + ",'acceptsTerms':true", challenge);
  }
  void accepted(std::string const& lead, std::string const& name,
                std::string const& challenge = "roofs") {
    applied(lead, name, challenge);
    have("anna", "acceptTeam", team(name), challenge);
  }
  core::challenge::State state_of(std::string const& challenge = "roofs") {
    return engine().world().challenge.load(id_named(challenge));
  }
  TeamStanding standing(std::string const& name, std::string const& challenge = "roofs") {
    return state_of(challenge).standing(id_named(name));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(challenge_teams, Open)

BOOST_AUTO_TEST_CASE(a_team_applies_once_and_says_why) {
  ask("lea", "applyTeam", team("reds") + ",'acceptsTerms':true,'message':'We build roofs'")
      .accepts({"TeamApplied"})
      .with("TeamApplied", "team", "$reds")
      .with("TeamApplied", "acceptsTerms", "true")
      .with("TeamApplied", "message", "We build roofs");
  apply("lea", "reds").refuses("challenge.already-applied", "team");
  apply("ben", "blues").accepts({"TeamApplied"});
}

BOOST_AUTO_TEST_CASE(terms_on_results_are_accepted_by_name_where_there_are_any) {
  ask("lea", "applyTeam", team("reds")).refuses("challenge.terms-not-accepted", "acceptsTerms");
  pose("free");
  ask("lea", "applyTeam", team("reds"), "free")
      .accepts({"TeamApplied"})
      .with("TeamApplied", "acceptsTerms", "false");
  ask("ben", "applyTeam", team("blues") + ",'acceptsTerms':true", "free")
      .accepts({"TeamApplied"})
      .with("TeamApplied", "acceptsTerms", "false");
}

BOOST_AUTO_TEST_CASE(only_the_lead_speaks_for_a_team_that_there_is) {
  apply("ben", "reds").refuses("team.not-lead", "team");
  apply("lea", "nothing").refuses("aggregate.not-found", "team");
  apply("lea", "reds", "nothing").refuses("aggregate.not-found", "challenge");
  applied("lea", "reds");
  ask("ben", "withdrawTeam", team("reds")).refuses("team.not-lead", "team");
  ask("ben", "withdrawTeam", team("nothing")).refuses("aggregate.not-found", "team");
  given("ben", "team.dissolve", "{'team':'$blues'}");
  apply("ben", "blues").refuses("team.state", "team");
}

BOOST_AUTO_TEST_CASE(only_a_published_challenge_takes_teams) {
  have("anna", "draft", ",'title':'T','contact':'C'", "draft");
  apply("lea", "reds", "draft").refuses("challenge.state", "challenge");
  applied("lea", "reds");
  have("anna", "close");
  apply("ben", "blues").refuses("challenge.state", "challenge");
  ask("anna", "acceptTeam", team("reds")).refuses("challenge.state", "challenge");
  ask("anna", "declineTeam", team("reds") + because).accepts({"TeamDeclined"});
}

BOOST_AUTO_TEST_CASE(a_challenge_of_a_programme_takes_teams_of_that_programme) {
  given("paul", "programme.announce", "{'programme':'$jam','title':'Jam'}");
  pose("shade", {}, ",'programme':'$jam'");
  apply("lea", "reds", "shade").refuses("challenge.other-programme", "team");
  given("paul", "programme.openApplications",
        "{'programme':'$jam','deadline':'2026-06-01T00:00:00Z'}");
  auto const lea = "{'programme':'$jam','person':'$lea'";
  for (auto const* step : {"submitApplication", "acceptApplication"})
    given("paul", std::string("programme.") + step, lea + std::string("}"));
  given("paul", "programme.confirmEnrolment", lea + std::string(",'status':'student'}"));
  given("lea", "team.form", "{'team':'$greens','name':'G','programme':'$jam'}");
  apply("lea", "greens", "shade").accepts({"TeamApplied"});
}

BOOST_AUTO_TEST_CASE(its_owner_answers_or_who_speaks_for_it) {
  for (auto const& [name, lead] :
       {std::pair("g1", "l1"), std::pair("g2", "l2"), std::pair("g3", "l3")})
    group(name, lead), applied(lead, name);
  member("hub", "hubAdmin");
  ask("lea", "acceptTeam", team("g1")).refuses("auth.forbidden");
  ask("lea", "declineTeam", team("g1") + because).refuses("auth.forbidden");
  ask("anna", "acceptTeam", team("g1"))
      .accepts({"TeamAccepted"})
      .with("TeamAccepted", "lead", "$l1");
  ask("anna", "acceptTeam", team("g1")).notes();
  ask("paul", "acceptTeam", team("g2")).accepts({"TeamAccepted"});
  ask("hub", "acceptTeam", team("g3")).accepts({"TeamAccepted"});
  ask("anna", "acceptTeam", team("reds")).refuses("aggregate.not-found", "team");
}

BOOST_AUTO_TEST_CASE(representatives_of_its_organisation_answer_and_are_told) {
  member("rita");
  given("anna", "organisation.register",
        "{'organisation':'$glass','name':'Glass','sector':'business'}");
  given("console", "organisation.verify", "{'organisation':'$glass'}");
  given("rita", "organisation.requestMembership", "{'organisation':'$glass'}");
  given("anna", "organisation.approveMembership", "{'organisation':'$glass','person':'$rita'}");
  pose("panes", ",'organisation':'$glass'");
  apply("lea", "reds", "panes")
      .accepts({"TeamApplied"})
      .with("TeamApplied", "organisation", "$glass");
  ask("rita", "acceptTeam", team("reds"), "panes").refuses("auth.forbidden");
  given("anna", "organisation.appointRepresentative", "{'organisation':'$glass','person':'$rita'}");
  ask("rita", "acceptTeam", team("reds"), "panes").accepts({"TeamAccepted"});
}

BOOST_AUTO_TEST_CASE(who_is_declined_hears_why_and_does_not_apply_again) {
  applied("lea", "reds"), accepted("ben", "blues");
  ask("anna", "declineTeam", team("reds")).refuses("input.invalid", "reason");
  ask("anna", "declineTeam", team("nothing") + because).refuses("aggregate.not-found", "team");
  ask("anna", "declineTeam", team("reds") + because, "nothing").refuses("auth.forbidden");
  ask("paul", "declineTeam", team("reds") + because, "nothing")
      .refuses("aggregate.not-found", "challenge");
  ask("anna", "declineTeam", team("reds") + because)
      .accepts({"TeamDeclined"})
      .with("TeamDeclined", "reason", "R")
      .with("TeamDeclined", "was", "applied")
      .with("TeamDeclined", "lead", "$lea");
  ask("anna", "declineTeam", team("reds") + because).notes();
  apply("lea", "reds").refuses("challenge.already-applied", "team");
  ask("anna", "acceptTeam", team("reds")).refuses("challenge.state", "team");
  ask("lea", "withdrawTeam", team("reds")).refuses("challenge.state", "team");
  ask("anna", "declineTeam", team("blues") + because)
      .accepts({"TeamDeclined"})
      .with("TeamDeclined", "was", "accepted");
}

BOOST_AUTO_TEST_CASE(a_team_withdraws_and_may_apply_again) {
  ask("lea", "withdrawTeam", team("reds")).notes();
  ask("lea", "withdrawTeam", team("reds"), "nothing").refuses("aggregate.not-found", "challenge");
  accepted("lea", "reds");
  ask("lea", "withdrawTeam", team("reds"))
      .accepts({"TeamWithdrawn"})
      .with("TeamWithdrawn", "was", "accepted")
      .with("TeamWithdrawn", "parting", "byTeam");
  apply("lea", "reds").accepts({"TeamApplied"});
}

BOOST_AUTO_TEST_CASE(it_may_bound_how_many_teams_it_takes) {
  pose("small", ",'teamsMax':1");
  group("greens", "gus");
  applied("lea", "reds", "small"), applied("ben", "blues", "small");
  have("anna", "acceptTeam", team("reds"), "small");
  ask("anna", "acceptTeam", team("blues"), "small").refuses("challenge.full", "challenge");
  apply("gus", "greens", "small").refuses("challenge.full", "challenge");
  have("lea", "withdrawTeam", team("reds"), "small");
  ask("anna", "acceptTeam", team("blues"), "small").accepts({"TeamAccepted"});
  ask("anna", "draft", ",'title':'T','contact':'C','teamsMax':201", "large")
      .refuses("input.invalid", "teamsMax");
}

BOOST_AUTO_TEST_CASE(a_team_works_on_one_challenge_at_a_time) {
  pose("shade"), pose("heat");
  applied("lea", "reds", "shade"), applied("lea", "reds", "heat"), applied("lea", "reds");
  have("anna", "declineTeam", team("reds") + because, "heat");
  ask("anna", "acceptTeam", team("reds"))
      .accepts({"TeamAccepted", "TeamWithdrawn"})
      .with("TeamWithdrawn", "challenge", "$shade")
      .with("TeamWithdrawn", "lead", "$lea")
      .with("TeamWithdrawn", "was", "applied")
      .with("TeamWithdrawn", "parting", "worksOnAnother");
  apply("lea", "reds", "shade").refuses("challenge.team-busy", "team");
  have("anna", "close");
  apply("lea", "reds", "shade").accepts({"TeamApplied"});
  ask("anna", "acceptTeam", team("reds"), "shade").accepts({"TeamAccepted"});
}

BOOST_AUTO_TEST_CASE(a_team_that_is_dissolved_works_on_nothing) {
  pose("shade"), pose("heat");
  accepted("lea", "reds"), have("anna", "close");
  applied("lea", "reds", "shade"), applied("lea", "reds", "heat"), applied("ben", "blues", "heat");
  as("lea")
      .when("team.leave", "{'team':'$reds'}")
      .accepts({"MemberLeft", "TeamWithdrawn", "TeamWithdrawn", "TeamWithdrawn", "TeamDissolved"})
      .with("TeamWithdrawn", "parting", "teamDissolved");
  for (auto const* challenge : {"roofs", "shade", "heat"})
    BOOST_TEST((standing("reds", challenge) == TeamStanding::NONE));
  BOOST_TEST((standing("blues", "heat") == TeamStanding::APPLIED));
}

BOOST_AUTO_TEST_CASE(there_is_an_end_to_how_many_apply) {
  auto const few = limits::team_challenges_max;
  for (std::size_t i = 0; i < few; ++i) {
    auto const name = "c" + std::to_string(i);
    pose(name), applied("lea", "reds", name);
  }
  pose("more");
  apply("lea", "reds", "more").refuses("challenge.limit", "team");
  for (std::size_t i = 0; i < limits::challenge_teams_max; ++i) {
    auto const name = "g" + std::to_string(i), lead = "m" + std::to_string(i / 25);
    if (i % 25 == 0) member(lead);
    given(lead, "team.form", "{'team':'$" + name + "','name':'G','kind':'expertGroup'}");
    applied(lead, name, "more");
    if (i % 2 == 0) have("anna", "declineTeam", team(name) + because, "more");
  }
  apply("ben", "blues", "more").refuses("challenge.limit", "challenge");
}

// Whatever teams and owners do in whatever order, across restarts.
BOOST_AUTO_TEST_CASE(the_bounds_hold_whatever_happens) {
  std::mt19937_64 dice(20);
  auto const below = [&](std::size_t bound) { return dice() % bound; };
  for (auto const* name : {"c0", "c1", "c2"}) pose(name, ",'teamsMax':2,'terms':'T'");
  for (int i = 0; i < 6; ++i) group("g" + std::to_string(i), "l" + std::to_string(i));
  std::set<std::string> refusals;
  for (int step = 0; step < 3000; ++step) {
    auto const number = std::to_string(below(6)), challenge = "c" + std::to_string(below(3));
    std::array<std::string, 6> const actions{"applyTeam",  "applyTeam",   "acceptTeam",
                                             "acceptTeam", "declineTeam", "withdrawTeam"};
    auto const& action = actions[below(actions.size())];
    if (action == "declineTeam" && below(8) != 0) continue;
    bool const theirs = action == "applyTeam" || action == "withdrawTeam";
    auto const more = action == "declineTeam" ? because
                      : action == "applyTeam" ? ",'acceptsTerms':true"
                                              : "";
    auto const outcome =
        ask(theirs ? "l" + number : "anna", action, team("g" + number) + more, challenge);
    if (!outcome.accepted()) refusals.insert(std::string(outcome.refusal().code));
    if (step % 300 == 0) restart();
    for (int g = 0; g < 6; ++g) {
      int works = 0;
      for (auto const* each : {"c0", "c1", "c2"})
        works += standing("g" + std::to_string(g), each) == TeamStanding::ACCEPTED;
      BOOST_TEST(works <= 1);
    }
  }
  BOOST_TEST(refusals.contains("challenge.full"));
  BOOST_TEST(refusals.contains("challenge.team-busy"));
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_SUITE_END()
