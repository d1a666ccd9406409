// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>
#include <string_view>

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
    head,      //
    body,      // The header is complete and in order.
    complete,  // take() it.
    refused,   // See refusal(); what follows cannot be understood.
  };

  explicit RequestReader(Limits limits);
  ~RequestReader();

  // Reads on, to the end of the header or of the request, and returns how many bytes were understood.
  std::size_t read(std::span<char const> bytes);

  Stage stage() const { return stage_; }
  std::size_t gathered_bytes() const;
  bool expects_continue() const;
  bool keep_alive() const;
  bool is_http_1_0() const;
  unsigned refusal() const { return refusal_; }
  Request take();

 private:
  struct Parser;

  std::size_t parse(std::span<char const> bytes);
  unsigned broken_rule() const;
  void refuse(unsigned status);

  Limits const limits_;
  Stage stage_ = Stage::idle;
  unsigned refusal_ = 0;
  std::size_t header_bytes_ = 0;
  std::unique_ptr<Parser> parser_;
  Headers headers_;
};

}  // namespace api::net
