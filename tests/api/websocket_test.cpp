// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "tests/api/loopback.hpp"

using namespace loopback;
using namespace std::string_literals;

namespace {

// A client whose handshake is done.
struct WebSocket : Client {
  explicit WebSocket(Loop& loop, std::string_view target = "/", int receive_buffer = 0)
      : Client(loop, receive_buffer) {
    send(handshake(target));
    response = take_response();
    seen = loop.handler.seen.empty() ? nullptr : loop.handler.seen.back().get();
  }
  std::string response;
  EchoHandler::Seen* seen;
};

std::string close_with(unsigned code, std::string_view reason = {}) {
  return client_frame(0x88, std::string{static_cast<char>(code >> 8), static_cast<char>(code)} +
                                std::string(reason));
}

std::string echoed(Client& client) {
  auto const frame = client.take_frame();
  return frame.opcode == 1 ? frame.payload : "opcode " + std::to_string(frame.opcode);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(websocket)

// ---- the handshake ----

BOOST_AUTO_TEST_CASE(a_handshake_is_answered_with_the_key_of_the_rfc) {
  Loop loop;
  WebSocket client(loop);
  BOOST_TEST(client.response ==
             "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
  BOOST_TEST(loop.counters().websockets_open == 1u);
}

BOOST_AUTO_TEST_CASE(a_handshake_that_is_not_in_order_is_refused) {
  auto const with = [](std::string request, std::string_view part, std::string_view other) {
    return request.replace(request.find(part), part.size(), other);
  };
  struct Row {
    std::string bytes;
    unsigned status;
  };
  Row const rows[] = {
      {with(handshake(), "Version: 13", "Version: 8"), 426},
      {with(handshake(), "Sec-WebSocket-Version: 13\r\n", ""), 426},
      {with(handshake(), "dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ="), 400},
      {with(handshake(), "Sec-WebSocket-Key", "X-Key"), 400},
      {with(handshake(), "GET", "POST"), 400},
      {with(handshake(), "HTTP/1.1", "HTTP/1.0"), 400},
      {handshake("/", "Content-Length: 1\r\n") + "x", 400},
      {handshake("/", "Origin: https://evil.example\r\n"), 403},
      {handshake("/private"), 401},
      {with(handshake(), "Upgrade: WebSocket\r\n", ""), 200},  // No handshake at all, then.
      {handshake("/", "Origin: https://good.example\r\n"), 101},
  };
  net::Options options;
  options.origin_allowed = [](std::string_view origin, std::string_view host) {
    return origin == "https://good.example" && host == "here";
  };
  for (auto const& [bytes, status] : rows) {
    BOOST_TEST_CONTEXT(bytes) {
      Loop loop(options);
      Client client(loop);
      client.send(bytes);
      BOOST_TEST(client.take_status() == status);
    }
  }
}

BOOST_AUTO_TEST_CASE(without_an_allow_list_no_web_page_may_connect) {
  Loop loop;
  Client client(loop);
  client.send(handshake("/", "Origin: https://good.example\r\n"));
  BOOST_TEST(client.take_status() == 403u);
}

BOOST_AUTO_TEST_CASE(frames_right_behind_the_handshake_and_greetings_inside_it_are_not_lost) {
  Loop loop;
  Client client(loop);
  client.send(handshake("/eager") + text("early"));
  BOOST_TEST(client.take_status() == 101u);
  BOOST_TEST(echoed(client) == "welcome");
  BOOST_TEST(echoed(client) == "early");
}

// ---- messages ----

BOOST_AUTO_TEST_CASE(messages_of_every_length_come_back_whole_and_byte_by_byte) {
  Loop loop;
  WebSocket client(loop);
  for (std::size_t const size :
       {0, 1, 7, 8, 9, 125, 126, 127, 1'000, 65'535, 65'536, 200'000, 1 << 20}) {
    std::string const payload(size, 'x');
    client.send(text(payload));
    BOOST_TEST((echoed(client) == payload), size);
    if (size > 1'000) continue;
    client.trickle(text(payload));
    BOOST_TEST((echoed(client) == payload), size);
  }
}

BOOST_AUTO_TEST_CASE(fragments_are_joined_with_control_frames_between_them) {
  Loop loop;
  WebSocket client(loop);
  auto const bytes = client_frame(0x01, "one ") + client_frame(0x89, "ping") +
                     client_frame(0x00, "") + client_frame(0x00, "two ") +
                     client_frame(0x8a, "unasked") + client_frame(0x80, "three") + text("next");
  for (auto const trickle : {false, true}) {
    trickle ? client.trickle(bytes) : void(client.send(bytes));
    auto const pong = client.take_frame();
    BOOST_TEST(pong.opcode == 10);
    BOOST_TEST(pong.payload == "ping");
    BOOST_TEST(echoed(client) == "one two three");
    BOOST_TEST(echoed(client) == "next");
  }
}

BOOST_AUTO_TEST_CASE(characters_may_be_cut_anywhere) {
  Loop loop;
  WebSocket client(loop);
  std::string const payload = "κόσμε Jena 𝄞 \xed\x9f\xbf \xee\x80\x80 \xf4\x8f\xbf\xbf";
  std::string frames;
  for (std::size_t i = 0; i < payload.size(); ++i) {
    auto const last = i + 1 == payload.size();
    frames += client_frame((i == 0 ? 1 : 0) | (last ? 0x80 : 0), payload.substr(i, 1));
  }
  client.send(frames);
  BOOST_TEST(echoed(client) == payload);
  client.trickle(text(payload));
  BOOST_TEST(echoed(client) == payload);
}

BOOST_AUTO_TEST_CASE(what_breaks_the_protocol_is_closed_with_the_right_code) {
  struct Row {
    std::string_view what;
    std::string bytes;
    unsigned code;
  };
  Row const rows[] = {
      {"not masked", "\x81\x01x"s, 1002},
      {"reserved bit 1", client_frame(0xc1, "x"), 1002},
      {"reserved bit 2", client_frame(0xa1, "x"), 1002},
      {"reserved bit 3 on a ping", client_frame(0x99, "x"), 1002},
      {"opcode 3", client_frame(0x83, "x"), 1002},
      {"opcode 15", client_frame(0x8f, "x"), 1002},
      {"a fragmented ping", client_frame(0x09, "x"), 1002},
      {"a ping of 126 bytes", client_frame(0x89, std::string(126, 'x')), 1002},
      {"a continuation of nothing", client_frame(0x80, "x"), 1002},
      {"a text inside a text", client_frame(0x01, "x") + text("y"), 1002},
      {"a continuation after the end",
       client_frame(0x01, "x") + client_frame(0x80, "y") + client_frame(0x80, "z"), 1002},
      {"a length in too many bytes", "\x81\xfe\x00\x01mask?"s, 1002},
      {"a length in far too many bytes", "\x81\xff\x00\x00\x00\x00\x00\x00\x01\x00mask?"s, 1002},
      {"a length of 64 bits", "\x81\xff\x80\x00\x00\x00\x00\x00\x00\x00mask"s, 1002},
      {"binary", client_frame(0x82, "x"), 1003},
      {"a stray continuation byte", text("a\x80"), 1007},
      {"a surrogate", text("\xed\xa0\x80"), 1007},
      {"an overlong slash", text("\xc0\xaf"), 1007},
      {"beyond the last character", text("\xf4\x90\x80\x80"), 1007},
      {"half a character", text("a\xce"), 1007},
      {"half a character in two frames", client_frame(0x01, "\xce") + client_frame(0x80, ""), 1007},
      {"a hopeless beginning, before its end", client_frame(0x01, "ok\xf4\x90"), 1007},
      {"a hopeless part of a frame", text("ok\xff" + std::string(100, 'x')).substr(0, 20), 1007},
      {"too large", "\x81\xff\x00\x00\x00\x00\x00\x10\x00\x01mask"s, 1009},
      {"too large in two", client_frame(0x01, std::string(1 << 20, 'x')) + client_frame(0x80, "x"),
       1009},
      {"close with one byte", client_frame(0x88, "x"), 1002},
      {"close with code 999", close_with(999), 1002},
      {"close with code 1005", close_with(1005), 1002},
      {"close with code 1006", close_with(1006), 1002},
      {"close with code 2999", close_with(2999), 1002},
      {"close with code 5000", close_with(5000), 1002},
      {"close with a broken reason", close_with(1000, "\xff"), 1007},
  };
  for (auto const& [what, bytes, code] : rows) {
    BOOST_TEST_CONTEXT(what) {
      Loop loop;
      WebSocket client(loop);
      client.send(bytes);
      if (what == "a continuation after the end") BOOST_TEST(echoed(client) == "xy");
      auto const frame = client.take_frame();
      BOOST_TEST(frame.opcode == 8);
      BOOST_TEST(frame.code() == code);
      BOOST_TEST(client.ended());
      BOOST_TEST(client.seen->closes == std::vector{code});
      client.hang_up();
      BOOST_TEST(loop.run_until([&] { return loop.ended(net::Ended::refused) == 1; }));
    }
  }
}

BOOST_AUTO_TEST_CASE(fragments_and_pings_are_bounded) {
  net::Options options;
  options.fragments_max = 4;
  options.pings_per_second_max = 4;
  Loop loop(options);
  WebSocket fragmenter(loop), pinger(loop);
  std::string fragments = client_frame(0x01, ""), pings;
  for (int i = 0; i < 4; ++i) fragments += client_frame(0x00, "");
  for (int i = 0; i < 5; ++i) pings += client_frame(0x89, "");
  fragmenter.send(fragments);
  BOOST_TEST(fragmenter.take_frame().code() == 1008u);
  pinger.send(pings);
  for (int i = 0; i < 4; ++i) BOOST_TEST(pinger.take_frame().opcode == 10);
  BOOST_TEST(pinger.take_frame().code() == 1008u);
}

// ---- the end ----

BOOST_AUTO_TEST_CASE(a_goodbye_is_answered_with_its_code) {
  for (unsigned const code : {1000, 1001, 1011, 1014, 3000, 4999}) {
    Loop loop;
    WebSocket client(loop);
    client.send(text("last words") + close_with(code, "so long") + text("too late"));
    BOOST_TEST(echoed(client) == "last words");
    BOOST_TEST(client.take_frame().code() == code);
    BOOST_TEST(client.ended());
    BOOST_TEST(client.seen->closes == std::vector{code});
    BOOST_TEST(client.seen->messages.size() == 1u);
    client.hang_up();
    BOOST_TEST(loop.run_until([&] { return loop.ended(net::Ended::by_client) == 1; }));
    BOOST_TEST(loop.counters().websockets_open == 0u);
  }
}

BOOST_AUTO_TEST_CASE(a_goodbye_without_a_code_is_answered_without_one) {
  Loop loop;
  WebSocket client(loop);
  client.send(client_frame(0x88, ""));
  BOOST_TEST(client.take_frame().payload.empty());
  BOOST_TEST(client.seen->closes == std::vector{1005u});
}

BOOST_AUTO_TEST_CASE(our_goodbye_waits_for_theirs) {
  Loop loop;
  WebSocket client(loop);
  loop.handler.on_message = [](auto& socket, auto) {
    socket.send(net::text_frame("bye"));
    socket.close(4001, "enough");
    socket.send(net::text_frame("never sent"));
  };
  client.send(text("hello") + text("not heard"));
  BOOST_TEST(echoed(client) == "bye");
  auto const goodbye = client.take_frame();
  BOOST_TEST(goodbye.code() == 4001u);
  BOOST_TEST(goodbye.payload.substr(2) == "enough");
  BOOST_TEST(client.seen->closes == std::vector{4001u});
  BOOST_TEST(client.seen->messages.size() == 1u);
  BOOST_TEST(loop.counters().connections_open == 1u);
  client.send(close_with(4001));
  BOOST_TEST(client.ended());
  client.hang_up();
  BOOST_TEST(loop.run_until([&] { return loop.ended(net::Ended::by_server) == 1; }));
}

BOOST_AUTO_TEST_CASE(a_client_that_never_says_goodbye_is_cut_off) {
  auto options = hasty();
  options.close_timeout = milliseconds(50);
  Loop loop(options);
  WebSocket client(loop);
  client.seen->socket->close(1000, std::string(200, 'e') + "é");
  BOOST_TEST(client.take_frame().payload.size() == 125u);
  BOOST_TEST(loop.run_until([&] { return loop.counters().connections_open == 0; }));
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_told_as_1006_and_leaves_an_inert_handle) {
  Loop loop;
  WebSocket client(loop), half(loop);
  client.reset();
  BOOST_TEST(loop.run_until([&] { return loop.handler.seen[0]->closes == std::vector{1006u}; }));
  loop.run_ready();
  BOOST_TEST(loop.handler.seen[0]->handle.expired());
  half.end_of_output();
  BOOST_TEST(loop.run_until([&] { return half.seen->closes == std::vector{1006u}; }));
}

BOOST_AUTO_TEST_CASE(a_handle_that_is_held_beyond_the_end_does_nothing) {
  Loop loop;
  WebSocket client(loop);
  auto const socket = client.seen->handle.lock();
  client.reset();
  BOOST_TEST(loop.run_until([&] { return loop.counters().connections_open == 0; }));
  loop.run_ready();
  socket->send(net::text_frame("anybody?"));
  socket->close(1000, "");
  BOOST_TEST(socket->queued_bytes() == 0u);
  BOOST_TEST(socket->remote_address() == "127.0.0.1");
}

BOOST_AUTO_TEST_CASE(silence_is_answered_with_a_ping_and_then_with_the_end) {
  auto options = hasty();
  options.ping_interval = options.pong_timeout = milliseconds(100);
  Loop loop(options);
  WebSocket client(loop);
  BOOST_TEST(client.take_frame().opcode == 9);
  client.send(client_frame(0x8a, ""));
  BOOST_TEST(client.take_frame().opcode == 9);
  BOOST_TEST(client.ended());
  BOOST_TEST(client.seen->closes == std::vector{1006u});
  BOOST_TEST(
      loop.run_until([&] { return client.hang_up(), loop.ended(net::Ended::timed_out) == 1; }));
}

// ---- many receivers, slow receivers ----

BOOST_AUTO_TEST_CASE(all_frames_of_one_turn_leave_in_one_write) {
  Loop loop;
  WebSocket client(loop);
  auto const writes = loop.counters().writes;
  auto const messages = loop.counters().messages_out;
  for (int i = 0; i < 100; ++i) client.seen->socket->send(net::text_frame(std::to_string(i)));
  for (int i = 0; i < 100; ++i) BOOST_TEST(echoed(client) == std::to_string(i));
  BOOST_TEST(loop.counters().writes - writes == 1u);
  BOOST_TEST(loop.counters().messages_out - messages == 100u);
}

BOOST_AUTO_TEST_CASE(one_frame_is_shared_by_all_its_receivers) {
  Loop loop;
  std::vector<std::unique_ptr<WebSocket>> clients;
  for (int i = 0; i < 50; ++i) clients.push_back(std::make_unique<WebSocket>(loop));
  auto const frame = net::text_frame("news for all");
  for (auto& client : clients) client->seen->socket->send(frame);
  BOOST_TEST(frame.use_count() == 51);
  for (auto& client : clients) BOOST_TEST(echoed(*client) == "news for all");
  BOOST_TEST(frame.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(a_receiver_is_written_in_parts_as_it_reads) {
  Loop loop;
  WebSocket client(loop, "/", 65'536);
  std::string const payload(100'000, 'x');
  auto const frame = net::text_frame(payload);
  for (int i = 0; i < 50; ++i) client.seen->socket->send(frame);
  loop.run_ready();
  BOOST_TEST(client.seen->socket->queued_bytes() > 0u);
  for (int i = 0; i < 50; ++i) BOOST_TEST((echoed(client) == payload));
  BOOST_TEST(client.seen->socket->queued_bytes() == 0u);
}

BOOST_AUTO_TEST_CASE(a_queue_that_grows_too_large_is_closed_with_4008) {
  net::Options options;
  options.queue_bytes_max = 1 << 20;
  Loop loop(options);
  WebSocket slow(loop, "/", 65'536), quick(loop);
  auto const frame = net::text_frame(std::string(50'000, 'x'));
  int sent = 0;
  while (slow.seen->closes.empty() && sent < 1'000) {
    slow.seen->socket->send(frame);
    quick.seen->socket->send(frame);
    ++sent;
    BOOST_TEST(slow.seen->socket->queued_bytes() <= options.queue_bytes_max);
    BOOST_TEST(quick.take_frame().payload.size() == 50'000u);
  }
  BOOST_TEST(slow.seen->closes == std::vector{4008u});
  auto last = slow.take_frame();
  int received = 0;
  for (; last.opcode == 1; last = slow.take_frame(), ++received)
    BOOST_TEST(last.payload.size() == 50'000u);
  BOOST_TEST(received < sent);
  BOOST_TEST(last.code() == 4008u);
  BOOST_TEST(last.payload.substr(2) == "slow consumer, reconnect and resume");
  slow.hang_up();
  BOOST_TEST(loop.run_until([&] { return loop.ended(net::Ended::too_slow) == 1; }));
}

BOOST_AUTO_TEST_CASE(a_queue_that_grows_too_old_is_closed_with_4008) {
  auto options = hasty();
  options.queue_age_max = milliseconds(100);
  options.close_timeout = milliseconds(50);
  Loop loop(options);
  WebSocket client(loop, "/", 65'536);
  client.seen->socket->send(net::text_frame(std::string(6 << 20, 'x')));
  BOOST_TEST(loop.run_until([&] { return client.seen->closes == std::vector{4008u}; }));
  BOOST_TEST(loop.run_until([&] { return loop.ended(net::Ended::too_slow) == 1; }));
}

BOOST_AUTO_TEST_CASE(who_does_not_read_answers_is_not_read_either) {
  net::Options options;
  options.read_pause_bytes = 100'000;
  Loop loop(options);
  WebSocket client(loop, "/", 65'536);
  auto const reply = net::text_frame(std::string(50'000, 'x'));
  loop.handler.on_message = [&](auto& socket, auto) { socket.send(reply); };
  std::string questions;
  for (int i = 0; i < 150; ++i) questions += text("?");
  client.send(questions);
  loop.run_ready();
  auto const heard = client.seen->messages.size();
  BOOST_TEST(heard < 120u);
  for (int i = 0; i < 150; ++i) BOOST_TEST(client.take_frame().payload.size() == 50'000u);
  BOOST_TEST(client.seen->messages.size() == 150u);
}

BOOST_AUTO_TEST_CASE(a_drain_says_1001_to_everybody_one_after_the_other) {
  net::Options options;
  options.drain_stagger = milliseconds(200);
  Loop loop(options);
  std::vector<std::unique_ptr<WebSocket>> clients;
  for (int i = 0; i < 40; ++i) clients.push_back(std::make_unique<WebSocket>(loop));
  bool drained = false;
  loop.server->drain([&] { drained = true; });
  auto const closed = [&] {
    return std::ranges::count_if(loop.handler.seen,
                                 [](auto& seen) { return !seen->closes.empty(); });
  };
  BOOST_TEST(loop.run_until([&] { return closed() > 0; }));
  BOOST_TEST(closed() < 40);
  for (auto& client : clients) {
    BOOST_TEST(client->take_frame().code() == 1001u);
    client->send(close_with(1001));
    BOOST_TEST(client->ended());
    client->hang_up();
  }
  BOOST_TEST(loop.run_until([&] { return drained; }));
  BOOST_TEST(loop.ended(net::Ended::drained) == 40u);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_destroyed_tells_its_peers_and_leaves_nothing_behind) {
  Loop loop;
  WebSocket client(loop);
  auto const handle = client.seen->handle;
  client.seen->socket->send(net::text_frame("never leaves"));
  loop.server.reset();
  BOOST_TEST(client.seen->closes == std::vector{1006u});
  loop.run_ready();
  BOOST_TEST(handle.expired());
}

BOOST_AUTO_TEST_SUITE_END()
