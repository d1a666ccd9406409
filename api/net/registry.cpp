// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/registry.hpp"

#include <algorithm>

#include "api/net/connection.hpp"

namespace api::net {

namespace ip = boost::asio::ip;

void Registry::add(std::shared_ptr<Connection> connection) {
  ++per_address_[connection->address_key()];
  connection->set_place(connections_.size());
  connections_.push_back(std::move(connection));
}

void Registry::remove(Connection& connection) {
  auto const count = per_address_.find(connection.address_key());
  if (--count->second == 0) per_address_.erase(count);
  auto const place = connection.place();
  std::swap(connections_[place], connections_.back());
  connections_[place]->set_place(place);
  connections_.pop_back();
}

std::size_t Registry::at_address(std::string const& key) const {
  auto const found = per_address_.find(key);
  return found == per_address_.end() ? 0 : found->second;
}

std::shared_ptr<Connection> Registry::Walk::next() {
  at_ = std::min(at_, registry_.size());
  if (at_ > 0) return registry_.connections_[--at_];
  at_ = registry_.size();
  return nullptr;
}

std::string address_key(ip::address const& address) {
  if (address.is_v4()) return address.to_string();
  auto const v6 = address.to_v6();
  if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6).to_string();
  auto network = v6.to_bytes();
  std::fill(network.begin() + 8, network.end(), 0);
  return ip::address_v6(network).to_string() + "/64";
}

}  // namespace api::net
