// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/people.hpp"

namespace api {
namespace {

// The name of an enumerant as the schema writes it.
template <class Enum>
std::string name_in(char const* type, char const* field, Enum value) {
  static auto const& names = [&]() -> std::vector<std::string> const& {
    for (auto const* query : core::schema_tables().queries())
      if (query->method == type) return query->field(field)->element.enumeration->names;
    core::broken(type, __FILE__, __LINE__);
  }();
  auto const at = static_cast<std::size_t>(value);
  return at < names.size() ? names[at] : "";
}

std::vector<Facet> facets_of(projections::DirectoryCounts const& counts) {
  std::vector<Facet> facets;
  for (auto const& [sector, count] : counts.sectors)
    facets.push_back({"sector", name_in("directory.search", "sectors", sector), count});
  for (auto const& [kind, count] : counts.kinds)
    facets.push_back({"kind", name_in("directory.search", "kinds", kind), count});
  for (auto const& [language, count] : counts.languages)
    facets.push_back({"language", language, count});
  for (auto const& [district, count] : counts.districts)
    facets.push_back({"district", district, count});
  for (auto const& [skill, count] : counts.skills)
    facets.push_back({"skill", core::to_string(skill), count});
  return facets;
}

}  // namespace

std::optional<core::profile::Field> profile_field(std::string_view name) {
  using Field = core::profile::Field;
  if (name == "displayName") return Field::DISPLAY_NAME;
  if (name == "headline") return Field::HEADLINE;
  if (name == "about") return Field::ABOUT;
  if (name == "contact") return Field::CONTACT;
  return {};
}

bool Shown::shows(core::profile::Field field) const {
  switch (row_.visibility_of(field)) {
    case core::Visibility::PUBLIC: return true;
    case core::Visibility::MEMBERS: return self_ || asking_.role != core::Role::ANONYMOUS;
    case core::Visibility::ORGANISATION:
    case core::Visibility::PRIVATE: return self_;
    case core::Visibility::STAFF: return self_ || asking_.staff;
  }
  return self_;
}

std::string Shown::text(core::profile::Field field, std::string_view name) const {
  if (!shows(field)) return {};
  return asking_.rooms.texts.text(row_.named_at, name).value_or("");
}

bool finds(Asking const& asking, core::Id const& person) {
  auto const row = asking.rooms.directory.profile(person);
  return row && Shown(asking, person, *row).there();
}

std::string display_name(Asking const& asking, core::Id const& person) {
  auto const row = asking.rooms.directory.profile(person);
  if (!row) return {};
  Shown const shown(asking, person, *row);
  return shown.there() ? shown.display_name() : std::string();
}

core::Result<void> answer(Asking const& asking, core::directory::SearchDirectory::Reader query,
                          core::directory::SearchDirectoryReply::Builder reply) {
  projections::DirectoryFilter filter{values_of<core::schema::Sector>(query.getSectors()),
                                      values_of<core::profile::Kind>(query.getKinds()),
                                      texts_of(query.getLanguages()),
                                      texts_of(query.getDistricts()),
                                      ids_of(query.getSkills()),
                                      query.getHoursMin(),
                                      {}};
  if (!asking.staff) filter.without = asking.rooms.blocks.apart_from(asking.actor);
  auto const limit = limit_of(query);
  auto const& directory = asking.rooms.directory;
  auto const found = directory.search(filter, core::id_from(query.getAfter()), limit);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto entries = reply.initEntries(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i) {
    auto const row = directory.profile(found.page[i]);
    entries[i].setProfile(core::data_of(found.page[i]));
    describe(*row, Shown(asking, found.page[i], *row), entries[i]);
  }
  auto const facets = facets_of(found.counts);
  set_facets(facets, reply.initFacets(static_cast<unsigned>(facets.size())));
  return {};
}

core::Result<void> answer(Asking const& asking, core::profile::GetProfile::Reader query,
                          core::profile::GetProfileReply::Builder reply) {
  using Field = core::profile::Field;
  auto const person = core::id_from(query.getProfile());
  auto const row = asking.rooms.directory.profile(person);
  if (!row) return core::refuse("aggregate.not-found", "profile");
  Shown const shown(asking, person, *row);
  if (!shown.there())
    return core::refuse("aggregate.not-found", "profile");  // The same as if there were none.
  reply.setProfile(core::data_of(person));
  describe(*row, shown, reply);
  reply.setAbout(shown.text(Field::ABOUT, "about"));
  reply.setContact(shown.text(Field::CONTACT, "contact"));
  reply.setDiscipline(row->discipline);
  if (!row->available.empty() && shown.shows(Field::AVAILABILITY)) {
    reply.setAvailableFrom(row->available.front().us);
    reply.setAvailableUntil(row->available.back().us);
  }
  auto const topics = asking.rooms.terms.merged().settled(row->topics);
  set_ids(topics, reply.initTopics(static_cast<unsigned>(topics.size())));
  reply.setListed(row->is(projections::ProfileRow::listed));
  reply.setPaused(row->is(projections::ProfileRow::paused));
  reply.setVersion(row->version.value);
  return {};
}

}  // namespace api
