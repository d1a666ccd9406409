// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <simdjson.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"
#include "core/result.hpp"

// The envelope of JSON-RPC 2.0 (https://www.jsonrpc.org/specification), inwards. Stricter than the specification where it
// leaves room: parameters by name only, members of the envelope that it does not know are refused.
namespace api::json {

// Requests in one batch. Beyond: the whole batch is refused.
inline constexpr std::size_t batch_requests_max = 64;
// Arrays and objects within each other in one message, the envelope included. Beyond: the message is refused.
inline constexpr std::size_t message_depth_max = 32;
// A request's id, as JSON. Beyond: the request is refused.
inline constexpr std::size_t request_id_bytes_max = 128;

struct Request {
  std::string id = "null";       // As JSON: what the answer must repeat.
  bool is_notification = false;  // Sent without an id: must not be answered, whatever happens.
  std::string_view method;
  simdjson::dom::element params;  // An object; an empty one where none was sent.
  std::optional<core::Id> as;     // Whose voice it is, where a console says so.
  std::optional<core::Refusal>
      refusal;  // Set: answer with it (unless a notification), and use nothing else of the request.
};

// One message. A refused one is answered once, with the id null.
struct Message {
  bool is_batch = false;
  std::span<Request const>
      requests;  // Of a batch: to be answered in one array, notifications left out.
  std::optional<core::Refusal> refusal;
};

// Parses one message at a time. One thread may use it. (With simdjson's DOM: it validates all of a message before any of it is
// used, and picks the processor's best code at run time. On-demand, made to touch everything, took twice as long.)
class MessageParser {
 public:
  // Only on this machine's console may a request say `as` whom it speaks: nobody's word is taken for that over the network.
  enum class Source { network, console };

  explicit MessageParser(Source source = Source::network);
  MessageParser(MessageParser const&) = delete;

  // What it returns points into this parser and holds until the next message is parsed; `json` need not. Behind the message
  // `json` has simdjson::SIMDJSON_PADDING bytes of anything.
  Message parse(simdjson::padded_string_view json);

 private:
  void add(simdjson::dom::element from);

  Source const source_;
  simdjson::dom::parser parser_, empty_parser_;
  simdjson::dom::element no_params_;
  std::vector<Request> requests_;
};

}  // namespace api::json
