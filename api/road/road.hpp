// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <vector>

#include "api/road/view_thread.hpp"
#include "core/engine.hpp"

namespace api {

// The road of one action on thread E: a command goes in, and once everything that came in the same turn is on disk, its answer
// comes out and the views get the events. Group commit: one sync for all commands of a turn, none while idle.
class Road {
 public:
  using Done = std::function<void(core::Result<core::Receipt>)>;

  struct Counters {
    std::uint64_t commands = 0, refused = 0, events = 0, commits = 0;
    std::uint64_t commit_us_sum = 0, commit_us_max = 0;
  };

  // All of them outlive the road. `broken` is called once, when the log can no longer be written.
  Road(boost::asio::io_context& context, core::Engine& engine, ViewThread& views,
       std::function<void(std::exception const&)> broken);

  // `done` is called on this thread, never from within submit: refusals too wait for what they may rest on.
  // Besides the domain's refusals: `server.busy` (the views are behind), `server.stopped`, `server.outcome-unknown`.
  void submit(core::Command const& command, Done done);
  // Commits what is open. Called by itself at the end of a turn; by hand before the end of the program.
  void commit();
  Counters const& counters() const { return counters_; }
  core::Engine& engine() { return engine_; }

 private:
  struct Pending {
    core::Result<core::Receipt> result;
    Done done;
  };

  core::Result<core::Receipt> accept(core::Command const& command);
  void schedule();
  void write();
  void refuse_all(core::Refusal const& refusal);
  void settle();

  boost::asio::io_context& context_;
  core::Engine& engine_;
  ViewThread& views_;
  std::function<void(std::exception const&)> broken_;
  std::vector<Pending> pending_;
  Counters counters_;
  bool scheduled_ = false;
};

}  // namespace api
