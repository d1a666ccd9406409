// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "api/witness/http_client.hpp"
#include "storage/transparency_log.hpp"

namespace api {

// A witness of others that is asked to cosign: its submission prefix and its key.
struct Cosigner {
  std::string url;
  storage::Verifier verifier;

  // "URL VKEY". Throws std::runtime_error when it is written otherwise.
  static Cosigner parse(std::string const& text);
};

// Shows every new checkpoint of a log to its witnesses, at most once a second, and their cosignatures below it.
// https://c2sp.org/tlog-witness. Has a thread of its own. A witness that does not answer is asked again, and holds up nobody.
class Cosigners {
 public:
  // The keeper and the log outlive it. `warn` is called when a witness begins to refuse or to be away.
  Cosigners(std::vector<Cosigner> cosigners, storage::HeadKeeper& keeper,
            storage::TransparencyLog const& log, std::function<void(std::string const&)> warn);
  ~Cosigners();
  Cosigners(Cosigners const&) = delete;

 private:
  struct Asked {
    Cosigner cosigner;
    std::uint64_t seen = 0;             // The size that it cosigned last, as far as we know.
    std::optional<std::uint64_t> done;  // The size that it has cosigned and that we show.
    int silent_for = 0;                 // Rounds that it is not asked in.
    bool in_order = true;
  };
  void run();
  void ask(Asked& asked);
  bool accept(Asked& asked, storage::Checkpoint const& checkpoint,
              HttpClient::Answer const& answer);
  std::string request(Asked const& asked, storage::Checkpoint const& checkpoint) const;
  void complain(Asked& asked, std::string const& why);

  std::vector<Asked> asked_;
  storage::HeadKeeper& keeper_;
  storage::TransparencyLog const& log_;
  std::function<void(std::string const&)> const warn_;
  HttpClient client_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace api
