// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/terms.hpp"

#include <random>
#include <set>

#include "projections/search_fold.hpp"
#include "tests/projections/replay.hpp"

namespace {

namespace vocabulary = core::vocabulary;
using projections::Terms;
using projections::TermStage;
using support::id_of;
using vocabulary::TermKind;

struct Words {
  std::string language, text;
  bool preferred = true;
};

void set_labels(std::vector<Words> const& words, auto labels) {
  for (unsigned i = 0; i < words.size(); ++i) {
    labels[i].setLanguage(words[i].language);
    labels[i].setText(words[i].text);
    labels[i].setPreferred(words[i].preferred);
  }
}

struct Vocabulary : support::History {
  void add_term(std::uint64_t term, std::vector<Words> words, TermKind kind = TermKind::SKILL,
                std::vector<std::uint64_t> broader = {}) {
    add<vocabulary::TermAdded>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setKind(kind);
      set_labels(words, event.initLabels(static_cast<unsigned>(words.size())));
      auto list = event.initBroader(static_cast<unsigned>(broader.size()));
      for (unsigned i = 0; i < broader.size(); ++i) list.set(i, core::data_of(id_of(broader[i])));
    });
  }
  void label(std::uint64_t term, std::vector<Words> words) {
    add<vocabulary::TermLabelled>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      set_labels(words, event.initLabels(static_cast<unsigned>(words.size())));
    });
  }
  void merge(std::uint64_t term, std::uint64_t into) {
    add<vocabulary::TermMerged>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setInto(core::data_of(id_of(into)));
    });
  }
  void relate(std::uint64_t term, std::uint64_t broader) {
    add<vocabulary::TermRelated>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setBroader(core::data_of(id_of(broader)));
    });
  }
  void deprecate(std::uint64_t term) {
    add<vocabulary::TermDeprecated>(id_of(term),
                                    [&](auto event) { event.setTerm(core::data_of(id_of(term))); });
  }
  core::Position propose(std::uint64_t term) {
    return add<vocabulary::TermProposed>(
        id_of(term), [&](auto event) { event.setTerm(core::data_of(id_of(term))); });
  }
  void draft(std::uint64_t term, std::vector<Words> words) {
    add<vocabulary::TermDrafted>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setUri("urn:draft");
      set_labels(words, event.initLabels(static_cast<unsigned>(words.size())));
    });
  }
  template <class Event>
  void label_draft(std::uint64_t term, std::vector<Words> words) {
    add<Event>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      set_labels(words, event.initLabels(static_cast<unsigned>(words.size())));
    });
  }
  void adopt(std::uint64_t term, std::vector<Words> words) {
    add<vocabulary::TermAdopted>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      set_labels(words, event.initLabels(static_cast<unsigned>(words.size())));
    });
  }
};

struct Played {
  explicit Played(Vocabulary const& vocabulary) { vocabulary.play(terms); }
  Terms terms{support::mixing_crypto};

  TermStage stage(std::uint64_t term) const { return terms.term(id_of(term))->stage; }
  // The labels found, in order: "Optik, Photonik".
  std::string found(std::string_view typed, std::string_view language = "de",
                    std::size_t limit = 10) const {
    std::string labels;
    for (auto const& suggestion : terms.suggest(typed, language, limit))
      (labels += labels.empty() ? "" : ", ") += suggestion.matched;
    return labels;
  }
};

std::vector<Words> named(std::string de, std::string en) {
  return {{"de", std::move(de)}, {"en", std::move(en)}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(terms)

BOOST_AUTO_TEST_CASE(a_term_is_a_draft_until_it_has_both_preferred_labels) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, {{"de", "Optik"}, {"en", "optics", false}});
  BOOST_TEST((Played(vocabulary).stage(1) == TermStage::draft));
  vocabulary.label(1, {{"en", "optics"}});
  BOOST_TEST((Played(vocabulary).stage(1) == TermStage::live));
}

BOOST_AUTO_TEST_CASE(a_draft_waits_with_own_words_until_it_goes_live) {
  Vocabulary vocabulary;
  vocabulary.draft(1, {{"de", "Optik"}});
  vocabulary.label_draft<vocabulary::DraftLabelled>(1, {{"fr", "optique"}});
  vocabulary.propose(2), vocabulary.propose(3);
  vocabulary.merge(3, 2);
  Played const before(vocabulary);
  BOOST_TEST((before.stage(1) == TermStage::draft));
  BOOST_TEST(before.terms.term(id_of(1))->uri == "urn:draft");
  BOOST_TEST(before.found("opt") == "");
  BOOST_TEST((before.terms.unsettled() == std::set{id_of(1), id_of(2)}));
  vocabulary.label_draft<vocabulary::TermWentLive>(1, {{"en", "optics"}});
  vocabulary.draft(2, {{"de", "Glas"}});
  Played const after(vocabulary);
  BOOST_TEST((after.stage(1) == TermStage::live));
  BOOST_TEST(after.found("opti") == "Optik");
  BOOST_TEST((after.terms.unsettled() == std::set{id_of(2)}));
}

BOOST_AUTO_TEST_CASE(claims_of_merged_terms_are_one_with_the_most_that_was_said) {
  using core::vocabulary::Claimed;
  projections::MergedTerms merged;
  merged.merge(id_of(1), id_of(2)), merged.merge(id_of(2), id_of(3));
  auto const settled = merged.settled(std::vector<Claimed>{
      {id_of(1), 4, 0, false}, {id_of(9), 1, 1, false}, {id_of(3), 1, 7, true}});
  BOOST_REQUIRE_EQUAL(settled.size(), 2u);
  BOOST_TEST((settled[0].term == id_of(3)));
  BOOST_TEST(int{settled[0].level} == 4);
  BOOST_TEST(int{settled[0].weight} == 7);
  BOOST_TEST(settled[0].must);
  BOOST_TEST((settled[1].term == id_of(9)));
  BOOST_TEST((merged.settled(std::vector{id_of(2), id_of(1), id_of(9)}) ==
              std::vector{id_of(3), id_of(9)}));
}

BOOST_AUTO_TEST_CASE(a_new_preferred_label_turns_the_old_one_into_an_alternative) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("Optik", "optics"));
  vocabulary.label(1, {{"de", "Optische Technik"}});
  auto const term = *Played(vocabulary).terms.term(id_of(1));
  BOOST_TEST(term.label("de") == "Optische Technik");
  BOOST_TEST(term.labels.size() == 3u);
  vocabulary.label(1, {{"de", "Optik"}});
  auto const again = *Played(vocabulary).terms.term(id_of(1));
  BOOST_TEST(again.label("de") == "Optik");
  BOOST_TEST(again.labels.size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_word_of_ones_own_is_known_by_where_it_lies_only) {
  Vocabulary vocabulary;
  auto const at = vocabulary.propose(1);
  Played const played(vocabulary);
  BOOST_TEST((played.stage(1) == TermStage::proposed));
  BOOST_TEST(played.terms.term(id_of(1))->proposed_at.value == at.value);
  BOOST_TEST(played.terms.term(id_of(1))->labels.empty());
}

BOOST_AUTO_TEST_CASE(an_adopted_word_is_a_term_like_any_other) {
  Vocabulary vocabulary;
  vocabulary.propose(1);
  vocabulary.adopt(1, named("Optik", "optics"));
  BOOST_TEST(Played(vocabulary).found("opt") == "Optik");
}

BOOST_AUTO_TEST_CASE(a_merged_term_leads_to_what_it_became) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("KI", "AI"));
  vocabulary.add_term(2, named("Künstliche Intelligenz", "artificial intelligence"));
  vocabulary.add_term(3, named("Maschinelle Intelligenz", "machine intelligence"));
  vocabulary.merge(1, 2);
  vocabulary.merge(2, 3);
  Played const played(vocabulary);
  BOOST_TEST((played.terms.survivor(id_of(1)) == id_of(3)));
  auto const found = played.terms.suggest("ki", "de", 10);
  BOOST_REQUIRE_EQUAL(found.size(), 1u);
  BOOST_TEST((found[0].term == id_of(3)));
  BOOST_TEST(found[0].de == "Maschinelle Intelligenz");
  BOOST_TEST(found[0].matched == "KI");
}

BOOST_AUTO_TEST_CASE(only_live_skills_are_suggested) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("Optik live", "optics"));
  vocabulary.add_term(2, {{"de", "Optik Entwurf"}});
  vocabulary.add_term(3, named("Optik alt", "optics"));
  vocabulary.deprecate(3);
  vocabulary.add_term(4, named("Optik Gruppe", "optics"), TermKind::GROUP);
  vocabulary.add_term(5, named("Optik Thema", "optics"), TermKind::TOPIC);
  BOOST_TEST(Played(vocabulary).found("optik") == "Optik live");
}

BOOST_AUTO_TEST_CASE(the_same_text_comes_first_then_beginnings_then_words_then_parts) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("Faseroptik", "fibre"));
  vocabulary.add_term(2, named("Angewandte Optik", "applied"));
  vocabulary.add_term(3, {{"de", "Linsen"}, {"en", "lenses"}, {"de", "Optikbau", false}});
  vocabulary.add_term(4, named("Optikentwicklung", "development"));
  vocabulary.add_term(5, named("Optik", "light"));
  BOOST_TEST(Played(vocabulary).found("optik") ==
             "Optik, Optikentwicklung, Optikbau, Angewandte Optik, Faseroptik");
}

BOOST_AUTO_TEST_CASE(among_equals_the_language_asked_for_and_then_the_shorter_label_come_first) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("Programmieren in C", "coding"));
  vocabulary.add_term(2, named("Programmierung", "x"));
  vocabulary.add_term(3, named("y", "programming"));
  BOOST_TEST(Played(vocabulary).found("program", "de") ==
             "Programmierung, Programmieren in C, programming");
  BOOST_TEST(Played(vocabulary).found("program", "en") ==
             "programming, Programmierung, Programmieren in C");
}

BOOST_AUTO_TEST_CASE(umlauts_are_found_however_they_are_typed) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("Ökologie", "ecology"));
  Played const played(vocabulary);
  for (auto const* typed : {"ökolo", "Oekolo", "okolo", "ÖKOLOGIE", " ökologie "})
    BOOST_TEST(played.found(typed) == "Ökologie");
}

BOOST_AUTO_TEST_CASE(one_or_two_letters_find_beginnings_of_words_only) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("Optik", "optics"));
  vocabulary.add_term(2, named("Koch", "cook"));
  vocabulary.add_term(3, named("Angewandte Optik", "applied"));
  BOOST_TEST(Played(vocabulary).found("o") == "Optik, Angewandte Optik");
  BOOST_TEST(Played(vocabulary).found("op") == "Optik, Angewandte Optik");
  BOOST_TEST(Played(vocabulary).found("oc") == "");
  BOOST_TEST(Played(vocabulary).found("och") == "Koch");
}

BOOST_AUTO_TEST_CASE(what_nobody_could_mean_finds_nothing) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("C++", "C++"));
  Played const played(vocabulary);
  BOOST_TEST(played.found("") == "");
  BOOST_TEST(played.found("   ") == "");
  BOOST_TEST(played.found("\n") == "");
  BOOST_TEST(played.found("c++") == "C++");
  BOOST_TEST(played.found("+") == "");
  BOOST_TEST(played.found("c", "de", 0) == "");
}

BOOST_AUTO_TEST_CASE(a_label_that_was_replaced_is_still_found_and_the_new_one_too) {
  Vocabulary vocabulary;
  vocabulary.add_term(1, named("Lasertechnik", "laser"));
  vocabulary.label(1, {{"de", "Photonik"}});
  BOOST_TEST(Played(vocabulary).found("lasert") == "Lasertechnik");
  BOOST_TEST(Played(vocabulary).found("phot") == "Photonik");
}

BOOST_AUTO_TEST_CASE(suggestions_equal_a_plain_walk_over_all_labels) {
  std::mt19937_64 engine(4);
  auto const word = [&] {
    std::string text;
    for (std::size_t i = 0, length = 1 + engine() % 4; i < length; ++i)
      text += "abcäö "[engine() % 7];
    return text;
  };
  Vocabulary vocabulary;
  for (std::uint64_t term = 1; term <= 300; ++term)
    vocabulary.add_term(term, named("a" + word() + word(), word() + "b"));
  for (int i = 0; i < 200; ++i)
    vocabulary.label(1 + engine() % 300, {{"de", "c" + word(), engine() % 2 == 0}});
  Played const played(vocabulary);
  for (int i = 0; i < 500; ++i) {
    auto const typed = projections::search_fold(word(), projections::Umlauts::two_letters);
    if (typed.empty()) continue;
    std::set<core::Id> expected, found;
    for (std::uint64_t term = 1; term <= 300; ++term) {
      auto const row = *played.terms.term(id_of(term));
      for (auto const& label : row.labels)
        for (auto const umlauts :
             {projections::Umlauts::two_letters, projections::Umlauts::one_letter}) {
          auto const text = " " + projections::search_fold(label.text, umlauts);
          if (text.find(typed.size() < 3 ? " " + typed : typed) != text.npos)
            expected.insert(id_of(term));
        }
    }
    for (auto const& suggestion : played.terms.suggest(typed, "de", 1000))
      found.insert(suggestion.term);
    BOOST_REQUIRE(found == expected);
  }
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 engine(5);
  Vocabulary vocabulary;
  for (std::uint64_t term = 1; term <= 100; ++term) {
    if (engine() % 4 == 0) {
      vocabulary.propose(term);
      if (engine() % 2 == 0) vocabulary.adopt(term, named("Wort", "word" + std::to_string(term)));
    } else {
      vocabulary.add_term(term, {{"de", "Begriff " + std::to_string(term)}}, TermKind::SKILL,
                          std::vector<std::uint64_t>(engine() % 3, 1));
      if (engine() % 2 == 0) vocabulary.label(term, {{"en", "term " + std::to_string(term)}});
      if (engine() % 5 == 0) vocabulary.relate(term, 1 + engine() % 100);
      if (term > 1 && engine() % 5 == 0) vocabulary.merge(term, 1 + engine() % (term - 1));
      else if (engine() % 5 == 0) vocabulary.deprecate(term);
    }
  }
  auto const view = support::check_replay(
      vocabulary, 7, [](auto&) { return std::make_unique<Terms>(support::mixing_crypto); });
  Played const played(vocabulary);
  auto const again = view->suggest("te", "en", 50), before = played.terms.suggest("te", "en", 50);
  BOOST_REQUIRE_EQUAL(again.size(), before.size());
  for (std::size_t i = 0; i < again.size(); ++i) BOOST_TEST((again[i].term == before[i].term));
}

BOOST_AUTO_TEST_SUITE_END()
