// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/rooms.hpp"
#include "api/road/feeds.hpp"
#include "core/schema/feed.capnp.h"

namespace api {

// Turns positions of a channel into what its audience may see today: rendered when it is sent, under today's visibility and
// keys. What may no longer be shown is {position, gone: true}. Thread P.
class FeedItems final : public FeedSource {
 public:
  // All of them outlive it.
  FeedItems(core::EventLog const& log, Rooms& rooms) : log_(log), rooms_(rooms) {}

  Page page(std::string const& channel, core::Position after, std::size_t limit) override;
  // Fills one item; false when there is no record at that position. What is about or by somebody who is kept from `viewer`
  // is gone; nil where nobody in particular looks.
  bool render(std::string const& channel, core::Position position, core::feed::Item::Builder item,
              core::Id const& viewer = {}) const;
  // The item as a notification "feed.item", with its channel.
  FeedFrame frame(std::string const& channel, core::Position position) const;

 private:
  core::EventLog const& log_;
  Rooms& rooms_;
};

}  // namespace api
