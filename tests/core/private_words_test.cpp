// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// An unknown word is never refused: it is kept as a private term that matches its equals.
#include <boost/test/unit_test.hpp>

#include "tests/support/scene.hpp"

namespace {

struct Words : support::Scene {
  Words() {
    member("cora", "curator");
    for (auto const* name : {"anna", "ben"}) {
      member(name);
      given(name, "profile.create",
            "{'profile':'$" + std::string(name) + "','displayName':'N','sector':'science'}");
    }
  }

  support::Outcome offers(std::string const& who, std::string const& claim) {
    return as(who).when("profile.declareSkill",
                        "{'profile':'$" + who + "','direction':'have','skill':" + claim + "}");
  }
  support::Outcome says(std::string const& who, std::string const& word) {
    return offers(who, "{'word':'" + word + "'}");
  }
  // A live term: called so in German, or in both languages by its name, which nobody types.
  void term(std::string const& name, std::string const& labels, std::string const& kind = "skill") {
    given("cora", "vocabulary.addTerm",
          "{'term':'$" + name + "','kind':'" + kind + "','labels':[" + labels + "," +
              both("the term " + name) + "]}");
  }
  static std::string both(std::string const& text) {
    return label(text) + ",{'language':'en','text':'" + text + "','preferred':true}";
  }
  static std::string label(std::string const& text, bool preferred = true) {
    return "{'language':'de','text':'" + text + "','preferred':" + (preferred ? "true" : "false") +
           "}";
  }
  std::string own(std::string const& folded) {
    return to_string(core::private_term(folded, crypto, vault.tenant_secret()));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(private_words, Words)

BOOST_AUTO_TEST_CASE(a_word_that_nobody_used_is_proposed_as_a_term) {
  offers("anna", "{'word':'Sternenkunde','language':'de','level':3}")
      .accepts({"TermProposed", "SkillDeclared"})
      .with("TermProposed", "word", "Sternenkunde")
      .with("TermProposed", "language", "de")
      .with("TermProposed", "term", own("sternenkunde"))
      .with("SkillDeclared", "skill/term", own("sternenkunde"))
      .with("SkillDeclared", "skill/level", "3");
}

BOOST_AUTO_TEST_CASE(equal_words_are_one_term) {
  says("anna", "Sternenkunde");
  says("ben", "  STERNENKUNDE ")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", own("sternenkunde"));
  says("ben", "Sternkunde").accepts({"TermProposed", "SkillDeclared"});
}

BOOST_AUTO_TEST_CASE(the_same_word_twice_in_one_command_is_proposed_once) {
  member("cleo");
  as("cleo")
      .when("profile.create",
            "{'profile':'$cleo','displayName':'N','sector':'science','offers':[{'word':'Yoga','"
            "level':1}],"
            "'needs':[{'word':'yoga'},{'word':'Chor'}]}")
      .accepts({"TermProposed", "TermProposed", "ProfileCreated"})
      .with("ProfileCreated", "offers/0/term", own("yoga"))
      .with("ProfileCreated", "needs/0/term", own("yoga"))
      .with("ProfileCreated", "needs/1/term", own("chor"));
}

BOOST_AUTO_TEST_CASE(another_hub_gives_another_term) {
  core::Key other{};
  BOOST_TEST(to_string(core::private_term("yoga", crypto, other)) != own("yoga"));
}

BOOST_AUTO_TEST_CASE(the_term_of_a_word_is_a_uuid_of_version_8) {
  BOOST_TEST(own("yoga").substr(14, 1) == "8");
  BOOST_TEST((own("yoga")[19] == '8' || own("yoga")[19] == '9' || own("yoga")[19] == 'a' ||
              own("yoga")[19] == 'b'));
}

BOOST_AUTO_TEST_CASE(a_word_that_a_label_has_is_that_term) {
  term("optics", label("Optik") + "," + label("Lichtlehre", false));
  says("anna", "optik").accepts({"SkillDeclared"}).with("SkillDeclared", "skill/term", "$optics");
  says("ben", "LICHTLEHRE")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", "$optics");
}

BOOST_AUTO_TEST_CASE(a_label_may_be_as_long_as_a_word) {
  std::string const longest(120, 'x');
  term("optics", label(longest) + "," + label(longest + "y"));
  says("anna", longest).accepts({"SkillDeclared"}).with("SkillDeclared", "skill/term", "$optics");
}

BOOST_AUTO_TEST_CASE(the_beginning_of_a_label_is_another_word) {
  term("optics", label("Optik"));
  says("anna", "Opti").accepts({"TermProposed", "SkillDeclared"});
}

BOOST_AUTO_TEST_CASE(labels_that_come_later_count_as_well) {
  term("optics", label("Optik"));
  given("cora", "vocabulary.labelTerm",
        "{'term':'$optics','labels':[{'language':'en','text':'optics'}]}");
  says("anna", "Optics").accepts({"SkillDeclared"}).with("SkillDeclared", "skill/term", "$optics");
}

BOOST_AUTO_TEST_CASE(a_preferred_label_wins_over_another_ones_alternative) {
  term("b-alternative", label("Python", false));
  term("a-preferred", label("Python"));
  term("c-alternative", label("Python", false));
  says("anna", "python").with("SkillDeclared", "skill/term", "$a-preferred");
}

BOOST_AUTO_TEST_CASE(an_alternative_label_that_is_added_takes_no_preference_away) {
  term("a", label("Python"));
  term("b", label("Python", false));
  given("cora", "vocabulary.labelTerm",
        "{'term':'$a','labels':[{'language':'en','text':'python'}]}");
  says("anna", "python").with("SkillDeclared", "skill/term", "$a");
}

BOOST_AUTO_TEST_CASE(what_is_called_so_has_it_as_a_preferred_label) {
  auto called = [&](std::string_view label) {
    auto terms = core::vocabulary::called(engine().world(), label);
    std::ranges::sort(terms);
    return terms;
  };
  term("python", label("Python")), term("snake", label("python")),
      term("script", label("Python", false)), term("more", label("Python 3"));
  std::vector<core::Id> both{support::id_named("python"), support::id_named("snake")};
  std::ranges::sort(both);
  BOOST_TEST((called(" PYTHON ") == both));
  BOOST_TEST((called("Python 3") == std::vector{support::id_named("more")}));
  BOOST_TEST(called("Pytho").empty());
}

BOOST_AUTO_TEST_CASE(a_group_is_nobodys_skill) {
  term("crafts", label("Handwerk"), "group");
  offers("anna", "{'term':'$crafts'}").refuses("vocab.unknown", "skill.term");
  says("anna", "Handwerk").accepts({"TermProposed", "SkillDeclared"});
  term("craft", label("Handwerk", false));
  says("ben", "Handwerk").accepts({"SkillDeclared"}).with("SkillDeclared", "skill/term", "$craft");
}

BOOST_AUTO_TEST_CASE(a_deprecated_term_leaves_its_word_to_others) {
  term("old", label("Optik"));
  given("cora", "vocabulary.deprecateTerm", "{'term':'$old'}");
  offers("anna", "{'term':'$old'}").refuses("vocab.unknown", "skill.term");
  term("new", label("Optik"));
  says("anna", "Optik").accepts({"SkillDeclared"}).with("SkillDeclared", "skill/term", "$new");
}

BOOST_AUTO_TEST_CASE(an_own_word_that_was_deprecated_is_given_to_nobody_new) {
  says("anna", "Sternenkunde").accepts({"TermProposed", "SkillDeclared"});
  given("cora", "vocabulary.deprecateTerm", "{'term':'" + own("sternenkunde") + "'}");
  says("ben", "Sternenkunde").refuses("vocab.unknown", "skill.word");
  offers("ben", "{'term':'" + own("sternenkunde") + "'}").refuses("vocab.unknown", "skill.term");
  as("cora")
      .when("challenge.draft",
            "{'challenge':'$c','title':'T','contact':'C','wanted':[{'word':'Yoga'},{'word':'"
            "Sternenkunde'}]}")
      .refuses("vocab.unknown", "wanted[1].word");
}

BOOST_AUTO_TEST_CASE(who_has_a_deprecated_skill_may_still_say_how_well) {
  term("old", label("Optik"));
  says("anna", "Sternenkunde"), says("anna", "Optik");
  given("cora", "vocabulary.deprecateTerm", "{'term':'" + own("sternenkunde") + "'}");
  given("cora", "vocabulary.deprecateTerm", "{'term':'$old'}");
  offers("anna", "{'word':'Sternenkunde','level':4}")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/level", "4");
  offers("anna", "{'term':'$old','level':3}")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/level", "3");
  offers("anna", "{'word':'Optik','level':2}").with("SkillDeclared", "skill/term", "$old");
  as("anna")
      .when("profile.declareSkill",
            "{'profile':'$anna','direction':'want','skill':{'term':'$old'}}")
      .refuses("vocab.unknown", "skill.term");  // To have is not to want.
}

BOOST_AUTO_TEST_CASE(the_word_of_a_merged_term_is_what_it_became) {
  term("light", label("Lichtlehre")), term("optics", label("Optik"));
  given("cora", "vocabulary.mergeTerm", "{'term':'$light','into':'$optics'}");
  says("anna", "Lichtlehre").with("SkillDeclared", "skill/term", "$optics");
  offers("ben", "{'term':'$light'}").with("SkillDeclared", "skill/term", "$optics");
}

BOOST_AUTO_TEST_CASE(an_adopted_word_stays_the_same_term) {
  says("anna", "Sternenkunde");
  given("cora", "vocabulary.adoptTerm",
        "{'term':'" + own("sternenkunde") + "','labels':[" + both("Astronomie") + "]}");
  says("ben", "Sternenkunde")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", own("sternenkunde"));
  says("ben", "Astronomie")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", own("sternenkunde"));
}

BOOST_AUTO_TEST_CASE(an_own_word_that_was_adopted_in_one_language_waits_for_the_other) {
  says("anna", "Sternenkunde");
  given("cora", "vocabulary.adoptTerm",
        "{'term':'" + own("sternenkunde") + "','labels':[" + label("Astronomie") + "]}");
  says("ben", "Sternenkunde").refuses("vocab.unknown", "skill.word");
  offers("ben", "{'term':'" + own("sternenkunde") + "'}").refuses("vocab.unknown", "skill.term");
  offers("anna", "{'word':'Sternenkunde','level':4}").accepts({"SkillDeclared"});
  given("cora", "vocabulary.labelTerm",
        "{'term':'" + own("sternenkunde") +
            "','labels':[{'language':'en','text':'astronomy','preferred':true}]}");
  says("ben", "Sternenkunde")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", own("sternenkunde"));
}

BOOST_AUTO_TEST_CASE(an_own_word_that_was_merged_is_what_it_became) {
  term("astronomy", label("Astronomie"));
  says("anna", "Sternenkunde");
  given("cora", "vocabulary.mergeTerm",
        "{'term':'" + own("sternenkunde") + "','into':'$astronomy'}");
  says("ben", "Sternenkunde")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", "$astronomy");
}

BOOST_AUTO_TEST_CASE(a_claim_names_a_term_or_a_word) {
  offers("anna", "{'level':1}").refuses("input.invalid", "skill");
  says("anna", "   ").refuses("input.invalid", "skill.word");
  offers("anna", "{'term':'$nothing'}").refuses("vocab.unknown", "skill.term");
}

BOOST_AUTO_TEST_CASE(a_term_counts_more_than_a_word_beside_it) {
  term("optics", label("Optik"));
  offers("anna", "{'term':'$optics','word':'Yoga'}")
      .accepts({"SkillDeclared"})
      .with("SkillDeclared", "skill/term", "$optics");
}

BOOST_AUTO_TEST_CASE(the_refusal_says_which_claim_of_a_list) {
  member("cleo");
  auto create = [&](std::string const& lists) {
    return as("cleo").when(
        "profile.create", "{'profile':'$cleo','displayName':'N','sector':'science'," + lists + "}");
  };
  create("'offers':[{'word':'Yoga'},{'term':'$nothing'}]")
      .refuses("vocab.unknown", "offers[1].term");
  create("'needs':[{'level':1}]").refuses("input.invalid", "needs[0]");
  create("'topics':['$nothing']").refuses("vocab.unknown", "topics[0]");
}

BOOST_AUTO_TEST_SUITE_END()
