// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"
#include "api/road/feeds.hpp"
#include "core/schema/feed.capnp.h"

namespace api {

class Sentence;

// Turns positions of a channel into what its audience may see today: rendered when it is sent, under today's visibility and
// keys. What may no longer be shown is {position, gone: true}. Thread P.
class FeedItems final : public FeedSource {
 public:
  // All of them outlive it.
  FeedItems(core::EventLog const& log, Rooms& rooms) : log_(log), rooms_(rooms) {}

  Page page(std::string const& channel, core::Position after, std::size_t limit,
            Viewer const& viewer) override;
  // The channel's positions after `after`, ascending, at most `limit`.
  std::vector<core::Position> positions(std::string const& channel, core::Position after,
                                        std::size_t limit) const;
  // Fills one item; false when there is no record at that position. What is about or by somebody who is kept from `viewer`, or
  // concealed from them, is gone; a visitor where nobody in particular looks.
  bool render(std::string const& channel, core::Position position, core::feed::Item::Builder item,
              Viewer const& viewer = {}) const;
  // What the event names, people only where the asking person may see them.
  std::vector<core::Id> about(Asking const& asking, core::Position position) const;
  // The item as a notification "feed.item", framed once for all who follow the channel live.
  FeedFrame shared(std::string const& channel, core::Position position) const;

 private:
  struct Looked;

  // Calls visit for the event at that position; without one the item is gone.
  bool look(std::string const& channel, core::Position position, core::feed::Item::Builder item,
            core::FunctionRef<void(Looked const&)> visit) const;
  void fill(std::string const& channel, Looked const& looked, Viewer const& viewer,
            core::feed::Item::Builder item) const;
  bool concerns_apart_from(core::Id const& viewer, Sentence const& sentence) const;
  std::vector<core::Id> kept_from(std::vector<core::Id> const& people) const;
  net::Frame frame(std::string const& channel, core::Position position, Viewer const& viewer) const;
  net::Frame gone(std::string const& channel, core::Position position) const;

  core::EventLog const& log_;
  Rooms& rooms_;
};

}  // namespace api
