// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Every text of every event is found by the search, or stands here with the reason why not.
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>

#include "core/schema.hpp"
#include "core/schema/profile.capnp.h"

namespace {

// By field, where its name says enough, or by event and field.
std::map<std::string, std::string> const not_found = {
    {"reason", "is for those whom a decision concerns"},
    {"message", "is for whom it was written to"},
    {"answer", "belongs to what was asked, which is found by its own words"},
    {"outcome", "closes what is found by its own words"},
    {"contact", "is shown to those who may turn to somebody, and leads nobody there"},
    {"confidential", "is for those who are let in"},
    {"description", "is for those who answer it"},
    {"terms", "are conditions"},
    {"word", "somebody's own word is nobody else's"},
    {"website", "is an address"},
    {"address", "is an address"},
    {"url", "is an address"},
    {"link", "is an address"},
    {"uri", "is an address"},
    {"evidence", "is an address"},
    {"licence", "is a code"},
    {"code", "is a code"},
    {"zone", "is a code"},
    {"language", "is a filter"},
    {"district", "is a filter"},
    {"discipline", "is a filter"},
    {"place", "is a place"},
    {"day", "is a day"},
    {"resources", "is a detail of a page"},
    {"TenantConfigured.nameDe", "there is one hub"},
    {"TenantConfigured.nameEn", "there is one hub"},
    {"MeasureDefined.nameDe", "the page lists them all"},
    {"MeasureDefined.nameEn", "the page lists them all"},
    {"LogForked.parent", "is the name of a log"},
    {"LogForked.root", "is a hash"},
    {"ChallengeProposed.text", "is for the hub, until it has become a challenge"},
    {"DatasetReferenced.title", "is a detail of a page"},
    {"PhasePlanned.title", "is a detail of a page"},
    {"ResultsPublished.text", "is a detail of a page"},
    {"MilestonePlanned.title", "is a detail of a page"},
    {"RoleOpened.text", "is a detail of a page"},
    {"TransferAdopted.name", "is a detail of a page"},
    {"CompanyFounded.name", "is an organisation, which is found by its own name"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(searchable)

BOOST_AUTO_TEST_CASE(no_text_is_forgotten) {
  std::set<std::string> met;
  for (auto const* event : core::schema_tables().events())
    for (auto const& field : event->fields) {
      if (field.value.shape != core::Shape::text || field.searchable) continue;
      auto const whole = event->name + "." + field.name;
      auto const& key = not_found.contains(whole) ? whole : field.name;
      met.insert(key);
      BOOST_TEST(not_found.contains(key),
                 whole << " is neither $searchable nor listed with a reason in this test");
    }
  for (auto const& [key, why] : not_found)
    BOOST_TEST(met.contains(key), key << " is listed, but there is none that is not $searchable");
}

// So that the visibility of each is known without a look at the event.
BOOST_AUTO_TEST_CASE(the_texts_of_a_profile_are_the_same_in_all_events) {
  auto const names = [](auto const& type) {
    std::vector<std::string> names;
    for (auto const* field : type.searchable) names.push_back(field->name);
    return names;
  };
  auto const& schema = core::schema_tables();
  auto const created = names(schema.of<core::profile::ProfileCreated>());
  BOOST_TEST(created == names(schema.of<core::profile::ProfileRevised>()));
  BOOST_TEST(created.size() == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
