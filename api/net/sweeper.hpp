// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/steady_timer.hpp>

#include "api/net/alive.hpp"
#include "api/net/environment.hpp"

namespace api::net {

// Looks at each connection's deadlines once in a period, a tenth of them at a time: no timer per connection, and no long call.
class Sweeper {
 public:
  Sweeper(boost::asio::io_context& context, Environment& environment);

 private:
  void wait();
  void sweep();

  Environment& environment_;
  boost::asio::steady_timer timer_;
  Registry::Walk walk_;
  Alive alive_;
};

}  // namespace api::net
