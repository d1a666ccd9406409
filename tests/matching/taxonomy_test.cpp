// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/taxonomy.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>

#include "tests/matching/words.hpp"

using namespace matching;

namespace {

struct Words {
  explicit Words(std::string_view text) { words::add(taxonomy, text); }
  Term operator[](std::string_view name) { return words::term(taxonomy, name); }
  std::uint32_t width(std::string_view name) { return taxonomy.width((*this)[name]); }
  bool relate(std::string_view term, std::string_view broader) {
    return taxonomy.relate((*this)[term], (*this)[broader]);
  }
  void merge(std::string_view term, std::string_view into) {
    taxonomy.merge((*this)[term], (*this)[into]);
  }
  std::string parents(std::string_view name) {
    return words::names(taxonomy, taxonomy.parents((*this)[name]));
  }
  std::string children(std::string_view name) {
    return words::names(taxonomy, taxonomy.children((*this)[name]));
  }

  Taxonomy taxonomy;
};

// Everything that is kept, as text: by names, so that it does not depend on numbers.
std::string picture(Taxonomy const& taxonomy) {
  std::set<std::string> lines;
  for (std::uint32_t number = 0; number < taxonomy.size(); ++number) {
    Term const term{number};
    std::set<std::string> parents;
    for (auto parent : taxonomy.parents(term)) parents.insert(words::name(taxonomy.id(parent)));
    std::string line =
        words::name(taxonomy.id(term)) + "=" + words::name(taxonomy.id(taxonomy.current(term)));
    line += " " + std::to_string(taxonomy.width(taxonomy.current(term))) + ":";
    for (auto const& parent : parents) line += " " + parent;
    lines.insert(line);
  }
  std::string all;
  for (auto const& line : lines) all += line + "\n";
  return all;
}

// Counted again from nothing but the edges.
std::uint32_t counted(Taxonomy const& taxonomy, Term term, std::set<Term>& seen) {
  if (!seen.insert(term).second) return 0;
  std::uint32_t skills = taxonomy.kind(term) != TermKind::GROUP;
  for (auto child : taxonomy.children(term)) skills += counted(taxonomy, child, seen);
  return skills;
}

bool climbs_to_itself(Taxonomy const& taxonomy, Term term) {
  for (auto parent : taxonomy.parents(term))
    for (auto const& above : taxonomy.reach(parent, Way::up))
      if (above.term == term) return true;
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(taxonomy)

BOOST_AUTO_TEST_CASE(a_term_keeps_its_number_and_its_id) {
  Words words("it/group; python: it");
  BOOST_TEST(words["python"].number == 1u);
  BOOST_TEST((words.taxonomy.find(words::id("python")) == words["python"]));
  BOOST_TEST((words.taxonomy.id(words["python"]) == words::id("python")));
  BOOST_TEST(!words.taxonomy.find(words::id("cobol")));
}

BOOST_AUTO_TEST_CASE(a_skill_below_two_parents_counts_once_for_their_common_parent) {
  Words words("it/group; code: it; web: it; js: code web; css: web");
  BOOST_TEST(words.width("js") == 1u);
  BOOST_TEST(words.width("code") == 2u);
  BOOST_TEST(words.width("web") == 3u);
  BOOST_TEST(words.width("it") == 4u);  // A group is no skill itself.
}

BOOST_AUTO_TEST_CASE(counts_follow_each_change) {
  Words words("it/group; code: it");
  BOOST_TEST(words.width("it") == 1u);
  words.relate("python", "code");
  BOOST_TEST(words.width("it") == 2u);
  words.taxonomy.set_kind(words["code"], TermKind::GROUP);
  BOOST_TEST(words.width("it") == 1u);
}

BOOST_AUTO_TEST_CASE(an_edge_that_would_close_a_cycle_is_left_out) {
  Words words("a; b: a; c: b");
  BOOST_TEST(!words.relate("a", "c"));
  BOOST_TEST(!words.relate("a", "a"));
  BOOST_TEST(words.parents("a") == "");
  BOOST_TEST(words.width("a") == 3u);
}

BOOST_AUTO_TEST_CASE(an_edge_is_there_once) {
  Words words("a; b: a");
  auto const shape = words.taxonomy.shape();
  BOOST_TEST(!words.relate("b", "a"));
  BOOST_TEST(words.taxonomy.shape() == shape);
  BOOST_TEST(words.children("a") == "b");
}

BOOST_AUTO_TEST_CASE(what_was_below_a_merged_term_is_below_its_survivor) {
  Words words("it/group; code: it; coding; python: coding; go: coding code");
  words.merge("coding", "code");
  BOOST_TEST((words.taxonomy.current(words["coding"]) == words["code"]));
  BOOST_TEST(words.parents("python") == "code");
  BOOST_TEST(words.parents("go") == "code");
  BOOST_TEST(words.children("coding") == "");
  BOOST_TEST(words.width("code") == 3u);
  words.relate("rust", "coding");
  BOOST_TEST(words.parents("rust") == "code");
}

BOOST_AUTO_TEST_CASE(a_chain_of_merges_ends_at_the_last_survivor) {
  Words words("a; b; c");
  words.merge("a", "b");
  words.merge("b", "c");
  words.merge("a", "c");  // Already so.
  BOOST_TEST((words.taxonomy.current(words["a"]) == words["c"]));
  words.merge("c", "a");  // It would be its own survivor.
  BOOST_TEST((words.taxonomy.current(words["c"]) == words["c"]));
}

BOOST_AUTO_TEST_CASE(merging_into_a_descendant_closes_no_cycle) {
  Words words("top/group; a: top; m: a; b: m; x: a");
  words.merge("a", "b");  // m is above b already, so it is not placed below it.
  BOOST_TEST(words.parents("m") == "");
  BOOST_TEST(words.parents("x") == "b");
  BOOST_TEST(words.width("m") == 3u);
  BOOST_TEST(words.width("top") == 1u);
}

BOOST_AUTO_TEST_CASE(reach_gives_the_fewest_steps) {
  Words words("top; a: top; b: a; c: b top");
  std::map<std::string, std::uint32_t> steps;
  for (auto const& [term, count] : words.taxonomy.reach(words["c"], Way::up))
    steps[words::name(words.taxonomy.id(term))] = count;
  BOOST_TEST(
      (steps == std::map<std::string, std::uint32_t>{{"c", 0}, {"b", 1}, {"top", 1}, {"a", 2}}));
  BOOST_TEST(words.taxonomy.reach(words["c"], Way::up, 1).size() == 3u);
}

BOOST_AUTO_TEST_CASE(random_changes_leave_no_cycle_and_right_counts_whenever_asked) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    BOOST_TEST_INFO("seed " << seed);
    std::mt19937_64 dice(seed);
    Taxonomy asked, unasked;
    auto const at = [&dice] { return "t" + std::to_string(dice() % 40); };
    for (int i = 0; i < 300; ++i) {
      auto const one = at(), other = at();
      auto const what = dice() % 20;
      for (auto* taxonomy : {&asked, &unasked}) {
        auto const a = words::term(*taxonomy, one), b = words::term(*taxonomy, other);
        if (what == 0) taxonomy->merge(a, b);
        else if (what == 1) taxonomy->set_kind(a, dice() % 2 ? TermKind::GROUP : TermKind::SKILL);
        else taxonomy->relate(a, b);
      }
      if (what == 1) {  // Both took another side of the coin.
        auto const kind = asked.kind(words::term(asked, one));
        unasked.set_kind(words::term(unasked, one), kind);
      }
      asked.width(words::term(asked, at()));
    }
    for (std::uint32_t number = 0; number < asked.size(); ++number) {
      std::set<Term> seen;
      BOOST_REQUIRE(!climbs_to_itself(asked, Term{number}));
      BOOST_REQUIRE_EQUAL(asked.width(Term{number}),
                          std::max(1u, counted(asked, Term{number}, seen)));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_was_stored_comes_back) {
  Words words("it/group; code: it; coding; python: coding; go: coding code; web/topic: it");
  words.merge("coding", "code");
  Taxonomy back;
  for (std::uint32_t number = 0; number < words.taxonomy.size(); ++number) {
    Term const term{number};
    back.restore(words.taxonomy.id(term), words.taxonomy.kind(term), words.taxonomy.survivor(term),
                 words.taxonomy.parents(term));
  }
  BOOST_TEST(back.restored());
  BOOST_TEST(picture(back) == picture(words.taxonomy));
}

BOOST_AUTO_TEST_CASE(stored_terms_that_are_no_graph_without_cycles_are_refused) {
  struct Stored {
    std::uint32_t survivor;
    std::vector<Term> parents;
  };
  std::vector<std::vector<Stored>> const broken{
      {{0, {{1}}}, {1, {{0}}}},  // Each above the other.
      {{0, {{0}}}},              // Above itself.
      {{1, {}}, {0, {}}},        // Each the other's survivor.
      {{5, {}}},                 // A survivor that is not there.
      {{0, {{5}}}},              // A parent that is not there.
      {{0, {}}, {1, {{0}, {3}}}, {2, {{1}}}, {3, {{2}}}},
  };
  for (auto const& terms : broken) {
    Taxonomy taxonomy;
    for (std::size_t i = 0; i < terms.size(); ++i)
      taxonomy.restore(words::id("t" + std::to_string(i)), TermKind::SKILL, {terms[i].survivor},
                       terms[i].parents);
    BOOST_TEST(!taxonomy.restored());
    auto const shape = taxonomy.shape();
    taxonomy.clear();
    BOOST_TEST((taxonomy.size() == 0 && taxonomy.shape() > shape));
  }
}

BOOST_AUTO_TEST_CASE(only_what_changed_is_to_be_stored) {
  Words words("it/group; code: it; python: code");
  BOOST_TEST(words::names(words.taxonomy, words.taxonomy.take_changed()) == "it code python");
  words.relate("python", "it");
  BOOST_TEST(words::names(words.taxonomy, words.taxonomy.take_changed()) == "python");
  BOOST_TEST(words.taxonomy.take_changed().empty());
}

BOOST_AUTO_TEST_SUITE_END()
