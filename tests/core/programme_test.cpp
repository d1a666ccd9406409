// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace {

using core::programme::Standing;
using support::id_named;

constexpr char const* deadline = ",'deadline':'2026-06-01T00:00:00Z'";

// Paul runs programmes; whoever else is named is a member.
struct Programme : support::Scene {
  Programme() {
    member("paul", "programmeManager");
    member("olga");
    for (auto const* name : {"firm", "uni"}) organisation(name);
    measures({"m"});
  }

  // A verified one.
  void organisation(std::string const& name) {
    auto const it = "{'organisation':'$" + name + "'";
    given("olga", "organisation.register", it + ",'name':'O','sector':'business'}");
    given("console", "organisation.verify", it + "}");
  }

  static std::string on(std::string const& programme, std::string const& more = {}) {
    return "{'programme':'$" + programme + "'" + more + "}";
  }
  static std::string who(std::string const& person) { return ",'person':'$" + person + "'"; }
  support::Outcome ask(std::string const& by, std::string const& action,
                       std::string const& more = {}, std::string const& programme = "jam") {
    return as(by).when("programme." + action, on(programme, more));
  }
  void have(std::string const& action, std::string const& more = {},
            std::string const& programme = "jam") {
    given("paul", "programme." + action, on(programme, more));
  }
  void announce(std::string const& more = {}, std::string const& programme = "jam") {
    have("announce", ",'title':'Jam'" + more, programme);
  }
  void open(std::string const& more = {}, std::string const& programme = "jam") {
    announce(more, programme);
    have("openApplications", deadline, programme);
  }
  void applies(std::string const& person) {
    member(person);
    given(person, "programme.submitApplication", on("jam"));
  }
  // Brings a programme of that name to a stage, with three phases.
  void at(std::string const& stage) {
    std::map<std::string, std::vector<std::string>> const way{
        {"announced", {}},
        {"open", {"openApplications"}},
        {"closed", {"openApplications", "closeApplications"}},
        {"running", {"start"}},
        {"completed", {"start", "complete"}},
        {"cancelled", {"cancel"}}};
    if (stage == "absent") return;
    announce(",'phases':[{'title':'A'},{'title':'B'},{'title':'C'}]", stage);
    for (auto const& action : way.at(stage)) have(action, arguments(action), stage);
  }
  // Brings somebody's application to the open programme "jam" to a standing.
  void stands(std::string const& person, std::string const& standing) {
    std::map<std::string, std::vector<std::string>> const way{
        {"submitted", {}},
        {"waiting", {"waitlistApplication"}},
        {"accepted", {"acceptApplication"}},
        {"enrolled", {"acceptApplication", "confirmEnrolment"}},
        {"rejected", {"rejectApplication"}},
        {"withdrawn", {"withdrawApplication"}}};
    member(person);
    if (standing == "none") return;
    given(person, "programme.submitApplication", on("jam"));
    for (auto const& action : way.at(standing)) have(action, who(person));
  }
  static std::string arguments(std::string const& action) {
    if (action == "announce") return ",'title':'Jam'";
    if (action == "openApplications") return deadline;
    if (action == "advancePhase") return ",'to':2";
    if (action == "cancel") return ",'reason':'Rain'";
    if (action == "publishResults") return ",'text':'All won'";
    if (action == "addPartner" || action == "removePartner") return ",'organisation':'$firm'";
    if (action == "recordStudy") return ",'university':'$uni','code':'B.Sc. Informatik'";
    return "";
  }
  Standing standing(std::string const& person) {
    return core::programme::application(engine().world(), id_named("jam"), id_named(person))
        .standing;
  }
};

std::string outcome(support::Outcome const& what) {
  return what.accepted() ? "yes" : std::string(what.refusal().code);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(programme, Programme)

BOOST_AUTO_TEST_CASE(what_each_stage_allows) {
  std::vector<std::string> const stages{"absent",  "announced", "open",     "closed",
                                        "running", "completed", "cancelled"};
  // ok: it happens; same: nothing changes; state: programme.state; none: aggregate.not-found
  for (auto const& row : support::text_table(R"(
    action            | absent | announced | open   | closed | running | completed | cancelled
    announce          | ok     | exists    | exists | exists | exists  | exists    | exists
    openApplications  | none   | ok        | same   | ok     | state   | state     | state
    closeApplications | none   | state     | ok     | same   | state   | state     | state
    start             | none   | ok        | ok     | ok     | same    | state     | state
    advancePhase      | none   | state     | state  | state  | ok      | state     | state
    complete          | none   | state     | state  | state  | ok      | same      | state
    cancel            | none   | ok        | ok     | ok     | ok      | state     | same
    publishResults    | none   | state     | state  | state  | state   | ok        | state
    addPartner        | none   | ok        | ok     | ok     | ok      | state     | state
    removePartner     | none   | same      | same   | same   | same    | state     | state
    recordStudy       | none   | ok        | ok     | ok     | ok      | state     | state
  )")) {
    if (row[0] == "action") continue;
    for (std::size_t i = 0; i < stages.size(); ++i) {
      BOOST_TEST_CONTEXT(row[0] << " | " << stages[i]) {
        Programme scene;
        scene.at(stages[i]);
        auto what = scene.ask("paul", row[0], arguments(row[0]), stages[i]);
        auto const& wanted = row[i + 1];
        if (wanted == "same") what.notes();
        else if (wanted == "none") what.refuses("aggregate.not-found", "programme");
        else if (wanted == "exists") what.refuses("programme.exists", "programme");
        else if (wanted == "state") what.refuses("programme.state", "programme");
        else BOOST_TEST(outcome(what) == "yes");
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_each_standing_allows) {
  std::vector<std::string> const standings{"none",     "submitted", "waiting",  "accepted",
                                           "enrolled", "rejected",  "withdrawn"};
  for (auto const& row : support::text_table(R"(
    action              | none | submitted | waiting   | accepted  | enrolled  | rejected  | withdrawn
    submitApplication   | ok   | duplicate | duplicate | duplicate | duplicate | duplicate | ok
    acceptApplication   | none | ok        | ok        | same      | same      | state     | state
    waitlistApplication | none | ok        | same      | state     | state     | state     | state
    rejectApplication   | none | ok        | ok        | ok        | ok        | same      | state
    withdrawApplication | none | ok        | ok        | ok        | ok        | state     | same
    confirmEnrolment    | none | state     | state     | ok        | same      | state     | state
  )")) {
    if (row[0] == "action") continue;
    for (std::size_t i = 0; i < standings.size(); ++i) {
      BOOST_TEST_CONTEXT(row[0] << " | " << standings[i]) {
        Programme scene;
        scene.open();
        scene.stands("anna", standings[i]);
        auto what = scene.ask("paul", row[0], who("anna"));
        auto const& wanted = row[i + 1];
        if (wanted == "same") what.notes();
        else if (wanted == "none") what.refuses("aggregate.not-found", "person");
        else if (wanted == "state") what.refuses("programme.state", "person");
        else if (wanted == "duplicate") what.refuses("programme.duplicate", "programme");
        else BOOST_TEST(outcome(what) == "yes");
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_announced_is_recorded) {
  ask("paul", "announce",
      ",'title':'Jam','about':'A','kind':'hackathon','measure':'$m','capacity':3,'teamSizeMin':2,"
      "'teamSizeMax':5,'severalTeams':true,'starts':'2026-06-02T00:00:00Z',"
      "'ends':'2026-06-04T00:00:00Z','phases':[{'title':'Ideas','ends':'2026-06-03T00:00:00Z'},"
      "{'title':'Building'}]")
      .accepts({"ProgrammeAnnounced", "PhasePlanned", "PhasePlanned"})
      .with("ProgrammeAnnounced", "title", "Jam")
      .with("ProgrammeAnnounced", "about", "A")
      .with("ProgrammeAnnounced", "kind", "hackathon")
      .with("ProgrammeAnnounced", "measure", "$m")
      .with("ProgrammeAnnounced", "capacity", "3")
      .with("ProgrammeAnnounced", "teamSizeMax", "5")
      .with("PhasePlanned", "number", "1")
      .with("PhasePlanned", "title", "Ideas");
  ask("paul", "announce", ",'title':'Free'", "free")
      .accepts({"ProgrammeAnnounced"})
      .with("ProgrammeAnnounced", "teamSizeMax", "50");
}

BOOST_AUTO_TEST_CASE(what_contradicts_itself_is_not_announced) {
  ask("paul", "announce", ",'title':'J','teamSizeMin':4,'teamSizeMax':3")
      .refuses("input.invalid", "teamSizeMin");
  ask("paul", "announce",
      ",'title':'J','starts':'2026-06-02T00:00:00Z','ends':'2026-06-01T00:00:00Z'")
      .refuses("input.invalid", "ends");
  ask("paul", "announce",
      ",'title':'J','phases':[{'title':'A','ends':'2026-06-02T00:00:00Z'},{'title':'B'},"
      "{'title':'C','ends':'2026-06-01T00:00:00Z'}]")
      .refuses("input.invalid", "phases[2].ends");
}

BOOST_AUTO_TEST_CASE(applications_are_taken_until_the_deadline) {
  announce();
  member("anna");
  ask("anna", "submitApplication").refuses("programme.closed", "programme");
  ask("paul", "openApplications", ",'deadline':'2026-05-01T12:00:00Z'")
      .refuses("input.invalid", "deadline");
  have("openApplications", ",'deadline':'2026-05-01T13:00:00Z'");
  clock.pass(3'600'000'000);
  ask("anna", "submitApplication", ",'message':'Please'")
      .accepts({"ApplicationSubmitted"})
      .with("ApplicationSubmitted", "message", "Please")
      .with("ApplicationSubmitted", "person", "$anna");
  clock.pass(1);
  member("ben");
  ask("ben", "submitApplication").refuses("programme.closed", "programme");
  ask("paul", "openApplications", deadline).accepts({"ApplicationsOpened"});
  ask("ben", "submitApplication").accepts({"ApplicationSubmitted"});
  have("closeApplications");
  member("carl");
  ask("carl", "submitApplication").refuses("programme.closed", "programme");
  ask("carl", "submitApplication", {}, "nothing").refuses("aggregate.not-found", "programme");
}

BOOST_AUTO_TEST_CASE(without_a_deadline_applications_are_taken_until_they_are_closed) {
  announce();
  member("anna"), member("ben");
  ask("paul", "openApplications").accepts({"ApplicationsOpened"});
  clock.pass(400LL * 86'400 * 1'000'000);
  ask("anna", "submitApplication").accepts({"ApplicationSubmitted"});
  have("closeApplications");
  ask("ben", "submitApplication").refuses("programme.closed", "programme");
}

BOOST_AUTO_TEST_CASE(what_is_handed_in_has_time_left) {
  ask("paul", "announce", ",'title':'J','submissionsUntil':'2026-05-01T11:59:59Z'")
      .refuses("input.invalid", "submissionsUntil");
  ask("paul", "announce", ",'title':'J','submissionsUntil':'2026-05-01T12:00:01Z'")
      .accepts({"ProgrammeAnnounced"});
}

BOOST_AUTO_TEST_CASE(members_speak_for_themselves_only) {
  open();
  member("anna"), member("ben");
  ask("ben", "submitApplication", who("anna")).refuses("auth.forbidden", "person");
  ask("paul", "submitApplication", who("anna")).accepts({"ApplicationSubmitted"});
  ask("ben", "withdrawApplication", who("anna")).refuses("auth.forbidden", "person");
  ask("anna", "withdrawApplication").accepts({"ApplicationWithdrawn"});
  ask("paul", "submitApplication", who("nobody")).refuses("aggregate.not-found", "person");
}

BOOST_AUTO_TEST_CASE(managers_of_one_programme_run_that_one) {
  announce(), announce({}, "other");
  member("mia");
  given("console", "account.grantRole",
        "{'account':'$mia','role':'programmeManager','scope':'programme','target':'$jam'}");
  ask("mia", "openApplications", deadline).accepts({"ApplicationsOpened"});
  ask("mia", "openApplications", deadline, "other").refuses("auth.forbidden");
  member("anna");
  ask("anna", "start").refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(managers_of_a_measure_run_its_programmes) {
  announce(",'measure':'$m'"), announce({}, "other");
  member("mia");
  given("console", "account.grantRole",
        "{'account':'$mia','role':'programmeManager','scope':'measure','target':'$m'}");
  ask("mia", "start").accepts({"ProgrammeStarted"});
  ask("mia", "start", {}, "other").refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(managers_of_a_measure_reach_the_teams_and_challenges_of_its_programmes) {
  announce(",'measure':'$m'"), announce({}, "other");
  for (auto const* name : {"mia", "lea"}) member(name);
  given("console", "account.grantRole",
        "{'account':'$mia','role':'programmeManager','scope':'measure','target':'$m'}");
  for (std::string const name : {"jam", "other"}) {
    have("openApplications", deadline, name);
    for (auto const* action : {"submitApplication", "acceptApplication", "confirmEnrolment"})
      have(action, who("lea"), name);
    given("lea", "team.form",
          "{'team':'$team-" + name + "','name':'T','programme':'$" + name + "'}");
    given(
        "lea", "challenge.draft",
        "{'challenge':'$task-" + name + "','title':'C','contact':'L','programme':'$" + name + "'}");
    given("lea", "challenge.submit", "{'challenge':'$task-" + name + "'}");
  }
  as("mia").when("team.lock", "{'team':'$team-jam'}").accepts({"TeamLocked"});
  as("mia").when("team.lock", "{'team':'$team-other'}").refuses("auth.forbidden");
  as("mia").when("challenge.approve", "{'challenge':'$task-jam'}").accepts({"ChallengeApproved"});
  as("mia").when("challenge.approve", "{'challenge':'$task-other'}").refuses("auth.forbidden");
}

BOOST_AUTO_TEST_CASE(an_enrolment_says_as_what_and_may_be_corrected) {
  open();
  applies("anna");
  have("acceptApplication", who("anna"));
  ask("paul", "confirmEnrolment", who("anna") + ",'status':'student'")
      .accepts({"EnrolmentConfirmed"})
      .with("EnrolmentConfirmed", "status", "student");
  ask("paul", "confirmEnrolment", who("anna") + ",'status':'student'").notes();
  ask("paul", "confirmEnrolment", who("anna") + ",'status':'employee'")
      .accepts({"EnrolmentConfirmed"})
      .with("EnrolmentConfirmed", "was", "enrolled");
}

BOOST_AUTO_TEST_CASE(partners_are_named_once_in_each_role) {
  announce();
  ask("paul", "addPartner", ",'organisation':'$firm','role':'sponsor'")
      .accepts({"PartnerJoined"})
      .with("PartnerJoined", "organisation", "$firm")
      .with("PartnerJoined", "role", "sponsor");
  ask("paul", "addPartner", ",'organisation':'$firm','role':'sponsor'").notes();
  ask("paul", "addPartner", ",'organisation':'$firm','role':'challengeOwner'")
      .accepts({"PartnerJoined"});
  ask("paul", "removePartner", ",'organisation':'$firm','role':'sponsor'").accepts({"PartnerLeft"});
  ask("paul", "removePartner", ",'organisation':'$firm','role':'sponsor'").notes();
}

BOOST_AUTO_TEST_CASE(an_organisation_joins_and_leaves_as_a_partner_by_who_represents_it) {
  announce();
  member("anna");
  ask("anna", "addPartner", ",'organisation':'$firm'").refuses("auth.forbidden", "organisation");
  ask("olga", "addPartner", ",'organisation':'$firm','role':'sponsor'").accepts({"PartnerJoined"});
  ask("anna", "removePartner", ",'organisation':'$firm','role':'sponsor'")
      .refuses("auth.forbidden", "organisation");
  ask("olga", "removePartner", ",'organisation':'$firm','role':'sponsor'").accepts({"PartnerLeft"});
}

BOOST_AUTO_TEST_CASE(a_partner_is_a_verified_organisation) {
  announce();
  given("olga", "organisation.register", "{'organisation':'$new','name':'N','sector':'business'}");
  organisation("shut");
  given("console", "organisation.close", "{'organisation':'$shut'}");
  for (auto const& row : support::text_table(R"(
    new     | org.unverified
    shut    | org.state
    nothing | aggregate.not-found
  )")) {
    ask("paul", "addPartner", ",'organisation':'$" + row[0] + "'").refuses(row[1], "organisation");
    ask("paul", "recordStudy", ",'code':'X','university':'$" + row[0] + "'")
        .refuses(row[1], "university");
  }
}

BOOST_AUTO_TEST_CASE(what_was_merged_is_one_partner) {
  announce();
  organisation("heir");
  have("addPartner", ",'organisation':'$firm'");
  have("recordStudy", ",'university':'$uni','code':'X'");
  for (auto const* name : {"firm", "uni"})
    given("console", "organisation.merge",
          "{'organisation':'$" + std::string(name) + "','into':'$heir'}");
  ask("paul", "addPartner", ",'organisation':'$heir'").notes();
  ask("paul", "addPartner", ",'organisation':'$firm','role':'sponsor'")
      .accepts({"PartnerJoined"})
      .with("PartnerJoined", "organisation", "$heir");
  ask("paul", "recordStudy", ",'university':'$uni','code':'Y'")
      .accepts({"StudyProgrammeInvolved"})
      .with("StudyProgrammeInvolved", "university", "$heir");
  ask("paul", "removePartner", ",'organisation':'$heir'")
      .accepts({"PartnerLeft"})
      .with("PartnerLeft", "organisation", "$firm");
}

BOOST_AUTO_TEST_CASE(partners_and_degree_programmes_are_bounded) {
  announce();
  for (int i = 0; i < 50; ++i) {
    organisation("o" + std::to_string(i));
    for (auto const* role : {"host", "sponsor", "challengeOwner", "mentorProvider"}) {
      have("addPartner", ",'organisation':'$o" + std::to_string(i) + "','role':'" + role + "'");
      have("recordStudy", ",'university':'$uni','code':'" + std::to_string(i) + role + "'");
    }
  }
  ask("paul", "addPartner", ",'organisation':'$firm'").refuses("programme.limit", "organisation");
  ask("paul", "recordStudy", ",'university':'$uni','code':'more'")
      .refuses("programme.limit", "code");
  ask("paul", "addPartner", ",'organisation':'$o7','role':'host'").notes();
  ask("paul", "recordStudy", ",'university':'$uni','code':'7host'").notes();
}

BOOST_AUTO_TEST_CASE(phases_come_one_after_the_other) {
  at("running");
  auto const to = [&](int phase) {
    return ask("paul", "advancePhase", ",'to':" + std::to_string(phase), "running");
  };
  to(1).notes();
  to(3).refuses("programme.state", "to");
  to(2).accepts({"PhaseAdvanced"});
  to(2).notes();
  to(1).refuses("programme.state", "to");
  to(3).accepts({"PhaseAdvanced"});
  to(4).refuses("programme.state", "to");
}

BOOST_AUTO_TEST_CASE(a_start_closes_the_applications) {
  open();
  ask("paul", "start").accepts({"ApplicationsClosed", "ProgrammeStarted"});
}

BOOST_AUTO_TEST_CASE(nobody_is_left_without_an_answer) {
  open();
  applies("anna");
  have("start");
  ask("paul", "complete").refuses("programme.pending", "programme");
  have("waitlistApplication", who("anna"));
  ask("paul", "complete").accepts({"ProgrammeCompleted"});
  ask("anna", "withdrawApplication").refuses("programme.state", "programme");
}

BOOST_AUTO_TEST_CASE(results_may_be_published_anew) {
  at("completed");
  for (auto const* text : {"Anna won", "Ben won"})
    ask("paul", "publishResults", ",'text':'" + std::string(text) + "'", "completed")
        .accepts({"ResultsPublished"})
        .with("ResultsPublished", "text", text);
}

BOOST_AUTO_TEST_CASE(whatever_happens_the_seats_are_kept) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      Programme scene;
      std::mt19937_64 dice(seed);
      scene.open(",'capacity':3");
      for (int i = 0; i < 9; ++i) scene.member("p" + std::to_string(i));
      std::vector<std::string> const actions{
          "submitApplication",   "submitApplication", "acceptApplication",   "acceptApplication",
          "waitlistApplication", "rejectApplication", "withdrawApplication", "confirmEnrolment"};
      for (int step = 0; step < 400; ++step) {
        auto const person = "p" + std::to_string(dice() % 9);
        static_cast<void>(scene.send("paul", "programme." + actions[dice() % actions.size()],
                                     on("jam", who(person))));
        if (dice() % 3 == 0) scene.commit();
        if (dice() % 40 == 0) scene.commit(), scene.write_behind();
        if (dice() % 90 == 0) scene.restart();
        auto const& world = scene.engine().world();
        auto const programme = world.programme.load(id_named("jam"));
        std::map<Standing, std::uint32_t> counts;
        for (int i = 0; i < 9; ++i) ++counts[scene.standing("p" + std::to_string(i))];
        BOOST_TEST(programme.accepted + programme.enrolled <= 3u);
        BOOST_TEST(programme.submitted == counts[Standing::SUBMITTED]);
        BOOST_TEST(programme.waiting == counts[Standing::WAITING]);
        BOOST_TEST(programme.accepted == counts[Standing::ACCEPTED]);
        BOOST_TEST(programme.enrolled == counts[Standing::ENROLLED]);
        BOOST_TEST(world.programme_queue.size() == programme.waiting);
      }
      scene.commit();
      BOOST_TEST(scene.state() == scene.replayed());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
