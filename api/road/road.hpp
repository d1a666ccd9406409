// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <vector>

#include "api/road/view_thread.hpp"
#include "core/engine.hpp"
#include "core/limits.hpp"

namespace api {

// The road of one action on thread E: a command goes in, and once it and everything that came before it is on disk, its answer
// comes out and the views get the events. Group commit: one sync for all commands of a turn, none while idle; what comes while
// batches are being written shares the next one.
class Road {
 public:
  using Done = std::function<void(core::Result<core::Receipt>)>;

  struct Counters {
    std::uint64_t commands = 0, refused = 0, events = 0, commits = 0;
    std::uint64_t followed = 0;  // Commands of flows, refused ones too.
    std::uint64_t commit_us_sum = 0, commit_us_max = 0;
  };

  // All of them outlive the road; `log_threads` have nothing of it left to do when it ends. `broken` is called once, when the log
  // can no longer be written.
  Road(boost::asio::io_context& context, core::Engine& engine, core::Background& log_threads,
       ViewThread& views, std::function<void(std::exception const&)> broken,
       std::size_t at_once_bytes_max = core::limits::batch_at_once_bytes_max);

  // `done` is called on this thread, never before submit has returned: refusals too wait for what they may rest on.
  // Besides the domain's refusals: `server.busy` (the views are behind), `server.stopped`, `server.outcome-unknown`.
  void submit(core::Command const& command, Done done);
  // Waits until everything submitted has its answer. Before the end of the program; happens by itself otherwise.
  void commit();
  Counters const& counters() const { return counters_; }
  core::Engine& engine() { return engine_; }

 private:
  struct Pending {
    core::Result<core::Receipt> result;
    Done done;
  };
  // Answers that go out together, once the batch is on disk and those before them are out.
  struct Group {
    std::shared_ptr<core::Batch> batch;  // Null: nothing was accepted.
    std::vector<Pending> answers;
    std::chrono::steady_clock::time_point closed;
  };

  core::Result<core::Receipt> accept(core::Command const& command);
  core::Result<core::Receipt> accept_now(core::Command const& command);
  void schedule();
  void close();
  void close_when_possible();
  void write(std::shared_ptr<core::Batch> const& batch);
  void wait_for_first();
  void settle_written();
  void settle(Group& group);
  void deliver();
  void follow();
  void give(core::Command const& command);
  void broke(std::exception const& failure);
  void count(Group const& group);

  boost::asio::io_context& context_;
  core::Engine& engine_;
  core::Background& log_threads_;
  ViewThread& views_;
  std::function<void(std::exception const&)> broken_;
  std::size_t const at_once_bytes_max_;
  std::vector<Pending> open_;
  std::deque<Group> groups_;
  std::deque<Pending> answers_;                               // On their way out.
  std::deque<std::shared_ptr<core::Block const>> committed_;  // The flows are still to follow.
  Counters counters_;
  bool scheduled_ = false, delivering_ = false, following_ = false, told_broken_ = false;
};

}  // namespace api
