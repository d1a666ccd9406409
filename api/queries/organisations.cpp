// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "api/queries/work.hpp"

namespace api {
namespace {

namespace organisation = core::organisation;
using projections::OrganisationRow;
using Standing = organisation::Standing;

bool is_visitor(Asking const& asking) { return asking.role == core::Role::ANONYMOUS; }

std::string name_of(core::schema::Sector sector) {
  static auto const& names = core::schema_tables()
                                 .of<organisation::SearchOrganisation>()
                                 .field("sectors")
                                 ->element.enumeration->names;
  auto const at = static_cast<std::size_t>(sector);
  return at < names.size() ? names[at] : "";
}

// What a page and a list say of an organisation alike.
template <class Reply>
void describe_organisation(Asking const& asking, core::Id const& id, OrganisationRow const& row,
                           Reply reply) {
  reply.setOrganisation(core::data_of(id));
  reply.setName(text_at(asking, row.told_at, "name"));
  reply.setWebsite(text_at(asking, row.told_at, "website"));
  reply.setSector(row.sector);
  reply.setDistrict(row.district);
  reply.setGreen(row.green);
}

// The people of an organisation, as one person may see them.
struct Circle {
  Asking const& asking;
  OrganisationRow const& row;
  Standing mine = row.standing(asking.actor);

  bool inside() const { return asking.staff || mine == Standing::REPRESENTATIVE; }
  bool shows(organisation::Person const& one) const {
    if (is_visitor(asking)) return false;  // Nobody lists people for visitors.
    if (one.standing == Standing::REQUESTED && is_apart(asking, one.id)) return false;
    if (inside() || asking.is_self(one.id)) return true;
    if (one.standing == Standing::REQUESTED) return false;
    return finds(asking, one.id);
  }
};

void set_people(Circle const& circle, organisation::GetOrganisationReply::Builder reply) {
  std::vector<organisation::Person> shown;
  std::ranges::copy_if(circle.row.people, std::back_inserter(shown),
                       [&](auto const& one) { return circle.shows(one); });
  auto people = reply.initPeople(static_cast<unsigned>(shown.size()));
  for (unsigned i = 0; i < shown.size(); ++i) {
    people[i].setPerson(core::data_of(shown[i].id));
    people[i].setDisplayName(display_name(circle.asking, shown[i].id));
    people[i].setStanding(shown[i].standing);
  }
  reply.setMembers(static_cast<std::uint32_t>(std::ranges::count_if(
      circle.row.people,
      [](organisation::Person const& one) { return one.standing != Standing::REQUESTED; })));
  reply.setMine(circle.mine);
}

std::vector<Facet> facets_of(projections::OrganisationCounts const& counts) {
  std::vector<Facet> facets;
  for (auto const& [sector, count] : counts.sectors)
    facets.push_back({"sector", name_of(sector), count});
  for (auto const& [district, count] : counts.districts)
    facets.push_back({"district", district, count});
  facets.push_back({"green", "true", counts.green});
  facets.push_back({"verified", "true", counts.verified});
  return facets;
}

}  // namespace

bool may_see(Asking const& asking, OrganisationRow const& row) {
  return row.verified() || !is_visitor(asking);
}

core::Result<void> answer(Asking const& asking, organisation::GetOrganisation::Reader query,
                          organisation::GetOrganisationReply::Builder reply) {
  auto const& organisations = asking.rooms.organisations;
  auto const id = organisations.canonical(core::id_from(query.getOrganisation()));
  auto const row = organisations.organisation(id);
  if (!row || !may_see(asking, *row)) return core::refuse("aggregate.not-found", "organisation");
  describe_organisation(asking, id, *row, reply);
  reply.setAbout(text_at(asking, row->told_at, "about"));
  if (!is_visitor(asking)) reply.setContact(text_at(asking, row->told_at, "contact"));
  reply.setStage(row->stage);
  set_people({asking, *row}, reply);
  reply.setVersion(row->version.value);
  return {};
}

core::Result<void> answer(Asking const& asking, organisation::SearchOrganisation::Reader query,
                          organisation::SearchOrganisationReply::Builder reply) {
  projections::OrganisationFilter const filter{values_of<core::schema::Sector>(query.getSectors()),
                                               texts_of(query.getDistricts()), query.getGreen(),
                                               query.getVerified()};
  auto const limit = limit_of(query);
  auto const& organisations = asking.rooms.organisations;
  auto const found =
      organisations.search(filter, !is_visitor(asking), core::id_from(query.getAfter()), limit);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto entries = reply.initOrganisations(static_cast<unsigned>(found.page.size()));
  for (unsigned i = 0; i < found.page.size(); ++i) {
    auto const row = organisations.organisation(found.page[i]);
    describe_organisation(asking, found.page[i], *row, entries[i]);
    entries[i].setVerified(row->verified());
  }
  auto const facets = facets_of(found.counts);
  set_facets(facets, reply.initFacets(static_cast<unsigned>(facets.size())));
  return {};
}

}  // namespace api
