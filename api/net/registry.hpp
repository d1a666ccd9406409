// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/ip/address.hpp>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "api/net/clock.hpp"

namespace api::net {

class Connection;

// All open connections, and how many each address has.
class Registry {
 public:
  void add(std::shared_ptr<Connection> connection);
  void remove(Connection& connection);
  std::size_t size() const { return connections_.size(); }
  bool empty() const { return connections_.empty(); }
  std::size_t at_address(std::string const& key) const;

  // From the last to the first: whoever leaves is replaced by the last, who was seen already. So a walk may go on after
  // others have come or gone, and misses nobody who was there when it began.
  class Walk {
   public:
    explicit Walk(Registry const& registry) : registry_(registry), at_(registry.size()) {}
    // The next connection, or none at the end; then the walk begins anew.
    std::shared_ptr<Connection> next();

   private:
    Registry const& registry_;
    std::size_t at_;
  };

 private:
  std::vector<std::shared_ptr<Connection>> connections_;
  std::unordered_map<std::string, std::size_t> per_address_;
};

// Who shares a limit: an IPv4 address, or an IPv6 network of 64 bits, which one subscriber can use up at will.
std::string address_key(boost::asio::ip::address const& address);

}  // namespace api::net
