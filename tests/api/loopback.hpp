// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/net/server.hpp"

// A server in the test's own thread: whoever waits for something turns its loop meanwhile.
namespace loopback {

namespace net = api::net;
using std::chrono::milliseconds;

// Answers HTTP by path, echoes WebSocket messages, and keeps what a test wants to look at.
class EchoHandler final : public net::Handler {
 public:
  // One open WebSocket, as its Peer saw it.
  struct Seen {
    net::Socket* socket = nullptr;
    std::weak_ptr<net::Socket> handle;
    std::vector<std::string> messages;
    std::vector<unsigned> closes;
  };

  void on_request(net::Request request, net::Respond respond) override {
    if (request.target == "/later") return later.push_back(std::move(respond));
    if (request.target == "/drop") return;
    auto body = request.method + ' ' + request.target + ' ' + request.body;
    if (request.target == "/large") body = std::string(3 << 20, 'x');
    requests.push_back(std::move(request));
    respond({.content_type = "text/plain", .body = std::make_shared<const std::string>(body)});
  }

  std::variant<std::unique_ptr<net::Peer>, net::Response> on_upgrade(net::Request const& request,
                                                                     net::Socket& socket) override {
    if (request.target == "/private") return net::problem(401, "Who are you?");
    seen.push_back(std::make_unique<Seen>());
    seen.back()->socket = &socket;
    seen.back()->handle = socket.handle();
    if (request.target == "/eager") socket.send(net::text_frame("welcome"));
    return std::make_unique<Echo>(*seen.back(), on_message);
  }

  std::vector<net::Request> requests;
  std::vector<net::Respond> later;
  std::vector<std::unique_ptr<Seen>> seen;
  // What a Peer does with a message; unset, it echoes.
  std::function<void(net::Socket&, std::string_view)> on_message;

 private:
  struct Echo final : net::Peer {
    Echo(Seen& seen, std::function<void(net::Socket&, std::string_view)>& act)
        : seen_(seen), act_(act) {}
    void on_message(std::string_view text) override {
      seen_.messages.emplace_back(text);
      if (act_) return act_(*seen_.socket, text);
      seen_.socket->send(net::text_frame(text));
    }
    void on_close(unsigned code) override { seen_.closes.push_back(code); }

    Seen& seen_;
    std::function<void(net::Socket&, std::string_view)>& act_;
  };
};

struct Loop {
  explicit Loop(net::Options options = {}) { server.emplace(context, std::move(options), handler); }

  bool run_until(std::function<bool()> const& done, milliseconds limit = milliseconds(5'000)) {
    auto const late = std::chrono::steady_clock::now() + limit;
    while (!done()) {
      if (std::chrono::steady_clock::now() > late) return false;
      context.run_one_for(milliseconds(1));
    }
    return true;
  }
  // Everything that can happen without waiting.
  void run_ready() {
    while (context.poll() > 0) {
    }
  }
  net::Counters const& counters() const { return server->counters(); }
  std::uint64_t ended(net::Ended why) const {
    return counters().ended[static_cast<std::size_t>(why)];
  }

  boost::asio::io_context context{1};
  EchoHandler handler;
  std::optional<net::Server> server;
};

// Options whose timeouts a test can wait for.
inline net::Options hasty() {
  net::Options options;
  options.sweep_period = milliseconds(20);
  return options;
}

}  // namespace loopback
