// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/request_reader.hpp"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/version.hpp>

namespace api::net {

namespace http = boost::beast::http;

struct RequestReader::Parser {
  http::request_parser<http::string_body> request;
};

namespace {

unsigned status_of(boost::beast::error_code error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit || error == http::error::buffer_overflow) return 413;
  if (error == http::error::bad_version) return 505;
  return 400;
}

std::string text(boost::beast::string_view view) { return {view.data(), view.size()}; }

Headers headers_of(http::fields const& fields) {
  Headers headers;
  for (auto const& field : fields) {
    headers.push_back({text(field.name_string()), text(field.value())});
  }
  return headers;
}

}  // namespace

RequestReader::RequestReader(Limits limits) : limits_(limits) {}
RequestReader::~RequestReader() = default;

std::size_t RequestReader::read(std::span<char const> bytes) {
  std::size_t skipped = 0;
  if (stage_ == Stage::idle) {
    // An old habit of clients: an empty line after a body (RFC 9112, 2.2).
    while (skipped < bytes.size() && (bytes[skipped] == '\r' || bytes[skipped] == '\n')) ++skipped;
    if (skipped == bytes.size()) return skipped;
    stage_ = Stage::head;
    parser_ = std::make_unique<Parser>();
    parser_->request.header_limit(static_cast<std::uint32_t>(limits_.header_bytes_max));
    parser_->request.body_limit(limits_.body_bytes_max);
  }
  return skipped + parse(bytes.subspan(skipped));
}

std::size_t RequestReader::parse(std::span<char const> bytes) {
  auto& request = parser_->request;
  request.eager(stage_ == Stage::body);
  boost::beast::error_code error;
  auto const count = request.put({bytes.data(), bytes.size()}, error);
  if (error && error != http::error::need_more) {
    refuse(status_of(error));
  } else if (stage_ == Stage::head) {
    // Beast bounds what it has not understood yet; many small headers, one by one, are ours to bound.
    header_bytes_ += count;
    if (header_bytes_ > limits_.header_bytes_max) refuse(431);
  }
  if (stage_ == Stage::head && request.is_header_done()) {
    headers_ = headers_of(request.get());
    stage_ = Stage::body;
    if (auto const status = broken_rule()) refuse(status);
  }
  if (stage_ == Stage::body && request.is_done()) stage_ = Stage::complete;
  return count;
}

// What a header in itself well-formed may still break.
unsigned RequestReader::broken_rule() const {
  auto const& request = parser_->request.get();
  auto const hosts = request.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && request.version() == 11)) return 400;
  if (request.count(http::field::transfer_encoding) > 0) {
    // Whoever would ignore the coding or the version reads another body (RFC 9112, 6.1).
    if (request.version() == 10) return 400;
    if (!boost::beast::iequals(request[http::field::transfer_encoding], "chunked")) return 501;
  }
  if (request.count(http::field::expect) > 0 && !expects_continue()) return 417;
  return 0;
}

void RequestReader::refuse(unsigned status) {
  stage_ = Stage::refused;
  refusal_ = status;
}

std::size_t RequestReader::gathered_bytes() const {
  return parser_ ? header_bytes_ + parser_->request.get().body().size() : 0;
}

bool RequestReader::expects_continue() const {
  return boost::beast::iequals(parser_->request.get()[http::field::expect], "100-continue");
}

bool RequestReader::keep_alive() const { return parser_->request.keep_alive(); }

bool RequestReader::is_http_1_0() const { return parser_->request.get().version() == 10; }

Request RequestReader::take() {
  auto message = parser_->request.release();
  Request request{.method = text(message.method_string()),
                  .target = text(message.target()),
                  .headers = std::move(headers_),
                  .body = std::move(message.body()),
                  .remote_address = {}};
  parser_.reset();
  headers_ = {};
  header_bytes_ = 0;
  stage_ = Stage::idle;
  return request;
}

}  // namespace api::net
