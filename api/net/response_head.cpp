// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/response_head.hpp"

#include <algorithm>
#include <boost/beast/http/status.hpp>

namespace api::net {
namespace {

std::string http_date(std::time_t now) {
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  return std::string(text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc));
}

// A line break inside a value would begin a header of its own.
std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return text;
}

void append(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view reason_phrase(unsigned status) {
  namespace http = boost::beast::http;
  auto const phrase = http::obsolete_reason(http::int_to_status(status));
  return {phrase.data(), phrase.size()};
}

bool may_have_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

std::string response_head(Response const& response, Persistence persistence, std::time_t now) {
  auto const status = std::to_string(response.status);
  std::string head = "HTTP/1.1 " + status + ' ';
  head.append(reason_phrase(response.status)).append("\r\n");
  append(head, "Date", http_date(now));
  for (auto const& [name, value] : response.headers) append(head, one_line(name), one_line(value));
  if (!response.content_type.empty()) append(head, "Content-Type", one_line(response.content_type));
  if (may_have_body(response.status)) {
    append(head, "Content-Length", std::to_string(response.body ? response.body->size() : 0));
  }
  if (persistence == Persistence::close) append(head, "Connection", "close");
  if (persistence == Persistence::keep_alive) append(head, "Connection", "keep-alive");
  return head += "\r\n";
}

}  // namespace api::net
