// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/tenant.hpp"

#include "core/day.hpp"
#include "core/departing.hpp"
#include "core/limits.hpp"

namespace core::tenant {
namespace {

std::string text_of(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

// Every action on a tenant that is configured starts with these two rungs.
template <class Command>
Result<void> there(State const& tenant, Command command) {
  if (id_from(command.getTenant()) != the_tenant()) return refuse("tenant.unknown", "tenant");
  if (!tenant.configured()) return refuse("aggregate.not-found", "tenant");
  return {};
}

Result<void> may_begin(State const& tenant, Id const& measure, std::string_view field) {
  auto const* const known = tenant.measure(measure);
  if (!known) return refuse("measure.unknown", field);
  if (known->retired) return refuse("measure.retired", field);
  return {};
}

// The place and, since days as text ascend, its days in their order.
std::string source_key(Id const& place, std::string_view day) {
  return std::string(view_of(place.view())).append(day);
}

}  // namespace

Id the_tenant() { return {{'t', 'e', 'n', 'a', 'n', 't', 0x80, 0, 0x80, 0, 0, 0, 0, 0, 0, 1}}; }

Result<void> may_count(World const& world, Id const& measure, Id const& second) {
  auto const& tenant = world.tenant.hold(the_tenant());
  if (!second.is_nil() && second == measure)
    return refuse("input.invalid", "secondMeasure", "is the first one");
  if (!measure.is_nil()) {
    if (auto may = may_begin(tenant, measure, "measure"); !may) return may;
    if (tenant.measure(measure)->secondary) return refuse("measure.secondary", "measure");
  }
  return second.is_nil() ? Result<void>() : may_begin(tenant, second, "secondMeasure");
}

Result<void> at_work(World const& world, Family family) {
  static Family const tenants = schema_tables().of<TenantArchived>().family,
                      accounts = schema_tables().of<account::AccountRegistered>().family,
                      privacy = schema_tables().of<privacy::RequestRecorded>().family;
  if (family == tenants || family == accounts || family == privacy) return {};
  if (!world.tenant.hold(the_tenant()).archived) return {};
  return refuse("tenant.archived");
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
  if (configure.getLanguages().size() > 0) configured.setLanguages(configure.getLanguages());
  else configured.setLanguages({"de", "en"});
  return {};
}

Result<void> decide(State const& tenant, DefineMeasure::Reader define, Context const&, Emit& emit) {
  auto const code = text_of(define.getCode());
  if (auto ready = there(tenant, define); !ready) return ready;
  if (tenant.measure(id_from(define.getMeasure()))) return refuse("measure.exists", "measure");
  if (std::ranges::find(tenant.measures, code, &Measure::code) != tenant.measures.end())
    return refuse("measure.exists", "code");
  if (tenant.measures.size() >= limits::measures_max) return refuse("measure.limit", "measure");

  auto defined = emit.event<MeasureDefined>();
  defined.setTenant(define.getTenant());
  defined.setMeasure(define.getMeasure());
  defined.setCode(define.getCode());
  defined.setNameDe(define.getNameDe());
  defined.setNameEn(define.getNameEn());
  defined.setSecondary(define.getSecondary());
  return {};
}

Result<void> decide(State const& tenant, RetireMeasure::Reader retire, Context const&, Emit& emit) {
  if (auto ready = there(tenant, retire); !ready) return ready;
  auto const* const measure = tenant.measure(id_from(retire.getMeasure()));
  if (!measure) return refuse("measure.unknown", "measure");
  if (measure->retired) return {};
  auto retired = emit.event<MeasureRetired>();
  retired.setTenant(retire.getTenant());
  retired.setMeasure(retire.getMeasure());
  return {};
}

Result<void> decide(State const& tenant, ChooseVisitorSource::Reader choose, Context const& by,
                    Emit& emit) {
  auto const day = text_of(choose.getDay());
  if (auto ready = there(tenant, choose); !ready) return ready;
  if (!is_day(day)) return refuse("input.invalid", "day", "is no day, as 2026-11-24");
  if (choose.getSource() == VisitorSource::UNSPECIFIED)
    return refuse("input.invalid", "source", "must be named");
  auto const chosen =
      by.world.visitor_sources.find(bytes_of(source_key(id_from(choose.getPlace()), day)));
  if (chosen)
    return chosen->front() == static_cast<std::uint8_t>(choose.getSource())
               ? Result<void>()
               : refuse("visits.source-conflict", "source");

  auto source = emit.event<VisitorSourceChosen>();
  source.setTenant(choose.getTenant());
  source.setPlace(choose.getPlace());
  source.setDay(choose.getDay());
  source.setSource(choose.getSource());
  return {};
}

Result<void> decide(State const& tenant, SetRetention::Reader set, Context const&, Emit& emit) {
  if (auto ready = there(tenant, set); !ready) return ready;
  if (set.getIdleDays() != 0 && set.getIdleDays() < limits::idle_days_min)
    return refuse("input.invalid", "idleDays", "at least 30, or 0 for ever");
  auto const& now = tenant.retention;
  if (now.idle_days == set.getIdleDays() && now.grace_days == set.getGraceDays()) return {};
  auto is = emit.event<RetentionSet>();
  is.setTenant(set.getTenant());
  is.setIdleDays(set.getIdleDays());
  is.setGraceDays(set.getGraceDays());
  return {};
}

Result<void> decide(State const& tenant, ArchiveTenant::Reader archive, Context const&,
                    Emit& emit) {
  if (auto ready = there(tenant, archive); !ready) return ready;
  if (!tenant.archived) emit.event<TenantArchived>().setTenant(archive.getTenant());
  return {};
}

Result<void> decide(State const& tenant, ReopenTenant::Reader reopen, Context const&, Emit& emit) {
  if (auto ready = there(tenant, reopen); !ready) return ready;
  if (tenant.archived) emit.event<TenantReopened>().setTenant(reopen.getTenant());
  return {};
}

Result<void> decide(State const&, RecordFork::Reader fork, Context const& by, Emit& emit) {
  if (id_from(fork.getTenant()) != the_tenant()) return refuse("tenant.unknown", "tenant");
  if (!by.actor.is_nil()) return refuse("auth.forbidden", "parent");
  auto forked = emit.event<LogForked>();
  forked.setTenant(fork.getTenant());
  forked.setParent(fork.getParent());
  forked.setSize(fork.getSize());
  forked.setRoot(fork.getRoot());
  return {};
}

void apply(State& tenant, TenantConfigured::Reader configured) {
  tenant.zone = text_of(configured.getZone());
}

void apply(State& tenant, MeasureDefined::Reader defined) {
  tenant.measures.push_back(
      {id_from(defined.getMeasure()), text_of(defined.getCode()), defined.getSecondary(), false});
}

void apply(State& tenant, MeasureRetired::Reader retired) {
  std::ranges::find(tenant.measures, id_from(retired.getMeasure()), &Measure::id)->retired = true;
}

void apply(State&, VisitorSourceChosen::Reader) {}
void apply(State& tenant, RetentionSet::Reader set) {
  tenant.retention = {set.getIdleDays(), set.getGraceDays()};
}
void apply(State& tenant, TenantArchived::Reader) { tenant.archived = true; }
void apply(State& tenant, TenantReopened::Reader) { tenant.archived = false; }
void apply(State&, LogForked::Reader) {}

void index(World& world, VisitorSourceChosen::Reader chosen) {
  auto const source = static_cast<std::uint8_t>(chosen.getSource());
  world.visitor_sources.put(
      bytes_of(source_key(id_from(chosen.getPlace()), text_of(chosen.getDay()))), {&source, 1});
}

void depart(State const&, Id const&, Id const&, Context const&, Emit&) {
}  // It names nobody who could leave.

}  // namespace core::tenant
