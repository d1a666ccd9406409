// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/personal_events.hpp"

#include "core/check.hpp"
#include "core/limits.hpp"

namespace api {
namespace {

bool is_subject(core::Recorded const& recorded, core::Id const& person) {
  auto const* subject = recorded.type.subject;
  return subject && core::id_in(recorded.event.root(), *subject) == person;
}

bool is_concealed(core::Recorded const& recorded, core::Id const& person) {
  auto const* conceals = recorded.type.conceals;
  return conceals && core::id_in(recorded.event.root(), *conceals) == person;
}

}  // namespace

bool concerns(core::Recorded const& recorded, core::Id const& person) {
  auto const& header = recorded.header();
  if (header.actor == person || header.stream.id == person) return true;
  bool named = false;
  core::each_person(recorded.type, recorded.event.root(),
                    [&](core::Id const& one) { named |= one == person; });
  return named && (is_subject(recorded, person) || !is_concealed(recorded, person));
}

core::Position each_event_of(
    Kept const& kept, core::Id const& person, core::Position after, core::Position until,
    core::FunctionRef<bool(core::Recorded const& recorded, WholeEvent const& event)> visit) {
  core::Position next;
  auto const last = after.value + core::limits::export_scan_max;
  kept.events.read({after.value + 1}, [&](core::RecordView const& record) {
    auto const position = record.header().position;
    if (position > until) return false;
    if (position.value > last) return next = {last}, false;
    auto const* type = core::schema_tables().event(record.header().event_type);
    CHECK(type);  // The views have seen it.
    core::CanonicalReader event(record.open());
    core::Recorded const recorded{record, *type, event};
    if (!concerns(recorded, person)) return true;
    bool const own = record.header().actor == person || is_subject(recorded, person);
    WholeEvent const whole(recorded, kept.vault, kept.crypto, [&](core::KeyKind kind) {
      return kind == core::KeyKind::TEXT || (kind == core::KeyKind::PERSON && own);
    });
    if (visit(recorded, whole)) return true;
    next = position;
    return false;
  });
  return next;
}

}  // namespace api
