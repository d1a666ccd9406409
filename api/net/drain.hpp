// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <functional>

#include "api/net/alive.hpp"
#include "api/net/environment.hpp"

namespace api::net {

// Says goodbye to everybody, spread over the stagger so that not all come back at once, and calls back when nobody is left;
// who is still there after the timeout is cut off.
class Drain {
 public:
  Drain(boost::asio::io_context& context, Environment& environment,
        std::function<void()> on_drained);

 private:
  void step();
  void say_goodbyes();
  void cut_off();

  Environment& environment_;
  std::function<void()> const on_drained_;
  boost::asio::steady_timer timer_;
  Registry::Walk walk_;
  std::size_t const goodbyes_per_step_;
  bool all_told_ = false;
  Time const until_;
  Alive alive_;
};

}  // namespace api::net
