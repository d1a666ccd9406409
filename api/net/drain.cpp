// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/drain.hpp"

#include "api/net/connection.hpp"

namespace api::net {
namespace {

constexpr std::chrono::milliseconds step_time{20};

std::size_t share(std::size_t connections, Options const& options) {
  auto const steps = static_cast<std::size_t>(options.drain_stagger / step_time) + 1;
  return connections / steps + 1;
}

}  // namespace

Drain::Drain(boost::asio::io_context& context, Environment& environment,
             std::function<void()> on_drained)
    : environment_(environment),
      on_drained_(std::move(on_drained)),
      timer_(context),
      walk_(environment.registry),
      goodbyes_per_step_(share(environment.registry.size(), environment.options)),
      until_(Clock::now() + environment.options.drain_timeout) {
  environment_.draining = true;
  step();
}

void Drain::step() {
  say_goodbyes();
  if (Clock::now() >= until_) cut_off();
  timer_.expires_after(step_time);
  timer_.async_wait(alive_.guard([this](boost::system::error_code) {
    if (!environment_.registry.empty()) return step();
    auto const done = on_drained_;  // It may destroy the server, and us.
    done();
  }));
}

void Drain::say_goodbyes() {
  for (auto left = goodbyes_per_step_; left > 0 && !all_told_; --left) {
    auto const connection = walk_.next();
    connection ? connection->drain() : void(all_told_ = true);
  }
}

void Drain::cut_off() {
  Registry::Walk walk(environment_.registry);
  while (auto const connection = walk.next()) connection->abort(Ended::drained);
}

}  // namespace api::net
