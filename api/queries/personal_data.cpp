// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <bit>

#include "api/queries/lists.hpp"
#include "api/queries/rooms.hpp"
#include "api/render/dossier.hpp"
#include "api/render/personal_events.hpp"
#include "api/road/asking.hpp"
#include "core/limits.hpp"
#include "storage/identity.hpp"

namespace api {
namespace {

namespace account = core::account;

// Oneself always; others for a while after one has said why.
bool may_look(Asking const& asking, core::Id const& person) {
  if (asking.is_self(person)) return true;
  auto const opened = asking.rooms.accesses.of(person);
  return std::ranges::any_of(opened, [&](auto const& one) {
    return one.row.by == asking.actor &&
           asking.now.us - one.row.opened.us < core::limits::opened_us;
  });
}

void describe_account(account::State const& state, account::PersonalData::Builder out) {
  out.setSuspended(state.stage == account::Stage::suspended);
  out.setErasureDue(state.erasure_due.us);
  auto roles = out.initRoles(static_cast<unsigned>(state.grants.size()));
  for (unsigned i = 0; i < roles.size(); ++i) {
    auto const& grant = state.grants[i];
    roles[i].setRole(grant.role);
    roles[i].setScope(grant.scope);
    if (!grant.target.is_nil()) roles[i].setTarget(core::data_of(grant.target));
  }
  auto consents = out.initConsents(static_cast<unsigned>(std::popcount(state.consents)));
  for (unsigned purpose = 0, i = 0; purpose < 32; ++purpose)
    if (state.consents >> purpose & 1) consents.set(i++, static_cast<account::Purpose>(purpose));
}

void describe_identity(storage::Identity const& identity, core::Id const& person,
                       account::PersonalData::Builder out) {
  auto const tokens = identity.tokens_of(person);
  auto kept = out.initTokens(static_cast<unsigned>(tokens.size()));
  for (unsigned i = 0; i < kept.size(); ++i) {
    kept[i].setLabel(tokens[i].label);
    kept[i].setCreated(tokens[i].created.us);
    kept[i].setExpires(tokens[i].expires.us);
    kept[i].setRevoked(tokens[i].revoked.us);
  }
  out.setLogins(static_cast<std::uint32_t>(identity.logins_of(person)));
  out.setEmail(identity.email(person).value_or(""));
}

core::Result<void> there(Asking const& asking) {
  auto const stage = asking.about.stage;
  if (stage == account::Stage::absent || stage == account::Stage::erased)
    return core::refuse("aggregate.not-found", "account");
  return {};
}

}  // namespace

core::Result<void> answer(Asking const& asking, account::ExportAccount::Reader query,
                          account::ExportAccountReply::Builder reply) {
  auto const person = core::id_from(query.getAccount());
  if (auto ready = there(asking); !ready) return ready;
  if (!may_look(asking, person))
    return core::refuse("account.not-opened", "account", "say why: account.openPersonalData");
  auto about = reply.initAbout();
  about.setAccount(query.getAccount());
  describe_account(asking.about, about);
  describe_identity(asking.rooms.identity, person, about);
  Dossier dossier(about);
  auto const next = each_event_of({asking.rooms.events, asking.rooms.vault, asking.rooms.crypto},
                                  person, {query.getAfter()}, asking.position,
                                  [&](core::Recorded const& recorded, WholeEvent const& event) {
                                    dossier.add(recorded, event);
                                    return !dossier.full();
                                  });
  std::move(dossier).write(next, reply);
  reply.setPosition(asking.position.value);
  return {};
}

core::Result<void> answer(Asking const& asking, account::Accesses::Reader query,
                          account::AccessesReply::Builder reply) {
  if (auto ready = there(asking); !ready) return ready;
  auto all = asking.rooms.accesses.of(core::id_from(query.getAccount()));
  std::erase_if(all, [&](auto const& one) {
    return query.getAfter() != 0 && one.position.value >= query.getAfter();
  });
  auto const size = std::min(all.size(), limit_of(query));
  auto shown = reply.initAccesses(static_cast<unsigned>(size));
  for (unsigned i = 0; i < size; ++i) {
    auto const& [position, row] = all[i];
    shown[i].setPosition(position.value);
    if (!row.by.is_nil()) shown[i].setBy(core::data_of(row.by));
    shown[i].setOpened(row.opened.us);
    shown[i].setReason(asking.rooms.texts.text(position, "reason").value_or(""));
  }
  reply.setMore(size < all.size());
  reply.setPosition(asking.position.value);
  return {};
}

}  // namespace api
