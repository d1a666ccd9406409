// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>

#include "api/net/http.hpp"
#include "api/worker.hpp"
#include "storage/witness.hpp"

namespace api {

// This server as a witness of the logs of others, below /witness: add-checkpoint, and vkey, the key that it cosigns with.
// Thread E; what it remembers is written on a thread of its own.
class WitnessRoutes {
 public:
  // The witness outlives it.
  WitnessRoutes(boost::asio::io_context& context, storage::Witness& witness,
                std::function<void(std::string const&)> const& warn);

  static bool has(std::string_view path) { return path.starts_with(prefix); }
  void serve(net::Request const& request, std::string_view path, net::Respond respond);

 private:
  static constexpr std::string_view prefix = "/witness/";

  boost::asio::io_context& context_;
  storage::Witness& witness_;
  Worker worker_;
};

}  // namespace api
