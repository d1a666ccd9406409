// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The state after a restart is the state before it, wherever it is read from.
#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

struct Recovery : support::Scene {
  Recovery() { chapter("one"); }

  // Something in every family, under names of its own.
  void chapter(std::string const& name) {
    member(name, "operator");
    given("console", "vocabulary.addTerm",
          "{'term':'$t-" + name + "','uri':'urn:" + name + "','labels':[" + label(name) + "]}");
    given(name, "profile.create",
          "{'profile':'$" + name + "','displayName':'N','sector':'science','offers':[{'word':'my " +
              name + "'}]}");
    given(name, "challenge.draft",
          "{'challenge':'$c-" + name + "','title':'T','contact':'C','wanted':[{'term':'$t-" + name +
              "'}]}");
    given("console", "course.design",
          "{'course':'$k-" + name + "','title':'T','teaches':[{'term':'$t-" + name + "'}]}");
    given(name, "profile.hide", "{'profile':'$" + name + "'}");  // Noted.
  }
  static std::string label(std::string const& text) {
    return "{'language':'de','text':'" + text + "','preferred':true},{'language':'en','text':'" +
           text + "','preferred':true}";
  }

  // Appends an event as a later program writes it.
  void append_from_the_future(std::uint16_t type, std::uint16_t schema_version) {
    core::RecordHeader header;
    header.event_type = type;
    header.schema_version = schema_version;
    header.position = {log.head().value + 1};
    header.version = {1};
    header.stream = {1, support::id_named("future")};
    capnp::MallocMessageBuilder message;
    auto words =
        capnp::canonicalize(message.initRoot<core::account::AccountRegistered>().asReader());
    core::Block block;
    block.first = header.position;
    block.offsets.push_back(0);
    core::write_record(header, {words.asBytes().begin(), words.asBytes().size()}, {},
                       storage::crc32c, block.bytes);
    log.append(block);
  }
  void refuses_to_start(std::initializer_list<std::string> says) {
    auto const names_all = [&](core::LogBroken const& failure) {
      return std::ranges::all_of(says, [&](std::string const& part) {
        return std::string(failure.what()).find(part) != std::string::npos;
      });
    };
    BOOST_CHECK_EXCEPTION(restart(), core::LogBroken, names_all);
    BOOST_CHECK_EXCEPTION(restart_from_the_log(), core::LogBroken, names_all);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(recovery, Recovery)

BOOST_AUTO_TEST_CASE(from_the_log_alone) {
  chapter("two");
  auto const before = state();
  restart_from_the_log();
  BOOST_TEST(state() == before);
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(from_the_shelves) {
  write_behind();
  auto const before = state();
  restart();
  BOOST_TEST(state() == before);
}

BOOST_AUTO_TEST_CASE(from_the_shelves_and_the_events_behind_them) {
  write_behind();
  chapter("two");
  auto const before = state();
  restart();
  BOOST_TEST(state() == before);
  chapter("three");
  write_behind();
  restart();
  BOOST_TEST(state() == replayed());
}

// The process dies while the families are being written, one after the other.
BOOST_AUTO_TEST_CASE(from_shelves_at_different_checkpoints) {
  for (std::size_t written = 0;; ++written) {
    Recovery scene;
    scene.write_behind();
    scene.chapter("two");
    scene.background.hold = true;
    scene.write_behind();
    auto const left = scene.background.let_through(written);
    scene.background.hold = false;
    scene.chapter("three");
    auto const before = scene.state();
    scene.restart();
    BOOST_TEST(scene.state() == before, written << " families written");
    scene.write_behind();
    scene.restart();
    BOOST_TEST(scene.state() == before, written << " families written, and all of them later");
    if (left == 0) break;
  }
}

BOOST_AUTO_TEST_CASE(what_is_on_its_way_to_the_shelves_is_not_handed_over_again) {
  background.hold = true;
  write_behind();
  auto const waiting = background.waiting();
  chapter("two");
  write_behind();
  BOOST_TEST(background.waiting() == waiting);
  background.let_through(waiting);
  write_behind();
  BOOST_TEST(background.waiting() == waiting);
}

BOOST_AUTO_TEST_CASE(what_is_asked_for_while_a_batch_is_open_is_handed_over_once_it_is_durable) {
  write_behind();
  background.hold = true;
  send("console", "account.register", "{'account':'$p','ofAge':true}").value();
  write_behind();
  auto const batch = engine().close();
  write_behind();
  BOOST_TEST(background.waiting() == 0);
  engine().write(*batch);
  BOOST_TEST(background.waiting() == 0);
  engine().settle(*batch);
  BOOST_TEST(background.waiting() > 0);
}

BOOST_AUTO_TEST_CASE(what_has_changed_is_handed_over_by_itself_when_it_is_much) {
  write_behind();
  background.hold = true;
  for (std::size_t rows = 1; rows < core::limits::write_behind_rows_max; ++rows) {
    send("console", "account.register", "{'account':'$p" + std::to_string(rows) + "','ofAge':true}")
        .value();
    if (engine().full()) commit();
  }
  commit();
  BOOST_TEST(background.waiting() == 0);
  given("console", "account.register", "{'account':'$last','ofAge':true}");
  BOOST_TEST(background.waiting() > 0);
}

BOOST_AUTO_TEST_CASE(look_ups_work_as_before) {
  chapter("two");
  for (auto const from_the_log : {false, true}) {
    write_behind();
    if (from_the_log) restart_from_the_log();
    else restart();
    as("console")
        .when("vocabulary.addTerm", "{'term':'$new','uri':'urn:one'}")
        .refuses("vocab.uri-taken", "uri");
    as("one")
        .when("profile.declareSkill",
              "{'profile':'$one','direction':'have','skill':{'word':'Two'}}")
        .accepts({"SkillDeclared"})
        .with("SkillDeclared", "skill/term", "$t-two");
    as("one")
        .when("profile.declareSkill",
              "{'profile':'$one','direction':'want','skill':{'word':'my one'}}")
        .accepts({"SkillDeclared"});
  }
}

BOOST_AUTO_TEST_CASE(the_last_operator_is_known_as_before) {
  chapter("two");
  given("one", "account.suspend", "{'account':'$two'}");
  auto const refused = [&] {
    as("console")
        .when("account.revokeRole", "{'account':'$one','role':'operator'}")
        .refuses("role.last-operator", "account");
  };
  refused();
  write_behind();
  restart(), refused();
  restart_from_the_log(), refused();
  given("one", "account.reinstate", "{'account':'$two'}");
  restart();
  as("console")
      .when("account.revokeRole", "{'account':'$one','role':'operator'}")
      .accepts({"RoleRevoked"});
}

BOOST_AUTO_TEST_CASE(an_empty_log_is_a_beginning) {
  Scene scene;
  scene.restart();
  BOOST_TEST(scene.engine().head().value == 0);
  scene.member("anna");
  BOOST_TEST(scene.log.head().value == 1);
}

BOOST_AUTO_TEST_CASE(progress_is_told_each_thousandth_position) {
  for (int i = 0; i < 2100; ++i) {
    send("console", "account.register", "{'account':'$p" + std::to_string(i) + "','ofAge':true}")
        .value();
    if (engine().full()) commit();
  }
  commit();
  std::string told;
  storage::MemoryShelves none;
  core::Engine engine({log, vault, crypto, clock, none, background, storage::crc32c});
  engine.recover([&](core::Position position) { told += " " + std::to_string(position.value); });
  BOOST_TEST(told == " 1000 2000");
}

BOOST_AUTO_TEST_CASE(an_event_that_nobody_knows_is_refused_and_named) {
  write_behind();
  append_from_the_future(0x7777, core::schema_version);
  refuses_to_start({"position " + std::to_string(log.head().value), "type 30583",
                    "schema version " + std::to_string(core::schema_version), "use a newer one"});
}

BOOST_AUTO_TEST_CASE(a_log_that_a_later_program_wrote_is_refused_with_the_version_it_needs) {
  append_from_the_future(core::id_of<core::account::AccountRegistered>, 42);
  refuses_to_start(
      {"position " + std::to_string(log.head().value), "schema version 42", "use a newer one"});
}

BOOST_AUTO_TEST_SUITE_END()
