// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/flusher.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "api/net/connection.hpp"

namespace api::net {
namespace {

constexpr std::size_t slice = 32;  // about 200 us of writes

}  // namespace

void Flusher::add(std::shared_ptr<Connection> connection) {
  due_.push_back(std::move(connection));
  if (due_.size() == 1) post();
}

void Flusher::post() {
  boost::asio::post(context_, alive_.guard([this] { run(); }));
}

void Flusher::run() {
  auto const end = std::min(next_ + slice, due_.size());
  while (next_ < end) {
    auto const connection = std::move(due_[next_++]);
    connection->flush();
  }
  if (next_ < due_.size()) return post();
  due_.clear();
  next_ = 0;
}

}  // namespace api::net
