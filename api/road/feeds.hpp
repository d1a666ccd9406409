// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <unordered_map>
#include <vector>

#include "api/net/socket.hpp"
#include "api/road/channels.hpp"
#include "api/road/view_thread.hpp"
#include "core/result.hpp"
#include "core/world.hpp"

namespace api {

// One item of a channel, framed once for all who follow it.
struct FeedFrame {
  core::Position position;
  net::Frame frame;
  // Who is kept from somebody whom it is about, and from whom it is concealed though they be staff; ascending. What they get
  // instead. Usually nobody, and then null.
  std::vector<core::Id> kept_from = {}, concealed_from = {};
  net::Frame gone = {};

  bool is_for_all() const { return kept_from.empty() && concealed_from.empty(); }
  bool is_kept_from(Viewer const& viewer) const {
    return std::ranges::binary_search(kept_from, viewer.kept()) ||
           std::ranges::binary_search(concealed_from, viewer.person);
  }
};

// Where the items come from. Thread P.
class FeedSource {
 public:
  struct Page {
    std::vector<FeedFrame> frames;
    core::Position upto;  // Everything of the channel up to here is in `frames` or was before them.
    bool caught_up = false;  // Nothing of the channel is behind `upto` so far.
  };

  virtual ~FeedSource() = default;
  // As this viewer may see it.
  virtual Page page(std::string const& channel, core::Position after, std::size_t limit,
                    Viewer const& viewer) = 0;
};

// Who follows which channel. A follower first gets what was missed, in pages, as fast as it reads; from the page on that catches
// up, what comes live: each position once and in order, because everything comes from thread P through one queue. Thread E,
// except where it says otherwise.
class Feeds {
 public:
  using Ticket = std::uint64_t;

  Feeds(boost::asio::io_context& context, ViewThread& views, FeedSource& source);

  // Refuses `account.suspended`, and what may_see() refuses.
  static core::Result<void> may_follow(core::World const& world, core::Id const& actor,
                                       std::string_view channel);

  Ticket follow(std::weak_ptr<net::Socket> socket, std::string channel, core::Position after,
                Viewer const& viewer = {});
  void leave(Ticket ticket);
  // Something has changed about what these people may see. Whoever may no longer follow a channel gets nothing more, and the
  // connection is closed (4003).
  void review(core::World const& world, std::vector<core::Id> const& people);
  std::size_t followers() const { return followers_.size(); }
  std::uint64_t delivered() const { return delivered_; }
  // How often a follower was looked for among those an item is kept from.
  std::uint64_t looks() const { return looks_; }

  // Thread P: the channels that have somebody to send to, and what to send. In log order.
  bool followed(std::string const& channel) const { return live_on_p_.contains(channel); }
  void publish(std::vector<std::pair<std::string, FeedFrame>> frames);

 private:
  struct Follower {
    std::weak_ptr<net::Socket> socket;
    std::string channel;
    core::Position after;
    Viewer viewer;
    bool live = false;
  };

  void fetch(Ticket ticket);
  void take(Ticket ticket, FeedSource::Page page);
  void later(Ticket ticket);
  void deliver(std::vector<std::pair<std::string, FeedFrame>> const& frames);
  net::Frame const& frame_for(Follower const& follower, FeedFrame const& item);
  void unwatch(std::string channel);
  void later_unwatch(std::string channel);

  boost::asio::io_context& context_;
  ViewThread& views_;
  FeedSource& source_;
  Ticket next_ = 1;
  std::unordered_map<Ticket, Follower> followers_;
  std::unordered_map<std::string, std::vector<Ticket>> live_;
  std::unordered_map<std::string, std::size_t> live_on_p_;  // Thread P's: how many follow live.
  std::uint64_t delivered_ = 0, looks_ = 0;
};

}  // namespace api
