// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The same command id with the same bytes gives the same receipt for ever; other bytes are refused.
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/support/scene.hpp"

namespace {

struct Ids : support::Scene {
  Ids() { member("anna"), member("ben"); }

  static std::string numbered(std::string const& id, std::string const& json) {
    return json.substr(0, json.size() - 1) + ",'meta':{'commandId':'$" + id + "'}}";
  }
  core::Receipt first(std::string const& who, std::string const& method, std::string const& json) {
    return as(who).when(method, json).receipt();
  }
};

bool same(core::Receipt const& a, core::Receipt const& b) {
  return a.first == b.first && a.last == b.last && a.stream == b.stream && a.version == b.version;
}

std::string const create = Ids::numbered(
    "c1", "{'profile':'$anna','displayName':'Anna','sector':'science','offers':[{'word':'Yoga'}]}");
std::string const other = Ids::numbered(
    "c1",
    "{'profile':'$anna','displayName':'Hanna','sector':'science','offers':[{'word':'Yoga'}]}");
std::string const noted = Ids::numbered("c2", "{'profile':'$anna'}");

}  // namespace

BOOST_FIXTURE_TEST_SUITE(command_ids, Ids)

BOOST_AUTO_TEST_CASE(a_command_that_is_repeated_changes_nothing_more) {
  auto const receipt = first("anna", "profile.create", create);
  auto const before = everything();
  BOOST_TEST(same(as("anna").when("profile.create", create).receipt(), receipt));
  BOOST_TEST(everything() == before);
  BOOST_TEST(receipt.last.value == receipt.first.value + 1);  // The word and the profile.
  as("anna").when("profile.create", other).refuses("command.reused", "meta.commandId");
}

BOOST_AUTO_TEST_CASE(a_command_may_be_repeated_before_its_batch_is_committed) {
  auto const receipt = send("anna", "profile.create", create).value();
  BOOST_TEST(same(send("anna", "profile.create", create).value(), receipt));
  BOOST_TEST(send("anna", "profile.create", other).error().code == "command.reused");
  commit();
  BOOST_TEST(same(send("anna", "profile.create", create).value(), receipt));
  BOOST_TEST(!engine().has_open());
}

BOOST_AUTO_TEST_CASE(a_command_may_be_repeated_whatever_happened_since) {
  auto const receipt = first("anna", "profile.create", create);
  given("anna", "profile.revise", "{'profile':'$anna','displayName':'A','sector':'science'}");
  given("anna", "profile.pauseMatching", "{'profile':'$anna'}");
  given("console", "account.suspend", "{'account':'$anna'}");
  BOOST_TEST(same(as("anna").when("profile.create", create).receipt(), receipt));
}

BOOST_AUTO_TEST_CASE(a_command_may_be_repeated_wherever_its_id_lies) {
  auto const created = first("anna", "profile.create", create);
  auto const nothing = first("anna", "profile.hide", noted);
  auto check = [&](char const* where) {
    BOOST_TEST_CONTEXT(where) {
      BOOST_TEST(same(as("anna").when("profile.create", create).receipt(), created));
      BOOST_TEST(same(as("anna").when("profile.hide", noted).receipt(), nothing));
      as("anna").when("profile.create", other).refuses("command.reused", "meta.commandId");
      as("anna").when("profile.pauseMatching", noted).refuses("command.reused", "meta.commandId");
    }
  };
  restart_from_the_log(), check("in the log");
  write_behind(), check("on the shelf");
  restart(), check("on the shelf, after a restart");
  background.hold = true;
  given("ben", "profile.create", "{'profile':'$ben','displayName':'Ben','sector':'science'}");
  write_behind(), check("on its way to the shelf");
  restart(), check("lost on its way to the shelf");
}

BOOST_AUTO_TEST_CASE(what_changed_nothing_has_a_receipt_too) {
  auto const created = first("anna", "profile.create", create);
  auto const nothing = first("anna", "profile.hide", noted);
  BOOST_TEST(nothing.first.value == created.last.value + 1);
  BOOST_TEST((nothing.version == created.version));
  given("anna", "profile.pauseMatching", "{'profile':'$anna'}");
  BOOST_TEST(same(as("anna").when("profile.hide", noted).receipt(), nothing));
}

BOOST_AUTO_TEST_CASE(the_same_id_of_another_person_is_another_id) {
  given("anna", "profile.create", create);
  as("ben")
      .when("profile.create",
            Ids::numbered("c1", "{'profile':'$ben','displayName':'Ben','sector':'science'}"))
      .accepts({"ProfileCreated"});
}

BOOST_AUTO_TEST_CASE(the_same_bytes_for_another_action_are_other_bytes) {
  given("anna", "profile.create", create);
  given("anna", "profile.pauseMatching", noted);
  as("anna").when("profile.resumeMatching", noted).refuses("command.reused", "meta.commandId");
}

BOOST_AUTO_TEST_CASE(refusals_are_not_remembered) {
  as("anna").when("profile.hide", noted).refuses("aggregate.not-found", "profile");
  given("anna", "profile.create", create);
  as("anna").when("profile.hide", noted).notes();
}

BOOST_AUTO_TEST_CASE(a_command_without_an_id_is_done_again_and_gets_one) {
  auto const revise = "{'profile':'$anna','displayName':'Anna','sector':'science'}";
  given("anna", "profile.create", create);
  std::set<core::Id> ids;
  for (int i = 0; i < 3; ++i)
    log.at(as("anna").when("profile.revise", revise).receipt().first,
           [&](core::RecordView const& record) { ids.insert(record.header().command); });
  BOOST_TEST(ids.size() == 3);
  for (auto const& id : ids) {
    BOOST_TEST(!id.is_nil());
    BOOST_TEST(core::to_string(id).substr(14, 1) == "7");
    BOOST_TEST(core::to_string(id).substr(0, 9) == "019de368-");  // 2026-05-01T12:00:00Z
  }
}

BOOST_AUTO_TEST_CASE(once_a_key_is_destroyed_the_receipt_stands_for_its_stream) {
  auto const receipt = first("anna", "profile.create", create);
  vault.destroy(core::KeyKind::PERSON, support::id_named("anna"));
  BOOST_TEST(same(as("anna").when("profile.create", create).receipt(), receipt));
  BOOST_TEST(same(as("anna").when("profile.create", other).receipt(),
                  receipt));  // Nobody can tell any more.
  auto const elsewhere =
      Ids::numbered("c1", "{'profile':'$ben','displayName':'Anna','sector':'science'}");
  as("anna").when("profile.create", elsewhere).refuses("command.reused", "meta.commandId");
}

BOOST_AUTO_TEST_CASE(an_index_that_points_beyond_the_log_is_a_broken_world) {
  auto const receipt = first("anna", "profile.create", create);
  write_behind();
  storage::MemoryLog empty;
  storage::MemoryShelves shelves;
  core::Change const lie{std::string(core::view_of(support::id_named("anna").view())) +
                             std::string(core::view_of(support::id_named("c1").view())),
                         std::string("\x07\0\0\0\0\0\0\0\x01\0", 10)};
  shelves.open("commands").write({&lie, 1}, receipt.last);
  core::Engine other_engine({empty, vault, crypto, clock, shelves, background, storage::crc32c});
  core::Command command{.type = core::schema_tables().method("profile.hide"),
                        .body = {},
                        .actor = support::id_named("anna"),
                        .id = support::id_named("c1")};
  BOOST_CHECK_THROW((void)other_engine.accept(command), core::LogBroken);
}

BOOST_AUTO_TEST_SUITE_END()
