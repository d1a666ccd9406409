// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "api/json/rpc.hpp"
#include "api/json/rpc_write.hpp"
#include "core/schema/profile.capnp.h"

namespace {

using api::json::Message;
using api::json::MessageParser;

// A message, and the bytes and the parser it came from.
struct Parsed {
  simdjson::padded_string json;
  MessageParser parser;
  Message message;

  explicit Parsed(std::string_view text) : json(text), message(parser.parse(json)) {}

  // Of a message that is one request.
  api::json::Request const& request() const {
    BOOST_REQUIRE(!message.refusal.has_value());
    BOOST_REQUIRE_EQUAL(message.requests.size(), 1U);
    return message.requests[0];
  }
};

std::string params_of(api::json::Request const& request) {
  return simdjson::minify(request.params);
}

BOOST_AUTO_TEST_SUITE(rpc_envelope)

BOOST_AUTO_TEST_CASE(a_request) {
  Parsed parsed(R"({"jsonrpc":"2.0","id":7,"method":"profile.hide","params":{"profile":"x"}})");
  BOOST_TEST(!parsed.message.is_batch);
  auto const& request = parsed.request();
  BOOST_TEST(!request.refusal.has_value());
  BOOST_TEST(request.id == "7");
  BOOST_TEST(!request.is_notification);
  BOOST_TEST(request.method == "profile.hide");
  BOOST_TEST(params_of(request) == R"({"profile":"x"})");
}

BOOST_AUTO_TEST_CASE(only_a_console_says_whose_voice_it_is) {
  simdjson::padded_string const json(std::string_view(
      R"({"jsonrpc":"2.0","id":1,"as":"0adb266b-b825-4f09-b210-d6dcf7d00de8","method":"m"})"));
  MessageParser network, console(MessageParser::Source::console);
  auto const refused = network.parse(json).requests[0];
  BOOST_REQUIRE(refused.refusal.has_value());
  BOOST_TEST(refused.refusal->code == "rpc.invalid-request");
  BOOST_TEST(refused.refusal->field == "as");
  BOOST_TEST(!refused.as.has_value());
  auto const request = console.parse(json).requests[0];
  BOOST_TEST(!request.refusal.has_value());
  BOOST_TEST((request.as == core::Id::parse("0adb266b-b825-4f09-b210-d6dcf7d00de8")));

  for (auto const* as : {"7", "null", "\"anna\"", "\"00000000-0000-0000-0000-000000000000\""}) {
    simdjson::padded_string const odd(R"({"jsonrpc":"2.0","id":1,"method":"m","as":)" +
                                      std::string(as) + "}");
    auto const read = console.parse(odd).requests[0];
    BOOST_REQUIRE_MESSAGE(read.refusal.has_value(), as);
    BOOST_TEST(read.refusal->field == "as");
  }
}

BOOST_AUTO_TEST_CASE(ids_come_back_as_they_were) {
  struct {
    std::string_view json, id;
  } const cases[] = {
      {"0", "0"},
      {"-7", "-7"},
      {"18446744073709551615", "18446744073709551615"},
      {R"("a\"\u00fc")", R"("a\"ü")"},
      {"\"\"", "\"\""},
      {"null", "null"},
  };
  for (auto const& [json, id] : cases) {
    Parsed parsed(R"({"method":"m","jsonrpc":"2.0","id":)" + std::string(json) + "}");
    BOOST_TEST(!parsed.request().refusal.has_value());
    BOOST_TEST(!parsed.request().is_notification);
    BOOST_TEST(parsed.request().id == id);
  }
}

BOOST_AUTO_TEST_CASE(without_an_id_it_is_a_notification) {
  Parsed parsed(R"({"jsonrpc":"2.0","method":"profile.hide"})");
  BOOST_TEST(parsed.request().is_notification);
  BOOST_TEST(params_of(parsed.request()) == "{}");
}

BOOST_AUTO_TEST_CASE(no_parameters_may_be_said_in_four_ways) {
  for (auto const* params : {"", R"(,"params":{})", R"(,"params":null)", R"(,"params":[])"}) {
    Parsed parsed(R"({"jsonrpc":"2.0","id":1,"method":"m")" + std::string(params) + "}");
    BOOST_TEST(!parsed.request().refusal.has_value());
    BOOST_TEST(params_of(parsed.request()) == "{}");
  }
}

BOOST_AUTO_TEST_CASE(messages_that_are_not_read) {
  struct {
    std::string_view text, code, detail;
  } const cases[] = {
      {"", "rpc.parse-error", "the message is empty"},
      {"  ", "rpc.parse-error", "the message is empty"},
      {"{", "rpc.parse-error", "not JSON"},
      {R"({"jsonrpc":"2.0","id":1,"method":"m"}})", "rpc.parse-error", "not JSON"},
      {R"({"jsonrpc":"2.0","id":1,"method":"m"} {})", "rpc.parse-error", "not JSON"},
      {R"({"jsonrpc":"2.0","id":1,"method":"m",})", "rpc.parse-error", "not JSON"},
      {R"({'jsonrpc':"2.0"})", "rpc.parse-error", "not JSON"},
      {"{\"id\":\"a\nb\"}", "rpc.parse-error", "not JSON"},
      {R"({"id":"\udc00"})", "rpc.parse-error", "not JSON"},
      {R"({"id":"\ud800"})", "rpc.parse-error", "not JSON"},
      {R"({"id":"\ud800A"})", "rpc.parse-error", "not JSON"},
      {"{\"id\":\"\xff\"}", "rpc.parse-error", "not UTF-8"},
      {"{\"id\":\"\xed\xb0\x80\"}", "rpc.parse-error", "not UTF-8"},
      {"{\"id\":\"\xc0\x80\"}", "rpc.parse-error", "not UTF-8"},
      {R"({"id":123456789012345678901234567890})", "rpc.parse-error",
       "a number that is none, or far too long"},
      {R"({"id":01})", "rpc.parse-error", "a number that is none, or far too long"},
      {R"({"id":NaN})", "rpc.parse-error", "not JSON"},
      {"[]", "rpc.invalid-request", "an empty batch"},
  };
  for (auto const& [text, code, detail] : cases) {
    BOOST_TEST_CONTEXT(text) {
      Parsed parsed(text);
      BOOST_REQUIRE(parsed.message.refusal.has_value());
      BOOST_TEST(parsed.message.refusal->code == code);
      BOOST_TEST(parsed.message.refusal->detail == detail);
      BOOST_TEST(parsed.message.requests.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(nesting_has_a_bound) {
  auto const nested = [](std::size_t depth) {
    auto const inner = depth - 2;  // Within the envelope and the parameters.
    return R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":)" + std::string(inner, '[') +
           std::string(inner, ']') + "}}";
  };
  BOOST_TEST(!Parsed(nested(32)).message.refusal.has_value());
  for (auto const depth : {33U, 1000U, 100'000U}) {
    Parsed parsed(nested(depth));
    BOOST_REQUIRE(parsed.message.refusal.has_value());
    BOOST_TEST(parsed.message.refusal->code == "rpc.parse-error");
    BOOST_TEST(parsed.message.refusal->detail == "nested too deeply");
  }
}

BOOST_AUTO_TEST_CASE(requests_that_are_none) {
  struct {
    std::string_view text, id, field, detail;
  } const cases[] = {
      {"1", "null", "", "a request must be an object"},
      {"\"m\"", "null", "", "a request must be an object"},
      {"{}", "null", "jsonrpc", "is required"},
      {R"({"jsonrpc":"1.0","id":1,"method":"m"})", "1", "jsonrpc", "must be \"2.0\""},
      {R"({"jsonrpc":2.0,"id":1,"method":"m"})", "1", "jsonrpc", "must be \"2.0\""},
      {R"({"id":1,"method":"m"})", "1", "jsonrpc", "is required"},
      {R"({"jsonrpc":"2.0","id":1})", "1", "method", "is required"},
      {R"({"jsonrpc":"2.0","method":1,"params":"bar"})", "null", "method", "must be a text"},
      {R"({"jsonrpc":"2.0","id":1,"method":"m","params":"bar"})", "1", "params",
       "must be an object"},
      {R"({"jsonrpc":"2.0","id":1.5,"method":"m"})", "null", "id",
       "must be a text, a whole number or null"},
      {R"({"jsonrpc":"2.0","id":true,"method":"m"})", "null", "id",
       "must be a text, a whole number or null"},
      {R"({"jsonrpc":"2.0","id":{},"method":"m"})", "null", "id",
       "must be a text, a whole number or null"},
      {R"({"jsonrpc":"2.0","id":1,"method":"m","method":"n"})", "1", "method", "is given twice"},
      {R"({"jsonrpc":"2.0","id":1,"id":2,"method":"m"})", "1", "id", "is given twice"},
      {R"({"jsonrpc":"2.0","Id":1,"method":"m"})", "null", "Id", "there is no such field"},
      {R"({"jsonrpc":"2.0","id":1,"result":2})", "1", "result", "there is no such field"},
  };
  for (auto const& [text, id, field, detail] : cases) {
    BOOST_TEST_CONTEXT(text) {
      Parsed parsed(text);
      auto const& request = parsed.request();
      BOOST_REQUIRE(request.refusal.has_value());
      BOOST_TEST(request.refusal->code == "rpc.invalid-request");
      BOOST_TEST(request.refusal->field == field);
      BOOST_TEST(request.refusal->detail == detail);
      BOOST_TEST(request.id == id);
      BOOST_TEST(!request.is_notification);  // Answered, with an id of null if need be.
    }
  }
}

BOOST_AUTO_TEST_CASE(an_id_has_a_bound) {
  auto const with = [](std::size_t size) {
    return R"({"jsonrpc":"2.0","method":"m","id":")" + std::string(size - 2, 'x') + "\"}";
  };
  BOOST_TEST(Parsed(with(128)).request().id.size() == 128U);
  Parsed parsed(with(129));
  BOOST_REQUIRE(parsed.request().refusal.has_value());
  BOOST_TEST(parsed.request().refusal->field == "id");
  BOOST_TEST(parsed.request().id == "null");
}

BOOST_AUTO_TEST_CASE(parameters_by_position_are_refused_and_said_to_be) {
  Parsed parsed(R"({"jsonrpc":"2.0","id":1,"method":"profile.hide","params":["x"]})");
  BOOST_REQUIRE(parsed.request().refusal.has_value());
  BOOST_TEST(parsed.request().refusal->code == "input.invalid");
  BOOST_TEST(parsed.request().refusal->detail == "parameters are given by name, not by position");
  BOOST_TEST(!parsed.request().is_notification);
  BOOST_TEST(Parsed(R"({"jsonrpc":"2.0","method":"profile.hide","params":["x"]})")
                 .request()
                 .is_notification);
}

BOOST_AUTO_TEST_CASE(a_batch_keeps_its_order_and_judges_each_by_itself) {
  Parsed parsed(
      R"([{"jsonrpc":"2.0","id":1,"method":"a"},{"jsonrpc":"2.0","method":"b"},3,{"jsonrpc":"2.0","id":"x","method":"c",
                    "params":{"d":1}}])");
  BOOST_TEST(parsed.message.is_batch);
  BOOST_TEST(!parsed.message.refusal.has_value());
  auto const requests = parsed.message.requests;
  BOOST_REQUIRE_EQUAL(requests.size(), 4U);
  BOOST_TEST(requests[0].method == "a");
  BOOST_TEST(!requests[0].is_notification);
  BOOST_TEST(requests[1].method == "b");
  BOOST_TEST(requests[1].is_notification);
  BOOST_TEST(requests[2].refusal.has_value());
  BOOST_TEST(requests[2].id == "null");
  BOOST_TEST(!requests[2].is_notification);
  BOOST_TEST(requests[3].id == "\"x\"");
  BOOST_TEST(params_of(requests[3]) == R"({"d":1})");
}

BOOST_AUTO_TEST_CASE(a_batch_has_a_bound) {
  auto const batch = [](std::size_t n) {
    std::string json = "[";
    for (std::size_t i = 0; i < n; ++i)
      json += (i == 0 ? "" : ",") + std::string(R"({"jsonrpc":"2.0","id":1,"method":"a"})");
    return json + "]";
  };
  BOOST_TEST(Parsed(batch(64)).message.requests.size() == 64U);
  Parsed parsed(batch(65));
  BOOST_REQUIRE(parsed.message.refusal.has_value());
  BOOST_TEST(parsed.message.refusal->code == "rpc.invalid-request");
  BOOST_TEST(parsed.message.refusal->detail == "a batch must have at most 64 requests");
}

BOOST_AUTO_TEST_CASE(a_parser_reads_one_message_after_another) {
  MessageParser parser;
  simdjson::padded_string const bad(std::string_view("[{")),
      good(std::string_view(R"([{"jsonrpc":"2.0","id":5,"method":"m"}])"));
  BOOST_TEST(parser.parse(bad).refusal.has_value());
  for (int i = 0; i < 3; ++i) {
    auto const message = parser.parse(good);
    BOOST_TEST(!message.refusal.has_value());
    BOOST_REQUIRE_EQUAL(message.requests.size(), 1U);
    BOOST_TEST(message.requests[0].id == "5");
    BOOST_TEST(params_of(message.requests[0]) == "{}");
  }
}

BOOST_AUTO_TEST_CASE(a_refusal_says_its_code_and_what_it_is_about) {
  struct {
    core::Refusal refusal;
    std::string_view json;
  } const cases[] = {
      {core::refuse("rpc.parse-error", {}, "not JSON"),
       R"({"code":-32700,"message":"Parse error","data":{"code":"rpc.parse-error","detail":"not JSON"}})"},
      {core::refuse("rpc.invalid-request", "id"),
       R"({"code":-32600,"message":"Invalid Request","data":{"code":"rpc.invalid-request","field":"id"}})"},
      {core::refuse("rpc.unknown-method"),
       R"({"code":-32601,"message":"Method not found","data":{"code":"rpc.unknown-method"}})"},
      {core::refuse("input.invalid", "offers[2].level", "must be from 0 to 4"),
       R"({"code":-32602,"message":"Invalid params","data":{"code":"input.invalid","field":"offers[2].level","detail":"must be from 0 to 4"}})"},
      {core::refuse("rpc.internal-error"),
       R"({"code":-32603,"message":"Internal error","data":{"code":"rpc.internal-error"}})"},
      {core::refuse("auth.forbidden"),
       R"({"code":-32001,"message":"auth.forbidden","data":{"code":"auth.forbidden"}})"},
      {core::refuse("team.full", {}, "no \"room\""),
       R"({"code":-32000,"message":"no \"room\"","data":{"code":"team.full","detail":"no \"room\""}})"},
      {core::Refusal{"version.conflict",
                     {},
                     {},
                     *core::Id::parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
                     {3}},
       R"({"code":-32000,"message":"version.conflict","data":{"code":"version.conflict","stream":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","version":3}})"},
  };
  for (auto const& [refusal, json] : cases) {
    std::string out;
    api::json::write_refusal("7", refusal, out);
    BOOST_TEST(out == R"({"jsonrpc":"2.0","id":7,"error":)" + std::string(json) + "}");
  }
}

BOOST_AUTO_TEST_CASE(results_and_notifications_are_appended_whole) {
  capnp::MallocMessageBuilder message;
  auto receipt = message.initRoot<core::schema::Receipt>();
  receipt.setFirstPosition(3);
  receipt.setLastPosition(4);
  receipt.setVersion(2);
  auto const& table = api::json::table_of<core::schema::Receipt>();
  std::string out = "[";
  api::json::write_result("\"a\"", table, receipt.asReader(), out);
  api::json::write_result("null", "[1]", out);
  api::json::write_notification("feed.item", table, receipt.asReader(), out);
  api::json::write_notification("m", "{}", out);
  BOOST_TEST(
      out ==
      R"([{"jsonrpc":"2.0","id":"a","result":{"firstPosition":3,"lastPosition":4,"version":2}})"
      R"({"jsonrpc":"2.0","id":null,"result":[1]})"
      R"({"jsonrpc":"2.0","method":"feed.item","params":{"firstPosition":3,"lastPosition":4,"version":2}})"
      R"({"jsonrpc":"2.0","method":"m","params":{}})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
