// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Positions, instants, and what else a record says of its event.
#include <boost/test/unit_test.hpp>

#include "tests/support/scene.hpp"
#include "tests/support/written.hpp"

namespace {

struct Order : support::Scene {
  Order() { member("anna"); }

  std::vector<core::RecordHeader> headers() const {
    std::vector<core::RecordHeader> all;
    log.read({1},
             [&](core::RecordView const& record) { return all.push_back(record.header()), true; });
    return all;
  }
  core::RecordHeader last() const { return headers().back(); }
  void revise(std::string const& meta = {}) {
    if (!created_)
      given("anna", "profile.create", "{'profile':'$anna','displayName':'A','sector':'science'}");
    created_ = true;
    given("anna", "profile.revise",
          "{'profile':'$anna','displayName':'A','sector':'science','meta':{" + meta + "}}");
  }

 private:
  bool created_ = false;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(order, Order)

BOOST_AUTO_TEST_CASE(positions_have_no_gap_whatever_is_refused_and_however_it_is_committed) {
  for (int i = 0; i < 40; ++i) {
    send("anna", "profile.create",
         "{'profile':'$anna','displayName':'A','sector':'science','offers':[{'word':'W'}]}")
        .has_value();
    send("console", "account.register",
         "{'account':'$p" + std::to_string(i / 2) + "','ofAge':true}")
        .has_value();
    if (i % 7 == 0) commit();
    if (i % 13 == 0) commit(), restart();
  }
  commit();
  auto const all = headers();
  for (std::size_t i = 0; i < all.size(); ++i) BOOST_TEST(all[i].position.value == i + 1);
  BOOST_TEST(all.size() == log.head().value);
  BOOST_TEST(engine().head().value == log.head().value);
}

BOOST_AUTO_TEST_CASE(versions_have_no_gap_in_any_stream) {
  for (int i = 0; i < 5; ++i) revise(), member("p" + std::to_string(i));
  std::map<core::StreamKey, std::uint64_t> versions;
  for (auto const& header : headers())
    BOOST_TEST(header.version.value == ++versions[header.stream]);
  BOOST_TEST(versions.size() == 7);  // Six accounts, one profile.
}

BOOST_AUTO_TEST_CASE(the_events_of_one_command_stand_together) {
  given("anna", "profile.create",
        "{'profile':'$anna','displayName':'A','sector':'science','offers':[{'word':'V'},{'word':'W'"
        "}]}");
  auto const all = headers();
  for (std::size_t i = 0; i < 3; ++i) {
    auto const& header = all[all.size() - 3 + i];
    BOOST_TEST(header.command_index == i);
    BOOST_TEST(header.command_events == 3);
    BOOST_TEST(
        (header.fingerprint == all.back().fingerprint && header.command == all.back().command));
    BOOST_TEST((header.recorded == all.back().recorded));
  }
  BOOST_TEST(all.back().version.value == 1);
}

BOOST_AUTO_TEST_CASE(instants_never_go_back) {
  revise();
  auto const noon = last().recorded;
  clock.time.us = noon.us - 1'000'000;
  revise();
  BOOST_TEST((last().recorded == noon));
  restart();
  revise();
  BOOST_TEST((last().recorded == noon));
  clock.time.us = noon.us + 1;
  revise();
  BOOST_TEST(last().recorded.us == noon.us + 1);
}

BOOST_AUTO_TEST_CASE(what_happened_earlier_may_be_recorded_later_but_not_before_it_happens) {
  revise("'occurred':'2026-04-30T23:30:00Z'");
  BOOST_TEST(last().occurred.us == 1'777'591'800'000'000);
  BOOST_TEST(last().civil_day == 20574);  // The first of May, on a wall one hour east.
  BOOST_TEST(last().utc_offset_minutes == 60);
  BOOST_TEST((last().recorded == clock.time));
  as("anna")
      .when("profile.revise",
            "{'profile':'$anna','displayName':'A','sector':'science',"
            "'meta':{'occurred':'2026-05-02T00:00:00Z'}}")
      .refuses("input.invalid", "meta.occurred");
  as("anna")
      .when("profile.revise",
            "{'profile':'$anna','displayName':'A','sector':'science',"
            "'meta':{'occurred':'1971-01-01T00:00:00Z'}}")
      .refuses("input.invalid", "meta.occurred");
  clock.time.us = 1'777'680'000'000'000 - 30'000'000;  // Half a minute before that: clocks differ.
  revise("'occurred':'2026-05-02T00:00:00Z'");
  BOOST_TEST((last().occurred == clock.time));
  revise();
  BOOST_TEST((last().occurred == clock.time));
}

BOOST_AUTO_TEST_CASE(what_the_console_tells_of_the_past_is_decided_as_of_then) {
  given("console", "programme.announce", "{'programme':'$jam','title':'Jam'}");
  // The deadline has passed: it is the first of May.
  std::string const method = "programme.openApplications",
                    json =
                        "{'programme':'$jam','deadline':'2026-04-20T00:00:00Z',"
                        "'meta':{'occurred':'2026-04-10T00:00:00Z'}}";
  as("console").when(method, json).refuses("input.invalid", "deadline");
  support::Written written(method, json);
  written.command.console = true;
  written.command.history = true;
  BOOST_REQUIRE(engine().accept(written.command).has_value());
  commit();
  BOOST_TEST(last().occurred.us == 1'775'779'200'000'000);
  BOOST_TEST((last().recorded == clock.time));
}

BOOST_AUTO_TEST_CASE(a_record_says_who_did_what_and_why) {
  revise("'commandId':'$c1','correlation':'$journey'");
  auto const header = last();
  auto const& type = core::schema_tables().of<core::profile::ProfileRevised>();
  BOOST_TEST(header.event_type == type.id);
  BOOST_TEST(header.schema_version == core::schema_version);
  BOOST_TEST((header.visibility == type.audience));
  BOOST_TEST((header.stream == core::StreamKey{type.family, support::id_named("anna")}));
  BOOST_TEST((header.actor == support::id_named("anna")));
  BOOST_TEST((header.command == support::id_named("c1")));
  BOOST_TEST((header.correlation == support::id_named("journey")));
  BOOST_TEST((header.role == core::Role::MEMBER));
}

BOOST_AUTO_TEST_CASE(salts_differ_and_every_record_is_intact) {
  for (int i = 0; i < 3; ++i) revise();
  std::map<std::array<std::uint8_t, 16>, int> salts;
  for (auto const& header : headers()) BOOST_TEST(++salts[header.salt] == 1);
  log.read({1}, [](core::RecordView const& record) {
    BOOST_TEST(record.intact(storage::crc32c));
    return true;
  });
}

BOOST_AUTO_TEST_SUITE_END()
