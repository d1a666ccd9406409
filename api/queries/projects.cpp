// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/work.hpp"

namespace api {
namespace {

using projections::ProjectRow;

unsigned count(auto const& list) { return static_cast<unsigned>(list.size()); }

template <class Reply>
void describe_project(Asking const& asking, core::Id const& id, ProjectRow const& row,
                      Reply reply) {
  reply.setProject(core::data_of(id));
  reply.setTitle(text_at(asking, row.started_at, "title"));
  reply.setSummary(text_at(asking, row.started_at, "summary"));
  reply.setStage(row.stage);
  reply.setStatus(row.status);
  reply.setGreen(row.green);
  reply.setMeasure(core::data_of(row.measure));
  if (!row.second_measure.is_nil()) reply.setSecondMeasure(core::data_of(row.second_measure));
}

void describe_origin(ProjectRow const& row, core::project::GetProjectReply::Builder reply) {
  auto const set = [](core::Id const& id, auto setter) {
    if (!id.is_nil()) setter(core::data_of(id));
  };
  reply.setOrigin(row.origin);
  set(row.origin_id, [&](auto id) { reply.setOriginId(id); });
  set(row.predecessor, [&](auto id) { reply.setPredecessor(id); });
  set(row.team, [&](auto id) { reply.setTeam(id); });
  set(row.commissioner, [&](auto id) { reply.setCommissioner(id); });
  set_ids(row.successors, reply.initSuccessors(count(row.successors)));
  reply.setBegins(row.begins.us);
  reply.setEnds(row.ends.us);
}

void describe_people(Asking const& asking, ProjectRow const& row,
                     core::project::GetProjectReply::Builder reply) {
  auto const lead = seen(asking, {row.lead});
  if (!lead.empty()) reply.setLead(core::data_of(lead[0]));
  auto const members = seen(asking, row.members);
  set_ids(members, reply.initMembers(count(members)));
  reply.setMemberCount(count(row.members));
}

void describe_work(Asking const& asking, ProjectRow const& row,
                   core::project::GetProjectReply::Builder reply) {
  auto milestones = reply.initMilestones(count(row.milestones));
  for (unsigned i = 0; i < milestones.size(); ++i) {
    auto const& milestone = row.milestones[i];
    milestones[i].setMilestone(core::data_of(milestone.id));
    milestones[i].setTitle(text_at(asking, milestone.at, "title"));
    milestones[i].setDue(milestone.due.us);
    milestones[i].setStage(milestone.stage);
  }
  auto prototypes = reply.initPrototypes(count(row.prototypes));
  for (unsigned i = 0; i < prototypes.size(); ++i) {
    auto const& prototype = row.prototypes[i];
    prototypes[i].setPrototype(core::data_of(prototype.id));
    prototypes[i].setEvidence(text_at(asking, prototype.at, "evidence"));
    if (!prototype.exhibit.is_nil()) prototypes[i].setExhibit(core::data_of(prototype.exhibit));
    prototypes[i].setLicence(prototype.licence);
  }
  auto sites = reply.initSites(count(row.sites));
  for (unsigned i = 0; i < sites.size(); ++i) {
    auto const& site = row.sites[i];
    sites[i].setSite(core::data_of(site.id));
    sites[i].setDistrict(site.district);
    sites[i].setPlace(text_at(asking, site.at, "place"));
    sites[i].setTest(site.test);
  }
}

void describe_results(Asking const& asking, ProjectRow const& row,
                      core::project::GetProjectReply::Builder reply) {
  auto releases = reply.initReleases(count(row.releases));
  for (unsigned i = 0; i < releases.size(); ++i) {
    releases[i].setUrl(text_at(asking, row.releases[i].at, "url"));
    releases[i].setLicence(row.releases[i].licence);
  }
  reply.setResources(text_at(asking, row.commissioned_at, "resources"));
  reply.setTransferOffered(row.offered_at.value != 0);
  reply.setTerms(text_at(asking, row.offered_at, "terms"));
  reply.setAdoptions(row.adoptions);
  reply.setCompanies(row.companies);
  reply.setProgress(text_at(asking, row.progress_at, "text"));
  reply.setProgressCount(row.progress);
}

}  // namespace

bool may_see(Asking const& asking, ProjectRow const& row) {
  return row.shown() || asking.staff || (!asking.actor.is_nil() && row.has(asking.actor));
}

std::vector<core::Id> seen(Asking const& asking, std::vector<core::Id> const& people) {
  std::vector<core::Id> seen;
  for (auto const& person : people) {
    bool const there = asking.role != core::Role::ANONYMOUS && finds(asking, person);
    if (asking.staff || asking.is_self(person) || there) seen.push_back(person);
  }
  return seen;
}

core::Result<void> answer(Asking const& asking, core::project::SearchProject::Reader query,
                          core::project::SearchProjectReply::Builder reply) {
  projections::ProjectFilter const filter{
      values_of<projections::ProjectStage>(query.getStages()),
      values_of<projections::ProjectStatus>(query.getStatuses()), core::id_from(query.getMeasure()),
      texts_of(query.getDistricts()), query.getGreen()};
  auto const limit = limit_of(query);
  auto const& projects = asking.rooms.projects;
  auto const found = projects.search(filter, core::id_from(query.getAfter()), limit);
  reply.setPosition(asking.position.value);
  reply.setTotal(found.total);
  auto items = reply.initItems(count(found.page));
  for (unsigned i = 0; i < items.size(); ++i) {
    auto const row = *projects.project(found.page[i]);
    describe_project(asking, found.page[i], row, items[i]);
    auto const districts = row.districts();
    set_texts(districts, items[i].initDistricts(count(districts)));
    items[i].setPrototypes(count(row.prototypes));
    items[i].setStartedPosition(row.started_at.value);
  }
  return {};
}

core::Result<void> answer(Asking const& asking, core::project::GetProject::Reader query,
                          core::project::GetProjectReply::Builder reply) {
  auto const id = core::id_from(query.getProject());
  auto const row = asking.rooms.projects.project(id);
  if (!row || !may_see(asking, *row)) return core::refuse("aggregate.not-found", "project");
  describe_project(asking, id, *row, reply);
  describe_origin(*row, reply);
  describe_people(asking, *row, reply);
  describe_work(asking, *row, reply);
  describe_results(asking, *row, reply);
  reply.setVersion(row->version.value);
  return {};
}

core::Result<void> answer(Asking const& asking, core::project::FunnelProject::Reader query,
                          core::project::FunnelProjectReply::Builder reply) {
  auto const funnel = asking.rooms.projects.funnel(core::id_from(query.getMeasure()));
  reply.setPosition(asking.position.value);
  auto steps = reply.initSteps(count(funnel));
  for (unsigned i = 0; i < steps.size(); ++i) {
    steps[i].setStage(funnel[i].stage);
    steps[i].setNow(funnel[i].now);
    steps[i].setEver(funnel[i].ever);
    steps[i].setMedianDays(funnel[i].median_days);
  }
  return {};
}

core::Result<void> answer(Asking const& asking, core::project::DistrictsProject::Reader query,
                          core::project::DistrictsProjectReply::Builder reply) {
  auto const counted = asking.rooms.projects.districts(core::id_from(query.getMeasure()));
  reply.setPosition(asking.position.value);
  auto districts = reply.initDistricts(count(counted));
  for (unsigned i = 0; i < districts.size(); ++i) {
    districts[i].setDistrict(counted[i].district);
    districts[i].setProjects(counted[i].projects);
  }
  return {};
}

}  // namespace api
