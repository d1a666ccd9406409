// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "core/ids.hpp"
#include "core/result.hpp"

namespace api {

// Who looks at a channel.
struct Viewer {
  core::Id person;  // Nil: a visitor.
  bool staff = false;

  // From whom others may be kept; nil where nobody is, as staff sees everything.
  core::Id kept() const { return staff ? core::Id() : person; }
};

// Whose channel it is, where it is one person's: "person/UUID", "following/UUID", "notifications/UUID". Nil for any other name.
core::Id owner_of(std::string_view channel);
inline constexpr std::string_view notifications_prefix = "notifications/";

// Refuses `feed.unknown-channel`, `auth.required`, `auth.forbidden`.
core::Result<void> may_see(Viewer const& viewer, std::string_view channel);

}  // namespace api
