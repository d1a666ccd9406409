// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/block.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/records.hpp"

namespace {

using support::AlignedBytes;

std::vector<std::uint8_t> joined(storage::BlockPart const& part) {
  auto bytes = part.head;
  bytes.insert(bytes.end(), part.records.begin(), part.records.end());
  return bytes;
}

// A commit of commands with so many events each.
core::Block commands(std::initializer_list<std::uint16_t> sizes) {
  core::Block block;
  block.first = {1};
  std::uint64_t position = 1;
  for (auto const size : sizes) {
    for (std::uint16_t i = 0; i < size; ++i, ++position) {
      auto header = support::header_at(position);
      header.command_index = i;
      header.command_events = size;
      block.offsets.push_back(static_cast<std::uint32_t>(block.bytes.size()));
      core::write_record(header, support::filler(position, 4000), {}, storage::crc32c, block.bytes);
    }
  }
  return block;
}

std::vector<std::uint64_t> firsts(core::Block const& commit) {
  std::vector<storage::BlockPart> parts;
  parts.resize(storage::cut(commit, parts));
  std::vector<std::uint64_t> found;
  for (auto const& part : parts) found.push_back(part.first.value);
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(block)

BOOST_AUTO_TEST_CASE(a_small_commit_is_one_block) {
  auto const commit = support::block_of(17, 5, storage::crc32c);
  std::vector<storage::BlockPart> parts;
  BOOST_REQUIRE(storage::cut(commit, parts) == 1u);
  AlignedBytes bytes(joined(parts[0]));
  auto const view = storage::BlockView::parse(bytes.bytes(), {17});
  BOOST_REQUIRE(view);
  BOOST_TEST(view->last().value == 21u);
  for (std::uint64_t i = 0; i < 5; ++i)
    BOOST_TEST((std::ranges::equal(view->record({17 + i}).bytes(), commit.record(i))));
}

BOOST_AUTO_TEST_CASE(a_large_commit_is_cut_between_commands_only) {
  BOOST_TEST(
      (firsts(commands({1, 1, 1, 1, 1, 1, 1, 1, 1, 1})) == std::vector<std::uint64_t>{1, 9}));
  BOOST_TEST((firsts(commands({7, 20, 1})) == std::vector<std::uint64_t>{1, 28}));
  BOOST_TEST((firsts(commands({20})) == std::vector<std::uint64_t>{1}));
}

BOOST_AUTO_TEST_CASE(a_block_under_another_key_is_refused) {
  std::vector<storage::BlockPart> parts;
  storage::cut(support::block_of(17, 5, storage::crc32c), parts);
  auto const commit = support::block_of(17, 5, storage::crc32c);
  storage::cut(commit, parts);
  AlignedBytes bytes(joined(parts[0]));
  BOOST_TEST(!storage::BlockView::parse(bytes.bytes(), {18}));
}

BOOST_AUTO_TEST_CASE(each_flipped_bit_is_seen_and_names_its_position) {
  auto const commit = support::block_of(17, 3, storage::crc32c, 16);
  std::vector<storage::BlockPart> parts;
  storage::cut(commit, parts);
  AlignedBytes copy(joined(parts[0]));
  auto const bytes = copy.bytes();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    if (auto const view = storage::BlockView::parse(bytes, {17})) {
      std::size_t damaged = 0;
      for (std::uint64_t position = 17; position < 20; ++position) {
        try {
          (void)view->record({position});
        } catch (core::LogBroken const& broken) {
          ++damaged;
          BOOST_REQUIRE(std::string(broken.what()).find("position " + std::to_string(position)) !=
                        std::string::npos);
        }
      }
      BOOST_REQUIRE_MESSAGE(damaged == 1, "bit " << bit);
    }
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
  }
}

BOOST_AUTO_TEST_CASE(a_shortened_block_is_refused) {
  auto const commit = support::block_of(1, 3, storage::crc32c, 16);
  std::vector<storage::BlockPart> parts;
  storage::cut(commit, parts);
  auto const bytes = joined(parts[0]);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    BOOST_REQUIRE(
        !storage::BlockView::parse(AlignedBytes(core::Bytes(bytes).first(size)).bytes(), {1}));
}

BOOST_AUTO_TEST_SUITE_END()
