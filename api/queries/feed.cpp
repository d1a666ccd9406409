// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/lists.hpp"
#include "api/render/feed_items.hpp"
#include "api/road/asking.hpp"

namespace api {
namespace {

core::Result<void> may_read(Asking const& asking, std::string const& channel) {
  if (channel == "public") return {};
  auto const slash = channel.find('/');
  bool const ones_own = channel.starts_with("person/") || channel.starts_with("following/");
  auto const whose = ones_own ? core::Id::parse(channel.substr(slash + 1)) : std::nullopt;
  bool const named = channel == "members" || channel == "staff" ||
                     (whose && core::to_string(*whose) == channel.substr(slash + 1));
  if (!named) return core::refuse("feed.unknown-channel", "channel");
  if (asking.actor.is_nil()) return core::refuse("auth.required", "channel");
  if (channel == "staff" && !asking.staff) return core::refuse("auth.forbidden", "channel");
  if (whose && *whose != asking.actor) return core::refuse("auth.forbidden", "channel");
  return {};
}

}  // namespace

core::Result<void> answer(Asking const& asking, core::feed::ReadFeed::Reader query,
                          core::feed::ReadFeedReply::Builder reply) {
  std::string const channel(query.getChannel().cStr());
  if (auto may = may_read(asking, channel); !may) return may;
  auto const limit = limit_of(query, 50);
  auto const positions = asking.rooms.feed.positions(channel, {query.getAfter()}, limit);
  auto items = reply.initItems(static_cast<unsigned>(positions.size()));
  for (unsigned i = 0; i < positions.size(); ++i)
    asking.rooms.items->render(channel, positions[i], items[i],
                               asking.staff ? core::Id() : asking.actor);
  reply.setMore(positions.size() == limit);
  reply.setPosition(positions.empty() || positions.size() < limit ? asking.position.value
                                                                  : positions.back().value);
  return {};
}

}  // namespace api
