// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/request_reader.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <vector>

using api::net::RequestReader;
using Stage = RequestReader::Stage;

namespace {

// Feeds the stream in pieces of random size; what was read, and at the end "refused N" or "left N".
std::vector<std::string> read_in_pieces(std::string const& stream, std::mt19937& random,
                                        std::size_t piece_max) {
  RequestReader reader({.header_bytes_max = 2'048, .body_bytes_max = 4'096});
  std::vector<std::string> requests;
  std::string held;
  for (std::size_t at = 0; at < stream.size();) {
    auto const size = std::min<std::size_t>(1 + random() % piece_max, stream.size() - at);
    held.append(stream, at, size);
    at += size;
    std::span<char const> rest = held;
    for (auto before = rest.size() + 1; !rest.empty() && rest.size() < before;) {
      before = rest.size();
      reader.read(rest);
      if (reader.stage() == Stage::refused) {
        requests.push_back("refused " + std::to_string(reader.refusal()));
        return requests;
      }
      if (reader.stage() != Stage::complete) continue;
      auto const request = reader.take();
      requests.push_back(request.method + request.target + std::to_string(request.headers.size()) +
                         request.body);
    }
    held.erase(0, held.size() - rest.size());
  }
  requests.push_back("left " + std::to_string(held.size()));
  return requests;
}

std::string const chunked = "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(request_reader)

BOOST_AUTO_TEST_CASE(chunks_are_joined_and_their_rules_kept) {
  struct Row {
    std::string body;
    std::string outcome;
  };
  Row const rows[] = {
      {"0\r\n\r\n", "POST/c2"},
      {"3\r\nabc\r\n02\r\nde\r\n000\r\n\r\n", "POST/c2abcde"},
      {"A\r\n0123456789\r\n0\r\n\r\n", "POST/c20123456789"},
      {"3;name=value\r\nabc\r\n0;last\r\nHost: b\r\nX: y\r\n\r\n", "POST/c2abc"},
      {"3 \r\nabc\r\n0\r\n\r\n", "POST/c2abc"},
      {"\r\n", "refused 400"},
      {"x\r\n", "refused 400"},
      {"-1\r\n", "refused 400"},
      {"0x1\r\na\r\n", "refused 400"},
      {"3\r\nabcd\r\n", "refused 400"},
      {"3;a\nb\r\nabc\r\n", "refused 400"},
      {"1001\r\n", "refused 413"},
      {"fffffffffffffffff\r\n", "refused 413"},
      {"1000\r\n" + std::string(4'096, 'x') + "\r\n1\r\n", "refused 413"},
      {"1;" + std::string(2'000, 'x'), "refused 400"},
  };
  std::mt19937 random(1);
  for (auto const& [body, outcome] : rows) {
    BOOST_TEST_CONTEXT(body.substr(0, 40)) {
      for (std::size_t const piece_max : {1, 7, 10'000}) {
        BOOST_TEST(read_in_pieces(chunked + body, random, piece_max).front() == outcome);
      }
    }
  }
  std::string trailers = "0\r\n";
  for (int i = 0; i < 1'000; ++i) trailers += "X: 0123456789\r\n";
  BOOST_TEST(read_in_pieces(chunked + trailers, random, 100).front() == "refused 400");
}

BOOST_AUTO_TEST_CASE(however_a_stream_is_cut_the_same_requests_come_out) {
  std::string const parts[] = {
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
      "\r\nHEAD /h HTTP/1.0\r\n\r\n",
      "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789",
      "POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
      chunked + "0\r\n\r\n",
      chunked + "3\r\nabc\r\n0\r\nX: y\r\n\r\n",
  };
  for (unsigned seed = 0; seed < 300; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      std::mt19937 random(seed);
      std::string stream;
      for (int i = 0; i < 20; ++i) stream += parts[random() % std::size(parts)];
      auto const whole = read_in_pieces(stream, random, 1 << 30);
      BOOST_TEST(whole.size() == 21u);
      BOOST_TEST(read_in_pieces(stream, random, 5) == whole, boost::test_tools::per_element());
      BOOST_TEST(read_in_pieces(stream, random, 50) == whole, boost::test_tools::per_element());
    }
  }
}

// Under the sanitizers this shows that no byte is read beyond the end, and that nothing ends the process.
BOOST_AUTO_TEST_CASE(a_stream_with_any_bytes_changed_is_read_or_refused) {
  auto const sane =
      "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close, x\r\n\r\nabc" +
      chunked + "3;a=b\r\nabc\r\n0\r\nX: y\r\n\r\n";
  constexpr std::string_view likely = "\r\n:;, 0aF\t";
  for (unsigned seed = 0; seed < 20'000; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      std::mt19937 random(seed);
      auto stream = sane;
      for (int i = 0; i < 3; ++i) {
        auto const byte =
            random() % 2 ? likely[random() % likely.size()] : static_cast<char>(random());
        stream[random() % stream.size()] = byte;
      }
      BOOST_TEST(!read_in_pieces(stream, random, 40).empty());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
