// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>

#include <boost/test/unit_test.hpp>

#include "tests/api/raw_client.hpp"

using namespace loopback;
using namespace std::string_literals;

namespace {

std::string get(std::string_view target, std::string_view more = {}) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: here\r\n" + std::string(more) + "\r\n";
}

std::string post(std::string_view target, std::string_view body) {
  return "POST " + std::string(target) +
         " HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string(body);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_server)

BOOST_AUTO_TEST_CASE(a_request_is_answered_with_date_length_and_body) {
  Loop loop;
  Client client(loop);
  client.send(post("/rpc", "{}"));
  auto const response = client.take_response();
  BOOST_TEST(response.starts_with("HTTP/1.1 200 OK\r\nDate: "));
  BOOST_TEST(contains(response, " GMT\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n\r\n"));
  BOOST_TEST(response.ends_with("POST /rpc {}"));
  BOOST_TEST(loop.handler.requests.front().remote_address == "127.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_connection_is_kept_alive_for_many_requests) {
  Loop loop;
  Client client(loop);
  for (int i = 0; i < 3; ++i) {
    client.send(get("/" + std::to_string(i)));
    BOOST_TEST(client.take_response().ends_with("GET /" + std::to_string(i) + " "));
  }
  BOOST_TEST(loop.counters().accepted == 1u);
}

BOOST_AUTO_TEST_CASE(pipelined_requests_are_answered_in_their_order_though_answered_late) {
  Loop loop;
  Client client(loop);
  client.send(get("/later") + get("/quick") + get("/later"));
  BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() == 2; }));
  loop.handler.later[1]({.content_type = "text/plain", .body = std::make_shared<std::string>("C")});
  loop.run_ready();
  BOOST_TEST(client.input().empty());
  loop.handler.later[0]({.content_type = "text/plain", .body = std::make_shared<std::string>("A")});
  BOOST_TEST(client.take_response().ends_with("\r\n\r\nA"));
  BOOST_TEST(client.take_response().ends_with("GET /quick "));
  BOOST_TEST(client.take_response().ends_with("\r\n\r\nC"));
}

BOOST_AUTO_TEST_CASE(pipelining_is_bounded_and_goes_on_after_answers) {
  net::Options options;
  options.pipelined_requests_max = 2;
  Loop loop(options);
  Client client(loop);
  std::string requests;
  for (int i = 0; i < 5; ++i) requests += get("/later");
  client.send(requests);
  for (std::size_t i = 0; i < 5; ++i) {
    BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() > i; }));
    loop.run_ready();
    BOOST_TEST(loop.handler.later.size() <= i + 2);
    loop.handler.later[i]({.status = 204});
    BOOST_TEST(client.take_status() == 204u);
  }
}

BOOST_AUTO_TEST_CASE(a_request_may_come_byte_by_byte) {
  Loop loop;
  Client client(loop);
  client.trickle(post("/slow", "body") +
                 "POST /chunks HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nAuthorization: x\r\n\r\n");
  BOOST_TEST(client.take_response().ends_with("POST /slow body"));
  BOOST_TEST(client.take_response().ends_with("POST /chunks abcde"));
  BOOST_TEST(loop.handler.requests.back().header("authorization") ==
             "");  // A trailer is no header.
}

BOOST_AUTO_TEST_CASE(head_gets_the_head_alone) {
  Loop loop;
  Client client(loop);
  client.send("HEAD /x HTTP/1.1\r\nHost: here\r\n\r\n" + get("/next"));
  auto const head = client.take_response(true);
  BOOST_TEST(contains(head, "Content-Length: 8\r\n"));
  BOOST_TEST(client.take_response().ends_with("GET /next "));
}

BOOST_AUTO_TEST_CASE(whoever_expects_continue_is_told_to) {
  Loop loop;
  Client client(loop);
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  BOOST_TEST(client.take(25) == "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("hi");
  BOOST_TEST(client.take_response().ends_with("POST /x hi"));
}

BOOST_AUTO_TEST_CASE(http_1_0_is_closed_unless_it_asks_otherwise) {
  Loop loop;
  Client client(loop);
  client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  BOOST_TEST(contains(client.take_response(), "Connection: keep-alive\r\n"));
  client.send("GET /b HTTP/1.0\r\n\r\n");
  BOOST_TEST(contains(client.take_response(), "Connection: close\r\n"));
  BOOST_TEST(client.ended());
}

BOOST_AUTO_TEST_CASE(what_breaks_http_is_answered_and_ends_the_connection) {
  struct Row {
    std::string bytes;
    unsigned status;
  };
  std::string const host = "Host: a\r\n";
  auto const many = [](int count) {
    std::string headers;
    for (int i = 0; i < count; ++i)
      headers += "X-" + std::to_string(i) + ": " + std::string(90, 'x') + "\r\n";
    return headers;
  };
  Row const rows[] = {
      {"nonsense\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"GET  / HTTP/1.1\r\n" + host + "\r\n", 400},
      {"GET / HTTP/1.1\r\n" + host + "No colon\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n" + host + "Name : value\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n" + host + "Null: \0\r\n\r\n"s, 400},
      {"GET / HTTP/1.1\n" + host + "\n\n", 505},
      {"GET / HTTP/2.0\r\n" + host + "\r\n", 505},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 1x\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
      {"POST / HTTP/1.1\r\n" + host +
           "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       400},
      {"POST / HTTP/1.1\r\n" + host +
           "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
       400},
      {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
      {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: identity\r\n\r\n", 501},
      {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nz\r\n\r\n", 400},
      {"POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n", 413},
      {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n100001\r\n", 413},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nExpect: magic\r\n\r\n", 417},
      {"GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n" + host + "\r\n", 431},
      {"GET / HTTP/1.1\r\n" + host + "X: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
      {"GET / HTTP/1.1\r\n" + host + many(200) + "\r\n", 431},
  };
  for (auto const& [bytes, status] : rows) {
    BOOST_TEST_CONTEXT(bytes.substr(0, 90)) {
      Loop loop;
      Client client(loop);
      client.send(bytes);
      auto const response = client.take_response();
      BOOST_TEST(response.starts_with("HTTP/1.1 " + std::to_string(status) + ' '));
      BOOST_TEST(contains(response, "Connection: close\r\n"));
      BOOST_TEST(contains(response, "application/problem+json"));
      BOOST_TEST(contains(response, "\"status\":" + std::to_string(status)));
      BOOST_TEST(client.ended());
      BOOST_TEST(loop.handler.requests.empty());
      client.hang_up();
      BOOST_TEST(loop.run_until([&] { return loop.ended(net::Ended::refused) == 1; }));
    }
  }
}

BOOST_AUTO_TEST_CASE(many_small_headers_are_bounded_though_they_come_one_by_one) {
  Loop loop;
  Client client(loop);
  client.send("GET / HTTP/1.1\r\n");
  for (int i = 0; i < 2'000; ++i) {
    if (!client.send("X-Header: 0123456789\r\n")) break;
    loop.run_ready();
  }
  BOOST_TEST(client.take_status() == 431u);
}

BOOST_AUTO_TEST_CASE(a_broken_request_waits_behind_the_answers_before_it) {
  Loop loop;
  Client client(loop);
  client.send(get("/later") + "nonsense\r\n\r\n");
  BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() == 1; }));
  loop.run_ready();
  loop.handler.later[0]({.status = 200});
  BOOST_TEST(client.take_status() == 200u);
  BOOST_TEST(client.take_status() == 400u);
  BOOST_TEST(client.ended());
}

BOOST_AUTO_TEST_CASE(a_slow_header_a_slow_body_and_silence_are_timed_out) {
  struct Row {
    std::string_view bytes;
    unsigned status;  // 0: closed without a word
  };
  Row const rows[] = {
      {"", 0},
      {"GET / HT", 408},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf", 408},
  };
  for (auto const& [bytes, status] : rows) {
    BOOST_TEST_CONTEXT(bytes) {
      auto options = hasty();
      options.header_timeout = options.body_timeout = milliseconds(80);
      Loop loop(options);
      Client client(loop);
      client.send(bytes);
      BOOST_TEST(client.take_status() == status);
      BOOST_TEST(client.ended());
    }
  }
}

BOOST_AUTO_TEST_CASE(trickling_does_not_extend_the_time_for_a_header) {
  auto options = hasty();
  options.header_timeout = milliseconds(80);
  Loop loop(options);
  Client client(loop);
  auto const begin = std::chrono::steady_clock::now();
  while (client.send("X") && client.input().empty()) {
    loop.run_until([&] { return client.wait_for([](auto& in) { return !in.empty(); }); },
                   milliseconds(10));
    if (std::chrono::steady_clock::now() - begin > std::chrono::seconds(3)) break;
  }
  BOOST_TEST(client.take_status() == 408u);
}

BOOST_AUTO_TEST_CASE(an_idle_connection_and_a_late_handler_are_timed_out) {
  auto options = hasty();
  options.keep_alive_timeout = options.answer_timeout = milliseconds(80);
  Loop loop(options);
  Client idle(loop);
  idle.send(get("/"));
  BOOST_TEST(idle.take_status() == 200u);
  BOOST_TEST(idle.ended());
  Client waiting(loop);
  waiting.send(get("/later"));
  BOOST_TEST(waiting.take_status() == 503u);
  BOOST_TEST(waiting.ended());
  loop.handler.later[0]({.status = 200});  // Too late is harmless.
}

BOOST_AUTO_TEST_CASE(a_dropped_request_is_answered_500) {
  Loop loop;
  Client client(loop);
  client.send(get("/drop"));
  BOOST_TEST(client.take_status() == 500u);
}

BOOST_AUTO_TEST_CASE(an_answer_after_the_client_is_gone_is_harmless) {
  Loop loop;
  Client client(loop);
  client.send(get("/later"));
  BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() == 1; }));
  client.reset();
  BOOST_TEST(loop.run_until([&] { return loop.counters().connections_open == 0; }));
  loop.handler.later[0]({.status = 200});
  BOOST_TEST(loop.ended(net::Ended::lost) == 1u);
}

BOOST_AUTO_TEST_CASE(a_half_closed_client_still_gets_its_answers) {
  Loop loop;
  Client client(loop);
  client.send(get("/later") + get("/large"));
  client.end_of_output();
  BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() == 1; }));
  loop.run_ready();
  loop.handler.later[0]({.status = 200});
  BOOST_TEST(client.take_status() == 200u);
  BOOST_TEST(client.take_response().size() > 3u << 20);
  BOOST_TEST(client.ended());
}

BOOST_AUTO_TEST_CASE(a_response_that_is_not_read_is_given_up) {
  auto options = hasty();
  options.write_timeout = options.close_timeout = milliseconds(60);
  Loop loop(options);
  Client client(loop, 65'536);
  client.send(get("/large") + get("/large") + get("/large"));
  BOOST_TEST(loop.run_until([&] { return loop.ended(net::Ended::too_slow) == 1; }));
}

BOOST_AUTO_TEST_CASE(a_header_value_cannot_begin_another_header) {
  Loop loop;
  Client client(loop);
  client.send(get("/later"));
  BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() == 1; }));
  loop.handler.later[0]({.status = 302, .headers = {{"Location", "/x\r\nSet-Cookie: a=b"}}});
  BOOST_TEST(contains(client.take_response(), "Location: /x  Set-Cookie: a=b\r\n"));
}

BOOST_AUTO_TEST_CASE(connections_are_limited_by_number_and_by_address) {
  net::Options options;
  options.connections_max = 1;
  Loop loop(options);
  Client first(loop), second(loop);
  BOOST_TEST(second.take_status() == 503u);
  BOOST_TEST(second.ended());
  first.hang_up();
  BOOST_TEST(loop.run_until([&] { return loop.counters().connections_open == 0; }));
  Client third(loop);
  third.send(get("/"));
  BOOST_TEST(third.take_status() == 200u);

  options = {};
  options.connections_per_address_max = 2;
  Loop other(options);
  Client a(other), b(other), c(other);
  BOOST_TEST(c.take_status() == 429u);
  BOOST_TEST(other.counters().turned_away == 1u);
}

BOOST_AUTO_TEST_CASE(unfinished_requests_share_one_bound) {
  net::Options options;
  options.gathered_bytes_max = 50'000;
  Loop loop(options);
  Client client(loop);
  client.send(post("/", std::string(90'000, 'x')).substr(0, 80'000));
  BOOST_TEST(client.take_status() == 503u);
  BOOST_TEST(client.ended());
}

BOOST_AUTO_TEST_CASE(more_requests_than_fit_one_turn_are_all_answered) {
  Loop loop;
  Client client(loop);
  std::string requests;
  for (int i = 0; i < 100; ++i) requests += get("/" + std::to_string(i));
  client.send(requests);
  for (int i = 0; i < 100; ++i) {
    BOOST_TEST(client.take_response().ends_with("GET /" + std::to_string(i) + " "));
  }
}

BOOST_AUTO_TEST_CASE(without_descriptors_the_server_waits_and_then_goes_on) {
  net::Options options;
  options.accept_pause = milliseconds(10);
  Loop loop(options);
  Client client(loop);
  client.send(get("/"));
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  auto const next_free = dup(0);
  close(next_free);
  rlimit const none{.rlim_cur = static_cast<rlim_t>(next_free), .rlim_max = limit.rlim_max};
  setrlimit(RLIMIT_NOFILE, &none);
  auto const failed = loop.run_until([&] { return loop.counters().accept_failures >= 2; });
  setrlimit(RLIMIT_NOFILE, &limit);
  BOOST_TEST(failed);
  BOOST_TEST(loop.counters().accept_failures < 10u);
  BOOST_TEST(client.take_status() == 200u);
}

BOOST_AUTO_TEST_CASE(a_drain_finishes_requests_and_closes_the_idle) {
  net::Options options;
  options.drain_stagger = milliseconds(0);
  Loop loop(options);
  Client idle(loop), waiting(loop), half(loop);
  idle.send(get("/"));
  BOOST_TEST(idle.take_status() == 200u);
  waiting.send(get("/later"));
  half.send("POST /half HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nha");
  BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() == 1; }));
  loop.run_ready();

  bool drained = false;
  loop.server->drain([&] { drained = true; });
  BOOST_TEST(idle.ended());
  half.send("lf");
  auto const response = half.take_response();
  BOOST_TEST(response.ends_with("POST /half half"));
  BOOST_TEST(contains(response, "Connection: close\r\n"));
  BOOST_TEST(!drained);
  loop.handler.later[0]({.status = 200});
  BOOST_TEST(contains(waiting.take_response(), "Connection: close\r\n"));
  for (auto* client : {&idle, &waiting, &half}) {
    BOOST_TEST(client->ended());
    client->hang_up();
  }
  BOOST_TEST(loop.run_until([&] { return drained; }));
}

BOOST_AUTO_TEST_CASE(a_drain_ends_by_force) {
  net::Options options;
  options.drain_stagger = milliseconds(0);
  options.drain_timeout = milliseconds(60);
  Loop loop(options);
  Client client(loop);
  client.send(get("/later"));
  BOOST_TEST(loop.run_until([&] { return loop.handler.later.size() == 1; }));
  bool drained = false;
  loop.server->drain([&] { drained = true; });
  BOOST_TEST(loop.run_until([&] { return drained; }));
  BOOST_TEST(loop.counters().connections_open == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
