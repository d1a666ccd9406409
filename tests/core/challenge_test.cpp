// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/core/challenge_scene.hpp"
#include "tests/support/text_table.hpp"

using namespace challenges;

BOOST_FIXTURE_TEST_SUITE(challenge, Challenge)

BOOST_AUTO_TEST_CASE(what_each_stage_allows) {
  // stage | action | what comes of it
  for (auto const& row : support::text_table(R"(
    absent    | draft    | ChallengeDrafted
    absent    | revise   | aggregate.not-found
    absent    | submit   | aggregate.not-found
    absent    | return   | aggregate.not-found
    absent    | approve  | aggregate.not-found
    absent    | reject   | aggregate.not-found
    absent    | publish  | aggregate.not-found
    absent    | clarify  | aggregate.not-found
    absent    | close    | aggregate.not-found
    absent    | withdraw | aggregate.not-found
    draft     | draft    | challenge.exists
    draft     | revise   | ChallengeRevised
    draft     | submit   | ChallengeSubmitted
    draft     | return   | challenge.state
    draft     | approve  | challenge.state
    draft     | reject   | challenge.state
    draft     | publish  | challenge.state
    draft     | clarify  | challenge.state
    draft     | close    | challenge.state
    draft     | withdraw | ChallengeWithdrawn
    submitted | draft    | challenge.exists
    submitted | revise   | challenge.state
    submitted | submit   | CommandNoted
    submitted | return   | ChallengeReturned
    submitted | approve  | ChallengeApproved
    submitted | reject   | ChallengeRejected
    submitted | publish  | challenge.state
    submitted | clarify  | challenge.state
    submitted | close    | challenge.state
    submitted | withdraw | ChallengeWithdrawn
    approved  | draft    | challenge.exists
    approved  | revise   | challenge.state
    approved  | submit   | challenge.state
    approved  | return   | challenge.state
    approved  | approve  | CommandNoted
    approved  | reject   | challenge.state
    approved  | publish  | ChallengePublished
    approved  | clarify  | challenge.state
    approved  | close    | challenge.state
    approved  | withdraw | ChallengeWithdrawn
    rejected  | draft    | challenge.exists
    rejected  | revise   | challenge.state
    rejected  | submit   | challenge.state
    rejected  | return   | challenge.state
    rejected  | approve  | challenge.state
    rejected  | reject   | challenge.state
    rejected  | publish  | challenge.state
    rejected  | clarify  | challenge.state
    rejected  | close    | challenge.state
    rejected  | withdraw | challenge.state
    published | draft    | challenge.exists
    published | revise   | challenge.state
    published | submit   | challenge.state
    published | return   | challenge.state
    published | approve  | challenge.state
    published | reject   | challenge.state
    published | publish  | CommandNoted
    published | clarify  | ChallengeClarified
    published | close    | ChallengeClosed
    published | withdraw | ChallengeWithdrawn
    closed    | draft    | challenge.exists
    closed    | revise   | challenge.state
    closed    | submit   | challenge.state
    closed    | return   | challenge.state
    closed    | approve  | challenge.state
    closed    | reject   | challenge.state
    closed    | publish  | challenge.state
    closed    | clarify  | challenge.state
    closed    | close    | CommandNoted
    closed    | withdraw | challenge.state
    withdrawn | draft    | challenge.exists
    withdrawn | revise   | challenge.state
    withdrawn | submit   | challenge.state
    withdrawn | return   | challenge.state
    withdrawn | approve  | challenge.state
    withdrawn | reject   | challenge.state
    withdrawn | publish  | challenge.state
    withdrawn | clarify  | challenge.state
    withdrawn | close    | challenge.state
    withdrawn | withdraw | CommandNoted
  )")) {
    BOOST_TEST_CONTEXT(row[0] << " | " << row[1]) {
      Challenge scene;
      scene.at(row[0]);
      auto outcome = scene.ask("paul", row[1], arguments(row[1]), row[0]);
      if (row[2].find('.') == std::string::npos) outcome.accepts({row[2]});
      else outcome.refuses(row[2], "challenge");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_draft_says_what_is_asked_for) {
  live_term("roofing"), live_term("climate");
  ask("anna", "draft",
      ",'title':'Cool "
      "roofs','summary':'S','contact':'C','sector':'administration','languages':['de'],'topics':['$"
      "climate'],"
      "'wanted':[{'term':'$roofing','level':2,'weight':5,'must':true}]")
      .accepts({"ChallengeDrafted"})
      .with("ChallengeDrafted", "title", "Cool roofs")
      .with("ChallengeDrafted", "summary", "S")
      .with("ChallengeDrafted", "contact", "C")
      .with("ChallengeDrafted", "sector", "administration")
      .with("ChallengeDrafted", "languages", "['de']")
      .with("ChallengeDrafted", "topics", "['$climate']")
      .with("ChallengeDrafted", "owner", "$anna")
      .with("ChallengeDrafted", "wanted", "[{'term':'$roofing','level':2,'weight':5,'must':true}]");
}

BOOST_AUTO_TEST_CASE(a_revision_says_it_anew_and_leaves_the_owner) {
  at("draft");
  ask("paul", "revise", ",'title':'Cooler roofs','contact':'C','wanted':[{'word':'Dachdecken'}]",
      "draft")
      .accepts({"TermProposed", "ChallengeRevised"})
      .with("ChallengeRevised", "title", "Cooler roofs")
      .with("ChallengeRevised", "summary", "")
      .with("ChallengeRevised", "owner", "$anna");
}

BOOST_AUTO_TEST_CASE(there_is_somebody_to_ask) {
  ask("anna", "draft", ",'title':'Cool roofs'").refuses("input.invalid", "contact");
  ask("anna", "draft", ",'title':'Cool roofs','contact':''").refuses("input.invalid", "contact");
}

BOOST_AUTO_TEST_CASE(wanted_skills_and_topics_are_of_the_vocabulary) {
  live_term("city"), live_term("town");
  given("console", "vocabulary.mergeTerm", "{'term':'$town','into':'$city'}");
  at("draft");
  ask("anna", "draft", described + std::string(",'wanted':[{'term':'$nothing'}]"))
      .refuses("vocab.unknown", "wanted[0].term");
  ask("anna", "draft", described + std::string(",'topics':['$city','$nothing']"))
      .refuses("vocab.unknown", "topics[1]");
  ask("anna", "revise", described + std::string(",'wanted':[{'level':1}]"), "draft")
      .refuses("input.invalid", "wanted[0]");
  ask("anna", "revise", described + std::string(",'topics':['$nothing']"), "draft")
      .refuses("vocab.unknown", "topics[0]");
  ask("anna", "revise",
      described + std::string(",'topics':['$town','$city'],'wanted':[{'term':'$town'}]"), "draft")
      .accepts({"ChallengeRevised"})
      .with("ChallengeRevised", "topics", "['$city']")
      .with("ChallengeRevised", "wanted/0/term", "$city");
}

BOOST_AUTO_TEST_CASE(only_staff_writes_a_challenge_down_for_somebody_else) {
  member("ben");
  auto const for_anna = described + std::string(",'owner':'$anna'");
  ask("ben", "draft", for_anna).refuses("auth.forbidden", "owner");
  ask("ben", "draft", described + std::string(",'owner':'$ben'"), "own")
      .accepts({"ChallengeDrafted"});
  ask("paul", "draft", for_anna)
      .accepts({"ChallengeDrafted"})
      .with("ChallengeDrafted", "owner", "$anna");
  ask("console", "draft", for_anna, "another").accepts({"ChallengeDrafted"});
}

BOOST_AUTO_TEST_CASE(the_owner_has_an_account_that_is_open) {
  ask("paul", "draft", described + std::string(",'owner':'$nobody'"))
      .refuses("aggregate.not-found", "owner");
  ask("console", "draft", described).refuses("aggregate.not-found", "owner");
  given("console", "account.suspend", "{'account':'$anna'}");
  ask("paul", "draft", described + std::string(",'owner':'$anna'"))
      .refuses("aggregate.not-found", "owner");
}

BOOST_AUTO_TEST_CASE(nobody_approves_a_challenge_of_their_own) {
  ask("paul", "draft", described).accepts({"ChallengeDrafted"});
  ask("paul", "submit").accepts({"ChallengeSubmitted"});
  ask("paul", "approve").refuses("auth.forbidden");
  member("petra", "programmeManager");
  ask("petra", "approve").accepts({"ChallengeApproved"});
}

BOOST_AUTO_TEST_CASE(authors_hear_why) {
  at("submitted");
  ask("paul", "return", {}, "submitted").refuses("input.invalid", "reason");
  ask("paul", "reject", {}, "submitted").refuses("input.invalid", "reason");
  ask("paul", "return", ",'reason':'Too vague'", "submitted")
      .accepts({"ChallengeReturned"})
      .with("ChallengeReturned", "reason", "Too vague");
  given("anna", "challenge.submit", on("submitted"));
  ask("paul", "reject", ",'reason':'Not ours'", "submitted")
      .accepts({"ChallengeRejected"})
      .with("ChallengeRejected", "reason", "Not ours");
}

BOOST_AUTO_TEST_CASE(what_was_returned_may_be_revised_and_submitted_again) {
  at("submitted");
  given("paul", "challenge.return", on("submitted", ",'reason':'Too vague'"));
  ask("anna", "revise", described, "submitted").accepts({"ChallengeRevised"});
  ask("anna", "submit", {}, "submitted").accepts({"ChallengeSubmitted"});
}

BOOST_AUTO_TEST_CASE(a_challenge_is_published_in_one_programme_or_on_its_own) {
  for (auto const* programme : {"spring", "autumn", "past"})
    given("paul", "programme.announce",
          "{'programme':'$" + std::string(programme) + "','title':'P'}");
  given("paul", "programme.cancel", "{'programme':'$past','reason':'R'}");
  at("approved");
  ask("paul", "publish", ",'programme':'$nothing'", "approved")
      .refuses("aggregate.not-found", "programme");
  ask("paul", "publish", ",'programme':'$past'", "approved")
      .refuses("challenge.state", "programme");
  ask("paul", "publish", ",'programme':'$spring'", "approved")
      .accepts({"ChallengePublished"})
      .with("ChallengePublished", "programme", "$spring");
  ask("paul", "publish", ",'programme':'$spring'", "approved").notes();
  ask("paul", "publish", ",'programme':'$autumn'", "approved")
      .refuses("challenge.state", "challenge");
  ask("paul", "publish", {}, "approved").notes();
  at("published");
  ask("paul", "publish", ",'programme':'$spring'", "published")
      .refuses("challenge.state", "challenge");
}

BOOST_AUTO_TEST_CASE(after_publication_only_clarifications_are_added) {
  at("published");
  ask("anna", "clarify", ",'text':'Flat roofs only'", "published")
      .accepts({"ChallengeClarified"})
      .with("ChallengeClarified", "text", "Flat roofs only");
  ask("anna", "revise", described, "published").refuses("challenge.state", "challenge");
}

BOOST_AUTO_TEST_CASE(owners_do_what_is_theirs_and_no_more) {
  member("ben");
  at("draft"), at("submitted"), at("published"), at("approved");
  for (auto const* action : {"revise", "submit", "withdraw"})
    ask("ben", action, arguments(action), "draft").refuses("auth.forbidden");
  for (auto const* action : {"return", "approve", "reject"})
    ask("anna", action, arguments(action), "submitted").refuses("auth.forbidden");
  ask("anna", "publish", {}, "approved").refuses("auth.forbidden");
  for (auto const* action : {"clarify", "close"})
    ask("ben", action, arguments(action), "published").refuses("auth.forbidden");
  ask("anna", "submit", {}, "draft").accepts({"ChallengeSubmitted"});
  ask("anna", "withdraw", {}, "draft").accepts({"ChallengeWithdrawn"});
  ask("anna", "close", {}, "published").accepts({"ChallengeClosed"});
}

BOOST_AUTO_TEST_CASE(it_may_be_stated_in_plain_words_first) {
  ask("anna", "propose", ",'text':'Our roofs are too hot','contact':'C'")
      .accepts({"ChallengeProposed"})
      .with("ChallengeProposed", "text", "Our roofs are too hot")
      .with("ChallengeProposed", "contact", "C")
      .with("ChallengeProposed", "owner", "$anna");
  ask("anna", "propose", ",'text':'Again'").refuses("challenge.exists", "challenge");
  ask("anna", "submit").refuses("challenge.incomplete", "title");
  ask("anna", "revise", described).accepts({"ChallengeRevised"});
  ask("anna", "submit").accepts({"ChallengeSubmitted"});
}

BOOST_AUTO_TEST_CASE(terms_and_a_confidential_part_are_told_with_the_rest) {
  auto const told = described + std::string(",'confidential':'Plans','terms':'Open','green':true");
  ask("paul", "draft", told + ",'owner':'$anna'")
      .accepts({"ChallengeDrafted"})
      .with("ChallengeDrafted", "confidential", "Plans")
      .with("ChallengeDrafted", "terms", "Open")
      .with("ChallengeDrafted", "green", "true");
  ask("anna", "revise", described)
      .accepts({"ChallengeRevised"})
      .with("ChallengeRevised", "confidential", "")
      .with("ChallengeRevised", "green", "false");
}

BOOST_AUTO_TEST_CASE(for_themselves_members_propose_a_topic_only) {
  have("anna", "draft", described);
  for (auto const& [field, said] : std::map<std::string, std::string>{
           {"confidential", "'Plans'"}, {"terms", "'Open'"}, {"teamsMax", "3"}}) {
    auto const told = described + (",'" + field + "':" + said);
    ask("anna", "draft", told, "walls").refuses("auth.forbidden", field);
    ask("anna", "revise", told).refuses("auth.forbidden", field);
  }
}

BOOST_AUTO_TEST_CASE(data_that_helps_is_named_once) {
  auto const data =
      std::string(",'dataset':'$trees','title':'Trees','address':'https://d.example/1'");
  ask("anna", "attachDataset", data, "nothing").refuses("auth.forbidden");
  ask("paul", "attachDataset", data, "nothing").refuses("aggregate.not-found", "challenge");
  at("published"), at("closed");
  ask("anna", "attachDataset", data, "published")
      .accepts({"DatasetReferenced"})
      .with("DatasetReferenced", "dataset", "$trees")
      .with("DatasetReferenced", "title", "Trees")
      .with("DatasetReferenced", "address", "https://d.example/1");
  ask("anna", "attachDataset", data, "published").notes();
  ask("anna", "attachDataset", data, "closed").refuses("challenge.state", "challenge");
  ask("anna", "attachDataset", ",'dataset':'$a','title':'T','address':'ftp://d'", "published")
      .refuses("input.invalid", "address");
  for (std::size_t i = 1; i < core::limits::datasets_max; ++i)
    given("anna", "challenge.attachDataset",
          on("published",
             ",'dataset':'$d" + std::to_string(i) + "','title':'T','address':'http://d'"));
  ask("anna", "attachDataset", ",'dataset':'$more','title':'T','address':'http://d'", "published")
      .refuses("challenge.limit", "dataset");
}

BOOST_AUTO_TEST_CASE(a_desk_looks_after_it_while_it_waits) {
  at("draft");
  ask("paul", "take", {}, "draft").refuses("challenge.state", "challenge");
  ask("paul", "take", {}, "nothing").refuses("aggregate.not-found", "challenge");
  at("submitted");
  ask("anna", "take", {}, "submitted").refuses("auth.forbidden");
  ask("paul", "take", {}, "submitted")
      .accepts({"ChallengeTaken"})
      .with("ChallengeTaken", "desk", "$paul");
  ask("paul", "take", {}, "submitted").notes();
  member("petra", "programmeManager");
  ask("paul", "take", ",'desk':'$petra'", "submitted")
      .accepts({"ChallengeTaken"})
      .with("ChallengeTaken", "desk", "$petra");
  ask("paul", "take", ",'desk':'$nobody'", "submitted").refuses("aggregate.not-found", "desk");
  ask("paul", "take", ",'desk':'$anna'", "submitted").refuses("auth.forbidden", "desk");
}

BOOST_AUTO_TEST_SUITE_END()
