// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/merkle.hpp"

#include <bit>
#include <boost/test/unit_test.hpp>

#include "core/rows.hpp"
#include "storage/crypto.hpp"
#include "tests/support/records.hpp"

namespace {

storage::Crypto const crypto;

core::Digest leaf(std::string_view data) {
  return storage::leaf_hash(core::bytes_of(data), crypto);
}

// The definition of RFC 6962, section 2.1, as it stands there.
core::Digest reference_root(std::span<core::Digest const> leaves) {
  if (leaves.empty()) return crypto.sha256({});
  if (leaves.size() == 1) return leaves[0];
  auto const k = std::bit_floor(leaves.size() - 1);
  return storage::node_hash(reference_root(leaves.first(k)), reference_root(leaves.subspan(k)),
                            crypto);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merkle)

BOOST_AUTO_TEST_CASE(the_empty_tree_has_the_hash_of_nothing) {
  BOOST_TEST(core::hex(storage::Frontier().root(crypto)) ==
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

BOOST_AUTO_TEST_CASE(leaves_and_nodes_hash_as_others_hash_them) {
  BOOST_TEST(core::hex(leaf("")) ==
             "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  BOOST_TEST(core::hex(leaf("L123456")) ==
             "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
}

BOOST_AUTO_TEST_CASE(the_eight_reference_leaves_have_the_reference_root) {
  using namespace std::string_view_literals;
  storage::Frontier frontier;
  for (auto const data : {""sv, "\0"sv, "\x10"sv, "\x20\x21"sv, "\x30\x31"sv, "\x40\x41\x42\x43"sv,
                          "\x50\x51\x52\x53\x54\x55\x56\x57"sv,
                          "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"sv})
    frontier.add(leaf(data), crypto);
  BOOST_TEST(core::hex(frontier.root(crypto)) ==
             "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

BOOST_AUTO_TEST_CASE(the_frontier_has_the_root_of_the_definition_at_every_size) {
  storage::Frontier frontier;
  std::vector<core::Digest> leaves;
  for (std::size_t size = 0; size < 300; ++size) {
    BOOST_REQUIRE(frontier.root(crypto) == reference_root(leaves));
    leaves.push_back(leaf(std::to_string(size)));
    frontier.add(leaves.back(), crypto);
  }
}

BOOST_AUTO_TEST_CASE(a_frontier_goes_on_from_its_bytes) {
  storage::Frontier frontier;
  for (std::size_t size = 0; size < 70; ++size) {
    auto again = storage::Frontier::parse(frontier.bytes());
    BOOST_REQUIRE(again);
    BOOST_REQUIRE(again->size() == size);
    frontier.add(leaf("x"), crypto);
    again->add(leaf("x"), crypto);
    BOOST_REQUIRE(again->root(crypto) == frontier.root(crypto));
  }
}

BOOST_AUTO_TEST_CASE(a_damaged_frontier_is_refused) {
  storage::Frontier frontier;
  for (int i = 0; i < 5; ++i) frontier.add(leaf("x"), crypto);
  auto const bytes = frontier.bytes();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    auto flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
    BOOST_REQUIRE(!storage::Frontier::parse(flipped));
  }
  for (std::size_t size = 0; size < bytes.size(); ++size)
    BOOST_REQUIRE(!storage::Frontier::parse(bytes.substr(0, size)));
}

BOOST_AUTO_TEST_CASE(a_leaf_holds_format_position_and_hash) {
  auto const block = support::block_of(0x0102030405060708, 1, storage::crc32c);
  auto const record = core::RecordView::parse(block.record(0));
  auto const leaf = storage::leaf_of(*record, crypto);
  core::Bytes const parts[] = {block.record(0)};
  BOOST_TEST(leaf[0] == core::record_format);
  for (std::uint8_t i = 1; i <= 8; ++i) BOOST_TEST(leaf[i] == i);
  BOOST_TEST((std::ranges::equal(core::Bytes(leaf).subspan(9), crypto.sha256(parts))));
}

BOOST_AUTO_TEST_SUITE_END()
