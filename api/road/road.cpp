// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/road.hpp"

#include <boost/asio/post.hpp>
#include <chrono>

#include "core/limits.hpp"

namespace api {

Road::Road(boost::asio::io_context& context, core::Engine& engine, ViewThread& views,
           std::function<void(std::exception const&)> broken)
    : context_(context), engine_(engine), views_(views), broken_(std::move(broken)) {}

void Road::submit(core::Command const& command, Done done) {
  auto result = accept(command);
  ++counters_.commands;
  counters_.refused += !result.has_value();
  pending_.push_back({std::move(result), std::move(done)});
  schedule();
}

core::Result<core::Receipt> Road::accept(core::Command const& command) {
  if (engine_.stopped()) return core::refuse("server.stopped");
  if (views_.backlog() >= core::limits::views_queue_max) return core::refuse("server.busy");
  if (engine_.full()) commit();
  try {
    return engine_.accept(command);
  } catch (core::LogBroken const& failure) {
    engine_.stop();
    broken_(failure);
    return core::refuse("server.stopped");
  }
}

// Behind everything that is ready in this turn, so that one sync serves all of it.
void Road::schedule() {
  if (scheduled_) return;
  scheduled_ = true;
  boost::asio::post(context_, [this] {
    scheduled_ = false;
    commit();
  });
}

void Road::commit() {
  if (engine_.has_open() && !engine_.stopped()) write();
  else if (engine_.has_open())
    refuse_all(core::refuse(
        "server.stopped"));  // Stopped before this batch was written: it never will be.
  settle();
}

void Road::write() {
  auto const start = std::chrono::steady_clock::now();
  try {
    auto const block = engine_.commit();
    counters_.events += block->size();
    views_.publish(block);
  } catch (std::exception const& failure) {  // The disk: nobody knows what is on it now.
    refuse_all(core::refuse("server.outcome-unknown"));
    broken_(failure);
  }
  auto const us = std::chrono::duration_cast<std::chrono::microseconds>(
                      std::chrono::steady_clock::now() - start)
                      .count();
  ++counters_.commits;
  counters_.commit_us_sum += static_cast<std::uint64_t>(us);
  counters_.commit_us_max = std::max(counters_.commit_us_max, static_cast<std::uint64_t>(us));
}

// Those that were refused, too: they may rest on what is lost.
void Road::refuse_all(core::Refusal const& refusal) {
  for (auto& pending : pending_) pending.result = refusal;
}

void Road::settle() {
  auto const settled = std::exchange(pending_, {});
  for (auto const& pending : settled) pending.done(pending.result);
  if (!engine_.stopped() && !engine_.has_open()) engine_.write_behind(512);
}

}  // namespace api
