// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/lists.hpp"
#include "api/render/feed_items.hpp"
#include "api/road/asking.hpp"
#include "api/road/channels.hpp"

namespace api {

core::Result<void> answer(Asking const& asking, core::feed::ReadFeed::Reader query,
                          core::feed::ReadFeedReply::Builder reply) {
  std::string const channel(query.getChannel().cStr());
  if (auto may = may_see({asking.actor, asking.staff}, channel); !may) return may;
  auto const limit = limit_of(query, 50);
  auto const positions = asking.rooms.items->positions(channel, {query.getAfter()}, limit);
  auto items = reply.initItems(static_cast<unsigned>(positions.size()));
  for (unsigned i = 0; i < positions.size(); ++i)
    asking.rooms.items->render(channel, positions[i], items[i], {asking.actor, asking.staff});
  reply.setMore(positions.size() == limit);
  reply.setPosition(positions.empty() || positions.size() < limit ? asking.position.value
                                                                  : positions.back().value);
  return {};
}

}  // namespace api
