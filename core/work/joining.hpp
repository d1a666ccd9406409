// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "core/decide.hpp"

// What coming and going mean to everybody else: the promises that hold across the teams of a programme.
namespace core::team {

// Whether a person may become a member of a team of this programme (nil: of an expert group). Refuses, at `field`,
// `aggregate.not-found`, `programme.state`, `team.not-enrolled`, `team.already-member`, `team.limit`.
Result<void> may_take_part(Id const& programme, Id const& team, Id const& person,
                           std::string_view field, Context const& by);
// The same, and whether this team still has a seat: `team.full`.
Result<void> may_join(State const& team, Id const& id, Id const& person, std::string_view field,
                      Context const& by);

struct Newcomer {
  Id person, role;
  Sector sector{};
  std::string_view discipline = {};
};

// Somebody becomes a member. What can no longer be met ends: the person's requests to other teams of the programme, the requests
// and invitations for a role that is filled, and, when the team is full, its roles, all its requests and its invitations.
void join(State const& team, Id const& id, Newcomer const& newcomer, Context const& by, Emit& emit);

// Nobody is looked for in this role any more, nor may anybody but the `newcomer` (or nobody) still have hoped for it.
RoleClosed::Builder close_role(State const& team, Id const& id, Id const& role, RoleEnding ending,
                               Id const& newcomer, Emit& emit);

// A team ends: its members and its requests with it, and what it worked on or had applied for.
void dissolve(State const& team, Id const& id, std::string_view reason, Context const& by,
              Emit& emit);

// Who has been a member longest of those who may lead instead; nil where there is nobody.
Id next_lead(State const& team, Context const& by);

// A person who is no longer enrolled is in no team of the programme; one of their own alone ends. Refuses `team.lead-leaves`, `team.locked`.
Result<void> leave_programme(Id const& programme, Id const& person, Context const& by, Emit& emit);

// One event each.
void withdraw_request(State const& team, Id const& id, Id const& person, JoinEnding ending,
                      Emit& emit);
void leave(Id const& team, Id const& programme, Id const& person, Parting parting, Emit& emit);

}  // namespace core::team
