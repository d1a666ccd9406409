// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/frame_reader.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/api/raw_client.hpp"

using api::net::FrameReader;
using Kind = FrameReader::Event::Kind;

namespace {

constexpr FrameReader::Limits limits{.message_bytes_max = 1 << 20, .fragments_max = 64};

// Feeds the stream in pieces of random size, as a connection would, and writes down what comes out.
std::vector<std::string> read_in_pieces(std::string const& stream, std::mt19937& random,
                                        std::size_t piece_max) {
  FrameReader reader(limits);
  std::vector<std::string> events;
  std::string held;
  for (std::size_t at = 0; at < stream.size();) {
    auto const size = std::min<std::size_t>(1 + random() % piece_max, stream.size() - at);
    held.append(stream, at, size);
    at += size;
    std::span<char> rest = held;
    for (;;) {
      auto const event = reader.next(rest);
      if (event.kind == Kind::need_more) break;
      events.push_back(std::to_string(static_cast<int>(event.kind)) + std::string(event.payload) +
                       std::to_string(event.code));
      if (event.kind == Kind::violation) return events;
    }
    held.erase(0, held.size() - rest.size());
    BOOST_TEST_REQUIRE(held.size() <= 131u);
  }
  return events;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  for (auto left = random() % 400; left > 0; --left)
    text += random() % 3 ? "x" : random() % 2 ? "é" : "𝄞";
  return text;
}

// A text in up to three fragments, with a ping somewhere between them.
std::string random_message(std::mt19937& random) {
  auto const text = random_text(random);
  auto const a = random() % (text.size() + 1), b = a + random() % (text.size() - a + 1);
  auto const ping = random() % 2 ? loopback::client_frame(0x89, text.substr(0, 9)) : "";
  if (random() % 2) return ping + loopback::text(text);
  return loopback::client_frame(0x01, text.substr(0, a)) + ping +
         loopback::client_frame(0x00, text.substr(a, b - a)) +
         loopback::client_frame(0x80, text.substr(b));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(frame_reader)

BOOST_AUTO_TEST_CASE(however_a_stream_is_cut_the_same_comes_out) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      std::mt19937 random(seed);
      std::string stream;
      for (int i = 0; i < 20; ++i) stream += random_message(random);
      auto const whole = read_in_pieces(stream, random, 1 << 30);
      BOOST_TEST(whole.size() >= 20u);
      BOOST_TEST(read_in_pieces(stream, random, 10) == whole, boost::test_tools::per_element());
      BOOST_TEST(read_in_pieces(stream, random, 500) == whole, boost::test_tools::per_element());
    }
  }
}

// Under the sanitizers this shows that no byte is read twice or beyond the end.
BOOST_AUTO_TEST_CASE(a_stream_with_any_byte_changed_is_read_or_refused) {
  for (unsigned seed = 0; seed < 5'000; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      std::mt19937 random(seed);
      auto stream = random_message(random) + random_message(random);
      for (int i = 0; i < 3; ++i) stream[random() % stream.size()] = static_cast<char>(random());
      read_in_pieces(stream, random, 100);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
