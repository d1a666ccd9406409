// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/tenant.hpp"

#include "api/queries/lists.hpp"
#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"

namespace api {

namespace tenant = core::tenant;

core::Result<void> answer(Asking const& asking, tenant::GetTenant::Reader,
                          tenant::GetTenantReply::Builder reply) {
  auto const row = asking.rooms.tenant.tenant();
  if (row.zone.empty()) return core::refuse("aggregate.not-found", "tenant");
  reply.setPosition(asking.position.value);
  reply.setTenant(core::data_of(tenant::the_tenant()));
  reply.setNameDe(row.name_de);
  reply.setNameEn(row.name_en);
  reply.setZone(row.zone);
  set_texts(row.languages, reply.initLanguages(static_cast<unsigned>(row.languages.size())));
  reply.setArchived(row.archived);
  auto measures = reply.initMeasures(static_cast<unsigned>(row.measures.size()));
  for (unsigned i = 0; i < row.measures.size(); ++i) {
    measures[i].setMeasure(core::data_of(row.measures[i].id));
    measures[i].setCode(row.measures[i].code);
    measures[i].setNameDe(row.measures[i].name_de);
    measures[i].setNameEn(row.measures[i].name_en);
    measures[i].setPrimary(!row.measures[i].secondary);
    measures[i].setRetired(row.measures[i].retired);
  }
  reply.setVersion(row.version.value);
  return {};
}

core::Result<void> answer(Asking const& asking, tenant::VisitorSources::Reader query,
                          tenant::VisitorSourcesReply::Builder reply) {
  auto const from = query.getFrom();
  auto const found = asking.rooms.tenant.sources(core::id_from(query.getPlace()),
                                                 {from.cStr(), from.size()}, limit_of(query, 31));
  reply.setPosition(asking.position.value);
  auto sources = reply.initSources(static_cast<unsigned>(found.size()));
  for (unsigned i = 0; i < found.size(); ++i) {
    sources[i].setPlace(query.getPlace());
    sources[i].setDay(found[i].day);
    sources[i].setSource(found[i].source);
  }
  return {};
}

}  // namespace api
