// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/feeds.hpp"

#include <boost/asio/post.hpp>
#include <chrono>

#include "api/net/opcode.hpp"

namespace api {
namespace {

// Items in one page of what was missed.
constexpr std::size_t page_max = 256;
// Above this much unsent output the next page waits.
constexpr std::size_t unsent_bytes_max = 512 << 10;
constexpr std::chrono::milliseconds wait_for_reader{20};

}  // namespace

Feeds::Feeds(boost::asio::io_context& context, ViewThread& views, FeedSource& source)
    : context_(context), views_(views), source_(source) {}

core::Result<void> Feeds::may_follow(core::World const& world, core::Id const& actor,
                                     std::string_view channel) {
  if (actor.is_nil()) return may_see({}, channel);
  auto const account = world.account.load(actor);
  if (account.stage != core::account::Stage::active)
    return core::refuse("account.suspended", "channel");
  return may_see({actor, account.is_staff()}, channel);
}

Feeds::Ticket Feeds::follow(std::weak_ptr<net::Socket> socket, std::string channel,
                            core::Position after, Viewer const& viewer) {
  auto const ticket = next_++;
  followers_.emplace(ticket, Follower{std::move(socket), std::move(channel), after, viewer});
  fetch(ticket);
  return ticket;
}

void Feeds::leave(Ticket ticket) {
  auto const found = followers_.find(ticket);
  if (found == followers_.end()) return;
  auto follower = std::move(found->second);
  followers_.erase(found);
  if (!follower.live) return;
  std::erase(live_[follower.channel], ticket);
  if (live_[follower.channel].empty()) live_.erase(follower.channel);
  unwatch(follower.channel);
}

void Feeds::unwatch(std::string channel) {
  auto job = [this, channel](bool) {
    auto const watched = live_on_p_.find(channel);
    if (watched != live_on_p_.end() && --watched->second == 0) live_on_p_.erase(watched);
  };
  if (!views_.ask({}, job)) later_unwatch(std::move(channel));
}

void Feeds::fetch(Ticket ticket) {
  auto const found = followers_.find(ticket);
  if (found == followers_.end()) return;
  auto job = [this, ticket, channel = found->second.channel, after = found->second.after,
              viewer = found->second.viewer](bool) {
    auto page = source_.page(channel, after, page_max, viewer);
    if (page.caught_up) ++live_on_p_[channel];  // From the next block on, its items are framed.
    boost::asio::post(context_, [this, ticket, channel, page = std::move(page)]() mutable {
      if (!followers_.contains(ticket)) {
        if (page.caught_up) unwatch(channel);
        return;
      }
      take(ticket, std::move(page));
    });
  };
  if (!views_.ask({}, std::move(job))) later(ticket);
}

void Feeds::take(Ticket ticket, FeedSource::Page page) {
  auto& follower = followers_.at(ticket);
  follower.after = page.upto;
  if (auto socket = follower.socket.lock()) {
    for (auto const& item : page.frames) socket->send(frame_for(follower, item));
    delivered_ += page.frames.size();
    if (!page.caught_up)
      return socket->queued_bytes() < unsent_bytes_max ? fetch(ticket) : later(ticket);
  }
  if (!page.caught_up) return;
  follower.live = true;
  live_[follower.channel].push_back(ticket);
}

// The reader is slow, or thread P is busy: a little later.
void Feeds::later(Ticket ticket) {
  auto timer = std::make_shared<boost::asio::steady_timer>(context_, wait_for_reader);
  timer->async_wait([this, ticket, timer](boost::system::error_code) {
    auto const found = followers_.find(ticket);
    if (found == followers_.end()) return;
    auto const socket = found->second.socket.lock();
    if (!socket) return;  // Its session leaves soon.
    if (socket->queued_bytes() < unsent_bytes_max) fetch(ticket);
    else later(ticket);
  });
}

void Feeds::later_unwatch(std::string channel) {
  auto timer = std::make_shared<boost::asio::steady_timer>(context_, wait_for_reader);
  timer->async_wait([this, channel, timer](boost::system::error_code) { unwatch(channel); });
}

void Feeds::publish(std::vector<std::pair<std::string, FeedFrame>> frames) {
  boost::asio::post(context_, [this, frames = std::move(frames)] { deliver(frames); });
}

void Feeds::deliver(std::vector<std::pair<std::string, FeedFrame>> const& frames) {
  for (auto const& [channel, item] : frames) {
    auto const followers = live_.find(channel);
    if (followers == live_.end()) continue;
    for (auto const ticket : followers->second) {
      auto const& follower = followers_.at(ticket);
      auto const socket = follower.socket.lock();
      if (!socket) continue;
      socket->send(frame_for(follower, item));
      ++delivered_;
    }
  }
}

// A look for each follower, but only where an item is kept from anybody at all.
net::Frame const& Feeds::frame_for(Follower const& follower, FeedFrame const& item) {
  if (item.is_for_all()) return item.frame;
  ++looks_;
  return item.is_kept_from(follower.viewer) ? item.gone : item.frame;
}

void Feeds::review(core::World const& world, std::vector<core::Id> const& people) {
  std::vector<Ticket> leaving;
  for (auto& [ticket, follower] : followers_) {
    auto& viewer = follower.viewer;
    if (std::ranges::find(people, viewer.person) == people.end()) continue;
    viewer.staff = world.account.load(viewer.person).is_staff();
    if (!may_follow(world, viewer.person, follower.channel)) leaving.push_back(ticket);
  }
  for (auto const ticket : leaving) {
    if (auto socket = followers_.at(ticket).socket.lock())
      socket->close(net::close_code::not_allowed, "no longer allowed");
    leave(ticket);
  }
}

}  // namespace api
