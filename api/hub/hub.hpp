// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "api/clock.hpp"
#include "api/worker.hpp"
#include "core/engine.hpp"
#include "storage/tenant.hpp"

namespace api {

// One tenant's writing side, opened: log, vault, identity, engine. Used by the server and by the command line alike. The
// thread that makes it is its thread E.
class Hub {
 public:
  struct Place {
    std::filesystem::path data, master_key;
    std::string zone = "Europe/Berlin";
    bool make = true;  // False: a folder that is not there yet is refused.
  };

  // Throws storage::Unusable when the folder cannot be opened. `warn` gets what was wrong and could be mended, from any thread.
  Hub(Place const& place, std::function<void(std::string const&)> warn);
  ~Hub();
  Hub(Hub const&) = delete;

  // Brings the engine to the log's head.
  void recover(core::FunctionRef<void(core::Position)> progress);
  // Everything changed so far is written behind, and nothing is under way any more.
  void settle();

  core::Engine& engine() { return engine_; }
  storage::Tenant& tenant() { return tenant_; }
  storage::Crypto const& crypto() const { return crypto_; }
  SystemClock const& clock() const { return clock_; }
  Worker& worker() { return worker_; }
  // Where batches are sealed and written while thread E fills the next one.
  Worker& log_threads() { return log_threads_; }

 private:
  storage::Crypto crypto_;
  SystemClock clock_;
  storage::Tenant tenant_;
  Worker worker_, log_threads_;
  core::Engine engine_;
};

}  // namespace api
