// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/request_reader.hpp"

#include <algorithm>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <utility>

namespace api::net {

namespace http = boost::beast::http;
using boost::beast::iequals;

// Beast reads the header and no more: before Boost 1.86 its chunk parser ends the process when the last chunk comes in two
// pieces (boostorg/beast#2861).
struct RequestReader::Head {
  http::request_parser<http::empty_body> parser;

  http::request_header<> const& fields() const { return parser.get().base(); }
};

namespace {

unsigned status_of(boost::beast::error_code error) {
  if (error == http::error::header_limit) return 431;
  return error == http::error::bad_version ? 505 : 400;
}

std::string text(boost::beast::string_view view) { return {view.data(), view.size()}; }

Request request_of(http::request_header<> const& header) {
  Request request{.method = text(header.method_string()),
                  .target = text(header.target()),
                  .headers = {},
                  .body = {},
                  .remote_address = {}};
  for (auto const& field : header) {
    request.headers.push_back({text(field.name_string()), text(field.value())});
  }
  return request;
}

// What a header that is well-formed in itself may still break.
unsigned broken_rule(http::request_header<> const& header) {
  auto const hosts = header.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && header.version() == 11)) return 400;
  if (header.count(http::field::transfer_encoding) > 0) {
    // Whoever would ignore the coding or the version reads another body (RFC 9112, 6.1).
    if (header.version() == 10) return 400;
    if (!iequals(header[http::field::transfer_encoding], "chunked")) return 501;
  }
  auto const expect = header[http::field::expect];
  return expect.empty() || iequals(expect, "100-continue") ? 0 : 417;
}

}  // namespace

RequestReader::RequestReader(Limits limits) : limits_(limits) {}
RequestReader::~RequestReader() = default;

void RequestReader::read(std::span<char const>& bytes) {
  if (stage_ == Stage::idle) {
    // An old habit of clients: an empty line after a body (RFC 9112, 2.2).
    while (!bytes.empty() && (bytes[0] == '\r' || bytes[0] == '\n')) bytes = bytes.subspan(1);
    if (bytes.empty()) return;
    begin();
  }
  if (stage_ == Stage::head) return read_head(bytes);
  if (stage_ == Stage::body) on_body(body_.read(bytes));
}

void RequestReader::begin() {
  stage_ = Stage::head;
  head_ = std::make_unique<Head>();
  head_->parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes_max));
  head_->parser.skip(true);
}

void RequestReader::read_head(std::span<char const>& bytes) {
  boost::beast::error_code error;
  auto const count = head_->parser.put({bytes.data(), bytes.size()}, error);
  bytes = bytes.subspan(count);
  // Beast bounds what it has not understood yet; many small headers, one by one, are ours to bound.
  header_bytes_ += count;
  if (error && error != http::error::need_more) return refuse(status_of(error));
  if (header_bytes_ > limits_.header_bytes_max) return refuse(431);
  if (head_->parser.is_header_done()) on_head();
}

void RequestReader::on_head() {
  auto const head = std::exchange(head_, nullptr);
  auto const& fields = head->fields();
  if (auto const status = broken_rule(fields)) return refuse(status);
  request_ = request_of(fields);
  traits_ = {.expects_continue = fields.count(http::field::expect) > 0,
             .keep_alive = head->parser.keep_alive(),
             .http_1_0 = fields.version() == 10};
  stage_ = Stage::body;
  body_ = BodyReader(limits_.body_bytes_max);
  auto const chunked = fields.count(http::field::transfer_encoding) > 0;
  auto const length = head->parser.content_length().value_or(0);
  on_body(body_.begin(chunked ? std::nullopt : std::optional<std::uint64_t>(length)));
}

void RequestReader::on_body(BodyReader::Outcome outcome) {
  switch (outcome) {
    case BodyReader::Outcome::need_more: return;
    case BodyReader::Outcome::complete: stage_ = Stage::complete; return;
    case BodyReader::Outcome::malformed: return refuse(400);
    case BodyReader::Outcome::too_large: return refuse(413);
  }
}

void RequestReader::refuse(unsigned status) {
  stage_ = Stage::refused;
  refusal_ = status;
}

Request RequestReader::take() {
  request_.body = body_.take();
  header_bytes_ = 0;
  stage_ = Stage::idle;
  return std::move(request_);
}

}  // namespace api::net
