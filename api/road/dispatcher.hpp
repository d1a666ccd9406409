// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>

#include "api/json/rpc.hpp"
#include "api/road/asking.hpp"
#include "api/road/rate_limit.hpp"
#include "api/road/road.hpp"

namespace api {

// Who is calling, as their connection knows it.
struct Caller {
  core::Id actor = {};           // Nil: a visitor.
  core::Instant signed_in = {};  // When they got the token by which they are known.
  core::Id idempotency_key =
      {};  // From the HTTP header: the id of a command that brings none of its own.
};

// What a connection answers by itself: the queries that the schema marks `$edge`.
class Edge {
 public:
  // Questions of this connection that thread P has not answered yet. Counted on thread E; `gone` is read on thread P.
  struct Asked {
    std::size_t questions = 0;
    std::atomic<bool> gone = false;  // Nobody waits for the answers any more.
  };

  virtual ~Edge() = default;
  std::shared_ptr<Asked> const asked = std::make_shared<Asked>();
  virtual core::Result<void> answer(core::Type const& type, capnp::AnyStruct::Reader query,
                                    capnp::AnyPointer::Builder reply) = 0;
};

// JSON-RPC in, JSON-RPC out: one dispatcher behind every kind of connection. Thread E.
class Dispatcher {
 public:
  // Called once for each message, with the whole answer; empty where nothing is to be answered.
  using Send = std::function<void(std::string)>;

  // `commands_per_second`: of one person who is neither operator nor service; 0: no limit.
  Dispatcher(boost::asio::io_context& context, Road& road, ViewThread& views, Rooms& rooms,
             std::uint32_t commands_per_second = 0);

  void handle(Caller const& caller, std::string_view message, Edge& edge, Send send);
  Road& road() { return road_; }
  std::uint64_t messages() const { return messages_; }

 private:
  struct Answers;
  using Answer = std::function<void(std::string)>;

  void handle(Caller const& caller, json::Request const& request, Edge& edge, Answer answer);
  void command(Caller const& caller, json::Request const& request, core::Type const& type,
               Answer answer);
  void query(Caller const& caller, json::Request const& request, core::Type const& type, Edge& edge,
             Answer answer);
  void ask(Asking asking, std::shared_ptr<Edge::Asked> asked, std::string id,
           core::Type const& type, std::shared_ptr<capnp::MallocMessageBuilder> query,
           Answer answer);

  core::Result<void> in_turn(core::Id const& actor);
  core::Result<void> may_go_on(Caller const& caller, core::Type const& type,
                               capnp::AnyStruct::Reader command);

  boost::asio::io_context& context_;
  Road& road_;
  ViewThread& views_;
  Rooms& rooms_;
  json::MessageParser parser_;
  std::string padded_;
  RateLimit rate_limit_;
  std::uint64_t messages_ = 0;
};

}  // namespace api
