// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/rpc.hpp"

#include "api/json/characters.hpp"
#include "api/json/names.hpp"
#include "api/json/texts.hpp"
#include "core/check.hpp"

namespace api::json {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

core::Refusal unreadable(simdjson::error_code error) {
  switch (error) {
    case simdjson::EMPTY: return core::refuse("rpc.parse-error", {}, "the message is empty");
    case simdjson::DEPTH_ERROR: return core::refuse("rpc.parse-error", {}, "nested too deeply");
    case simdjson::UTF8_ERROR: return core::refuse("rpc.parse-error", {}, "not UTF-8");
    case simdjson::NUMBER_ERROR:
      return core::refuse("rpc.parse-error", {}, "a number that is none, or far too long");
    case simdjson::CAPACITY: return core::refuse("rpc.parse-error", {}, "the message is too large");
    default: return core::refuse("rpc.parse-error", {}, "not JSON");
  }
}

core::Refusal invalid(std::string_view field, std::string detail) {
  return core::refuse("rpc.invalid-request", field, std::move(detail));
}

// Reads one request, member by member.
class Envelope {
 public:
  Envelope(Request& into, MessageParser::Source source) : request_(into), source_(source) {}

  void read(element from) {
    simdjson::dom::object object;
    if (from.get(object)) return refuse(invalid({}, "a request must be an object"));
    for (auto [key, value] : object) member(key, value);
    if (!has(jsonrpc)) refuse(invalid("jsonrpc", "is required"));
    if (!has(method)) refuse(invalid("method", "is required"));
    // Only of what is a request can be told whether it is a notification.
    bool const is_request = !request_.refusal || request_.refusal->code != "rpc.invalid-request";
    request_.is_notification = is_request && !has(id);
  }

 private:
  enum Member { jsonrpc, id, method, params, as };

  bool has(Member member) const { return met_ >> member & 1; }

  void member(std::string_view key, element value) {
    static Names const members({"jsonrpc", "id", "method", "params", "as"});
    int const found = members.find(key);
    bool const known = found >= 0 && (found != as || source_ == MessageParser::Source::console);
    if (!known) return refuse(invalid(echo(key), "there is no such field"));
    auto const member = static_cast<Member>(found);
    if (has(member)) return refuse(invalid(key, "is given twice"));
    met_ |= 1U << member;
    switch (member) {
      case jsonrpc: return read_version(value);
      case id: return read_id(value);
      case method: return read_method(value);
      case params: return read_params(value);
      case as: return read_as(value);
    }
  }

  void read_version(element from) {
    std::string_view version;
    if (from.get(version) || version != "2.0") refuse(invalid("jsonrpc", "must be \"2.0\""));
  }

  void read_id(element from) {
    std::string raw;
    if (from.is_null()) return;
    if (from.is_string()) write_text(from.get_string().value_unsafe(), raw);
    else if (from.is_int64()) raw = std::to_string(from.get_int64().value_unsafe());
    else if (from.is_uint64()) raw = std::to_string(from.get_uint64().value_unsafe());
    else return refuse(invalid("id", "must be a text, a whole number or null"));
    if (raw.size() > request_id_bytes_max || forbidden_character(raw, Lines::many))
      return refuse(invalid("id", "is too long or holds what no text may hold"));
    request_.id = std::move(raw);
  }

  void read_method(element from) {
    if (from.get(request_.method)) refuse(invalid("method", "must be a text"));
  }

  void read_params(element from) {
    switch (from.type()) {
      case element_type::OBJECT: request_.params = from; return;
      case element_type::NULL_VALUE: return;
      case element_type::ARRAY:  // An empty one has nothing to mistake.
        if (from.get_array().value_unsafe().size() > 0)
          refuse(
              core::refuse("input.invalid", {}, "parameters are given by name, not by position"));
        return;
      default: return refuse(invalid("params", "must be an object"));
    }
  }

  void read_as(element from) {
    std::string_view subject;
    if (from.get(subject) || !(request_.as = core::Id::parse(subject)) || request_.as->is_nil())
      refuse(invalid("as", "must be a person's id"));
  }

  // What is wrong first is what is told.
  void refuse(core::Refusal refusal) {
    if (!request_.refusal) request_.refusal = std::move(refusal);
  }

  Request& request_;
  MessageParser::Source const source_;
  unsigned met_ = 0;
};

Message refused(core::Refusal refusal) { return {false, {}, std::move(refusal)}; }

}  // namespace

MessageParser::MessageParser(Source source) : source_(source) {
  CHECK(!parser_.allocate(4096, message_depth_max));  // Grows with the messages.
  CHECK(!empty_parser_.parse(std::string("{}")).get(no_params_));
}

Message MessageParser::parse(simdjson::padded_string_view json) {
  CHECK(json.capacity() >= json.length() + simdjson::SIMDJSON_PADDING);
  requests_.clear();
  element root;
  if (auto const error = parser_.parse(json.data(), json.length(), false).get(root))
    return refused(unreadable(error));
  simdjson::dom::array batch;
  bool const is_batch = !root.get(batch);
  if (is_batch && batch.size() == 0) return refused(invalid({}, "an empty batch"));
  if (is_batch && batch.size() > batch_requests_max)
    return refused(invalid(
        {}, "a batch must have at most " + std::to_string(batch_requests_max) + " requests"));
  if (!is_batch) add(root);
  else
    for (auto const request : batch) add(request);
  return {is_batch, requests_, {}};
}

void MessageParser::add(element from) {
  auto& request = requests_.emplace_back();
  request.params = no_params_;
  Envelope(request, source_).read(from);
}

}  // namespace api::json
