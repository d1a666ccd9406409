// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/proof.hpp"

#include <bit>

#include "core/check.hpp"

namespace storage {

// Leaves [begin, end), never none.
struct Prover::Range {
  std::uint64_t begin, end;

  std::uint64_t size() const { return end - begin; }
  bool is_perfect() const { return std::has_single_bit(size()) && begin % size() == 0; }
  // Where it falls into two: the left part has the largest power of two that is less than the whole.
  std::uint64_t middle() const { return begin + std::bit_floor(size() - 1); }
  Range left() const { return {begin, middle()}; }
  Range right() const { return {middle(), end}; }
};

core::Digest Prover::root(std::uint64_t size) const {
  return size == 0 ? crypto_.sha256({}) : hash({0, size});
}

core::Digest Prover::hash(Range range) const {
  if (range.is_perfect()) return perfect(range);
  return node_hash(hash(range.left()), hash(range.right()), crypto_);
}

// From the hashes of the nearest level below that is on disk: at most 128 of them.
core::Digest Prover::perfect(Range range) const {
  auto const height = static_cast<unsigned>(std::countr_zero(range.size()));
  auto const level = height / tile_height, above = height % tile_height;
  Hashes hashes(std::size_t{1} << above);
  tiles_.read(level, range.begin >> level * tile_height, hashes);
  for (auto width = hashes.size(); width > 1; width /= 2)
    for (std::size_t i = 0; i < width / 2; ++i)
      hashes[i] = node_hash(hashes[2 * i], hashes[2 * i + 1], crypto_);
  return hashes[0];
}

Hashes Prover::inclusion(std::uint64_t index, std::uint64_t size) const {
  CHECK(index < size);
  Hashes out;
  path(index, {0, size}, out);
  return out;
}

void Prover::path(std::uint64_t index, Range range, Hashes& out) const {
  if (range.size() == 1) return;
  bool const is_left = index < range.middle();
  path(index, is_left ? range.left() : range.right(), out);
  out.push_back(hash(is_left ? range.right() : range.left()));
}

Hashes Prover::consistency(std::uint64_t older, std::uint64_t size) const {
  CHECK(0 < older && older <= size);
  Hashes out;
  subproof(older, {0, size}, true, out);
  return out;
}

// `known`: whoever checks the proof has the root of what is left of `older` in this range.
void Prover::subproof(std::uint64_t older, Range range, bool known, Hashes& out) const {
  if (older == range.end) {
    if (!known) out.push_back(hash(range));
    return;
  }
  bool const is_left = older <= range.middle();
  subproof(older, is_left ? range.left() : range.right(), known && is_left, out);
  out.push_back(hash(is_left ? range.right() : range.left()));
}

bool verify_inclusion(core::Digest const& leaf_hash, std::uint64_t index, std::uint64_t size,
                      core::Digest const& root, std::span<core::Digest const> proof,
                      core::Crypto const& crypto) {
  if (index >= size) return false;
  auto node = index, last = size - 1;
  auto hash = leaf_hash;
  for (auto const& sibling : proof) {
    if (last == 0) return false;
    if (node % 2 == 1 || node == last) {
      hash = node_hash(sibling, hash, crypto);
      while (node % 2 == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = node_hash(hash, sibling, crypto);
    }
    node >>= 1, last >>= 1;
  }
  return last == 0 && hash == root;
}

bool verify_consistency(TreeHead const& older, TreeHead const& newer,
                        std::span<core::Digest const> proof, core::Crypto const& crypto) {
  if (older.size > newer.size) return false;
  if (older.size == newer.size) return proof.empty() && older.root == newer.root;
  if (older.size == 0) return proof.empty() && older.root == crypto.sha256({});
  if (proof.empty()) return false;
  bool const starts_with_older = std::has_single_bit(older.size);
  auto node = older.size - 1, last = newer.size - 1;
  while (node % 2 == 1) node >>= 1, last >>= 1;
  auto old_hash = starts_with_older ? older.root : proof.front(), new_hash = old_hash;
  for (auto const& sibling : proof.subspan(starts_with_older ? 0 : 1)) {
    if (last == 0) return false;
    if (node % 2 == 1 || node == last) {
      old_hash = node_hash(sibling, old_hash, crypto);
      new_hash = node_hash(sibling, new_hash, crypto);
      while (node % 2 == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      new_hash = node_hash(new_hash, sibling, crypto);
    }
    node >>= 1, last >>= 1;
  }
  return last == 0 && old_hash == older.root && new_hash == newer.root;
}

}  // namespace storage
