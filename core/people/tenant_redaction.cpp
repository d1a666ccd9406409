// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How one text is removed for good: ordered, put on the list outside of the folder, done. Done means that its key is destroyed
// (the engine sees to that, by the annotation of TextRedacted).
#include "core/decide.hpp"
#include "core/own_texts.hpp"

namespace core::tenant {
namespace {

bool is_ordered(World const& world, Id const& of, Position event) {
  return world.redactions.find(bytes_of(text_key(of, event))).has_value();
}

}  // namespace

Result<void> decide(State const&, RedactText::Reader redact, Context const& by, Emit& emit) {
  auto const of = id_from(redact.getOf());
  Position const event{redact.getEvent()};
  if (id_from(redact.getTenant()) != the_tenant()) return refuse("tenant.unknown", "tenant");
  auto const own = own_text(by.world, of, event);
  if (!own)
    return refuse("text.no-own-key", "event", "holds no text, or one from before each had a key");
  if (!by.is_staff() && own->author != by.actor) return refuse("auth.forbidden", "event");
  if (by.is_staff() && !redact.hasReason()) return refuse("input.invalid", "reason", "say why");
  if (is_ordered(by.world, of, event)) return {};
  auto ordered = emit.event<RedactionOrdered>();
  ordered.setTenant(redact.getTenant());
  ordered.setOf(redact.getOf());
  ordered.setEvent(redact.getEvent());
  ordered.setText(data_of(own->text));
  if (!own->author.is_nil()) ordered.setAuthor(data_of(own->author));
  if (redact.hasReason()) ordered.setReason(redact.getReason());
  return {};
}

Result<void> decide(State const&, ExecuteRedaction::Reader execute, Context const& by, Emit& emit) {
  auto const of = id_from(execute.getOf());
  Position const event{execute.getEvent()};
  if (id_from(execute.getTenant()) != the_tenant()) return refuse("tenant.unknown", "tenant");
  if (execute.getAgain() && !by.actor.is_nil()) return refuse("auth.forbidden", "again");
  auto const own = own_text(by.world, of, event);
  if (!own) return {};  // Done already.
  if (!execute.getAgain() && !is_ordered(by.world, of, event))
    return refuse("text.not-ordered", "event");
  auto redacted = emit.event<TextRedacted>();
  redacted.setTenant(execute.getTenant());
  redacted.setOf(execute.getOf());
  redacted.setEvent(execute.getEvent());
  redacted.setText(data_of(own->text));
  return {};
}

void apply(State&, RedactionOrdered::Reader) {}
void apply(State&, TextRedacted::Reader) {}

void index(World& world, RedactionOrdered::Reader ordered) {
  auto const key = text_key(id_from(ordered.getOf()), {ordered.getEvent()});
  world.redactions.put(bytes_of(key), there);
}

void index(World& world, TextRedacted::Reader redacted) {
  auto const key = text_key(id_from(redacted.getOf()), {redacted.getEvent()});
  world.texts.erase(bytes_of(key));
  world.redactions.erase(bytes_of(key));
  world.redacted.put(id_from(redacted.getText()).view(), there);
}

}  // namespace core::tenant
