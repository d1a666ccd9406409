// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>

#include "api/net/server.hpp"
#include "api/road/dispatcher.hpp"
#include "api/road/feeds.hpp"

namespace api {

// What all connections share.
struct Connections {
  Dispatcher& dispatcher;
  Feeds& feeds;
  ViewThread& views;
  // The person behind a token and since when, or nothing.
  std::function<std::optional<Caller>(std::string_view token)> caller_of;
  std::string epoch;
  // Where whoever has asked to be erased finds the proof of it.
  std::function<std::string(core::Id const& person)> erasure_path;
};

// The roles an account holds, its membership first; none for a visitor.
std::vector<core::Role> roles_of(core::World const& world, core::Id const& actor);

// A WebSocket at /rpc. Thread E.
class Session final : public net::Peer, private Edge {
 public:
  Session(Connections& connections, net::Socket& socket, Caller const& caller);
  ~Session() override;

  void on_message(std::string_view text) override;
  void on_close(unsigned code) override;

 private:
  core::Result<void> answer(core::Type const& type, capnp::AnyStruct::Reader query,
                            capnp::AnyPointer::Builder reply) override;
  core::Result<void> authenticate(core::session::AuthenticateSession::Reader query,
                                  core::session::AuthenticateSessionReply::Builder reply);
  core::Result<void> subscribe(core::feed::SubscribeFeed::Reader query,
                               core::feed::SubscribeFeedReply::Builder reply);
  core::Result<void> unsubscribe(core::feed::UnsubscribeFeed::Reader query,
                                 core::feed::UnsubscribeFeedReply::Builder reply);
  void leave_all();

  Connections& connections_;
  net::Socket& socket_;
  Caller caller_;
  // By channel. Bounded by itself: a person may follow five channels, each under one name only.
  std::map<std::string, Feeds::Ticket, std::less<>> subscriptions_;
};

// The same queries over HTTP, where there is no connection to sign in or to push to.
class OneRequest final : public Edge {
 public:
  OneRequest(Connections& connections, core::Id actor) : connections_(connections), actor_(actor) {}
  core::Result<void> answer(core::Type const& type, capnp::AnyStruct::Reader query,
                            capnp::AnyPointer::Builder reply) override;

 private:
  Connections& connections_;
  core::Id actor_;
};

}  // namespace api
