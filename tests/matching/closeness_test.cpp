// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/closeness.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/matching/words.hpp"

using namespace matching;

namespace {

struct Words {
  explicit Words(std::string_view text) { words::add(taxonomy, text); }
  Term operator[](std::string_view name) { return words::term(taxonomy, name); }

  // "need offer" -> closeness
  Millionths between(std::string_view pair) {
    auto const names = words::split(pair, ' ');
    return closeness.between((*this)[names[0]], (*this)[names[1]]);
  }
  // What a need stands for: "python 1000000, code 600000"
  std::string expansion(std::string_view need) {
    std::string text;
    for (auto const& near : closeness.expand((*this)[need], statistics))
      text += (text.empty() ? "" : ", ") + words::name(taxonomy.id(near.term)) + " " +
              std::to_string(near.closeness);
    return text;
  }
  std::string path(std::string_view pair) {
    auto const names = words::split(pair, ' ');
    return words::names(taxonomy, closeness.path((*this)[names[0]], (*this)[names[1]]));
  }
  // "python 3, go 1": how many of 100 people offer what.
  void offered(std::string_view text, core::Position source) {
    std::vector<std::uint32_t> counts(taxonomy.size(), 0);
    for (auto const& one : words::split(text, ',')) {
      auto const parts = words::split(one, ' ');
      counts[(*this)[parts[0]].number] = static_cast<std::uint32_t>(std::stoul(parts[1]));
    }
    statistics = Statistics(source, 100, counts);
  }

  Taxonomy taxonomy;
  Closeness closeness{taxonomy};
  Statistics statistics;
};

constexpr char const* programming =
    "it/group; code: it; web: it; python: code; django: python; java: code; go: code; css: web; "
    "html: web; js: web code";

std::string children_of(std::string const& parent, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "; c" + std::to_string(100 + i) + ": " + parent;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(closeness)

BOOST_AUTO_TEST_CASE(the_table) {
  // it has 9 skills, code 6 (code python django java go js), web 4 (web css html js), python 2.
  // Siblings: 500000 * (6000000 - log2 width) / 6000000.
  struct {
    char const* pair;
    Millionths closeness;
    char const* path;
  } const cases[] = {
      {"python python", 1'000'000, "python"},
      {"code python", 850'000, "code python"},         // A more specific one,
      {"code django", 722'500, "code python django"},  // and one more.
      {"python code", 600'000, "python code"},         // A more general one,
      {"django code", 360'000, "django python code"},  // and one more.
      {"python java", 284'586, "python code java"},    // Through a parent of six.
      {"html css", 333'333, "html web css"},           // Through a parent of four.
      {"css js", 333'333, "css web js"},  // js has two parents; this one is the narrower.
      {"java js", 284'586, "java code js"},
      {"django java", 142'293, "django python code java"},  // One step further on one side
      {"java django", 142'293, "java code python django"},  // or the other.
      {"code web", 235'839, "code it web"},                 // Through a group of nine.
      {"python css", 58'959, "python code it web css"},     // Cousins.
      {"django css", 0, ""},                                // Below the least.
      {"python it", 0, ""},                                 // A group is nothing to offer.
  };
  Words words(programming);
  for (auto const& [pair, closeness, path] : cases) {
    BOOST_TEST_INFO(pair);
    BOOST_TEST(words.between(pair) == closeness);
    if (closeness > 0) BOOST_TEST(words.path(pair) == path);
  }
}

BOOST_AUTO_TEST_CASE(a_word_of_ones_own_is_close_to_its_equals_alone) {
  Words words("it/group; python: it; own");
  BOOST_TEST(words.between("own own") == whole);
  BOOST_TEST(words.between("own python") == 0);
  BOOST_TEST(words.expansion("own") == "own 1000000");
}

BOOST_AUTO_TEST_CASE(siblings_under_a_wide_parent_have_nothing_in_common) {
  for (auto const& [count, close] :
       {std::pair{2, true}, {42, true}, {43, false}, {63, false}, {64, false}, {200, false}}) {
    Words words("all/group" + children_of("all", count));
    BOOST_TEST_INFO(count << " children");
    BOOST_TEST((words.between("c100 c101") > 0) == close);
  }
}

BOOST_AUTO_TEST_CASE(the_narrower_the_parent_the_closer_are_siblings) {
  Millionths before = 500'001;
  for (int count = 2; count <= 64; ++count) {
    Words words("all/group" + children_of("all", count));
    auto const now = words.between("c100 c101");
    BOOST_REQUIRE(now <= before);
    before = now;
  }
  BOOST_TEST(before == 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_close_beyond_the_steps_of_the_table) {
  Words words("a; b: a; c: b; d: c; e: d; f: e");
  BOOST_TEST(words.between("a e") == 522'006);
  BOOST_TEST(words.between("a f") == 0);
  BOOST_TEST(words.between("e a") == 129'600);
  BOOST_TEST(words.between("f a") == 0);
}

BOOST_AUTO_TEST_CASE(an_expansion_holds_exactly_what_is_close) {
  Words words(programming);
  for (std::uint32_t number = 0; number < words.taxonomy.size(); ++number) {
    std::size_t close = 0;
    for (std::uint32_t other = 0; other < words.taxonomy.size(); ++other)
      close += words.closeness.between(Term{number}, Term{other}) > 0;
    auto const expansion = words.closeness.expand(Term{number}, words.statistics);
    BOOST_TEST(expansion.size() == close);
    for (auto const& near : expansion)
      BOOST_TEST(words.closeness.between(Term{number}, near.term) == near.closeness);
  }
}

BOOST_AUTO_TEST_CASE(an_expansion_is_ordered_by_closeness_then_rarity_then_id) {
  Words words("code; d: code; c: code; b: code; a: code");
  words.offered("d 3, b 1, a 1", {1});
  // b and a are rarer than d; nobody offers c.
  BOOST_TEST(words.expansion("code") == "code 1000000, a 850000, b 850000, d 850000, c 850000");
}

BOOST_AUTO_TEST_CASE(a_need_stands_for_64_skills_at_most_and_they_are_the_nearest) {
  Words words("top" + children_of("top", 100) + "; deep: c100");
  words.offered("c199 1, c198 2, deep 1", {1});
  auto const near = words.closeness.expand(words["top"], words.statistics);
  BOOST_REQUIRE(near.size() == 64u);
  BOOST_TEST((near[0].term == words["top"]));
  BOOST_TEST((near[1].term == words["c199"]));
  BOOST_TEST((near[2].term == words["c198"]));
  BOOST_TEST((near[3].term == words["c100"]));  // Of those that nobody offers, by id.
  BOOST_TEST((near[63].term ==
              words["c160"]));  // The deeper one fell out although it is offered: it is less close.
}

BOOST_AUTO_TEST_CASE(an_expansion_follows_the_taxonomy_and_where_it_was_cut_the_statistics) {
  Words words("top" + children_of("top", 100));
  BOOST_TEST((words.closeness.expand(words["top"], words.statistics)[1].term == words["c100"]));
  words.offered("c150 1", {1});
  BOOST_TEST((words.closeness.expand(words["top"], words.statistics)[1].term == words["c150"]));
  words::add(words.taxonomy, "own; mine: own");
  BOOST_TEST(words.expansion("own") == "own 1000000, mine 850000");
  words.taxonomy.merge(words["mine"], words["own"]);
  BOOST_TEST(words.expansion("own") == "own 1000000");
}

BOOST_AUTO_TEST_CASE(of_equal_ways_the_one_by_the_least_ids_is_shown) {
  Words words("top; b: top; a: top; x: b a; y: b a");
  BOOST_TEST(words.path("x y") == "x a y");
  BOOST_TEST(words.path("top x") == "top a x");
  BOOST_TEST(words.path("x top") == "x a top");
}

BOOST_AUTO_TEST_CASE(the_order_in_which_terms_arrive_changes_nothing) {
  auto entries = words::split(programming, ';');
  std::string const wanted = Words(programming).expansion("python");
  std::ranges::sort(entries);
  do {
    std::string text;
    for (auto const& entry : entries) text += entry + ";";
    BOOST_REQUIRE_EQUAL(Words(text).expansion("python"), wanted);
  } while (std::ranges::next_permutation(entries.begin(), entries.begin() + 6).found);
}

BOOST_AUTO_TEST_SUITE_END()
