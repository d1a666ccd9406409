// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/crypto.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <thread>

#include "core/rows.hpp"
#include "tests/support/records.hpp"

namespace {

storage::Crypto const sodium;
using core::bytes_of;

std::string draw() {
  std::string bytes(16, '\0');
  sodium.random({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(crypto)

BOOST_AUTO_TEST_CASE(crc32c_is_the_castagnoli_one) {
  BOOST_TEST(storage::crc32c(bytes_of("123456789")) == 0xe3069283u);
  BOOST_TEST(storage::crc32c({}) == 0u);
  for (std::size_t size : {1u, 7u, 8u, 63u, 300u, 5000u}) {
    auto const bytes = support::filler(size, size);
    BOOST_TEST(storage::crc32c(bytes) == support::slow_crc32c(bytes));
  }
}

BOOST_AUTO_TEST_CASE(sha256_is_of_the_parts_one_after_the_other) {
  core::Bytes const parts[] = {bytes_of("a"), {}, bytes_of("bc")};
  BOOST_TEST(core::hex(sodium.sha256(parts)) ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(a_keyed_hash_depends_on_key_and_bytes) {
  auto const hash = [](std::string_view key, std::string_view text) {
    core::Bytes const parts[] = {bytes_of(text)};
    return sodium.keyed_hash(bytes_of(key), parts);
  };
  std::string const key(32, 'k'), other(32, 'o');
  BOOST_TEST((hash(key, "a") == hash(key, "a")));
  BOOST_TEST((hash(key, "a") != hash(other, "a")));
  BOOST_TEST((hash(key, "a") != hash(key, "b")));
  BOOST_TEST((hash("", "a") != hash(key, "a")));
}

BOOST_AUTO_TEST_CASE(what_is_sealed_opens_only_as_it_was) {
  core::Key key{1}, other{2};
  core::Nonce const nonce{3};
  auto const plain = support::filler(1, 50);
  std::vector<std::uint8_t> sealed(66), opened(50);
  sodium.seal(key, nonce, bytes_of("where"), plain, sealed);
  BOOST_TEST(sodium.unseal(key, nonce, bytes_of("where"), sealed, opened));
  BOOST_TEST((opened == plain));
  BOOST_TEST(!sodium.unseal(other, nonce, bytes_of("where"), sealed, opened));
  BOOST_TEST(!sodium.unseal(key, nonce, bytes_of("there"), sealed, opened));
  sealed[20] ^= 1;
  BOOST_TEST(!sodium.unseal(key, nonce, bytes_of("where"), sealed, opened));
}

BOOST_AUTO_TEST_CASE(random_bytes_do_not_repeat_across_threads_and_refills) {
  std::set<std::string> seen;
  for (int i = 0; i < 5000; ++i) BOOST_REQUIRE(seen.insert(draw()).second);
  std::vector<std::string> others(2000);
  std::thread thread([&] { std::ranges::generate(others, draw); });
  thread.join();
  for (auto const& bytes : others) BOOST_REQUIRE(seen.insert(bytes).second);
}

BOOST_AUTO_TEST_SUITE_END()
