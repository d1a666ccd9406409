// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

using Stage = core::vocabulary::Stage;

struct Terms : support::Scene {
  Terms() { member("cora", "curator"); }

  static std::string on(std::string const& term, std::string const& more = {}) {
    return "{'term':'$" + term + "'" + more + "}";
  }
  static std::string label(std::string const& language, std::string const& text) {
    return "{'language':'" + language + "','text':'" + text + "','preferred':true}";
  }
  static std::string labels(std::string const& text) {
    return ",'labels':[" + label("de", text) + "," + label("en", text) + "]";
  }
  static std::string under(std::string const& broader) { return ",'broader':['$" + broader + "']"; }

  support::Outcome ask(std::string const& method, std::string const& json) {
    return as("cora").when("vocabulary." + method, json);
  }
  void live(std::string const& term, std::string const& more = {}) {
    given("cora", "vocabulary.addTerm", on(term, labels(term) + more));
  }
  // Somebody's own word, by its term.
  std::string proposed(std::string const& word) {
    given("cora", "challenge.draft",
          "{'challenge':'$draft-" + std::to_string(++drafts_) +
              "','title':'T','contact':'C','wanted':[{'word':'" + word + "'}]}");
    return to_string(core::private_term(word, crypto, vault.tenant_secret()));
  }
  std::string words(std::string const& term, std::string const& more = {}) {
    return "{'term':'" + term + "'" + more + "}";
  }
  Stage stage(std::string const& term) {
    return engine().world().vocabulary.load(support::id_named(term)).stage;
  }

 private:
  int drafts_ = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(vocabulary, Terms)

BOOST_AUTO_TEST_CASE(a_term_is_added_once) {
  ask("addTerm", on("optics", labels("Optik") + ",'uri':'urn:optics'"))
      .accepts({"TermAdded"})
      .with("TermAdded", "term", "$optics")
      .with("TermAdded", "uri", "urn:optics")
      .with("TermAdded", "labels/0/text", "Optik")
      .with("TermAdded", "kind", "skill");
  ask("addTerm", on("optics", labels("Optik"))).refuses("vocab.exists", "term");
}

BOOST_AUTO_TEST_CASE(a_uri_belongs_to_one_term) {
  live("optics", ",'uri':'urn:optics'");
  ask("addTerm", on("lenses", ",'uri':'urn:optics'")).refuses("vocab.uri-taken", "uri");
  ask("addTerm", on("lenses", ",'uri':'urn:lenses'"))
      .accepts({"TermDrafted"})
      .with("TermDrafted", "uri", "urn:lenses");
  ask("addTerm", on("glasses", ",'uri':'urn:lenses'")).refuses("vocab.uri-taken", "uri");
  ask("addTerm", on("none", "")).accepts({"TermDrafted"});
  ask("addTerm", on("none-either", "")).accepts({"TermDrafted"});
}

BOOST_AUTO_TEST_CASE(a_uri_has_at_most_255_bytes) {
  ask("addTerm", on("long", ",'uri':'" + std::string(256, 'u') + "'"))
      .refuses("input.invalid", "uri");
  ask("addTerm", on("long", ",'uri':'" + std::string(255, 'u') + "'")).accepts({"TermDrafted"});
}

BOOST_AUTO_TEST_CASE(a_term_goes_live_with_a_german_and_an_english_preferred_label) {
  ask("addTerm",
      on("optics", ",'labels':[" + label("de", "Optik") + ",{'language':'en','text':'optics'}]"))
      .accepts({"TermDrafted"})
      .with("TermDrafted", "labels/0/text", "Optik");
  BOOST_TEST((stage("optics") == Stage::draft));  // The English one is not preferred.
  ask("labelTerm", on("optics", ",'labels':[" + label("fr", "optique") + "]"))
      .accepts({"DraftLabelled"})
      .with("DraftLabelled", "labels/0/text", "optique");
  BOOST_TEST((stage("optics") == Stage::draft));
  ask("labelTerm", on("optics", ",'labels':[" + label("en", "optics") + "]"))
      .accepts({"TermWentLive"})
      .with("TermWentLive", "term", "$optics")
      .with("TermWentLive", "labels/0/text", "optics");
  BOOST_TEST((stage("optics") == Stage::live));
  ask("labelTerm", on("optics", ",'labels':[" + label("en", "light") + "]"))
      .accepts({"TermLabelled"})
      .with("TermLabelled", "labels/0/text", "light");
}

BOOST_AUTO_TEST_CASE(english_and_french_are_not_enough) {
  given("cora", "vocabulary.addTerm",
        on("optics", ",'labels':[" + label("en", "optics") + "," + label("fr", "optique") + "]"));
  BOOST_TEST((stage("optics") == Stage::draft));
  given("cora", "vocabulary.labelTerm", on("optics", ",'labels':[" + label("de", "Optik") + "]"));
  BOOST_TEST((stage("optics") == Stage::live));
}

BOOST_AUTO_TEST_CASE(a_label_says_something) {
  live("optics");
  ask("addTerm", on("lenses", ",'labels':[" + label("de", " ") + "]"))
      .refuses("input.invalid", "labels[0].text");
  auto const blank = ",'labels':[" + label("de", "Optik") + "," + label("en", " \\t ") + "]";
  ask("addTerm", on("lenses", blank)).refuses("input.invalid", "labels[1].text");
  ask("labelTerm", on("optics", blank)).refuses("input.invalid", "labels[1].text");
  ask("adoptTerm", words(proposed("phokus"), blank)).refuses("input.invalid", "labels[1].text");
}

BOOST_AUTO_TEST_CASE(more_general_terms_exist_and_are_nobodys_own_word) {
  auto const own = proposed("phokus");
  live("optics");
  ask("addTerm", on("lenses", under("nothing"))).refuses("vocab.unknown", "broader[0]");
  ask("addTerm", on("lenses", ",'broader':['$optics','" + own + "']"))
      .refuses("vocab.unknown", "broader[1]");
  ask("relateTerm", on("optics", ",'broader':'$nothing'")).refuses("vocab.unknown", "broader");
  ask("relateTerm", on("optics", ",'broader':'" + own + "'")).refuses("vocab.unknown", "broader");
  ask("adoptTerm", words(own, labels("Fokus") + under("nothing")))
      .refuses("vocab.unknown", "broader[0]");
}

BOOST_AUTO_TEST_CASE(more_general_terms_are_named_as_they_are_called_today_and_once) {
  live("optics"), live("light");
  ask("mergeTerm", on("light", ",'into':'$optics'")).accepts({"TermMerged"});
  ask("addTerm", on("lenses", ",'broader':['$light','$optics']"))
      .accepts({"TermDrafted"})
      .with("TermDrafted", "broader", "['$optics']");
  live("lamps");
  ask("relateTerm", on("lamps", ",'broader':'$light'"))
      .accepts({"TermRelated"})
      .with("TermRelated", "broader", "$optics");
  ask("relateTerm", on("lamps", ",'broader':'$optics'")).notes();
  ask("adoptTerm", words(proposed("phokus"), labels("Fokus") + ",'broader':['$light','$optics']"))
      .accepts({"TermAdopted"})
      .with("TermAdopted", "broader", "['$optics']");
}

BOOST_AUTO_TEST_CASE(a_term_is_placed_under_another_once) {
  live("optics"), live("lenses");
  ask("relateTerm", on("lenses", ",'broader':'$optics'"))
      .accepts({"TermRelated"})
      .with("TermRelated", "term", "$lenses")
      .with("TermRelated", "broader", "$optics");
  ask("relateTerm", on("lenses", ",'broader':'$optics'")).notes();
}

BOOST_AUTO_TEST_CASE(what_was_placed_under_a_term_that_was_merged_later_is_placed_there_already) {
  live("light"), live("optics"), live("lenses", under("light"));
  ask("mergeTerm", on("light", ",'into':'$optics'")).accepts({"TermMerged"});
  ask("relateTerm", on("lenses", ",'broader':'$optics'")).notes();
}

BOOST_AUTO_TEST_CASE(no_term_stands_above_itself) {
  live("physics"), live("optics", under("physics")), live("lenses", under("optics"));
  ask("relateTerm", on("physics", ",'broader':'$physics'")).refuses("vocab.cycle", "broader");
  ask("relateTerm", on("physics", ",'broader':'$optics'")).refuses("vocab.cycle", "broader");
  ask("relateTerm", on("physics", ",'broader':'$lenses'")).refuses("vocab.cycle", "broader");
  ask("relateTerm", on("lenses", ",'broader':'$physics'"))
      .accepts({"TermRelated"});  // A second way up is none.
}

BOOST_AUTO_TEST_CASE(no_term_stands_above_itself_by_way_of_a_merged_one) {
  live("physics"), live("optics", under("physics")), live("light"), live("lenses", under("light"));
  ask("mergeTerm", on("light", ",'into':'$optics'")).accepts({"TermMerged"});
  ask("relateTerm", on("physics", ",'broader':'$lenses'")).refuses("vocab.cycle", "broader");
  ask("mergeTerm", on("physics", ",'into':'$lenses'")).refuses("vocab.merge-cycle", "into");
}

BOOST_AUTO_TEST_CASE(what_stood_above_a_merged_term_is_above_nothing_any_more) {
  live("physics"), live("light", under("physics")), live("optics"), live("lenses", under("light"));
  ask("mergeTerm", on("light", ",'into':'$optics'")).accepts({"TermMerged"});
  ask("relateTerm", on("physics", ",'broader':'$lenses'")).accepts({"TermRelated"});
}

BOOST_AUTO_TEST_CASE(a_term_has_a_bounded_number_of_more_general_ones) {
  live("much");
  auto nth = [](std::size_t i) { return "over-" + std::to_string(i); };
  for (std::size_t i = 0; i <= core::limits::broader_max; ++i) live(nth(i));
  for (std::size_t i = 0; i < core::limits::broader_max; ++i)
    given("cora", "vocabulary.relateTerm", on("much", ",'broader':'$" + nth(i) + "'"));
  ask("relateTerm", on("much", ",'broader':'$" + nth(core::limits::broader_max) + "'"))
      .refuses("vocab.too-many", "broader");
  ask("relateTerm", on("much", ",'broader':'$" + nth(0) + "'")).notes();
}

BOOST_AUTO_TEST_CASE(a_term_stands_a_bounded_number_of_steps_below_the_top) {
  auto nth = [](std::size_t i) { return "step-" + std::to_string(i); };
  live(nth(0));
  for (std::size_t i = 1; i <= core::limits::depth_max; ++i) live(nth(i), under(nth(i - 1)));
  auto const last = nth(core::limits::depth_max);
  live("other");
  ask("addTerm", on("deep", under(last))).refuses("vocab.too-deep", "broader");
  ask("addTerm", on("deep", ",'broader':['$step-0','$" + last + "']"))
      .refuses("vocab.too-deep", "broader");  // The longest way counts.
  ask("relateTerm", on("other", ",'broader':'$" + last + "'")).refuses("vocab.too-deep", "broader");
  ask("adoptTerm", words(proposed("phokus"), labels("Fokus") + under(last)))
      .refuses("vocab.too-deep", "broader");
  ask("mergeTerm", on("other", ",'into':'$" + last + "'")).accepts({"TermMerged"});
}

BOOST_AUTO_TEST_CASE(a_tower_that_grew_from_below_is_too_deep_to_merge_into) {
  auto nth = [](std::size_t i) { return "step-" + std::to_string(i); };
  live(nth(0)), live("top"), live("other");
  for (std::size_t i = 1; i <= core::limits::depth_max; ++i) live(nth(i), under(nth(i - 1)));
  ask("relateTerm", on(nth(0), ",'broader':'$top'")).accepts({"TermRelated"});
  ask("mergeTerm", on("other", ",'into':'$" + nth(core::limits::depth_max) + "'"))
      .refuses("vocab.too-deep", "into");
}

BOOST_AUTO_TEST_CASE(a_term_becomes_another_name_of_a_term) {
  live("optics"), live("light"), live("photonics");
  ask("mergeTerm", on("light", ",'into':'$optics'"))
      .accepts({"TermMerged"})
      .with("TermMerged", "term", "$light")
      .with("TermMerged", "into", "$optics");
  BOOST_TEST((stage("light") == Stage::merged));
  ask("mergeTerm", on("optics", ",'into':'$photonics'")).accepts({"TermMerged"});
  live("lamps");
  ask("mergeTerm", on("lamps", ",'into':'$light'"))
      .accepts({"TermMerged"})
      .with("TermMerged", "into", "$photonics");
}

BOOST_AUTO_TEST_CASE(a_term_is_merged_neither_into_itself_nor_into_what_stands_below_it) {
  live("physics"), live("optics", under("physics")), live("lenses", under("optics")), live("light");
  ask("mergeTerm", on("physics", ",'into':'$physics'")).refuses("vocab.merge-cycle", "into");
  ask("mergeTerm", on("physics", ",'into':'$lenses'")).refuses("vocab.merge-cycle", "into");
  ask("mergeTerm", on("light", ",'into':'$physics'")).accepts({"TermMerged"});
  ask("mergeTerm", on("physics", ",'into':'$light'"))
      .refuses("vocab.merge-cycle", "into");  // Which is physics today.
  ask("mergeTerm", on("lenses", ",'into':'$physics'")).accepts({"TermMerged"});
}

BOOST_AUTO_TEST_CASE(a_term_is_merged_into_one_that_is_in_use) {
  live("optics"), live("old");
  given("cora", "vocabulary.deprecateTerm", on("old"));
  ask("mergeTerm", on("optics", ",'into':'$nothing'")).refuses("vocab.unknown", "into");
  ask("mergeTerm", on("optics", ",'into':'$old'")).refuses("vocab.unknown", "into");
  ask("mergeTerm", on("old", ",'into':'$optics'")).accepts({"TermMerged"});
}

BOOST_AUTO_TEST_CASE(
    own_words_may_be_merged_with_each_other_and_into_terms_but_no_term_into_an_own_word) {
  live("optics");
  auto const one = proposed("phokus"), two = proposed("focus");
  ask("mergeTerm", on("optics", ",'into':'" + one + "'")).refuses("vocab.state", "into");
  ask("mergeTerm", words(two, ",'into':'" + one + "'")).accepts({"TermMerged"});
  ask("mergeTerm", words(one, ",'into':'$optics'")).accepts({"TermMerged"});
}

BOOST_AUTO_TEST_CASE(what_people_offer_does_not_become_a_group) {
  live("optics"), live("crafts", ",'kind':'group'"), live("trades", ",'kind':'group'");
  auto const own = proposed("phokus");
  ask("mergeTerm", on("optics", ",'into':'$crafts'")).refuses("vocab.group", "into");
  ask("mergeTerm", words(own, ",'into':'$crafts'")).refuses("vocab.group", "into");
  ask("mergeTerm", on("trades", ",'into':'$crafts'")).accepts({"TermMerged"});
  ask("adoptTerm", words(own, labels("Fokus") + ",'kind':'group'")).refuses("vocab.group", "kind");
}

BOOST_AUTO_TEST_CASE(a_term_is_deprecated_once) {
  live("old");
  ask("deprecateTerm", on("old"))
      .accepts({"TermDeprecated"})
      .with("TermDeprecated", "term", "$old");
  ask("deprecateTerm", on("old")).notes();
  ask("labelTerm", on("old", labels("alt"))).accepts({"TermLabelled"});
  BOOST_TEST((stage("old") == Stage::deprecated));
}

BOOST_AUTO_TEST_CASE(an_own_word_is_adopted_once) {
  live("optics");
  auto const own = proposed("phokus");
  ask("adoptTerm", words(own, labels("Fokus") + under("optics") + ",'kind':'topic'"))
      .accepts({"TermAdopted"})
      .with("TermAdopted", "labels/1/text", "Fokus")
      .with("TermAdopted", "broader", "['$optics']")
      .with("TermAdopted", "kind", "topic");
  ask("adoptTerm", words(own, labels("Fokus"))).refuses("vocab.state", "term");
}

BOOST_AUTO_TEST_CASE(an_adopted_word_goes_live_when_both_languages_name_it) {
  auto const own = proposed("phokus");
  ask("adoptTerm", words(own, ",'labels':[" + label("de", "Fokus") + "]"))
      .accepts({"TermDrafted"})
      .with("TermDrafted", "labels/0/text", "Fokus");
  auto const id = core::private_term("phokus", crypto, vault.tenant_secret());
  auto const stage = [&] { return engine().world().vocabulary.load(id).stage; };
  BOOST_TEST((stage() == Stage::draft));
  ask("labelTerm", words(own, ",'labels':[" + label("en", "focus") + "]"))
      .accepts({"TermWentLive"});
  BOOST_TEST((stage() == Stage::live));
}

BOOST_AUTO_TEST_CASE(nobody_names_a_term_that_lacks_a_language) {
  member("ella", "educator");
  given("ella", "profile.create", "{'profile':'$ella','displayName':'E','sector':'science'}");
  measures({"spaces"});
  given("ella", "team.form", "{'team':'$team','name':'T','kind':'expertGroup'}");
  given("cora", "vocabulary.addTerm", on("optics", ",'labels':[" + label("de", "Optik") + "]"));
  // action | arguments | refused at | accepted later
  auto const commands = support::text_table(R"(
    profile.declareSkill     | 'profile':'$ella','direction':'have','skill':{'term':'$optics'}         | skill.term       | SkillDeclared
    profile.declareInterests | 'profile':'$ella','topics':['$optics']                                  | topics[0]        | InterestsDeclared
    profile.postOffer        | 'profile':'$ella','post':'$post','title':'T','skills':[{'term':'$optics'}] | skills[0].term | OfferPosted
    challenge.draft          | 'challenge':'$c','title':'T','contact':'C','wanted':[{'term':'$optics'}] | wanted[0].term  | ChallengeDrafted
    idea.draft               | 'idea':'$idea','title':'T','measure':'$spaces','topics':['$optics']     | topics[0]        | IdeaDrafted
    team.openRole            | 'team':'$team','role':'$role','skill':{'term':'$optics'}                | skill.term       | RoleOpened
    follow.start             | 'person':'$ella','kind':'term','target':'$optics'                       | target           | FollowStarted
  )");
  for (auto const& row : commands)
    as("ella").when(row[0], "{" + row[1] + "}").refuses("vocab.unknown", row[2]);
  given("cora", "vocabulary.labelTerm", on("optics", ",'labels':[" + label("en", "optics") + "]"));
  for (auto const& row : commands) as("ella").when(row[0], "{" + row[1] + "}").accepts({row[3]});
}

BOOST_AUTO_TEST_CASE(what_each_stage_allows) {
  live("known"), live("draft-less"), live("old"), live("gone");
  given("cora", "vocabulary.addTerm", on("draft"));
  given("cora", "vocabulary.deprecateTerm", on("old"));
  given("cora", "vocabulary.mergeTerm", on("gone", ",'into':'$known'"));
  std::map<std::string, std::string> const arguments{{"labelTerm", labels("word")},
                                                     {"relateTerm", ",'broader':'$known'"},
                                                     {"mergeTerm", ",'into':'$known'"},
                                                     {"deprecateTerm", ""},
                                                     {"adoptTerm", labels("word")}};
  // term | action | refused
  for (auto const& row : support::text_table(R"(
    nothing | labelTerm     | aggregate.not-found
    nothing | relateTerm    | aggregate.not-found
    nothing | mergeTerm     | aggregate.not-found
    nothing | deprecateTerm | aggregate.not-found
    nothing | adoptTerm     | aggregate.not-found
    own     | labelTerm     | vocab.state
    own     | relateTerm    | vocab.state
    draft   | adoptTerm     | vocab.state
    known   | adoptTerm     | vocab.state
    old     | adoptTerm     | vocab.state
    gone    | labelTerm     | vocab.state
    gone    | relateTerm    | vocab.state
    gone    | mergeTerm     | vocab.state
    gone    | deprecateTerm | vocab.state
    gone    | adoptTerm     | vocab.state
  )")) {
    auto const term = row[0] == "own" ? words(proposed("phokus"), arguments.at(row[1]))
                                      : on(row[0], arguments.at(row[1]));
    ask(row[1], term).refuses(row[2], "term");
  }
}

BOOST_AUTO_TEST_SUITE_END()
