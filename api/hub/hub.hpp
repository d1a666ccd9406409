// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "api/clock.hpp"
#include "api/worker.hpp"
#include "core/engine.hpp"
#include "storage/erasure_log.hpp"
#include "storage/tenant.hpp"

namespace api {

// A file beside a folder that is named like it: "data" -> "/srv/data.erasures".
std::filesystem::path beside(std::filesystem::path const& folder, std::string_view ending);

// One tenant's writing side, opened: log, vault, identity, engine. Used by the server and by the command line alike. The
// thread that makes it is its thread E.
class Hub {
 public:
  struct Place {
    std::filesystem::path data, master_key;
    std::string zone = "Europe/Berlin";
    bool make = true;  // False: a folder that is not there yet is refused.
    std::filesystem::path erasures =
        {};  // The list of who was erased. Empty: DATA.erasures, beside the folder.
  };

  // Throws storage::Unusable when the folder cannot be opened. `warn` gets what was wrong and could be mended, from any thread.
  Hub(Place const& place, std::function<void(std::string const&)> warn);
  ~Hub();
  Hub(Hub const&) = delete;

  // Brings the engine to the log's head, writes down what a restored log goes on from, and finishes every erasure that is due or
  // was lost with what a copy does not have.
  void recover(core::FunctionRef<void(core::Position)> progress);
  // The part of an erasure that is outside of the log: logins, tokens and addresses go, and the list outside of the folder gets
  // the person. Comes before the event, and may be done again. On the worker, or while nobody else is at work.
  void forget(core::Id const& person);
  // The same part of the removal of a text: the list gets it.
  void forget_text(core::Id const& text);
  // Everything changed so far is written behind, and nothing is under way any more.
  void settle();

  core::Engine& engine() { return engine_; }
  storage::Tenant& tenant() { return tenant_; }
  storage::ErasureList const& erasures() const { return erasures_; }
  storage::ErasureLog& erasure_log() { return erasure_log_; }
  // What witnesses look after: the log, and the list of who was erased.
  std::vector<storage::WitnessedLog*> witnessed() { return {&tenant_.proof(), &erasure_log_}; }
  storage::Crypto const& crypto() const { return crypto_; }
  SystemClock const& clock() const { return clock_; }
  Worker& worker() { return worker_; }
  // Where batches are sealed and written while thread E fills the next one.
  Worker& log_threads() { return log_threads_; }

 private:
  void erase(core::Id const& person, bool again);
  void record_fork();
  void finish_erasures();
  void redact(core::Id const& of, core::Position event, bool again);
  void finish_redactions();

  std::function<void(std::string const&)> const warn_;
  storage::Crypto crypto_;
  SystemClock clock_;
  storage::Tenant tenant_;
  storage::ErasureList erasures_;
  storage::ErasureLog erasure_log_;
  Worker worker_, log_threads_;
  core::Engine engine_;
};

}  // namespace api
