// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/channel.hpp"

#include <algorithm>

namespace projections {
namespace {

constexpr std::string_view person_prefix = "person/", following_prefix = "following/";

}  // namespace

std::optional<Channel> Channel::parse(std::string_view name) {
  Channel channel;
  auto const add = [&](Lane::Kind kind, core::Id const& whose = {}) {
    channel.lanes_[channel.count_++] = {kind, whose};
  };
  for (auto const& [prefix, kind] :
       {std::pair(person_prefix, Lane::person), std::pair(following_prefix, Lane::following)}) {
    if (!name.starts_with(prefix)) continue;
    auto const whose = core::Id::parse(name.substr(prefix.size()));
    if (!whose) return std::nullopt;
    add(kind, *whose);
    return channel;
  }
  if (name != "public" && name != "members" && name != "staff") return std::nullopt;
  add(Lane::everybody);
  if (name != "public") add(Lane::members);
  if (name == "staff") add(Lane::staff);
  return channel;
}

bool Channel::reads(Lane const& lane) const {
  return std::ranges::find(lanes(), lane) != lanes().end();
}

std::span<std::string const> channels_of(Lane const& lane, std::string& person_buffer) {
  static std::string const names[] = {"public", "members", "staff"};
  switch (lane.kind) {
    case Lane::everybody: return names;
    case Lane::members: return std::span(names).subspan(1);
    case Lane::staff: return std::span(names).subspan(2);
    case Lane::person: person_buffer = person_prefix; break;
    case Lane::following: person_buffer = following_prefix; break;
  }
  person_buffer += core::to_string(lane.whose);
  return {&person_buffer, 1};
}

}  // namespace projections
