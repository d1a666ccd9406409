// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

constexpr char const* described = ",'displayName':'Anna','sector':'science'";

struct Profile : support::Scene {
  Profile() { member("anna"); }

  static std::string on(std::string const& person, std::string const& more = {}) {
    return "{'profile':'$" + person + "'" + more + "}";
  }
  support::Outcome ask(std::string const& action, std::string const& more = {}) {
    return as("anna").when("profile." + action, on("anna", more));
  }
  void created(std::string const& more = {}) {
    given("anna", "profile.create", on("anna", described + more));
  }
  void consented() {
    given("anna", "account.giveConsent",
          "{'account':'$anna','purpose':'directory','textVersion':1}");
  }
  void term(std::string const& name) { live_term(name); }
  void merged(std::string const& term, std::string const& into) {
    given("console", "vocabulary.mergeTerm", "{'term':'$" + term + "','into':'$" + into + "'}");
  }
  static std::string skill(std::string const& term, std::string const& more = {}) {
    return ",'direction':'have','skill':{'term':'$" + term + "'" + more + "}";
  }
  static std::string taken_back(std::string const& term, std::string const& direction = "have") {
    return ",'direction':'" + direction + "','term':'$" + term + "'";
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(profile, Profile)

BOOST_AUTO_TEST_CASE(a_profile_is_created_once) {
  ask("create", described)
      .accepts({"ProfileCreated"})
      .with("ProfileCreated", "displayName", "Anna")
      .with("ProfileCreated", "sector", "science");
  ask("create", described).refuses("profile.exists", "profile");
}

BOOST_AUTO_TEST_CASE(what_is_said_at_the_beginning_is_recorded) {
  term("optics"), term("light"), term("city");
  ask("create",
      ",'displayName':'Anna','headline':'H','about':'A','contact':'C','sector':'business','kinds':["
      "'founder','mentor'],"
      "'district':'Nord','discipline':'physics','languages':['de','en'],'hoursPerWeek':7,'topics':["
      "'$city'],"
      "'offers':[{'term':'$optics','level':4,'weight':2}],'needs':[{'term':'$light','must':true}]")
      .accepts({"ProfileCreated"})
      .with("ProfileCreated", "headline", "H")
      .with("ProfileCreated", "about", "A")
      .with("ProfileCreated", "contact", "C")
      .with("ProfileCreated", "kinds", "['founder','mentor']")
      .with("ProfileCreated", "district", "Nord")
      .with("ProfileCreated", "discipline", "physics")
      .with("ProfileCreated", "languages", "['de','en']")
      .with("ProfileCreated", "hoursPerWeek", "7")
      .with("ProfileCreated", "topics", "['$city']")
      .with("ProfileCreated", "offers", "[{'term':'$optics','level':4,'weight':2,'must':false}]")
      .with("ProfileCreated", "needs", "[{'term':'$light','level':0,'weight':0,'must':true}]");
}

BOOST_AUTO_TEST_CASE(nobody_touches_the_profile_of_another) {
  member("ben");
  created();
  as("ben").when("profile.revise", on("anna", described)).refuses("auth.forbidden");
  as("ben").when("profile.revise", on("ben", described)).refuses("aggregate.not-found", "profile");
}

BOOST_AUTO_TEST_CASE(before_there_is_a_profile_there_is_nothing_to_change) {
  for (auto const& row : support::text_table(R"(
    revise           | ,'displayName':'A','sector':'science'
    declareSkill     | ,'direction':'want','skill':{'word':'Yoga'}
    withdrawSkill    | ,'direction':'want','term':'$yoga'
    declareInterests | ,'topics':[]
    setAvailability  | ,'hoursPerWeek':1
    setLanguages     | ,'languages':['de']
    setVisibility    | ,'fields':[{'field':'about','visibility':'public'}]
    list
    hide
    pauseMatching
    resumeMatching
  )"))
    ask(row[0], row.size() > 1 ? row[1] : "").refuses("aggregate.not-found", "profile");
}

BOOST_AUTO_TEST_CASE(a_revision_replaces_the_describing_part) {
  created(",'headline':'Old'");
  ask("revise", ",'displayName':'Anna B.','sector':'business','contact':'mail'")
      .accepts({"ProfileRevised"})
      .with("ProfileRevised", "displayName", "Anna B.")
      .with("ProfileRevised", "headline", "")
      .with("ProfileRevised", "contact", "mail")
      .with("ProfileRevised", "sector", "business");
}

BOOST_AUTO_TEST_CASE(a_skill_may_be_declared_again_at_another_level) {
  term("optics");
  created();
  ask("declareSkill", skill("optics", ",'level':1")).accepts({"SkillDeclared"});
  ask("declareSkill", skill("optics", ",'level':4,'weight':3,'must':true"))
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill", "{'term':'$optics','level':4,'weight':3,'must':true}")
      .with("SkillDeclared", "direction", "have");
  BOOST_TEST(engine().world().profile.load(support::id_named("anna")).offers.size() == 1);
}

BOOST_AUTO_TEST_CASE(to_have_is_not_to_want) {
  term("optics");
  created();
  ask("declareSkill", skill("optics")).accepts({"SkillDeclared"});
  ask("withdrawSkill", taken_back("optics", "want")).notes();
  ask("withdrawSkill", taken_back("optics"))
      .accepts({"SkillWithdrawn"})
      .with("SkillWithdrawn", "term", "$optics")
      .with("SkillWithdrawn", "direction", "have")
      .with("SkillWithdrawn", "profile", "$anna");
  ask("withdrawSkill", taken_back("optics")).notes();
}

BOOST_AUTO_TEST_CASE(a_profile_has_a_bounded_number_of_skills_each_way) {
  created();
  auto nth = [](std::size_t i, char const* way = "have") {
    return ",'direction':'" + std::string(way) + "','skill':{'word':'skill " + std::to_string(i) +
           "'}";
  };
  for (std::size_t i = 0; i < core::limits::skills_max; ++i)
    given("anna", "profile.declareSkill", on("anna", nth(i)));
  ask("declareSkill", nth(core::limits::skills_max)).refuses("profile.limit", "skill");
  ask("declareSkill", nth(0)).accepts({"SkillDeclared"});
  ask("declareSkill", nth(core::limits::skills_max, "want"))
      .accepts({"TermProposed", "SkillDeclared"});
}

BOOST_AUTO_TEST_CASE(one_command_brings_a_bounded_number_of_skills) {
  std::string fifty;
  for (std::size_t i = 0; i < core::limits::skills_max; ++i)
    fifty += (i ? ",{'word':'w" : "{'word':'w") + std::to_string(i) + "'}";
  ask("create", described + (",'offers':[" + fifty + ",{'word':'one more'}]"))
      .refuses("input.invalid", "offers");
  BOOST_TEST(
      ask("create", described + (",'offers':[" + fifty + "],'needs':[" + fifty + "]")).accepted());
}

BOOST_AUTO_TEST_CASE(of_equal_claims_in_a_list_the_last_one_counts) {
  term("optics"), term("light");
  merged("light", "optics");
  created(",'offers':[{'term':'$optics','level':1},{'word':'Yoga'},{'term':'$light','level':3}]");
  auto const offers = engine().world().profile.load(support::id_named("anna")).offers;
  BOOST_REQUIRE(offers.size() == 2);
  BOOST_TEST((offers[1].term == support::id_named("optics")));
  BOOST_TEST(offers[1].level == 3);
}

BOOST_AUTO_TEST_CASE(a_skill_that_was_merged_is_replaced_when_declared_again) {
  term("light"), term("optics");
  created(",'offers':[{'term':'$light','level':1}]");
  merged("light", "optics");
  ask("declareSkill", skill("optics", ",'level':2"))
      .accepts({"SkillWithdrawn", "SkillDeclared"})
      .with("SkillWithdrawn", "term", "$light")
      .with("SkillDeclared", "skill/term", "$optics");
  ask("declareSkill", skill("light", ",'level':3"))
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", "$optics");
  BOOST_TEST(engine().world().profile.load(support::id_named("anna")).offers.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_skill_that_was_merged_is_withdrawn_by_either_name) {
  term("light"), term("lamps"), term("optics");
  created(",'offers':[{'term':'$light'},{'term':'$lamps'}],'needs':[{'term':'$light'}]");
  merged("light", "optics"), merged("lamps", "optics");
  ask("withdrawSkill", taken_back("light", "want"))
      .accepts({"SkillWithdrawn"})
      .with("SkillWithdrawn", "term", "$light");
  ask("withdrawSkill", taken_back("optics")).accepts({"SkillWithdrawn", "SkillWithdrawn"});
  ask("withdrawSkill", taken_back("optics")).notes();
}

BOOST_AUTO_TEST_CASE(merged_skills_count_once_towards_the_bound) {
  term("light"), term("optics");
  std::string claims = "{'term':'$light'}";
  for (std::size_t i = 1; i < core::limits::skills_max; ++i)
    claims += ",{'word':'w" + std::to_string(i) + "'}";
  created(",'offers':[" + claims + "]");
  merged("light", "optics");
  ask("declareSkill", skill("optics")).accepts({"SkillWithdrawn", "SkillDeclared"});
}

BOOST_AUTO_TEST_CASE(topics_are_terms_as_they_are_called_today_and_once) {
  term("city"), term("town"), term("old");
  merged("town", "city");
  given("console", "vocabulary.deprecateTerm", "{'term':'$old'}");
  created();
  ask("declareInterests", ",'topics':['$town','$city']")
      .accepts({"InterestsDeclared"})
      .with("InterestsDeclared", "topics", "['$city']");
  ask("declareInterests", ",'topics':['$city','$nothing']").refuses("vocab.unknown", "topics[1]");
  ask("declareInterests", ",'topics':['$old']").refuses("vocab.unknown", "topics[0]");
  ask("declareInterests", ",'topics':[]")
      .accepts({"InterestsDeclared"})
      .with("InterestsDeclared", "topics", "[]");
}

BOOST_AUTO_TEST_CASE(what_is_set_is_recorded) {
  created();
  ask("setAvailability", ",'hoursPerWeek':12")
      .accepts({"AvailabilitySet"})
      .with("AvailabilitySet", "hoursPerWeek", "12");
  ask("setAvailability", ",'hoursPerWeek':81").refuses("input.invalid", "hoursPerWeek");
  ask("setLanguages", ",'languages':['de','fr']")
      .accepts({"LanguagesSet"})
      .with("LanguagesSet", "languages", "['de','fr']");
  ask("setVisibility", ",'fields':[{'field':'contact','visibility':'private'}]")
      .accepts({"VisibilitySet"})
      .with("VisibilitySet", "fields", "[{'field':'contact','visibility':'private'}]");
}

BOOST_AUTO_TEST_CASE(a_profile_is_listed_with_consent_only) {
  created();
  ask("list").refuses("consent.missing");
  given("anna", "account.giveConsent", "{'account':'$anna','purpose':'contact','textVersion':1}");
  ask("list").refuses("consent.missing");
  consented();
  ask("list").accepts({"ProfileListed"}).with("ProfileListed", "profile", "$anna");
  ask("list").notes();
}

BOOST_AUTO_TEST_CASE(a_listed_profile_may_be_hidden_and_listed_again) {
  consented(), created();
  ask("hide").notes();  // A draft is.
  ask("list").accepts({"ProfileListed"});
  ask("hide").accepts({"ProfileHidden"}).with("ProfileHidden", "profile", "$anna");
  ask("hide").notes();
  ask("list").accepts({"ProfileListed"});
}

BOOST_AUTO_TEST_CASE(matching_may_pause) {
  created();
  ask("resumeMatching").notes();
  ask("pauseMatching").accepts({"MatchingPaused"}).with("MatchingPaused", "profile", "$anna");
  ask("pauseMatching").notes();
  ask("resumeMatching").accepts({"MatchingResumed"}).with("MatchingResumed", "profile", "$anna");
  ask("pauseMatching").accepts({"MatchingPaused"});
}

BOOST_AUTO_TEST_CASE(one_is_available_from_and_until) {
  created();
  ask("setAvailability",
      ",'hoursPerWeek':8,'from':'2026-03-01T00:00:00Z','until':'2026-06-01T00:00:00Z'")
      .accepts({"AvailabilitySet"})
      .with("AvailabilitySet", "from", "2026-03-01T00:00:00Z")
      .with("AvailabilitySet", "until", "2026-06-01T00:00:00Z");
  ask("setAvailability", ",'hoursPerWeek':8,'from':'2026-03-01T00:00:00Z'")
      .accepts({"AvailabilitySet"})
      .with("AvailabilitySet", "until", "");
  ask("setAvailability",
      ",'hoursPerWeek':8,'from':'2026-03-01T00:00:00Z','until':'2026-02-01T00:00:00Z'")
      .refuses("input.invalid", "until");
}

BOOST_AUTO_TEST_CASE(an_offer_and_a_need_are_on_the_board_until_they_are_closed) {
  created();
  term("optics");
  for (auto const& row : support::text_table(R"(
    postOffer | OfferPosted
    postNeed  | NeedPosted
  )")) {
    ask(row[0],
        ",'post':'$p','title':'A laser','text':'To borrow','skills':[{'term':'$optics',"
        "'level':2}],'until':'2099-01-01T00:00:00Z'")
        .accepts({row[1]})
        .with(row[1], "profile", "$anna")
        .with(row[1], "title", "A laser")
        .with(row[1], "text", "To borrow")
        .with(row[1], "skills/0/term", "$optics")
        .with(row[1], "skills/0/level", "2")
        .with(row[1], "until", "2099-01-01T00:00:00Z");
    ask("postNeed", ",'post':'$p','title':'T'").refuses("profile.exists", "post");
    ask("postOffer", ",'post':'$p','title':'T'").refuses("profile.exists", "post");
    ask("closePost", ",'post':'$p'").accepts({"PostClosed"}).with("PostClosed", "post", "$p");
    ask("closePost", ",'post':'$p'").notes();
  }
}

BOOST_AUTO_TEST_CASE(what_is_offered_is_a_word_that_people_have_and_not_over_yet) {
  created();
  for (auto const* action : {"postOffer", "postNeed"}) {
    ask(action, ",'post':'$p','title':'T','skills':[{'term':'$nowhere'}]")
        .refuses("vocab.unknown", "skills[0].term");
    ask(action, ",'post':'$p','title':'T','until':'2020-01-01T00:00:00Z'")
        .refuses("input.invalid", "until");
    ask(action, ",'post':'$p','title':''").refuses("input.invalid", "title");
  }
  ask("postNeed", ",'post':'$p','title':'T','skills':[{'word':'Glassblowing'}]")
      .accepts({"TermProposed", "NeedPosted"});
}

BOOST_AUTO_TEST_CASE(there_is_room_for_twenty_offers_and_needs) {
  created();
  auto const post = [](std::size_t i) {
    return ",'post':'$p" + std::to_string(i) + "','title':'T'";
  };
  for (std::size_t i = 0; i < core::limits::posts_max; ++i)
    given("anna", i % 2 == 0 ? "profile.postOffer" : "profile.postNeed", on("anna", post(i)));
  for (auto const* action : {"postOffer", "postNeed"})
    ask(action, post(core::limits::posts_max)).refuses("profile.limit", "post");
  given("anna", "profile.closePost", on("anna", ",'post':'$p0'"));
  ask("postNeed", post(core::limits::posts_max)).accepts({"NeedPosted"});
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(nobody_posts_for_others_or_without_a_profile) {
  for (auto const* action : {"postOffer", "postNeed", "closePost"}) {
    auto const more =
        std::string(",'post':'$p'") + (action == std::string("closePost") ? "" : ",'title':'T'");
    ask(action, more).refuses("aggregate.not-found", "profile");
    member(std::string("ben") + action);
    as(std::string("ben") + action)
        .when(std::string("profile.") + action, on("anna", more))
        .refuses("auth.forbidden");
  }
}

BOOST_AUTO_TEST_SUITE_END()
