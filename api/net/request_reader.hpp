// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>

#include "api/net/body_reader.hpp"
#include "api/net/http.hpp"

namespace api::net {

// Reads HTTP/1.1 requests, one after the other (RFC 9112). Bytes in, requests out; it knows no sockets. Holds no memory
// between two requests.
class RequestReader {
 public:
  struct Limits {
    std::size_t header_bytes_max;
    std::size_t body_bytes_max;
  };
  enum class Stage {
    idle,      // Not one byte of the next request.
    head,      // Inside the request line or the headers.
    body,      // The header is complete and in order.
    complete,  // take() it.
    refused,   // See refusal(); what follows cannot be understood.
  };

  explicit RequestReader(Limits limits);
  ~RequestReader();

  // Reads on, at most to the end of the header or of the request, and takes what it understands off the bytes' front.
  void read(std::span<char const>& bytes);

  Stage stage() const { return stage_; }
  unsigned refusal() const { return refusal_; }  // The status that says why.
  std::size_t gathered_bytes() const { return header_bytes_ + body_.size(); }
  // From the body on, until the next request begins.
  bool expects_continue() const { return traits_.expects_continue; }
  bool keep_alive() const { return traits_.keep_alive; }
  bool is_http_1_0() const { return traits_.http_1_0; }

  Request take();

 private:
  struct Head;
  struct Traits {
    bool expects_continue = false;
    bool keep_alive = false;
    bool http_1_0 = false;
  };

  void begin();
  void read_head(std::span<char const>& bytes);
  void on_head();
  void on_body(BodyReader::Outcome outcome);
  void refuse(unsigned status);

  Limits const limits_;
  Stage stage_ = Stage::idle;
  unsigned refusal_ = 0;
  std::size_t header_bytes_ = 0;
  std::unique_ptr<Head> head_;
  Traits traits_;
  Request request_;
  BodyReader body_;
};

}  // namespace api::net
