// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "tests/api/raw_client.hpp"

using namespace loopback;

BOOST_AUTO_TEST_SUITE(fan_out)

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
