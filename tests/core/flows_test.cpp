// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Rules that follow later: each event is followed once, whatever happens in between.
#include "core/flows.hpp"

#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

// For each account that is opened: two roles.
void two_roles(core::World const&, core::Recorded const& event, core::Wishes& wishes) {
  if (event.header().event_type != core::id_of<core::account::AccountRegistered>) return;
  for (auto const role : {core::Role::MENTOR, core::Role::JUROR}) {
    auto grant = wishes.wish<core::account::GrantRole>();
    grant.setAccount(core::data_of(event.header().stream.id));
    grant.setRole(role);
  }
}

constexpr core::Flow granting[] = {{7, two_roles}};

struct Following : support::Scene {
  Following() {
    flows = granting;
    restart();
  }
  void open_account(std::string const& name) {
    given("console", "account.register", "{'account':'$" + name + "','ofAge':true}");
  }
  std::size_t events() const { return log.head().value; }
  core::RecordHeader header_at(std::uint64_t position) const {
    core::RecordHeader header;
    BOOST_REQUIRE(
        log.at({position}, [&](core::RecordView const& record) { header = record.header(); }));
    return header;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(flows, Following)

BOOST_AUTO_TEST_CASE(commands_follow_an_event_in_order_and_name_their_cause) {
  open_account("anna");
  follow();
  BOOST_REQUIRE(events() == 3u);
  for (auto const position : {2u, 3u}) {
    auto const header = header_at(position);
    BOOST_TEST(header.causation.value == 1u);
    BOOST_TEST(header.actor.is_nil());
    BOOST_TEST((header.role == core::Role::OPERATOR));
  }
  BOOST_TEST((header_at(2).command != header_at(3).command));
}

BOOST_AUTO_TEST_CASE(an_event_is_followed_once) {
  open_account("anna");
  follow(), follow();
  open_account("ben");
  follow();
  BOOST_TEST(events() == 6u);
}

BOOST_AUTO_TEST_CASE(a_restart_goes_on_where_it_stopped) {
  open_account("anna");
  follow();
  open_account("ben");
  write_behind();
  restart();
  follow();
  BOOST_TEST(events() == 6u);
}

BOOST_AUTO_TEST_CASE(what_was_followed_before_a_crash_is_not_done_twice) {
  open_account("anna");
  follow();
  restart_from_the_log();  // Nobody remembers how far the flows had come.
  follow();
  BOOST_TEST(events() == 3u);
}

BOOST_AUTO_TEST_CASE(how_far_the_flows_have_come_is_never_ahead_of_what_they_did) {
  background.hold = true;
  open_account("anna");
  auto const block = [&] {
    send("console", "account.register", "{'account':'$ben','ofAge':true}").value();
    return engine().commit();
  }();
  std::vector<core::Result<core::Receipt>> results;
  engine().follow(*block, [&](core::Command const& command) {  // Both: the first was left out.
    results.push_back(engine().accept(command));
  });
  BOOST_TEST(results.size() == 4u);
  auto const batch = engine().close();  // Not written: the process dies.
  restart();
  follow();
  BOOST_TEST(events() == 6u);
}

BOOST_AUTO_TEST_CASE(what_follows_in_full_batches_is_all_there) {
  constexpr auto people = core::limits::batch_events_max;
  for (std::size_t i = 0; i < people; ++i) {
    send("console", "account.register", "{'account':'$" + std::to_string(i) + "','ofAge':true}")
        .value();
    if (engine().full()) commit();
  }
  commit();
  follow();
  BOOST_TEST(events() == 3 * people);
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(flows_of_the_hub, support::Scene)

BOOST_AUTO_TEST_CASE(a_programme_that_ends_ends_its_challenges_and_no_others) {
  member("anna"), member("paul", "programmeManager");
  for (auto const* programme : {"jam", "fair"})
    given("paul", "programme.announce",
          "{'programme':'$" + std::string(programme) + "','title':'P'}");
  std::map<std::string, std::string> const in{{"a", ",'programme':'$jam'"},
                                              {"b", ",'programme':'$jam'"},
                                              {"c", ",'programme':'$fair'"},
                                              {"d", ""}};
  for (auto const& [name, programme] : in) {
    auto const it = "{'challenge':'$" + name + "'";
    given("anna", "challenge.draft", it + ",'title':'T','contact':'C'}");
    given("anna", "challenge.submit", it + "}");
    given("paul", "challenge.approve", it + "}");
    given("paul", "challenge.publish", it + programme + "}");
  }
  given("anna", "challenge.close", "{'challenge':'$b'}");
  given("paul", "programme.cancel", "{'programme':'$jam','reason':'R'}");
  auto const before = log.head().value;
  restart();
  follow();
  BOOST_TEST(log.head().value == before + 1);
  auto const stage = [&](char const* name) {
    return engine().world().challenge.load(support::id_named(name)).stage;
  };
  BOOST_TEST((stage("a") == core::challenge::Stage::CLOSED));
  BOOST_TEST((stage("c") == core::challenge::Stage::PUBLISHED));
  BOOST_TEST((stage("d") == core::challenge::Stage::PUBLISHED));
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_SUITE_END()
