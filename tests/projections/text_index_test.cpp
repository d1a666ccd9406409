// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/text_index.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/support/text_oracle.hpp"

namespace {

using projections::TextMatch, projections::TextOwner;
using support::Texts, support::Town;
using Names = std::vector<std::string>;

// Things by one letter, all of one kind, each with a name.
struct Named {
  Town town;

  Named(std::initializer_list<std::string> names) {
    std::uint64_t number = 0;
    for (auto const& name : names) town.set(number++, {{true, name}});
  }
  Names found(std::string const& question) {
    Names names;
    for (auto const& rank : town.find(question)) names.push_back(town.texts(rank.owner)[0].text);
    std::ranges::sort(names);
    return names;
  }
  void finds(std::string const& question, Names const& wanted) {
    auto const names = found(question);
    BOOST_TEST(names == wanted, "\"" << question << "\" finds " << names.size() << ": "
                                     << (names.empty() ? "" : names.front()));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(text_index)

BOOST_AUTO_TEST_CASE(however_an_umlaut_is_typed_it_is_found) {
  Named town{"Muller", "Mueller", "Müller", "Meier"};
  for (auto const* typed : {"Müller", "Mueller", "muller", "MÜLLER", "Mu\u0308ller"})
    town.finds(typed, {"Mueller", "Muller", "Müller"});
}

BOOST_AUTO_TEST_CASE(sharp_s_and_accents_are_found_without) {
  Named town{"Straße", "Café", "Škoda"};
  town.finds("STRASSE", {"Straße"});
  town.finds("cafe", {"Café"});
  town.finds("skoda", {"Škoda"});
}

BOOST_AUTO_TEST_CASE(two_vowels_that_are_no_umlaut_stay_two) {
  Named town{"Videoexperte", "Video", "Quelle"};
  town.finds("Experte", {"Videoexperte"});
  town.finds("Quelle", {"Quelle"});
}

BOOST_AUTO_TEST_CASE(the_last_word_may_be_a_beginning_and_no_other) {
  Named town{"Jena Digital", "Jenaer Initiative"};
  town.finds("jen", {"Jena Digital", "Jenaer Initiative"});
  town.finds("jen digital", {});
  town.finds("jena dig", {"Jena Digital"});
  town.finds("j", {});  // One letter begins too much.
}

BOOST_AUTO_TEST_CASE(all_words_must_be_there) {
  Named town{"Offene Werkstatt Jena", "Offene Bibliothek"};
  town.finds("jena offene", {"Offene Werkstatt Jena"});
  town.finds("offene", {"Offene Bibliothek", "Offene Werkstatt Jena"});
  town.finds("offene nirgends", {});
}

BOOST_AUTO_TEST_CASE(a_compound_is_found_by_its_parts_where_the_others_are_words) {
  Named town{"Stadtwerkstatt", "Radverkehrsplanung", "Stadt", "Werkstatt", "Rad", "Planung"};
  town.finds("werkstatt", {"Stadtwerkstatt", "Werkstatt"});
  town.finds("stadt neu", {});
  town.finds("Verkehr", {"Radverkehrsplanung"});
  town.finds("planung", {"Planung"});  // "Radverkehr" is no word here, nor is "Verkehr".
}

BOOST_AUTO_TEST_CASE(links_stand_between_the_parts) {
  Named town{"Blumenladen", "Laden", "Blume", "Kindesalter", "Kind", "Frauenhaus", "Frau", "Haus"};
  town.finds("laden", {"Blumenladen", "Laden"});
  town.finds("alter", {"Kindesalter"});
  town.finds("haus", {"Frauenhaus", "Haus"});
}

BOOST_AUTO_TEST_CASE(a_part_is_four_letters_long_and_what_is_beside_it_a_word) {
  Named town{"Quartier", "Holland", "Radtour", "Tour"};
  town.finds("tier", {});  // "Quar" is no word.
  town.finds("land", {});  // Nor is "Hol".
  town.finds("rad tour", {});
  town.finds("rad", {"Radtour"});  // It begins with it.
}

BOOST_AUTO_TEST_CASE(the_best_match_comes_first_and_a_name_before_a_text) {
  Town town;
  town.set(1, {{true, "Werkstattgespräch"}});
  town.set(2, {{true, "Hof"}, {false, "eine Werkstatt"}});
  town.set(3, {{true, "Werkstatt"}});
  town.set(4, {{true, "Stadtwerkstatt"}});
  town.set(5, {{true, "Stadt"}});
  std::vector<int> ranks;
  std::vector<TextOwner> owners;
  for (auto const& rank : town.find("werkstatt")) {
    ranks.push_back(rank.rank);
    owners.push_back(rank.owner);
  }
  BOOST_TEST(ranks == (std::vector<int>{0, 1, 2, 4}), boost::test_tools::per_element());
  BOOST_TEST((owners == std::vector{town.owner(3), town.owner(2), town.owner(1), town.owner(4)}));
}

BOOST_AUTO_TEST_CASE(a_hidden_text_is_not_found_and_does_not_move_its_owner) {
  Town town;
  town.set(1, {{true, "Anna"}, {false, "Lichtwellen"}});
  town.set(2, {{true, "Lichtwellenleiter"}});
  town.hide(1, 1);
  BOOST_TEST(town.find("lichtwellen").size() == 1u);
  town.set(1, {{true, "Anna Lichtwellenfrau"}, {false, "Lichtwellen"}});
  town.hide(1, 1);
  auto const hits = town.find("lichtwellen");
  BOOST_TEST(hits.size() == 2u);
  BOOST_TEST(int{hits[0].rank} == 2);  // Not 1, by the hidden text.
  BOOST_TEST(int{hits[1].rank} == 2);
}

BOOST_AUTO_TEST_CASE(a_hidden_word_takes_no_compound_apart) {
  Town town;
  town.set(1, {{true, "Stadtwerkstatt"}});
  town.set(2, {{true, "Stadt"}});
  BOOST_TEST(town.find("werkstatt").size() == 1u);
  town.hide(2, 0);
  BOOST_TEST(town.find("werkstatt").size() == 0u);
}

BOOST_AUTO_TEST_CASE(what_was_renamed_or_dropped_is_not_found_any_more) {
  Town town;
  town.set(1, {{true, "Fahrradküche"}});
  town.set(2, {{true, "Fahrrad"}});
  town.set(1, {{true, "Nähstube"}});
  BOOST_TEST(town.find("fahrrad").size() == 1u);
  BOOST_TEST(town.find("naehstube").size() == 1u);
  town.drop(2);
  BOOST_TEST(town.find("fahrrad").empty());
  town.drop(1);
  BOOST_TEST(town.index.size() == 0u);
  BOOST_TEST(town.index.words() == 0u);
}

BOOST_AUTO_TEST_CASE(a_word_that_is_met_tells_which_part) {
  Town town;
  town.set(1, {{true, "Fußgängerbrücke über die Saale"}});
  town.set(2, {{true, "Fußgänger"}});
  town.ask("bruecke", [](auto& question) {
    question.find(~0u, {}, 10);
    auto const met = question.met("Fußgängerbrücke");
    BOOST_REQUIRE(met.has_value());
    BOOST_TEST((met->match == TextMatch::compound_part));
    BOOST_TEST(std::string("Fußgängerbrücke").substr(met->part.start, met->part.bytes) == "brücke");
    BOOST_TEST(!question.met("Saale").has_value());
  });
  town.ask("fussg", [](auto& question) {
    auto const met = question.met("Fußgänger");
    BOOST_REQUIRE(met.has_value());
    BOOST_TEST(std::string("Fußgänger").substr(met->part.start, met->part.bytes) == "Fußg");
  });
}

BOOST_AUTO_TEST_CASE(pages_follow_on_each_other) {
  Town town;
  for (std::uint64_t i = 0; i < 50; ++i)
    town.set(i, {{i % 3 == 0, i % 2 == 0 ? "Garten" : "Gartenhaus"}});
  auto const all = town.find("garten");
  BOOST_TEST(all.size() == 50u);
  std::vector<projections::TextRank> paged;
  while (true) {
    std::optional<projections::TextRank> after;
    if (!paged.empty()) after = paged.back();
    auto const page = town.find("garten", after, 7);
    if (page.empty()) break;
    paged.insert(paged.end(), page.begin(), page.end());
  }
  BOOST_TEST((paged == all));
}

BOOST_AUTO_TEST_CASE(at_random_it_finds_what_reading_everything_finds) {
  std::size_t hits = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    support::RandomTown random(seed);
    for (int step = 0; step < 400; ++step) {
      random.change();
      if (step % 4 == 0)
        BOOST_REQUIRE_MESSAGE(random.agrees(), "seed " << seed << ": " << random.why());
    }
    hits += random.hits;
  }
  BOOST_TEST(hits > 10'000u);  // It asks for what there is.
}

BOOST_AUTO_TEST_SUITE_END()
