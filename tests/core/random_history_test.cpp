// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Thousands of random commands by random people, with commits, restarts and crashes in between. What must hold of every history.
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "tests/support/scene.hpp"

namespace {

using support::Scene;

// Draws a command, more often a possible one than not.
class Dice {
 public:
  // `words`: the terms that private words get.
  Dice(std::uint64_t seed, std::vector<std::string> words)
      : engine_(seed), words_(std::move(words)) {}

  bool one_in(std::size_t n) { return below(n) == 0; }
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  std::string of(std::initializer_list<char const*> some) {
    return some.begin()[below(some.size())];
  }
  std::string person() { return "p" + std::to_string(below(8)); }
  std::string id(char const* kind, std::size_t many) {
    return "$" + std::string(kind) + std::to_string(below(many));
  }

  // Who asks for it and what: {actor, method, JSON without its closing brace}.
  std::array<std::string, 3> command() {
    ++drawn_;
    auto const who = actor();
    switch (below(6)) {
      case 0:
        return {who, "account." + of({"grantRole", "revokeRole"}),
                on("account", "$" + person()) + ",'role':'" + role() + "'"};
      case 1: return account(who);
      case 2: return vocabulary(who);
      case 3: return challenge(who);
      case 4: return course(who);
      default: return profile(who);
    }
  }

 private:
  static std::string on(std::string const& field, std::string const& id) {
    return "{'" + field + "':'" + id + "'";
  }
  std::string actor() { return one_in(2) ? "console" : one_in(20) ? "visitor" : person(); }
  std::string role() {
    return of({"curator", "operator", "hubAdmin", "programmeManager", "member"});
  }
  std::string word() { return words_[below(words_.size())]; }
  std::string term() { return one_in(6) ? word() : id("t", 12); }
  std::string claim() {
    auto const what = one_in(2)
                          ? "'term':'" + term() + "'"
                          : "'word':'" + of({"Yoga", "yoga", "Chor", "Optik", "t3", " "}) + "'";
    return "{" + what + ",'level':" + std::to_string(below(5)) + "}";
  }
  std::string claims() {
    std::string all;
    for (auto n = below(4); n > 0; --n) all += (all.empty() ? "" : ",") + claim();
    return "[" + all + "]";
  }
  std::string label() {
    return "{'language':'" + of({"de", "en"}) + "','text':'" + of({"Optik", "Chor", "t3"}) +
           "','preferred':true}";
  }

  std::array<std::string, 3> account(std::string const& who) {
    auto const action =
        of({"register", "register", "suspend", "reinstate", "giveConsent", "withdrawConsent"});
    auto const consent = std::string(",'purpose':'") + of({"directory", "contact"}) + "'";
    auto const more = action == "register"          ? ",'ofAge':" + of({"true", "true", "false"})
                      : action == "giveConsent"     ? consent + ",'textVersion':1"
                      : action == "withdrawConsent" ? consent
                                                    : "";
    return {who, "account." + action, on("account", "$" + person()) + more};
  }
  std::array<std::string, 3> vocabulary(std::string const& who) {
    auto const action = of({"addTerm", "addTerm", "addTerm", "labelTerm", "relateTerm",
                            "relateTerm", "mergeTerm", "deprecateTerm", "adoptTerm"});
    auto const more = action == "addTerm"
                          ? ",'labels':[" + label() + "],'uri':'urn:" + std::to_string(below(30)) +
                                "'" + (one_in(2) ? ",'broader':['" + term() + "']" : "")
                      : action == "labelTerm" || action == "adoptTerm"
                          ? ",'labels':[" + label() + "]"
                      : action == "relateTerm" ? ",'broader':'" + term() + "'"
                      : action == "mergeTerm"  ? ",'into':'" + term() + "'"
                                               : "";
    return {who, "vocabulary." + action,
            on("term", action == "adoptTerm" ? word() : term()) + more};
  }
  std::array<std::string, 3> course(std::string const& who) {
    auto const action = of({"design", "withdraw"});
    return {who, "course." + action,
            on("course", id("k", 4)) +
                (action == "design" ? ",'title':'T','teaches':[{'term':'" + term() + "'}]" : "")};
  }
  std::array<std::string, 3> challenge(std::string const& who) {
    auto const action = of({"draft", "draft", "propose", "revise", "submit", "submit", "submit",
                            "take", "return", "approve", "approve", "approve", "reject", "publish",
                            "publish", "clarify", "clarify", "close", "withdraw"});
    auto const more =
        action == "draft" || action == "revise"
            ? ",'title':'T','contact':'C','wanted':" + claims() +
                  (action == "draft" && who == "console" ? ",'owner':'$" + person() + "'" : "")
        : action == "return" || action == "reject"   ? ",'reason':'R'"
        : action == "clarify" || action == "propose" ? ",'text':'X'"
                                                     : "";
    return {who, "challenge." + action,
            on("challenge", "$c" + std::to_string(drawn_ / 1200 * 4 + below(4))) + more};
  }
  std::array<std::string, 3> profile(std::string const& who) {
    auto const action =
        of({"create", "create", "revise", "declareSkill", "declareSkill", "withdrawSkill", "list",
            "hide", "pauseMatching", "resumeMatching", "postOffer", "postNeed", "closePost"});
    auto const way = ",'direction':'" + of({"have", "want"}) + "'";
    auto const more =
        action == "create"
            ? ",'displayName':'N','sector':'science','offers':" + claims() + ",'needs':" + claims()
        : action == "revise"        ? ",'displayName':'N','sector':'business'"
        : action == "declareSkill"  ? way + ",'skill':" + claim()
        : action == "withdrawSkill" ? way + ",'term':'" + term() + "'"
        : action.starts_with("post")
            ? ",'post':'" + id("post", 9) + "','title':'T','skills':" + claims()
        : action == "closePost" ? ",'post':'" + id("post", 9) + "'"
                                : "";
    auto const whose = one_in(4) || who == "console" || who == "visitor" ? person() : who;
    return {who, "profile." + action, on("profile", "$" + whose) + more};
  }

  std::mt19937_64 engine_;
  std::vector<std::string> words_;
  std::size_t drawn_ = 0;
};

std::vector<std::string> own_words(Scene const& scene) {
  std::vector<std::string> terms;
  for (auto const* word : {"yoga", "chor", "optik", "t3"})
    terms.push_back(to_string(core::private_term(word, scene.crypto, scene.vault.tenant_secret())));
  return terms;
}

// Families whose own tests draw their histories.
bool drawn_elsewhere(std::string const& family) {
  static std::set<std::string> const families{
      "organisation", "idea", "project", "tenant", "follow", "person", "programme", "team",
  };
  return families.contains(family);
}

// Events whose commands the dice do not know.
bool drawn_by_nobody(core::Type const& type) {
  if (drawn_elsewhere(type.family_name)) return true;
  return type.name == "InterestsDeclared" || type.name == "AvailabilitySet" ||
         type.name == "LanguagesSet" || type.name == "VisibilitySet" ||
         type.name == "DatasetReferenced" ||
         (type.family_name == "challenge" && type.name.starts_with("Team"));
}

// What somebody was told, and must be told again.
struct Told {
  std::string actor, method, json;
  core::Receipt receipt;
};

struct History {
  explicit History(std::uint64_t seed) : scene(seed), dice(seed, own_words(scene)) {
    for (auto const* role : {"operator", "hubAdmin", "curator", "programmeManager", "", ""})
      scene.member("p" + std::to_string(people++), role);
    scene.background.hold = true;
  }

  void step() {
    auto [actor, method, json] = dice.command();
    json += ",'meta':{'commandId':'$" + std::to_string(++commands) + "'}}";
    scene.clock.pass(static_cast<std::int64_t>(dice.below(2000)) - 500);
    auto const before = dice.one_in(20) ? scene.everything() : "";
    auto const result = scene.send(actor, method, json);
    if (result) open.push_back({actor, method, json, *result});
    else if (!before.empty())
      BOOST_TEST(scene.everything() == before,
                 method << " " << json << " was refused " << result.error().code);
    if (dice.one_in(4) || scene.engine().full()) commit();
    if (dice.one_in(10)) commit(), scene.write_behind();
    if (dice.one_in(5)) scene.background.let_through(dice.below(6));
    if (dice.one_in(150)) crash();
    if (dice.one_in(10) && !told.empty()) tell_again(told[dice.below(told.size())]);
  }
  void commit() {
    scene.commit();
    told.insert(told.end(), open.begin(), open.end());
    open.clear();
  }
  // What was not committed never happened.
  void crash() {
    open.clear();
    if (dice.one_in(6)) scene.restart_from_the_log();
    else scene.restart();
    BOOST_TEST(scene.state() == scene.replayed());
  }
  void tell_again(Told const& once) {
    auto const head = scene.engine().head();
    auto const again = scene.send(once.actor, once.method, once.json);
    BOOST_REQUIRE_MESSAGE(again.has_value(), once.method << " " << once.json);
    BOOST_TEST((again->first == once.receipt.first && again->last == once.receipt.last &&
                again->stream == once.receipt.stream && again->version == once.receipt.version),
               once.method << " " << once.json);
    BOOST_TEST((scene.engine().head() == head));
  }

  Scene scene;
  Dice dice;
  std::vector<Told> open, told;
  std::size_t commands = 0, people = 0;
};

void check_the_log(Scene const& scene, std::set<std::uint16_t>& types) {
  core::Position position;
  core::Instant recorded;
  std::map<core::StreamKey, std::uint64_t> versions;
  scene.log.read({1}, [&](core::RecordView const& record) {
    auto const& header = record.header();
    BOOST_TEST(header.position.value == ++position.value);
    BOOST_TEST(header.version.value == ++versions[header.stream]);
    BOOST_TEST((header.recorded >= recorded));
    recorded = header.recorded;
    types.insert(header.event_type);
    return true;
  });
  BOOST_TEST((position == scene.log.head()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(random_history)

BOOST_AUTO_TEST_CASE(whatever_happens) {
  std::set<std::uint16_t> types;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      History history(seed);
      while (history.commands < 6000) history.step();
      history.commit();
      BOOST_TEST(history.scene.state() == history.scene.replayed());
      check_the_log(history.scene, types);
      for (auto const& once : history.told) history.tell_again(once);
      BOOST_TEST(!history.scene.engine().has_open());
    }
  }
  for (auto const* type : core::schema_tables().events())
    BOOST_TEST(types.contains(type->id) != drawn_by_nobody(*type), type->name);
}

BOOST_AUTO_TEST_SUITE_END()
