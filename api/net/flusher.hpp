// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <vector>

#include "api/net/alive.hpp"

namespace api::net {

class Connection;

// The connections that have something to do at the end of this turn, each once, however much it was given to send. A large
// fan-out is cut into slices, so that others have their turn in between.
class Flusher {
 public:
  explicit Flusher(boost::asio::io_context& context) : context_(context) {}

  void add(std::shared_ptr<Connection> connection);

 private:
  void post();
  void run();

  boost::asio::io_context& context_;
  std::vector<std::shared_ptr<Connection>> due_;
  std::size_t next_ = 0;
  Alive alive_;
};

}  // namespace api::net
