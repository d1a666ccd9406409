// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// One text is removed for good, and nothing else. (What is on disk afterwards: tests/program/personal_data.test.mjs.)
#include "core/own_texts.hpp"
#include "tests/core/project_scene.hpp"

namespace {

using core::KeyId;
using core::KeyKind;
using support::id_named;

struct Redaction : support::Project {
  Redaction() {
    member("mona", "moderator"), member("pia", "privacyOfficer");
    start();
    first = post("First"), second = post("Second");
  }
  core::Position post(std::string const& text) {
    return as("anna")
        .when("project.postProgress", on("roofs", ",'text':'" + text + "'"))
        .receipt()
        .first;
  }
  support::Outcome ask(std::string const& who, std::string const& action, core::Position event,
                       std::string const& more = {}, std::string const& of = "roofs") {
    return as(who).when("tenant." + action,
                        "{'tenant':'" + to_string(core::tenant::the_tenant()) + "','of':'$" + of +
                            "','event':" + std::to_string(event.value) + more + "}");
  }
  // What the event says, where its key is still there.
  std::string text(core::Position event) {
    std::string text;
    log.at(event, [&](core::RecordView const& record) {
      if (auto part = core::Opened::of(record, KeyKind::TEXT, vault, crypto))
        text = part->as<core::project::ProgressPosted>().getText().cStr();
    });
    return text;
  }
  std::vector<core::Position> ordered() {
    std::vector<core::Position> all;
    core::each_ordered(engine().world(),
                       [&](core::Id const&, core::Position event) { all.push_back(event); });
    return all;
  }

  core::Position first, second;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(redaction, Redaction)

BOOST_AUTO_TEST_CASE(who_wrote_it_has_it_removed_and_the_other_stays) {
  BOOST_TEST(text(first) == "First");
  ask("anna", "redactText", first)
      .accepts({"RedactionOrdered"})
      .with("RedactionOrdered", "author", "$anna");
  BOOST_TEST(ordered().size() == 1u);
  ask("anna", "redactText", first).notes();
  ask("console", "executeRedaction", first).accepts({"TextRedacted"});
  BOOST_TEST(text(first) == "");
  BOOST_TEST(text(second) == "Second");
  BOOST_TEST(ordered().empty());
  ask("console", "executeRedaction", first).notes();
  ask("anna", "redactText", first).refuses("text.no-own-key", "event");
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(others_may_only_where_they_work_for_the_hub_and_say_why) {
  ask("ben", "redactText", first).refuses("auth.forbidden", "event");
  ask("ben", "redactText", first, ",'reason':'R'").refuses("auth.forbidden", "event");
  ask("mona", "redactText", first).refuses("input.invalid", "reason");
  ask("mona", "redactText", first, ",'reason':'R'")
      .accepts({"RedactionOrdered"})
      .with("RedactionOrdered", "reason", "R");
  ask("pia", "redactText", second, ",'reason':'R'").accepts({"RedactionOrdered"});
}

BOOST_AUTO_TEST_CASE(only_what_was_ordered_is_done) {
  ask("console", "executeRedaction", first).refuses("text.not-ordered", "event");
  ask("anna", "executeRedaction", first).refuses("auth.forbidden");
  given("console", "account.grantRole", "{'account':'$ben','role':'operator'}");
  ask("ben", "executeRedaction", first, ",'again':true").refuses("auth.forbidden", "again");
  ask("console", "executeRedaction", first, ",'again':true").accepts({"TextRedacted"});
  BOOST_TEST(text(first) == "");
}

BOOST_AUTO_TEST_CASE(there_must_be_a_text_at_that_place) {
  ask("mona", "redactText", {1}, ",'reason':'R'").refuses("text.no-own-key", "event");
  ask("mona", "redactText", first, ",'reason':'R'", "elsewhere")
      .refuses("text.no-own-key", "event");
  as("anna")
      .when("tenant.redactText", "{'tenant':'$x','of':'$roofs','event':1}")
      .refuses("tenant.unknown", "tenant");
  as("console")
      .when("tenant.executeRedaction", "{'tenant':'$x','of':'$roofs','event':1}")
      .refuses("tenant.unknown", "tenant");
}

// Of before schema version 2.
BOOST_AUTO_TEST_CASE(a_text_that_shares_the_key_of_its_aggregate_is_not_removed_alone) {
  core::World old(crypto);
  log.at(first, [&](core::RecordView const& record) {
    auto header = record.header();
    header.schema_version = 1;
    core::CanonicalReader event(record.open());
    core::keep_texts(old, *core::schema_tables().event(header.event_type), header, event.root());
    BOOST_TEST(old.texts.size() == 0u);
    core::keep_texts(old, *core::schema_tables().event(header.event_type), record.header(),
                     event.root());
    BOOST_TEST(old.texts.size() == 1u);
  });
}

BOOST_AUTO_TEST_CASE(nobody_can_choose_the_key_of_somebody_else_s_text) {
  core::RecordHeader one{.actor = id_named("anna"), .command = id_named("c")}, other = one;
  BOOST_TEST((core::text_of(one, crypto) == core::text_of(other, crypto)));
  other.actor = id_named("ben");
  BOOST_TEST((core::text_of(one, crypto) != core::text_of(other, crypto)));
  other = one, other.command_index = 1;
  BOOST_TEST((core::text_of(one, crypto) != core::text_of(other, crypto)));
  other = one, other.position = {7};  // Wherever a retried command comes to lie.
  BOOST_TEST((core::text_of(one, crypto) == core::text_of(other, crypto)));
}

BOOST_AUTO_TEST_CASE(the_order_outlives_a_restart) {
  ask("anna", "redactText", first).accepts({"RedactionOrdered"});
  for (auto const again : {&support::Scene::restart, &support::Scene::restart_from_the_log}) {
    (this->*again)();
    BOOST_TEST(ordered().size() == 1u);
  }
  ask("console", "executeRedaction", first).accepts({"TextRedacted"});
  restart_from_the_log();
  BOOST_TEST(ordered().empty());
  BOOST_TEST(text(first) == "");
}

BOOST_AUTO_TEST_SUITE_END()
