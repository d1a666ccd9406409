// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"
#include "core/schema.hpp"
#include "core/scopes.hpp"
#include "core/world.hpp"

namespace core {

// Who may call a command or query, by the lines of its `$allow`: the role that allows it, of several the strongest; in one's own
// matters the member's. Who holds the evaluator's role gives no command as a member but in their own matters. `scopes` are those of the aggregate it is about; none for a question that names none. Every other condition is a rung of
// decide. Refuses `auth.required`, `auth.forbidden`, `account.suspended`. Thread E.
Result<Role> authorise(World const& world, Type const& type, Id const& actor, bool console,
                       Scopes const& scopes);

}  // namespace core
