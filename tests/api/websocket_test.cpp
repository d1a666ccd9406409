// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "tests/api/raw_client.hpp"

using namespace loopback;
using namespace std::string_literals;

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

BOOST_AUTO_TEST_CASE(a_message_that_never_ends_is_given_up) {
  auto options = hasty();
  options.ping_interval = options.pong_timeout = milliseconds(40);
  options.message_timeout = milliseconds(100);
  Loop loop(options);
  WebSocket client(loop);
  client.send(client_frame(0x01, "once upon a time"));
  auto frame = client.take_frame();
  for (; frame.opcode == 9; frame = client.take_frame()) client.send(client_frame(0x8a, ""));
  BOOST_TEST(frame.code() == 1008u);
  BOOST_TEST(frame.payload.substr(2) == "the message took too long");
}

BOOST_AUTO_TEST_CASE(unfinished_messages_share_one_bound) {
  net::Options options;
  options.gathered_bytes_max = 100'000;
  Loop loop(options);
  WebSocket first(loop), second(loop);
  first.send(client_frame(0x01, std::string(60'000, 'x')));
  loop.run_until([&] { return loop.counters().gathered_bytes == 60'000; });
  second.send(client_frame(0x01, std::string(60'000, 'x')));
  BOOST_TEST(second.take_frame().code() == 1013u);
  first.send(client_frame(0x80, "end"));
  BOOST_TEST(first.take_frame().payload.size() == 60'003u);
  second.hang_up();
  BOOST_TEST(loop.run_until([&] { return loop.counters().connections_open == 1; }));
  BOOST_TEST(loop.counters().gathered_bytes == 0u);
}

BOOST_AUTO_TEST_CASE(a_flood_of_messages_lets_others_have_their_turn) {
  Loop loop;
  WebSocket busy(loop), calm(loop);
  std::size_t before_calm = 0;
  loop.handler.on_message = [&](auto& socket, auto) {
    if (&socket == calm.seen->socket) before_calm = busy.seen->messages.size();
  };
  std::string flood;
  for (int i = 0; i < 2'000; ++i) flood += text("x");
  busy.send(flood);
  calm.send(text("me too"));
  BOOST_TEST(loop.run_until([&] { return busy.seen->messages.size() == 2'000; }));
  BOOST_TEST(calm.seen->messages.size() == 1u);
  BOOST_TEST(before_calm < 500u);
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

BOOST_AUTO_TEST_SUITE_END()
