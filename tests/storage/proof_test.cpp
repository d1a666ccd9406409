// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/proof.hpp"

#include <bit>
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/rows.hpp"
#include "storage/crypto.hpp"
#include "tests/support/folder.hpp"

namespace {

using storage::Hashes;

storage::Crypto const crypto;

core::Digest leaf(std::uint64_t i) {
  return storage::leaf_hash(core::bytes_of(std::to_string(i)), crypto);
}

// The definitions of RFC 6962, section 2.1, as they stand there, over all leaves.
core::Digest root_of(std::span<core::Digest const> leaves) {
  if (leaves.size() == 1) return leaves[0];
  auto const k = std::bit_floor(leaves.size() - 1);
  return storage::node_hash(root_of(leaves.first(k)), root_of(leaves.subspan(k)), crypto);
}
Hashes path_of(std::size_t m, std::span<core::Digest const> leaves) {
  if (leaves.size() == 1) return {};
  auto const k = std::bit_floor(leaves.size() - 1);
  auto path = m < k ? path_of(m, leaves.first(k)) : path_of(m - k, leaves.subspan(k));
  path.push_back(root_of(m < k ? leaves.subspan(k) : leaves.first(k)));
  return path;
}
Hashes subproof_of(std::size_t m, std::span<core::Digest const> leaves, bool known) {
  if (m == leaves.size()) return known ? Hashes{} : Hashes{root_of(leaves)};
  auto const k = std::bit_floor(leaves.size() - 1);
  auto proof = m <= k ? subproof_of(m, leaves.first(k), known)
                      : subproof_of(m - k, leaves.subspan(k), false);
  proof.push_back(root_of(m <= k ? leaves.subspan(k) : leaves.first(k)));
  return proof;
}

// A tree on disk, and all of its leaves.
struct Grown {
  support::Folder folder;
  storage::TileFiles tiles{folder / "tree"};
  storage::Prover prover{tiles, crypto};
  storage::Frontier frontier;
  Hashes leaves;

  Grown() { tiles.resume(0); }
  void grow_to(std::uint64_t size) {
    while (leaves.size() < size) {
      leaves.push_back(leaf(leaves.size()));
      frontier.add(leaves.back(), crypto, [&](unsigned height, core::Digest const& root) {
        if (height % storage::tile_height == 0) tiles.append(height / storage::tile_height, root);
      });
    }
    tiles.flush();
  }
  std::span<core::Digest const> first(std::uint64_t size) const {
    return std::span(leaves).first(size);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(proof, Grown)

BOOST_AUTO_TEST_CASE(nodes_hash_as_others_hash_them) {
  // The reference node has children of four bytes; ours are hashes.
  core::Bytes const parts[] = {core::bytes_of("\x01N123"), core::bytes_of("N456")};
  BOOST_TEST(core::hex(crypto.sha256(parts)) ==
             "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
  auto const left = leaf(1), right = leaf(2);
  core::Bytes const whole[] = {core::bytes_of("\x01"), left, right};
  BOOST_TEST((storage::node_hash(left, right, crypto) == crypto.sha256(whole)));
}

BOOST_AUTO_TEST_CASE(proofs_are_those_of_the_definition) {
  grow_to(600);
  for (std::uint64_t const size : {1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 600}) {
    BOOST_TEST((prover.root(size) == root_of(first(size))));
    for (std::uint64_t index = 0; index < size; index += size < 20 ? 1 : 37)
      BOOST_REQUIRE(prover.inclusion(index, size) == path_of(index, first(size)));
    for (std::uint64_t older = 1; older <= size; older += size < 20 ? 1 : 31)
      BOOST_REQUIRE(prover.consistency(older, size) == subproof_of(older, first(size), true));
  }
}

BOOST_AUTO_TEST_CASE(what_is_proved_verifies_and_nothing_else_does) {
  grow_to(300);
  std::mt19937_64 dice(1);
  for (int round = 0; round < 300; ++round) {
    auto const size = dice() % 300 + 1, index = dice() % size, older = dice() % size + 1;
    auto const root = prover.root(size), old_root = prover.root(older);
    auto path = prover.inclusion(index, size);
    auto steps = prover.consistency(older, size);
    BOOST_REQUIRE(storage::verify_inclusion(leaves[index], index, size, root, path, crypto));
    BOOST_REQUIRE(storage::verify_consistency({older, old_root}, {size, root}, steps, crypto));

    BOOST_REQUIRE(!storage::verify_inclusion(leaf(1000), index, size, root, path, crypto));
    if (size > 1)
      BOOST_REQUIRE(
          !storage::verify_inclusion(leaves[index], (index + 1) % size, size, root, path, crypto));
    BOOST_REQUIRE(!storage::verify_inclusion(leaves[index], index, size, leaf(1000), path, crypto));
    if (!path.empty()) {
      path[dice() % path.size()][dice() % 32] ^= 1;
      BOOST_REQUIRE(!storage::verify_inclusion(leaves[index], index, size, root, path, crypto));
    }
    BOOST_REQUIRE(!storage::verify_consistency({older, leaf(1000)}, {size, root}, steps, crypto));
    if (older == size) continue;
    BOOST_REQUIRE(!storage::verify_consistency({older, old_root}, {size, leaf(1)}, steps, crypto));
    steps[dice() % steps.size()][dice() % 32] ^= 1;
    BOOST_REQUIRE(!storage::verify_consistency({older, old_root}, {size, root}, steps, crypto));
    steps.pop_back();
    BOOST_REQUIRE(!storage::verify_consistency({older, old_root}, {size, root}, steps, crypto));
  }
}

BOOST_AUTO_TEST_CASE(a_tree_of_seventy_thousand_has_the_tiles_of_the_specification) {
  grow_to(70'000);
  BOOST_TEST(storage::hashes_in(70'000, 0) == 273u * 256 + 112);
  BOOST_TEST(storage::hashes_in(70'000, 1) == 256u + 17);
  BOOST_TEST(storage::hashes_in(70'000, 2) == 1u);
  BOOST_TEST(storage::hashes_in(70'000, 3) == 0u);
  BOOST_TEST((prover.root(70'000) == frontier.root(crypto)));
  for (std::uint64_t const size : {65'535, 65'536, 65'537, 69'999}) {
    BOOST_TEST((prover.root(size) == root_of(first(size))));
    auto const steps = prover.consistency(size, 70'000);
    BOOST_TEST(storage::verify_consistency({size, prover.root(size)}, {70'000, prover.root(70'000)},
                                           steps, crypto));
  }
}

BOOST_AUTO_TEST_CASE(everything_goes_on_from_the_empty_tree) {
  grow_to(3);
  BOOST_TEST(storage::verify_consistency({0, crypto.sha256({})}, {3, prover.root(3)}, {}, crypto));
  BOOST_TEST(!storage::verify_consistency({0, leaf(1)}, {3, prover.root(3)}, {}, crypto));
}

BOOST_AUTO_TEST_CASE(a_tree_is_taken_up_where_it_was_synced) {
  grow_to(1'000);
  tiles.sync();
  auto const again = storage::TileFiles(folder / "tree").resume(1'000);
  BOOST_TEST(again);
  BOOST_TEST(storage::TileFiles(folder / "tree").resume(999));
  BOOST_TEST(!storage::TileFiles(folder / "tree").resume(1'001));
  std::filesystem::remove(folder / "tree" / "1");
  BOOST_TEST(!storage::TileFiles(folder / "tree").resume(1'000));
}

BOOST_AUTO_TEST_SUITE_END()
