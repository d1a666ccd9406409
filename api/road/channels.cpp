// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/channels.hpp"

namespace api {

core::Id owner_of(std::string_view channel) {
  for (std::string_view const prefix :
       {std::string_view("person/"), std::string_view("following/"), notifications_prefix}) {
    if (!channel.starts_with(prefix)) continue;
    auto const whose = core::Id::parse(channel.substr(prefix.size()));
    // Another spelling of an id is another name: items are framed under one.
    if (whose && core::to_string(*whose) == channel.substr(prefix.size())) return *whose;
  }
  return {};
}

core::Result<void> may_see(Viewer const& viewer, std::string_view channel) {
  if (channel == "public") return {};
  auto const owner = owner_of(channel);
  if (channel != "members" && channel != "staff" && owner.is_nil())
    return core::refuse("feed.unknown-channel", "channel");
  if (viewer.person.is_nil()) return core::refuse("auth.required", "channel");
  if (channel == "staff" && !viewer.staff) return core::refuse("auth.forbidden", "channel");
  if (!owner.is_nil() && owner != viewer.person) return core::refuse("auth.forbidden", "channel");
  return {};
}

}  // namespace api
