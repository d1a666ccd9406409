// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

bool is_code(std::string const& outcome) { return std::ranges::count(outcome, '.') > 0; }

std::string const described = ",'title':'Shade on the square','measure':'$spaces'";

struct Idea : support::Scene {
  Idea() {
    member("anna");
    member("ben");
    member("paul", "programmeManager");
    measures({"spaces", "hub"});
  }

  static std::string on(std::string const& idea, std::string const& more = {}) {
    return "{'idea':'$" + idea + "'" + more + "}";
  }
  support::Outcome ask(std::string const& who, std::string const& action,
                       std::string const& more = {}, std::string const& idea = "shade") {
    return as(who).when("idea." + action, on(idea, more));
  }
  void was(std::string const& who, std::string const& action, std::string const& more = {},
           std::string const& idea = "shade") {
    given(who, "idea." + action, on(idea, more));
  }
  // Brings an idea of Anna's, of that name, to a stage.
  void at(std::string const& stage, std::string const& idea) {
    std::map<std::string, std::vector<std::string>> const way{
        {"draft", {}},
        {"submitted", {"submit"}},
        {"accepted", {"submit", "accept"}},
        {"declined", {"submit", "decline"}},
        {"merged", {"submit", "merge"}},
        {"converted", {"submit", "accept", "convertToProject"}},
        {"withdrawn", {"withdraw"}}};
    if (stage == "absent") return;
    was("anna", "draft", described, idea);
    for (auto const& action : way.at(stage)) was("paul", action, arguments(action), idea);
  }
  void at(std::string const& stage) { at(stage, "shade"); }
  static std::string arguments(std::string const& action) {
    if (action == "draft" || action == "revise") return described;
    if (action == "addCoAuthor") return ",'person':'$ben'";
    if (action == "merge") return ",'into':'$other'";
    if (action == "decline") return ",'answer':'Not ours to do'";
    return action == "convertToProject" ? ",'project':'$roofs','title':'Roofs'" : "";
  }
  // A second one, to merge with.
  void another() { at("submitted", "other"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(idea, Idea)

BOOST_AUTO_TEST_CASE(what_each_stage_allows) {
  // action: what comes of it when the idea is absent, a draft, submitted, accepted, declined, merged, converted, withdrawn.
  std::vector<std::string> const stages{"absent",   "draft",  "submitted", "accepted",
                                        "declined", "merged", "converted", "withdrawn"};
  for (auto const& row : support::text_table(R"(
    draft            | IdeaDrafted | idea.exists     | idea.exists     | idea.exists     | idea.exists | idea.exists | idea.exists | idea.exists
    revise           | none        | IdeaRevised     | IdeaRevised     | idea.state      | idea.state  | idea.state  | idea.state  | idea.state
    submit           | none        | IdeaSubmitted   | CommandNoted    | idea.state      | idea.state  | idea.state  | idea.state  | idea.state
    addCoAuthor      | none        | CoAuthorInvited | CoAuthorInvited | CoAuthorInvited | idea.state  | idea.state  | idea.state  | idea.state
    acceptCoAuthorship | none      | idea.not-invited | idea.not-invited | idea.not-invited | idea.state | idea.state | idea.state | idea.state
    declineCoAuthorship | none     | CommandNoted    | CommandNoted    | CommandNoted    | CommandNoted | CommandNoted | CommandNoted | CommandNoted
    endorse          | none        | idea.state      | IdeaEndorsed    | IdeaEndorsed    | idea.state  | idea.state  | idea.state  | idea.state
    unendorse        | none        | idea.state      | CommandNoted    | CommandNoted    | idea.state  | idea.state  | idea.state  | idea.state
    merge            | none        | idea.state      | IdeaMerged      | IdeaMerged      | idea.state  | CommandNoted | idea.state | idea.state
    accept           | none        | idea.state      | IdeaAccepted    | CommandNoted    | idea.state  | idea.state  | idea.state  | idea.state
    decline          | none        | idea.state      | IdeaDeclined    | idea.state      | idea.state  | idea.state  | idea.state  | idea.state
    convertToProject | none        | idea.state      | idea.state      | IdeaConverted   | idea.state  | idea.state  | CommandNoted | idea.state
    withdraw         | none        | IdeaWithdrawn   | IdeaWithdrawn   | IdeaWithdrawn   | idea.state  | idea.state  | idea.state  | CommandNoted
  )")) {
    for (std::size_t i = 0; i < stages.size(); ++i) {
      BOOST_TEST_CONTEXT(row[0] << " | " << stages[i]) {
        Idea scene;
        scene.another();
        scene.at(stages[i]);
        auto outcome = scene.ask("paul", row[0], arguments(row[0]));
        auto const& expected = row[i + 1];
        if (expected == "none") outcome.refuses("aggregate.not-found", "idea");
        else if (is_code(expected)) outcome.refuses(expected, "idea");
        else if (expected == "IdeaMerged") outcome.accepts({"IdeaMerged", "IdeaAbsorbed"});
        else if (expected == "IdeaConverted") outcome.accepts({"ProjectStarted", "IdeaConverted"});
        else outcome.accepts({expected});
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_idea_says_what_it_is) {
  live_term("climate");
  ask("anna", "draft",
      ",'title':'Shade','summary':'S','measure':'$spaces','secondMeasure':'$hub','district':'"
      "Centre','green':true,'topics':['$climate'],'wanted':[{'term':'$climate','must':true}]")
      .accepts({"IdeaDrafted"})
      .with("IdeaDrafted", "title", "Shade")
      .with("IdeaDrafted", "summary", "S")
      .with("IdeaDrafted", "measure", "$spaces")
      .with("IdeaDrafted", "secondMeasure", "$hub")
      .with("IdeaDrafted", "district", "Centre")
      .with("IdeaDrafted", "green", "true")
      .with("IdeaDrafted", "topics", "['$climate']")
      .with("IdeaDrafted", "wanted/0/term", "$climate")
      .with("IdeaDrafted", "author", "$anna");
  ask("anna", "submit")
      .accepts({"IdeaSubmitted"})
      .with("IdeaSubmitted", "measure", "$spaces")
      .with("IdeaSubmitted", "secondMeasure", "$hub");
}

BOOST_AUTO_TEST_CASE(what_it_names_exists) {
  ask("anna", "draft", ",'title':'Shade'").refuses("input.invalid", "measure");
  ask("anna", "draft", described + ",'secondMeasure':'$spaces'")
      .refuses("input.invalid", "secondMeasure");
  ask("anna", "draft", described + ",'topics':['$nothing']").refuses("vocab.unknown", "topics[0]");
  ask("anna", "draft", described + ",'wanted':[{'term':'$nothing'}]")
      .refuses("vocab.unknown", "wanted[0].term");
  ask("anna", "draft", described + ",'wanted':[{'word':'Gardening'}]")
      .accepts({"TermProposed", "IdeaDrafted"});
}

BOOST_AUTO_TEST_CASE(only_staff_writes_an_idea_down_for_somebody_else) {
  ask("ben", "draft", described + ",'author':'$anna'").refuses("auth.forbidden", "author");
  ask("paul", "draft", described + ",'author':'$nobody'").refuses("aggregate.not-found", "author");
  ask("paul", "draft", described + ",'author':'$anna'")
      .accepts({"IdeaDrafted"})
      .with("IdeaDrafted", "author", "$anna");
}

BOOST_AUTO_TEST_CASE(authors_revise_and_once_submitted_the_measures_stay) {
  at("draft");
  ask("ben", "revise", described).refuses("auth.forbidden", "idea");
  ask("anna", "revise", ",'title':'T','measure':'$hub','secondMeasure':'$spaces'")
      .accepts({"IdeaRevised"})
      .with("IdeaRevised", "author", "$anna");
  was("anna", "submit");
  ask("anna", "revise", ",'title':'T','measure':'$spaces'").refuses("idea.state", "measure");
  ask("anna", "revise", ",'title':'T','measure':'$hub'").refuses("idea.state", "secondMeasure");
  ask("anna", "revise", ",'title':'T','measure':'$hub','secondMeasure':'$spaces'")
      .accepts({"IdeaRevised"});
}

BOOST_AUTO_TEST_CASE(nobody_is_co_author_without_saying_so) {
  at("submitted");
  ask("ben", "addCoAuthor", ",'person':'$ben'").refuses("auth.forbidden");
  ask("anna", "addCoAuthor", ",'person':'$nobody'").refuses("aggregate.not-found", "person");
  ask("anna", "addCoAuthor", ",'person':'$anna'").notes();
  ask("anna", "addCoAuthor", ",'person':'$ben'").accepts({"CoAuthorInvited"});
  ask("anna", "addCoAuthor", ",'person':'$ben'").notes();
  ask("ben", "revise", described).refuses("auth.forbidden", "idea");
  ask("ben", "acceptCoAuthorship")
      .accepts({"CoAuthorAdded"})
      .with("CoAuthorAdded", "person", "$ben");
  ask("ben", "acceptCoAuthorship").notes();
  ask("anna", "addCoAuthor", ",'person':'$ben'").notes();
  ask("ben", "revise", described).accepts({"IdeaRevised"});
}

BOOST_AUTO_TEST_CASE(an_invitation_may_be_declined_and_co_authorship_ended) {
  at("submitted");
  ask("anna", "declineCoAuthorship").refuses("idea.own", "idea");
  was("anna", "addCoAuthor", ",'person':'$ben'");
  ask("ben", "declineCoAuthorship").accepts({"CoAuthorDeclined"});
  ask("ben", "declineCoAuthorship").notes();
  ask("ben", "acceptCoAuthorship").refuses("idea.not-invited", "idea");
  was("anna", "addCoAuthor", ",'person':'$ben'");
  was("ben", "acceptCoAuthorship");
  ask("ben", "declineCoAuthorship").accepts({"CoAuthorDeclined"});
  ask("ben", "endorse").accepts({"IdeaEndorsed"});
}

BOOST_AUTO_TEST_CASE(co_authors_are_no_crowd) {
  at("draft");
  for (std::size_t i = 0; i < core::limits::co_authors_max; ++i) {
    auto const name = "c" + std::to_string(i);
    member(name);
    was("anna", "addCoAuthor", ",'person':'$" + name + "'");
    if (i % 2) was(name, "acceptCoAuthorship");
  }
  ask("anna", "addCoAuthor", ",'person':'$ben'").refuses("idea.limit", "person");
}

BOOST_AUTO_TEST_CASE(who_is_kept_apart_is_not_asked_to_be_an_author_but_may_endorse) {
  at("submitted", "shade");
  given("anna", "person.block", "{'person':'$anna','blocked':'$ben'}");
  ask("anna", "addCoAuthor", ",'person':'$ben'").refuses("aggregate.not-found", "person");
  ask("ben", "endorse").accepts({"IdeaEndorsed"});
  given("anna", "person.unblock", "{'person':'$anna','blocked':'$ben'}");
  ask("anna", "addCoAuthor", ",'person':'$ben'").accepts({"CoAuthorInvited"});
}

BOOST_AUTO_TEST_CASE(one_endorses_once_and_not_ones_own) {
  at("submitted");
  ask("visitor", "endorse").refuses("auth.required");
  ask("anna", "endorse").refuses("idea.own", "idea");
  ask("ben", "endorse").accepts({"IdeaEndorsed"}).with("IdeaEndorsed", "person", "$ben");
  ask("ben", "endorse").refuses("idea.already-endorsed", "idea");
  ask("ben", "unendorse")
      .accepts({"EndorsementWithdrawn"})
      .with("EndorsementWithdrawn", "given", "['$shade']");
  ask("ben", "unendorse").notes();
  ask("ben", "endorse").accepts({"IdeaEndorsed"});
}

BOOST_AUTO_TEST_CASE(who_becomes_co_author_endorses_no_longer) {
  at("submitted");
  was("ben", "endorse");
  was("anna", "addCoAuthor", ",'person':'$ben'");
  ask("ben", "acceptCoAuthorship").accepts({"CoAuthorAdded", "EndorsementWithdrawn"});
  ask("ben", "endorse").refuses("idea.own", "idea");
}

BOOST_AUTO_TEST_CASE(merged_endorsements_stay_distinct) {
  at("submitted");
  another();
  was("ben", "endorse");
  was("ben", "endorse", {}, "other");
  member("cleo");
  was("cleo", "endorse");
  ask("paul", "merge", ",'into':'$other'").accepts({"IdeaMerged", "IdeaAbsorbed"});
  for (auto const* who : {"ben", "cleo"})
    ask(who, "endorse", {}, "other").refuses("idea.already-endorsed", "idea");
  ask("ben", "unendorse", {}, "other")
      .accepts({"EndorsementWithdrawn"})
      .with("EndorsementWithdrawn", "given", "['$other','$shade']");
  ask("cleo", "unendorse", {}, "other")
      .accepts({"EndorsementWithdrawn"})
      .with("EndorsementWithdrawn", "given", "['$shade']");
  ask("ben", "endorse", {}, "other").accepts({"IdeaEndorsed"});
}

BOOST_AUTO_TEST_CASE(what_was_merged_twice_over_is_still_endorsed) {
  at("submitted");
  another();
  at("submitted", "third");
  was("ben", "endorse");
  was("paul", "merge", ",'into':'$other'");
  ask("paul", "merge", ",'into':'$third'", "other")
      .accepts({"IdeaMerged", "IdeaAbsorbed"})
      .with("IdeaAbsorbed", "absorbed", "['$other','$shade']");
  ask("ben", "endorse", {}, "third").refuses("idea.already-endorsed", "idea");
}

BOOST_AUTO_TEST_CASE(nobody_endorses_their_own_by_way_of_another) {
  at("submitted");
  was("ben", "draft", described, "bens");
  was("ben", "submit", {}, "bens");
  was("ben", "endorse");
  ask("paul", "merge", ",'into':'$bens'")
      .accepts({"IdeaMerged", "IdeaAbsorbed", "EndorsementWithdrawn"})
      .with("EndorsementWithdrawn", "person", "$ben")
      .with("EndorsementWithdrawn", "idea", "$bens");
}

BOOST_AUTO_TEST_CASE(what_is_merged_into_is_alive_and_another) {
  at("submitted");
  ask("paul", "merge", ",'into':'$shade'").refuses("idea.merge-cycle", "into");
  ask("paul", "merge", ",'into':'$nothing'").refuses("aggregate.not-found", "into");
  at("draft", "plan");
  ask("paul", "merge", ",'into':'$plan'").refuses("idea.state", "into");
  another();
  was("paul", "merge", ",'into':'$other'");
  ask("paul", "merge", ",'into':'$shade'", "other").refuses("idea.state", "into");
}

BOOST_AUTO_TEST_CASE(one_idea_takes_in_a_bounded_number) {
  another();
  for (std::size_t i = 0; i < core::limits::absorbed_max; ++i) {
    auto const name = "i" + std::to_string(i);
    at("submitted", name);
    was("paul", "merge", ",'into':'$other'", name);
  }
  at("submitted");
  ask("paul", "merge", ",'into':'$other'").refuses("idea.limit", "into");
}

BOOST_AUTO_TEST_CASE(answers_are_given_by_others_and_say_why) {
  at("submitted");
  ask("anna", "accept").refuses("auth.forbidden");
  ask("paul", "decline").refuses("input.invalid", "answer");
  was("anna", "addCoAuthor", ",'person':'$paul'");
  was("paul", "acceptCoAuthorship");
  ask("paul", "accept").refuses("auth.forbidden", "idea");
  member("petra", "programmeManager");
  ask("petra", "accept", ",'answer':'We will build it'")
      .accepts({"IdeaAccepted"})
      .with("IdeaAccepted", "answer", "We will build it");
  another();
  ask("petra", "decline", ",'answer':'Advertisement','spam':true", "other")
      .accepts({"IdeaDeclined"})
      .with("IdeaDeclined", "answer", "Advertisement")
      .with("IdeaDeclined", "spam", "true");
}

BOOST_AUTO_TEST_CASE(an_accepted_idea_becomes_a_project_of_its_authors) {
  at("accepted");
  was("anna", "addCoAuthor", ",'person':'$ben'");
  was("ben", "acceptCoAuthorship");
  auto const to = ",'project':'$roofs','title':'Roofs','summary':'S'";
  ask("ben", "convertToProject", to).refuses("auth.forbidden");
  ask("anna", "convertToProject", to + std::string(",'lead':'$ben'"))
      .refuses("auth.forbidden", "lead");
  ask("anna", "convertToProject", to)
      .accepts({"ProjectStarted", "IdeaConverted"})
      .with("ProjectStarted", "project", "$roofs")
      .with("ProjectStarted", "title", "Roofs")
      .with("ProjectStarted", "origin", "idea")
      .with("ProjectStarted", "originId", "$shade")
      .with("ProjectStarted", "measure", "$spaces")
      .with("ProjectStarted", "lead", "$anna")
      .with("ProjectStarted", "members", "['$anna','$ben']")
      .with("IdeaConverted", "project", "$roofs");
}

BOOST_AUTO_TEST_CASE(a_project_is_there_once_and_led_by_somebody_who_is_there) {
  at("accepted");
  given("anna", "project.start", "{'project':'$taken','title':'T','measure':'$spaces'}");
  ask("anna", "convertToProject", ",'project':'$taken','title':'T'")
      .refuses("project.exists", "project");
  given("console", "account.suspend", "{'account':'$anna'}");
  ask("paul", "convertToProject", arguments("convertToProject"))
      .refuses("aggregate.not-found", "lead");
  ask("paul", "convertToProject", arguments("convertToProject") + ",'lead':'$paul'")
      .accepts({"ProjectStarted", "IdeaConverted"})
      .with("ProjectStarted", "members", "['$paul']");
}

BOOST_AUTO_TEST_CASE(who_may_do_what) {
  at("draft");
  for (auto const* action : {"submit", "withdraw"}) ask("ben", action).refuses("auth.forbidden");
  was("anna", "submit");
  another();
  for (auto const* action : {"merge", "accept", "decline"})
    ask("anna", action, arguments(action)).refuses("auth.forbidden");
  ask("anna", "withdraw").accepts({"IdeaWithdrawn"});
}

// What must hold of every history: nobody endorses twice or their own, and all of it is in the log.
BOOST_AUTO_TEST_CASE(whatever_happens_everybody_endorses_an_idea_at_most_once) {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      std::mt19937_64 dice(seed);
      auto below = [&](std::size_t bound) { return std::to_string(dice() % bound); };
      Idea scene;
      for (int i = 0; i < 5; ++i) scene.member("p" + std::to_string(i));
      std::set<std::pair<std::string, std::string>> endorsed;  // As far as the answers tell.
      for (int step = 0; step < 1500; ++step) {
        auto const idea = "i" + below(8), person = "p" + below(5), other = "i" + below(8);
        static constexpr char const* actions[] = {"draft",
                                                  "draft",
                                                  "submit",
                                                  "addCoAuthor",
                                                  "acceptCoAuthorship",
                                                  "endorse",
                                                  "endorse",
                                                  "unendorse",
                                                  "declineCoAuthorship",
                                                  "revise",
                                                  "accept",
                                                  "merge",
                                                  "convertToProject",
                                                  "withdraw",
                                                  "decline"};
        std::string const action = actions[dice() % std::size(actions)];
        bool const rare = action == "merge" || action == "withdraw" || action == "decline" ||
                          action == "convertToProject";
        if (rare && dice() % 12 != 0) continue;
        bool const staff = rare || action == "accept";
        auto const more = action == "merge"         ? ",'into':'$" + other + "'"
                          : action == "addCoAuthor" ? ",'person':'$p" + below(5) + "'"
                          : action == "convertToProject"
                              ? ",'project':'$of-" + idea + "','title':'T'"
                              : arguments(action);
        auto const outcome =
            scene.as(staff ? "paul" : person).when("idea." + action, on(idea, more));
        if (action == "endorse" && outcome.accepted())
          BOOST_TEST(endorsed.insert({idea, person}).second, person << " twice for " << idea);
        if (action == "unendorse" && outcome.accepted()) endorsed.erase({idea, person});
        if (action == "acceptCoAuthorship" && outcome.accepted()) endorsed.erase({idea, person});
        if (step % 100 == 0) scene.engine().write_behind();
        if (step % 400 == 399) scene.restart();
      }
      BOOST_TEST(scene.state() == scene.replayed());
      auto const& world = scene.engine().world();
      world.idea_endorsements.scan({}, [&](core::Bytes key, core::Bytes) {
        auto const idea = world.idea.load(core::Id::from(key.first(16)));
        BOOST_TEST(!idea.is_author(core::Id::from(key.subspan(16))));
        return true;
      });
      BOOST_TEST(world.idea_endorsements.size() > 0u);
      for (int i = 0; i < 8; ++i) {
        auto const idea = world.idea.load(support::id_named("i" + std::to_string(i)));
        BOOST_TEST(idea.co_authors.size() + idea.invited.size() <= core::limits::co_authors_max);
        BOOST_TEST(std::ranges::count(idea.co_authors, idea.author) == 0);
        if (idea.stage == core::idea::IdeaStage::MERGED) BOOST_TEST(!idea.became.is_nil());
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
