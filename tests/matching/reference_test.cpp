// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The oracle beside a second implementation of the same definition, on random small worlds.
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <random>

#include "tests/matching/naive.hpp"

using namespace matching;

namespace {

struct Dice {
  explicit Dice(std::uint64_t seed) : engine(seed) {}
  unsigned below(unsigned bound) { return static_cast<unsigned>(engine() % bound); }
  bool once_in(unsigned times) { return below(times) == 0; }
  std::mt19937_64 engine;
};

// Tells the same story to both.
class Both {
 public:
  explicit Both(std::uint64_t seed) : dice(seed) {
    grow_vocabulary(seed % 3 == 0 ? 90 : 30);
    for (int i = 0; i < 25; ++i) add_person("p" + std::to_string(i));
    for (int i = 0; i < 8; ++i) add_course("k" + std::to_string(i));
    for (int i = 0; i < 8; ++i) add_challenge("h" + std::to_string(i));
  }

  std::string term() { return "t" + std::to_string(dice.below(terms_)); }
  std::string any_claims(unsigned most, bool needs) {
    std::string text;
    for (auto count = dice.below(most + 1); count > 0; --count) {
      text += " " + term();
      if (dice.once_in(2)) text += ":" + std::to_string(dice.below(5));
      if (needs && dice.once_in(3)) text += "*" + std::to_string(dice.below(11));
      if (needs && dice.once_in(12)) text += "!";
    }
    return text;
  }
  std::string any_of(std::vector<std::string> const& words, unsigned most) {
    std::string text;
    for (auto count = dice.below(most + 1); count > 0; --count)
      text += " " + words[dice.below(static_cast<unsigned>(words.size()))];
    return text;
  }
  std::string sides() {
    return "topics" + any_of({"t1", "t2", "t3", "t4", "t5"}, 3) + "; speaks" +
           any_of({"de", "en", "fr"}, 2) + "; hours " + std::to_string(dice.below(15)) +
           "; sector " + std::to_string(dice.below(5));
  }
  std::string question() {
    std::string text = sides() + "; needs" + any_claims(4, true) + "; offers" +
                       any_claims(4, false) + "; limit " + std::to_string(dice.below(12));
    if (dice.once_in(2)) text += "; self p" + std::to_string(dice.below(30));
    if (dice.once_in(4)) text += "; only-kinds" + any_of({"1", "2", "3"}, 2);
    if (dice.once_in(4)) text += "; only-sectors" + any_of({"0", "1", "2"}, 2);
    if (dice.once_in(4)) text += "; only-speaks" + any_of({"de", "en"}, 2);
    if (dice.once_in(4)) text += "; hours-min " + std::to_string(dice.below(10));
    return text;
  }

  worlds::World world;
  naive::World naive;
  Dice dice;

 private:
  void grow_vocabulary(unsigned count) {
    for (; terms_ < count; ++terms_) {
      words::Entry entry{term_name(terms_),
                         dice.once_in(4)   ? "group"
                         : dice.once_in(5) ? "topic"
                                           : "skill",
                         {}};
      for (auto parents = terms_ == 0 ? 0 : dice.below(3); parents > 0; --parents)
        entry.parents.push_back(term_name(dice.below(count > 50 && dice.once_in(2) ? 3 : terms_)));
      if (terms_ < 3) entry.parents.clear();
      world.term(entry);
      naive.kinds[entry.name] = entry.kind;
      naive.parents[entry.name].insert(entry.parents.begin(), entry.parents.end());
    }
    for (int i = 0; i < 3; ++i) merge_own_word();
  }
  // Somebody's own word is proposed, and may become another name of a term.
  void merge_own_word() {
    auto const own = term_name(terms_++), into = term_name(dice.below(20));
    world.proposes(own);
    naive.kinds[own] = "skill";
    if (dice.once_in(3)) return;
    world.merges(own, into);
    naive.merged[own] = into;
  }
  static std::string term_name(unsigned number) { return "t" + std::to_string(number); }

  naive::Being being(std::string const& text) {
    auto said = worlds::sayings(text);
    naive::Being being;
    being.offers = naive.side(worlds::claims(said["offers"]));
    being.needs = naive.side(worlds::claims(said["needs"]));
    being.topics = naive.topics(said["topics"]);
    being.languages = {said["speaks"].begin(), said["speaks"].end()};
    being.sector = worlds::number(said["sector"]);
    being.hours = worlds::number(said["hours"]);
    for (auto const& kind : said["kinds"]) being.kinds |= 1u << std::stoi(kind);
    return being;
  }
  void add_person(std::string const& name) {
    auto const text = "offers" + any_claims(6, false) + "; needs" + any_claims(4, true) + "; " +
                      sides() + "; kinds" + any_of({"1", "2", "3"}, 2);
    auto& one = naive.people[name] = being(text);
    world.person(name, text);
    if (dice.once_in(10)) world.hides(name), one.listed = false;
    if (dice.once_in(10)) world.withdraws_consent(name), one.consented = false;
    if (dice.once_in(10)) world.is_suspended(name), one.suspended = true;
    if (dice.once_in(10)) world.pauses(name), one.paused = true;
  }
  void add_course(std::string const& name) {
    auto const teaches = any_claims(5, false);
    naive.courses[name] = being("offers" + teaches + "; speaks de");
    world.course(name, "teaches" + teaches + "; speaks de");
  }
  void add_challenge(std::string const& name) {
    auto const wants = any_claims(5, true), rest = sides();
    auto& one = naive.challenges[name] = being("needs" + wants + "; " + rest);
    one.hours = 0;
    one.owner = "p" + std::to_string(dice.below(5));
    world.challenge(name, "wants" + wants + "; " + rest + "; owner " + one.owner);
    if (dice.once_in(5))
      world.about_challenge<core::challenge::ChallengeClosed>(name), one.listed = false;
  }

  unsigned terms_ = 0;
};

std::string in_words(Answer const& answer) {
  auto const removed = worlds::removed(answer);
  return std::to_string(answer.candidates) + " candidates\n" + worlds::in_words(answer) + removed +
         (removed.empty() ? "" : ", ");
}

void check_explanation(Both& both, Asking const& asking, std::string const& name,
                       naive::Score const& score) {
  auto const explained = asking.explain(words::id(name));
  if (explained.excluded_by && *explained.excluded_by < Filter::must) return;
  BOOST_REQUIRE_EQUAL(explained.parts.total(), score.points);
  BOOST_REQUIRE(explained.coverages.yours == score.yours);
  BOOST_REQUIRE(explained.coverages.theirs == score.theirs);
  Millionths yours = 0, theirs = 0, weights = 0;
  for (auto const& reason : explained.reasons) {
    (reason.yours ? yours : theirs) += reason.points;
    weights += reason.weight;
    auto const need = words::name(reason.need), offer = words::name(reason.offer);
    BOOST_REQUIRE_EQUAL(reason.closeness, both.naive.closeness(need, offer));
    BOOST_REQUIRE((reason.path.front() == reason.need && reason.path.back() == reason.offer));
  }
  for (auto const& gap : explained.gaps) weights += gap.weight;
  BOOST_REQUIRE_EQUAL(weights, (score.yours ? whole : 0) + (score.theirs ? whole : 0));
  BOOST_REQUIRE_EQUAL(yours, score.yours.value_or(0));
  BOOST_REQUIRE_EQUAL(theirs, score.theirs.value_or(0));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reference)

BOOST_AUTO_TEST_CASE(random_small_worlds_get_the_same_answers_from_both) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Both both(seed);
    auto const statistics =
        both.world.facts().count({seed});  // The naive one counts what is, not what an epoch froze.
    for (int i = 0; i < 12; ++i) {
      auto const text = both.question();
      for (auto lane : lanes) {
        auto const question = worlds::query(lane, text);
        BOOST_TEST_INFO("seed " << seed << ", lane " << static_cast<int>(lane) << ": " << text);
        BOOST_REQUIRE_EQUAL(in_words(both.world.oracle().ask(question, statistics).top()),
                            both.naive.answer(question));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(explanations_add_up_to_the_scores_they_explain) {
  for (std::uint64_t seed = 100; seed < 120; ++seed) {
    Both both(seed);
    auto const statistics = both.world.facts().count({seed});
    for (int i = 0; i < 5; ++i) {
      auto const question = worlds::query(Lane::PEOPLE, both.question());
      auto const asking = both.world.oracle().ask(question, statistics);
      BOOST_TEST_INFO("seed " << seed);
      for (auto const& [name, being] : both.naive.people)
        check_explanation(both, asking, name, both.naive.score(question, name, being));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_order_of_arrival_changes_no_answer) {
  auto entries = words::entries(
      "it/group; code: it; python: code; go: code; java: code; web: it; css: web; html: web; law");
  std::vector<std::string> people;
  for (int i = 0; i < 12; ++i) people.push_back("p" + std::to_string(i));
  std::string first;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    worlds::World world;
    std::mt19937_64 dice(seed);
    std::ranges::shuffle(entries, dice);
    std::ranges::shuffle(people, dice);
    for (auto const& entry : entries) world.term(entry);
    for (auto const& name : people) {
      auto const n = static_cast<std::size_t>(std::stoi(name.substr(1)));
      std::string const skills[] = {"python", "go", "java", "css", "html", "law", "code", "web"};
      world.person(name, "offers " + skills[n % 8] + " " + skills[n * 3 % 8] + "; needs " +
                             skills[n * 5 % 8] + " law; hours " + std::to_string(n));
    }
    auto const question = worlds::query(Lane::PEOPLE, "needs python css; offers law code; hours 9");
    auto const statistics = world.facts().count({seed});
    auto const answer = in_words(world.oracle().ask(question, statistics).top());
    if (first.empty()) first = answer;
    BOOST_REQUIRE_EQUAL(answer, first);
  }
}

BOOST_AUTO_TEST_SUITE_END()
