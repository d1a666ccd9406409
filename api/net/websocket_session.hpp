// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "api/net/counters.hpp"
#include "api/net/frame_reader.hpp"
#include "api/net/protocol.hpp"
#include "api/net/socket.hpp"

namespace api::net {

class Connection;
struct Environment;

// One WebSocket on one connection (RFC 6455): frames to messages, pings, goodbyes, and the bounds of a slow consumer. Thread E.
//
//   early: the handshake is not answered yet, frames are kept -> open
//   -> closing: our goodbye is on its way, theirs is awaited -> closed: only the connection's end is awaited
class WebSocketSession final : public Protocol,
                               public Socket,
                               public std::enable_shared_from_this<WebSocketSession> {
 public:
  WebSocketSession(Connection& connection, Environment& environment);
  ~WebSocketSession() override;
  // Call after the handshake's answer was sent.
  void open(std::unique_ptr<Peer> peer);

  void send(Frame frame) override;
  void close(unsigned code, std::string_view reason) override;
  std::size_t queued_bytes() const override;
  std::string const& remote_address() const override { return remote_address_; }
  std::weak_ptr<Socket> handle() override { return weak_from_this(); }

  bool wants_bytes() const override;
  Understood on_bytes(std::span<char> bytes) override;
  std::size_t gathered_bytes() const override { return reader_.gathered_bytes(); }
  void on_no_room() override { fail(close_code::try_again_later, "too many unfinished messages"); }
  void on_end_of_input() override;
  void on_deadline() override;
  void on_output_waiting(Duration age) override;
  void on_drain() override;
  void on_closed() override;
  void settle() override;

 private:
  enum class Stage { early, open, closing, closed };

  void on_event(FrameReader::Event const& event);
  void on_text(std::string_view text);
  void on_ping(std::string_view payload);
  void on_goodbye(unsigned code);
  void say_goodbye(unsigned code, std::string_view reason, Ended why);
  void fail(unsigned code, std::string_view reason = {});
  void too_slow();
  void put(Frame frame);

  Connection& connection_;
  Environment& environment_;
  std::string const remote_address_;
  std::unique_ptr<Peer> peer_;
  FrameReader reader_;
  std::vector<Frame> early_;
  Stage stage_ = Stage::early;
  bool answered_ = false;  // The handshake is, frames may follow.
  bool pinged_ = false;
  Ended why_ = Ended::by_server;
  unsigned code_ = 0;  // for on_close; 0 while there is no reason to call it
  Time heard_{};
  Time message_since_{};  // when the message that is being gathered began
  Time pings_since_{};
  std::size_t pings_ = 0;
};

}  // namespace api::net
