// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/person.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"

namespace core::person {
namespace {

bool is_there(World const& world, Reported kind, Id const& about) {
  switch (kind) {
    case Reported::PERSON: return world.account.version(about).value > 0;
    case Reported::ORGANISATION: return world.organisation.version(about).value > 0;
    case Reported::CHALLENGE: return world.challenge.version(about).value > 0;
  }
  return false;
}

// Whom a report is about, who represents what it is about or owns it.
bool concerns(World const& world, Id const& about, Id const& person) {
  return about == person || organisation::represents(world, about, person) ||
         world.challenge.load(about).owner == person;
}

}  // namespace

bool apart(World const& world, Id const& a, Id const& b) {
  return world.person.load(a).blocks(b) || world.person.load(b).blocks(a);
}

Result<void> decide(State const& person, BlockPerson::Reader block, Context const& by, Emit& emit) {
  auto const other = id_from(block.getBlocked());
  if (other == id_from(block.getPerson())) return refuse("person.self", "blocked");
  if (person.blocks(other)) return {};
  if (by.world.account.load(other).stage == account::Stage::absent)
    return refuse("aggregate.not-found", "blocked");
  if (person.blocked.size() >= limits::blocked_max) return refuse("person.limit", "blocked");
  auto blocked = emit.event<PersonBlocked>();
  blocked.setPerson(block.getPerson());
  blocked.setBlocked(block.getBlocked());
  return {};
}

Result<void> decide(State const& person, UnblockPerson::Reader unblock, Context const&,
                    Emit& emit) {
  if (!person.blocks(id_from(unblock.getBlocked()))) return {};
  auto unblocked = emit.event<PersonUnblocked>();
  unblocked.setPerson(unblock.getPerson());
  unblocked.setBlocked(unblock.getBlocked());
  return {};
}

// Somebody may have more than one thing to say, so a second report is another one.
Result<void> decide(State const& person, ReportPerson::Reader report, Context const& by,
                    Emit& emit) {
  if (report.getKind() == Reported::PERSON &&
      id_from(report.getAbout()) == id_from(report.getPerson()))
    return refuse("person.self", "about");
  if (!is_there(by.world, report.getKind(), id_from(report.getAbout())))
    return refuse("aggregate.not-found", "about");
  if (person.open.size() >= limits::reports_max) return refuse("person.limit", "about");
  auto reported = emit.event<PersonReported>();
  reported.setPerson(report.getPerson());
  reported.setKind(report.getKind());
  reported.setAbout(report.getAbout());
  reported.setReason(report.getReason());
  reported.setHub(data_of(tenant::the_tenant()));
  return {};
}

Result<void> decide(State const& person, SettleReport::Reader settle, Context const& by,
                    Emit& emit) {
  auto const number = settle.getReport();
  auto const report = std::ranges::find(person.open, number, &Report::number);
  bool const settled = report == person.open.end() && number > 0 && number <= person.reported;
  if (settled) return refuse("person.settled", "report");
  if (report == person.open.end() ||
      (!by.actor.is_nil() && concerns(by.world, report->about, by.actor)))
    return refuse("aggregate.not-found", "report");  // To whom it is about there is none.
  auto done = emit.event<ReportSettled>();
  done.setPerson(settle.getPerson());
  done.setReport(number);
  done.setAbout(data_of(report->about));
  done.setOutcome(settle.getOutcome());
  return {};
}

void apply(State& person, PersonBlocked::Reader blocked) {
  person.blocked.push_back(id_from(blocked.getBlocked()));
}

void apply(State& person, PersonUnblocked::Reader unblocked) {
  std::erase(person.blocked, id_from(unblocked.getBlocked()));
}

void apply(State& person, PersonReported::Reader reported) {
  person.open.push_back({++person.reported, id_from(reported.getAbout())});
}

void apply(State& person, ReportSettled::Reader settled) {
  std::erase_if(person.open,
                [&](Report const& report) { return report.number == settled.getReport(); });
}

// What the person reported can no longer be read, so it is settled.
void depart(State const& own, Id const& id, Id const& person, Context const&, Emit& emit) {
  if (id != person) return;
  for (auto const& report : own.open) {
    auto settled = emit.event_on<ReportSettled>(id);
    settled.setPerson(data_of(id));
    settled.setReport(report.number);
    settled.setAbout(data_of(report.about));
  }
}

}  // namespace core::person
