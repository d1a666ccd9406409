// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/sweeper.hpp"

#include "api/net/connection.hpp"

namespace api::net {
namespace {

constexpr int slices = 10;

}  // namespace

Sweeper::Sweeper(boost::asio::io_context& context, Environment& environment)
    : environment_(environment), timer_(context), walk_(environment.registry) {
  wait();
}

void Sweeper::wait() {
  timer_.expires_after(environment_.options.sweep_period / slices);
  timer_.async_wait(alive_.guard([this](boost::system::error_code) { sweep(); }));
}

void Sweeper::sweep() {
  auto const now = Clock::now();
  for (auto left = environment_.registry.size() / slices + 1; left > 0; --left) {
    auto const connection = walk_.next();
    if (!connection) break;
    connection->sweep(now);
  }
  wait();
}

}  // namespace api::net
