// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/tenant.hpp"

#include "core/decide.hpp"
#include "core/limits.hpp"

namespace core::tenant {
namespace {

std::string text_of(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

bool knows(State const& tenant, Id const& measure) {
  return std::ranges::find(tenant.measures, measure, &Measure::id) != tenant.measures.end();
}

}  // namespace

Id the_tenant() { return {{'t', 'e', 'n', 'a', 'n', 't', 0x80, 0, 0x80, 0, 0, 0, 0, 0, 0, 1}}; }

bool measure_known(World const& world, Id const& measure) {
  return knows(world.tenant.load(the_tenant()), measure);
}

Result<void> decide(State const& tenant, ConfigureTenant::Reader configure, Context const&,
                    Emit& emit) {
  if (id_from(configure.getTenant()) != the_tenant()) return refuse("tenant.unknown", "tenant");
  if (tenant.configured() && tenant.zone != text_of(configure.getZone()))
    return refuse("tenant.zone", "zone", "what was counted by one zone's days stays so");
  auto configured = emit.event<TenantConfigured>();
  configured.setTenant(configure.getTenant());
  configured.setNameDe(configure.getNameDe());
  configured.setNameEn(configure.getNameEn());
  configured.setZone(configure.getZone());
  return {};
}

Result<void> decide(State const& tenant, DefineMeasure::Reader define, Context const&, Emit& emit) {
  auto const code = text_of(define.getCode());
  if (id_from(define.getTenant()) != the_tenant()) return refuse("tenant.unknown", "tenant");
  if (!tenant.configured()) return refuse("aggregate.not-found", "tenant");
  if (knows(tenant, id_from(define.getMeasure()))) return refuse("measure.exists", "measure");
  if (std::ranges::find(tenant.measures, code, &Measure::code) != tenant.measures.end())
    return refuse("measure.exists", "code");
  if (tenant.measures.size() >= limits::measures_max) return refuse("measure.limit", "measure");

  auto defined = emit.event<MeasureDefined>();
  defined.setTenant(define.getTenant());
  defined.setMeasure(define.getMeasure());
  defined.setCode(define.getCode());
  defined.setNameDe(define.getNameDe());
  defined.setNameEn(define.getNameEn());
  return {};
}

void apply(State& tenant, TenantConfigured::Reader configured) {
  tenant.zone = text_of(configured.getZone());
}

void apply(State& tenant, MeasureDefined::Reader defined) {
  tenant.measures.push_back({id_from(defined.getMeasure()), text_of(defined.getCode())});
}

}  // namespace core::tenant
