// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace api::net {

struct Header {
  std::string name;
  std::string value;
};
using Headers = std::vector<Header>;

// One HTTP request, complete, owning all its text.
struct Request {
  std::string method;
  std::string target;
  Headers headers;
  std::string body;
  std::string remote_address;

  // The first value of that name in any case, or nothing.
  std::string_view header(std::string_view name) const;
  // Whether a comma-separated header lists the token, both in any case: `Connection: keep-alive, Upgrade`.
  bool lists(std::string_view name, std::string_view token) const;
};

// Of a request's target, without what it asks for.
inline std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

// The server adds Date, Content-Length and Connection itself. The body may be shared by many responses; a request by HEAD
// gets the same head without it.
struct Response {
  unsigned status = 200;
  Headers headers = {};
  std::string content_type = {};
  std::shared_ptr<const std::string> body = {};
};

// An error as a JSON body (RFC 9457), titled with the status.
Response problem(unsigned status, std::string_view detail);

// The one chance to answer a request: now or later, on thread E. Does nothing when the connection is gone. Dropped without
// an answer, it answers 500.
class Respond {
 public:
  explicit Respond(std::function<void(Response)> answer) : answer_(std::move(answer)) {}
  Respond(Respond&& other) noexcept { answer_.swap(other.answer_); }
  Respond& operator=(Respond&& other) noexcept {
    answer_.swap(other.answer_);
    return *this;
  }
  ~Respond();

  void operator()(Response response);

 private:
  std::function<void(Response)> answer_;
};

}  // namespace api::net
