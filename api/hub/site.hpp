// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>

#include "api/hub/read_side.hpp"
#include "api/net/counters.hpp"
#include "api/road/http_routes.hpp"

namespace api {

// One tenant on the air: its road, the thread of its views, and what answers at its paths. Shares nothing with another one but
// the loop, the sockets and the page's files. Thread E.
class Site {
 public:
  struct Shared {
    boost::asio::io_context& context;
    StaticFiles const& files;
    std::function<bool()> draining;
    std::function<net::Counters const&()> net;
    std::function<void(std::string const&)> warn;
    std::uint32_t commands_per_second = 0;  // Of one person; 0: no limit.
  };

  // The hub and the read side have recovered and stand at the same position; they outlive the site.
  Site(Hub& hub, ReadSide& read_side, std::vector<DemoLogin> logins, Shared shared);
  ~Site();
  Site(Site const&) = delete;

  HttpRoutes& routes() { return routes_; }
  // Once a second: what changed since is handed to its shelves.
  void tick();
  // Waits until everything accepted is on disk and answered.
  void commit() { road_.commit(); }

 private:
  void apply(core::Block const& block);
  void erase_due();
  void redact_ordered();
  void look_at_retention();
  std::string metrics() const;
  Connections connections();
  ErasureEvidence evidence();
  HttpRoutes::Hooks hooks();

  Hub& hub_;
  ReadSide& read_side_;
  Shared const shared_;
  ViewThread views_;
  Feeds feeds_;
  Road road_;
  Dispatcher dispatcher_;
  Connections connections_;
  HttpRoutes routes_;
  bool erasing_ = false, redacting_ = false;
  core::Instant looked_;  // At who is idle.
};

}  // namespace api
