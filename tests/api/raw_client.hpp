// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "tests/api/loopback.hpp"

// Clients on raw sockets, which may say whatever they like.
namespace loopback {

struct Incoming {
  int opcode = -1;
  bool final = false;
  std::string payload;

  // Of a close frame; 1005 without one.
  unsigned code() const {
    if (payload.size() < 2) return 1005;
    return static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]);
  }
};

class Client {
 public:
  explicit Client(Loop& loop, int receive_buffer = 0) : loop_(loop) {
    descriptor_ = ::socket(AF_INET, SOCK_STREAM, 0);
    if (receive_buffer > 0) {
      setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(loop.server->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    open_ = ::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  Client(Client const&) = delete;
  ~Client() { hang_up(); }

  void hang_up() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }
  // Leaves without a goodbye: the server sees a reset.
  void reset() {
    linger const at_once{.l_onoff = 1, .l_linger = 0};
    setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    hang_up();
  }
  void end_of_output() { ::shutdown(descriptor_, SHUT_WR); }

  // Returns false where the server does not take it any more.
  bool send(std::string_view bytes) {
    return loop_.run_until([&] {
      auto const sent =
          ::send(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
      if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
      return bytes.empty() || (sent < 0 && errno != EAGAIN);
    }) && bytes.empty();
  }
  // One byte a turn.
  void trickle(std::string_view bytes) {
    for (auto const& byte : bytes) {
      send({&byte, 1});
      loop_.run_ready();
    }
  }

  // Waits until what has come fulfils the condition; false at the end of the stream or of patience.
  bool wait_for(std::function<bool(std::string const&)> const& enough) {
    return loop_.run_until([&] { return enough(input_) || !receive(); }) && enough(input_);
  }
  std::string take(std::size_t count) {
    wait_for([&](auto& input) { return input.size() >= count; });
    auto taken = input_.substr(0, count);
    input_.erase(0, count);
    return taken;
  }
  std::string take_rest() {
    wait_for([](auto&) { return false; });
    return std::exchange(input_, {});
  }
  bool ended() {
    return loop_.run_until([&] { return !receive(); });
  }
  std::string const& input() const { return input_; }

  // One response; its body as long as its header says.
  std::string take_response(bool head_only = false) {
    if (!wait_for([](auto& in) { return in.find("\r\n\r\n") != std::string::npos; })) return {};
    auto const head_bytes = input_.find("\r\n\r\n") + 4;
    auto const at = input_.find("Content-Length: ");
    auto const body = at < head_bytes && !head_only ? std::stoul(input_.substr(at + 16)) : 0;
    return take(head_bytes + body);
  }
  unsigned take_status() {
    auto const response = take_response();
    return response.size() < 12 ? 0 : static_cast<unsigned>(std::stoul(response.substr(9, 3)));
  }

  Incoming take_frame() {
    auto head = take(2);
    if (head.size() < 2) return {};
    std::size_t length = static_cast<unsigned char>(head[1]) & 0x7f;
    if (length >= 126) {
      auto const extended = take(length == 126 ? 2 : 8);
      length = 0;
      for (unsigned char const c : extended) length = length << 8 | c;
    }
    return {.opcode = head[0] & 0x0f, .final = (head[0] & 0x80) != 0, .payload = take(length)};
  }

 private:
  // False at the end of the stream.
  bool receive() {
    char bytes[16'384];
    auto const count = ::recv(descriptor_, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count > 0) input_.append(bytes, static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && errno == EAGAIN);
  }

  Loop& loop_;
  int descriptor_ = -1;
  bool open_ = false;
  std::string input_;
};

// A client's frame, byte for byte; `first` holds FIN, the reserved bits and the opcode.
inline std::string client_frame(int first, std::string_view payload) {
  constexpr std::string_view mask = "\x5a\x01\xff\x80";
  auto const size = payload.size();
  std::string frame(1, static_cast<char>(first));
  if (size < 126) {
    frame += static_cast<char>(0x80 | size);
  } else if (size <= 0xffff) {
    frame += {static_cast<char>(0xfe), static_cast<char>(size >> 8), static_cast<char>(size)};
  } else {
    frame += '\xff';
    for (int shift = 56; shift >= 0; shift -= 8) frame += static_cast<char>(size >> shift);
  }
  frame += mask;
  for (std::size_t i = 0; i < size; ++i) frame += static_cast<char>(payload[i] ^ mask[i % 4]);
  return frame;
}
inline std::string text(std::string_view payload) { return client_frame(0x81, payload); }

inline std::string handshake(std::string_view target = "/", std::string_view more = {}) {
  return "GET " + std::string(target) +
         " HTTP/1.1\r\nHost: here\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         std::string(more) + "\r\n";
}

// A client whose handshake is done.
struct WebSocket : Client {
  explicit WebSocket(Loop& loop, std::string_view target = "/", int receive_buffer = 0)
      : Client(loop, receive_buffer) {
    send(handshake(target));
    response = take_response();
    seen = loop.handler.seen.empty() ? nullptr : loop.handler.seen.back().get();
  }
  std::string response;
  EchoHandler::Seen* seen;
};

inline std::string close_with(unsigned code, std::string_view reason = {}) {
  return client_frame(0x88, std::string{static_cast<char>(code >> 8), static_cast<char>(code)} +
                                std::string(reason));
}

inline std::string echoed(Client& client) {
  auto const frame = client.take_frame();
  return frame.opcode == 1 ? frame.payload : "opcode " + std::to_string(frame.opcode);
}

}  // namespace loopback
