// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/render/whole_event.hpp"
#include "core/event_log.hpp"

namespace api {

// Whether an event is part of what is kept of a person: they did it, or it names them. What is concealed from them is not: that
// is somebody else's affair.
bool concerns(core::Recorded const& recorded, core::Id const& person);

// Where whatever is kept of people lies. All of them outlive it.
struct Kept {
  core::EventLog const& events;
  core::Vault const& vault;
  core::Crypto const& crypto;
};

// Visits what concerns a person, in log order, from after `after` to `until`: all that is open or sealed for them or for a group,
// and what is sealed for somebody else where they wrote it themselves. (Art. 15 (4) GDPR.) Ends where `visit` says false, or when
// limits::export_scan_max events were looked at; gives the position to go on after, or 0 where that was all.
core::Position each_event_of(
    Kept const& kept, core::Id const& person, core::Position after, core::Position until,
    core::FunctionRef<bool(core::Recorded const& recorded, WholeEvent const& event)> visit);

}  // namespace api
