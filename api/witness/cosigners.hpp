// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "api/witness/cosigner.hpp"

namespace api {

// Shows every new checkpoint of some logs to their witnesses, at most once a second, and their cosignatures below it.
// https://c2sp.org/tlog-witness. Has a thread of its own. A witness that does not answer is asked again, and holds up nobody.
class Cosigners {
 public:
  // The logs outlive it. `warn` is called when a witness begins to refuse or to be away.
  Cosigners(std::vector<Cosigner> const& cosigners, std::vector<storage::WitnessedLog*> const& logs,
            std::function<void(std::string const&)> warn);
  ~Cosigners();
  Cosigners(Cosigners const&) = delete;

 private:
  struct Asked {
    Cosigner cosigner;
    storage::WitnessedLog& log;
    std::uint64_t seen = 0;                  // The size that it cosigned last, as far as we know.
    std::optional<std::uint64_t> done = {};  // The size that it has cosigned and that we show.
    int silent_for = 0;                      // Rounds that it is not asked in.
    bool in_order = true;
  };
  void run();
  void ask(Asked& asked);
  bool accept(Asked& asked, storage::SignedTree const& tree, HttpClient::Answer const& answer);
  void complain(Asked& asked, std::string const& why);

  std::vector<Asked> asked_;
  std::function<void(std::string const&)> const warn_;
  HttpClient client_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace api
