// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// For whom a challenge is posed, and who runs the programme that it is meant for.
#include <boost/test/unit_test.hpp>

#include "tests/core/challenge_scene.hpp"

using namespace challenges;

BOOST_FIXTURE_TEST_SUITE(challenge_sides, Challenge)

BOOST_AUTO_TEST_CASE(only_who_speaks_for_an_organisation_poses_something_in_its_name) {
  member("ben");
  given("anna", "organisation.register",
        "{'organisation':'$glass','name':'Glass','sector':'business'}");
  auto const of_glass = described + std::string(",'organisation':'$glass'");
  ask("ben", "draft", of_glass).refuses("auth.forbidden", "organisation");
  ask("anna", "draft", of_glass)
      .accepts({"ChallengeDrafted"})
      .with("ChallengeDrafted", "organisation", "$glass");
  ask("ben", "draft", described, "bens").accepts({"ChallengeDrafted"});
  ask("ben", "revise", of_glass, "bens").refuses("auth.forbidden", "organisation");
}

BOOST_AUTO_TEST_CASE(whoever_speaks_for_one_organisation_does_not_name_another) {
  member("ben");
  given("anna", "organisation.register",
        "{'organisation':'$glass','name':'Glass','sector':'business'}");
  given("ben", "organisation.register", "{'organisation':'$steel','name':'S','sector':'business'}");
  given("anna", "challenge.draft",
        on("roofs", described + std::string(",'organisation':'$glass'")));
  given("console", "account.grantRole",
        "{'account':'$ben','role':'orgRepresentative','scope':'organisation','target':'$glass'}");
  given("console", "organisation.register",
        "{'organisation':'$wood','name':'W','sector':'business','representative':'$anna'}");
  ask("ben", "revise", described + std::string(",'organisation':'$wood'"))
      .refuses("auth.forbidden", "organisation");
  ask("ben", "revise", described + std::string(",'organisation':'$glass'"))
      .accepts({"ChallengeRevised"});
}

BOOST_AUTO_TEST_CASE(only_for_a_verified_organisation_it_is_published) {
  given("anna", "organisation.register",
        "{'organisation':'$glass','name':'Glass','sector':'business'}");
  given("anna", "challenge.draft",
        on("roofs", described + std::string(",'organisation':'$glass'")));
  given("anna", "challenge.submit", on("roofs"));
  given("paul", "challenge.approve", on("roofs"));
  ask("paul", "publish").refuses("org.unverified", "challenge");
  given("console", "organisation.verify", "{'organisation':'$glass'}");
  ask("paul", "publish").accepts({"ChallengePublished"});
}

BOOST_AUTO_TEST_CASE(whoever_speaks_for_the_organisation_may_do_what_the_owner_may) {
  member("ben"), member("cora");
  given("anna", "organisation.register",
        "{'organisation':'$glass','name':'Glass','sector':'business'}");
  given("ben", "organisation.requestMembership", "{'organisation':'$glass'}");
  given("anna", "organisation.approveMembership", "{'organisation':'$glass','person':'$ben'}");
  given("anna", "challenge.draft",
        on("roofs", described + std::string(",'organisation':'$glass'")));
  ask("ben", "submit").refuses("auth.forbidden");
  given("anna", "organisation.appointRepresentative", "{'organisation':'$glass','person':'$ben'}");
  ask("cora", "submit").refuses("auth.forbidden");
  ask("ben", "submit").accepts({"ChallengeSubmitted"});
}

// Its managers approve and publish what is meant for their programme; nobody else's.
BOOST_AUTO_TEST_CASE(who_runs_one_programme_approves_and_publishes_for_it_alone) {
  member("mia");
  for (auto const* programme : {"jam", "fair"})
    given("paul", "programme.announce",
          "{'programme':'$" + std::string(programme) + "','title':'P'}");
  given("console", "account.grantRole",
        "{'account':'$mia','role':'programmeManager','scope':'programme','target':'$jam'}");
  for (auto const& [name, programme] :
       {std::pair("ours", ",'programme':'$jam'"), std::pair("theirs", ",'programme':'$fair'"),
        std::pair("free", "")}) {
    have("anna", "draft", std::string(",'title':'T','contact':'C'") + programme, name);
    have("anna", "submit", {}, name);
  }
  for (auto const* name : {"theirs", "free"})
    for (auto const* action : {"take", "approve"})
      ask("mia", action, {}, name).refuses("auth.forbidden");
  ask("mia", "take", {}, "ours").accepts({"ChallengeTaken"});
  ask("mia", "approve", {}, "ours").accepts({"ChallengeApproved"});
  ask("mia", "publish", ",'programme':'$fair'", "ours")
      .refuses("challenge.other-programme", "programme");
  ask("mia", "publish", {}, "ours")
      .accepts({"ChallengePublished"})
      .with("ChallengePublished", "programme", "$jam");
  ask("mia", "publish", {}, "ours").notes();
  have("paul", "approve", {}, "free");
  ask("mia", "publish", ",'programme':'$jam'", "free").refuses("auth.forbidden");
  ask("paul", "publish", ",'programme':'$jam'", "free").accepts({"ChallengePublished"});
  ask("mia", "close", {}, "free").accepts({"ChallengeClosed"});
}

BOOST_AUTO_TEST_CASE(a_challenge_is_meant_for_a_programme_that_has_not_ended) {
  given("paul", "programme.announce", "{'programme':'$past','title':'P'}");
  given("paul", "programme.announce", "{'programme':'$jam','title':'P'}");
  auto const told = std::string(",'title':'T','contact':'C'");
  have("anna", "draft", told + ",'programme':'$past'", "early");
  have("anna", "submit", {}, "early"), have("paul", "approve", {}, "early");
  given("paul", "programme.cancel", "{'programme':'$past','reason':'R'}");
  ask("paul", "publish", {}, "early").refuses("challenge.state", "programme");
  ask("anna", "draft", told + ",'programme':'$past'", "late")
      .refuses("challenge.state", "programme");
  ask("anna", "draft", told + ",'programme':'$nothing'", "late")
      .refuses("aggregate.not-found", "programme");
  have("anna", "draft", told, "late");
  ask("anna", "revise", told + ",'programme':'$past'", "late")
      .refuses("challenge.state", "programme");
  ask("paul", "revise", told + ",'programme':'$jam','teamsMax':3", "late")
      .accepts({"ChallengeRevised"})
      .with("ChallengeRevised", "programme", "$jam")
      .with("ChallengeRevised", "teamsMax", "3")
      .with("ChallengeRevised", "noTerms", "true");
}

BOOST_AUTO_TEST_SUITE_END()
