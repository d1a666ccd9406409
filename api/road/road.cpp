// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/road.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <iterator>
#include <utility>

#include "core/limits.hpp"

namespace api {

Road::Road(boost::asio::io_context& context, core::Engine& engine, core::Background& log_threads,
           ViewThread& views, std::function<void(std::exception const&)> broken,
           std::size_t at_once_bytes_max)
    : context_(context),
      engine_(engine),
      log_threads_(log_threads),
      views_(views),
      broken_(std::move(broken)),
      at_once_bytes_max_(at_once_bytes_max) {}

void Road::submit(core::Command const& command, Done done) {
  auto result = accept(command);
  ++counters_.commands;
  counters_.refused += !result.has_value();
  open_.push_back({std::move(result), std::move(done)});
  schedule();
}

core::Result<core::Receipt> Road::accept(core::Command const& command) {
  if (engine_.stopped()) return core::refuse("server.stopped");
  if (views_.backlog() >= core::limits::views_queue_max) return core::refuse("server.busy");
  return accept_now(command);
}

core::Result<core::Receipt> Road::accept_now(core::Command const& command) {
  try {
    if (engine_.full()) close();
    if (engine_.stopped()) return core::refuse("server.stopped");
    return engine_.accept(command);
  } catch (core::LogBroken const& failure) {
    engine_.stop();
    broke(failure);
    return core::refuse("server.stopped");
  }
}

// Behind everything that is ready in this turn, so that one sync serves all of it.
void Road::schedule() {
  if (scheduled_) return;
  scheduled_ = true;
  boost::asio::post(context_, [this] {
    scheduled_ = false;
    close_when_possible();
  });
}

// While the disk is busy, the open batch grows; what is settled then asks again.
void Road::close_when_possible() {
  bool const anything = !open_.empty() || (engine_.has_open() && !engine_.stopped());
  if (anything && engine_.in_flight() < core::limits::batches_in_flight_max) close();
}

void Road::close() {
  while (engine_.in_flight() >= core::limits::batches_in_flight_max) wait_for_first();
  auto& group = groups_.emplace_back();
  group.answers.swap(open_);
  group.closed = std::chrono::steady_clock::now();
  if (engine_.has_open() &&
      engine_.stopped()) {  // Stopped before this batch was written: it never will be.
    for (auto& answer : group.answers) answer.result = core::refuse("server.stopped");
  } else if (engine_.has_open()) {
    group.batch = engine_.close();
    return write(group.batch);
  }
  boost::asio::post(context_, [this] { settle_written(); });
}

void Road::write(std::shared_ptr<core::Batch> const& batch) {
  auto job = [this, batch] {
    engine_.write(*batch);
    boost::asio::post(context_, [this] { settle_written(); });
  };
  bool const at_once = engine_.in_flight() == 1 && batch->block.bytes.size() <= at_once_bytes_max_;
  if (at_once) job();
  else log_threads_.run(std::move(job));
}

void Road::wait_for_first() {
  if (groups_.front().batch) groups_.front().batch->wait();
  settle_written();
}

void Road::settle_written() {
  while (!groups_.empty() && (!groups_.front().batch || groups_.front().batch->is_written())) {
    auto group = std::move(groups_.front());
    groups_.pop_front();
    settle(group);
  }
  deliver();
  follow();
  close_when_possible();
}

// What follows may fill batches, and thereby bring more to follow: it waits its turn.
void Road::follow() {
  if (std::exchange(following_, true)) return;
  for (; !committed_.empty() && !engine_.stopped(); committed_.pop_front())
    engine_.follow(*committed_.front(), [this](core::Command const& command) { give(command); });
  following_ = false;
}

void Road::give(core::Command const& command) {
  ++counters_.followed;
  static_cast<void>(accept_now(command));
  schedule();
}

// Who gets an answer may submit at once, and thereby bring out more answers: they follow these.
void Road::deliver() {
  if (std::exchange(delivering_, true)) return;
  for (; !answers_.empty(); answers_.pop_front()) answers_.front().done(answers_.front().result);
  delivering_ = false;
}

void Road::settle(Group& group) {
  if (group.batch) try {
      auto const block = engine_.settle(*group.batch);
      counters_.events += block->size();
      views_.publish(block);
      committed_.push_back(block);
    } catch (std::exception const& failure) {  // The disk: nobody knows what is on it now.
      for (auto& answer :
           group.answers)  // Those that were refused, too: they may rest on what is lost.
        answer.result = core::refuse("server.outcome-unknown");
      broke(failure);
    }
  if (group.batch) count(group);
  std::ranges::move(group.answers, std::back_inserter(answers_));
}

void Road::broke(std::exception const& failure) {
  if (!std::exchange(told_broken_, true)) broken_(failure);
}

void Road::count(Group const& group) {
  auto const took = std::chrono::steady_clock::now() - group.closed;
  auto const us = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  ++counters_.commits;
  counters_.commit_us_sum += us;
  counters_.commit_us_max = std::max(counters_.commit_us_max, us);
}

void Road::commit() {
  for (close_when_possible(); !groups_.empty(); close_when_possible()) wait_for_first();
}

}  // namespace api
