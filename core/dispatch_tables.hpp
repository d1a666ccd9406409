// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/decide.hpp"
#include "core/record.hpp"
#include "core/scopes.hpp"

namespace core {

// The number of fuge.capnp's CommandNoted, which belongs to no aggregate.
inline constexpr std::uint16_t command_noted = 1;

using Decide = Result<void> (*)(World const&, Id const& stream, capnp::AnyStruct::Reader,
                                Context const&, Emit&);

// Null for a number that is no command's.
Decide decide_of(std::uint16_t command);

// Applies one recorded event to the state. False: this program does not know its type. With `folded` the aggregate's state
// has the event already and only the look-ups follow.
bool apply_event(World& world, RecordHeader const& header, capnp::AnyStruct::Reader event,
                 bool folded = false);

// The version of any stream.
Version version_of(World const& world, StreamKey const& stream);

// To whom and what the stream's aggregate belongs.
Scopes scopes_of(World const& world, StreamKey const& stream);

}  // namespace core
