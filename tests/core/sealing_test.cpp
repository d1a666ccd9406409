// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What is sealed is in no record and in no row, comes back with its key, and not without.
#include <boost/test/unit_test.hpp>

#include "core/own_texts.hpp"
#include "core/people/profile.hpp"
#include "tests/support/scene.hpp"

namespace {

using core::KeyKind;

constexpr char const* secrets[] = {"Annabella",    "Sternguckerin",   "Ueber-mich",  "anna@example",
                                   "Dachgarten",   "Zusammenfassung", "ben@example", "Begruendung",
                                   "Klarstellung", "Himmelskunde"};

struct Sealing : support::Scene {
  Sealing() {
    member("anna"), member("ben"), member("paul", "programmeManager");
    given("anna", "profile.create",
          "{'profile':'$anna','displayName':'Annabella','headline':'Sternguckerin','about':'Ueber-"
          "mich',"
          "'contact':'anna@example','sector':'science','district':'Nord','offers':[{'word':'"
          "Himmelskunde'}]}");
    given("anna", "profile.revise",
          "{'profile':'$anna','displayName':'Annabella','sector':'business'}");
    given("ben", "challenge.draft",
          "{'challenge':'$roofs','title':'Dachgarten','summary':'Zusammenfassung','contact':'ben@"
          "example'}");
    given("ben", "challenge.submit", "{'challenge':'$roofs'}");
    given("paul", "challenge.return", "{'challenge':'$roofs','reason':'Begruendung'}");
    given("ben", "challenge.submit", "{'challenge':'$roofs'}");
    given("paul", "challenge.approve", "{'challenge':'$roofs'}");
    given("paul", "challenge.publish", "{'challenge':'$roofs'}");
    given("ben", "challenge.clarify", "{'challenge':'$roofs','text':'Klarstellung'}");
  }

  void destroy_texts(std::string const& of) {
    core::each_text_of(
        engine().world(), support::id_named(of),
        [&](core::Position, auto const& own) { vault.destroy(KeyKind::TEXT, own.text); });
  }

  // The first event of that type, opened with the key of that kind.
  template <class Event>
  std::optional<core::Opened> opened(KeyKind kind) {
    std::optional<core::Opened> found;
    bool seen = false;
    log.read({1}, [&](core::RecordView const& record) {
      seen = record.header().event_type == core::id_of<Event>;
      if (seen) found = core::Opened::of(record, kind, vault, crypto);
      return !seen;
    });
    BOOST_REQUIRE(seen);
    return found;
  }
};

bool holds(core::Bytes bytes, std::string_view secret) {
  return core::view_of(bytes).find(secret) != std::string_view::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sealing, Sealing)

BOOST_AUTO_TEST_CASE(nothing_sealed_is_in_any_record) {
  log.read({1}, [&](core::RecordView const& record) {
    for (auto const* secret : secrets) BOOST_TEST(!holds(record.bytes(), secret), secret);
    return true;
  });
}

BOOST_AUTO_TEST_CASE(what_is_not_sealed_is) {
  bool found = false;
  log.read({1}, [&](core::RecordView const& record) {
    return found |= holds(record.bytes(), "Nord"), true;
  });
  BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(nothing_sealed_is_in_any_row_of_the_state) {
  std::size_t rows_seen = 0;
  engine().world().each([&](std::string_view, core::Rows const& rows) {
    rows.scan({}, [&](core::Bytes key, core::Bytes row) {
      for (auto const* secret : secrets)
        BOOST_TEST((!holds(key, secret) && !holds(row, secret)), secret);
      BOOST_TEST((!holds(key, "himmelskunde") && !holds(row, "himmelskunde")));
      return ++rows_seen, true;
    });
  });
  BOOST_TEST(rows_seen > 4);
}

BOOST_AUTO_TEST_CASE(with_its_key_it_comes_back) {
  auto own = opened<core::profile::ProfileCreated>(KeyKind::PERSON);
  auto const profile = own->as<core::profile::ProfileCreated>();
  BOOST_TEST(profile.getDisplayName().cStr() == "Annabella");
  BOOST_TEST(profile.getAbout().cStr() == "Ueber-mich");
  BOOST_TEST((profile.getSector() == core::schema::Sector::UNKNOWN));  // Open, so not in this part.

  auto text = opened<core::challenge::ChallengeDrafted>(KeyKind::TEXT),
       person = opened<core::challenge::ChallengeDrafted>(KeyKind::PERSON);
  auto const shown = text->as<core::challenge::ChallengeDrafted>(),
             contact = person->as<core::challenge::ChallengeDrafted>();
  BOOST_TEST(shown.getTitle().cStr() == "Dachgarten");
  BOOST_TEST(!shown.hasContact());
  BOOST_TEST(contact.getContact().cStr() == "ben@example");
  BOOST_TEST(!contact.hasTitle());
}

BOOST_AUTO_TEST_CASE(each_part_goes_with_its_own_key) {
  vault.destroy(KeyKind::PERSON, support::id_named("ben"));
  BOOST_TEST(!opened<core::challenge::ChallengeDrafted>(KeyKind::PERSON));
  BOOST_TEST(opened<core::challenge::ChallengeDrafted>(KeyKind::TEXT)
                 .has_value());  // The text survives its author.
  BOOST_TEST(opened<core::profile::ProfileCreated>(KeyKind::PERSON).has_value());
  destroy_texts("roofs");
  BOOST_TEST(!opened<core::challenge::ChallengeDrafted>(KeyKind::TEXT));
  BOOST_TEST(!opened<core::challenge::ChallengeClarified>(KeyKind::TEXT));
  vault.destroy(KeyKind::PERSON, support::id_named("anna"));
  BOOST_TEST(!opened<core::profile::ProfileCreated>(KeyKind::PERSON));
  BOOST_TEST(!opened<core::profile::ProfileRevised>(KeyKind::PERSON));
}

BOOST_AUTO_TEST_CASE(the_state_is_the_same_when_all_keys_are_gone) {
  auto const before = state();
  for (auto const* owner : {"anna", "ben"})
    vault.destroy(KeyKind::PERSON, support::id_named(owner));
  destroy_texts("roofs");
  restart_from_the_log();
  BOOST_TEST(state() == before);
}

BOOST_AUTO_TEST_CASE(an_event_without_anything_to_seal_has_no_sealed_part) {
  member("cleo");
  log.at(log.head(),
         [](core::RecordView const& record) { BOOST_TEST(record.sealed_parts() == 0); });
}

BOOST_AUTO_TEST_CASE(one_person_has_one_key_and_each_text_its_own) {
  BOOST_TEST(vault.living() == 6);  // Anna, Ben, three texts of the challenge, and the word.
}

BOOST_AUTO_TEST_SUITE_END()
