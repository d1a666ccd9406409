// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

namespace api {

// Asks other servers over HTTP and HTTPS, and waits for their answers. One thread.
class HttpClient {
 public:
  HttpClient();
  ~HttpClient();
  HttpClient(HttpClient const&) = delete;

  struct Answer {
    long status = 0;  // 0: there was none.
    std::string body, content_type, failure;
  };
  // Bounded in time, and in what it takes of an answer.
  Answer post(std::string const& url, std::string const& body);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace api
