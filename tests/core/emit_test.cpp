// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/emit.hpp"

#include <boost/test/unit_test.hpp>

#include "core/schema/lists.hpp"
#include "tests/support/names.hpp"

namespace {

using support::id_named;
namespace account = core::account;
namespace vocabulary = core::vocabulary;

constexpr core::Family accounts = 1, terms = 2;

}  // namespace

BOOST_AUTO_TEST_SUITE(emit)

BOOST_AUTO_TEST_CASE(events_come_in_order_on_the_commands_own_stream) {
  core::Emit emit;
  emit.start(id_named("anna"));
  emit.event<account::AccountRegistered>();
  emit.event<account::RoleGranted>().setRole(core::Role::CURATOR);
  BOOST_REQUIRE(emit.size() == 2);
  BOOST_TEST(emit[0].type->name == "AccountRegistered");
  BOOST_TEST(emit[1].type->name == "RoleGranted");
  BOOST_TEST((emit[1].stream == core::StreamKey{accounts, id_named("anna")}));
  BOOST_TEST((emit[1].message->getRoot<account::RoleGranted>().getRole() == core::Role::CURATOR));
}

BOOST_AUTO_TEST_CASE(an_event_may_go_to_another_stream_of_its_family) {
  core::Emit emit;
  emit.start(id_named("anna"));
  emit.event_on<vocabulary::TermProposed>(id_named("word"));
  BOOST_TEST((emit[0].stream == core::StreamKey{terms, id_named("word")}));
  BOOST_TEST(emit.touches({terms, id_named("word")}));
  BOOST_TEST(!emit.touches({terms, id_named("anna")}));
  BOOST_TEST(!emit.touches({accounts, id_named("word")}));
}

BOOST_AUTO_TEST_CASE(it_knows_what_was_emitted_before) {
  core::Emit emit;
  emit.start(id_named("anna"));
  emit.event_on<vocabulary::TermProposed>(id_named("word"));
  BOOST_TEST(emit.has<vocabulary::TermProposed>(id_named("word")));
  BOOST_TEST(!emit.has<vocabulary::TermProposed>(id_named("another")));
  BOOST_TEST(!emit.has<vocabulary::TermAdded>(id_named("word")));
}

BOOST_AUTO_TEST_CASE(the_next_command_starts_with_nothing_left_of_the_last) {
  core::Emit emit;
  emit.start(id_named("anna"));
  auto said = emit.event<vocabulary::TermProposed>();
  said.setWord(std::string(10'000, 'w').c_str());  // More than the scratch holds.
  said.setLanguage("de");
  emit.event<account::AccountRegistered>();
  emit.start(id_named("ben"));
  BOOST_TEST(emit.size() == 0);
  BOOST_TEST(!emit.has<vocabulary::TermProposed>(id_named("anna")));
  auto const next = emit.event<vocabulary::TermProposed>().asReader();
  BOOST_TEST((!next.hasWord() && !next.hasLanguage() && !next.hasTerm()));
  BOOST_TEST((emit[0].stream.id == id_named("ben")));
}

BOOST_AUTO_TEST_CASE(a_note_says_where_the_stream_stood) {
  core::Emit emit;
  emit.start(id_named("optics"));
  emit.note(id_named("anna"), {7});
  BOOST_TEST((emit[0].stream == core::StreamKey{0, id_named("anna")}));
  BOOST_TEST(emit[0].message->getRoot<core::schema::CommandNoted>().getVersion() == 7);
}

BOOST_AUTO_TEST_SUITE_END()
