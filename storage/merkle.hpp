// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/crypto.hpp"
#include "core/function_ref.hpp"
#include "core/record.hpp"

// The log as a Merkle tree (RFC 6962, section 2.1, SHA-256): one leaf per record, in log order.
namespace storage {

// What a leaf says: u8 format version of the record, u64 position (big-endian), SHA-256 of the record's bytes. It names nobody,
// and the record's salt keeps anyone from guessing what it stands for.
inline constexpr std::size_t leaf_bytes = 41;
std::array<std::uint8_t, leaf_bytes> leaf_of(core::RecordView const& record,
                                             core::Crypto const& crypto);

core::Digest leaf_hash(core::Bytes leaf, core::Crypto const& crypto);
core::Digest node_hash(core::Digest const& left, core::Digest const& right,
                       core::Crypto const& crypto);

struct TreeHead {
  std::uint64_t size = 0;
  core::Digest root{};
};

// The right edge of a tree: the roots of its perfect subtrees, the largest first, one for each bit that is set in the size.
// All that is needed to add leaves and to know the root. One thread.
class Frontier {
 public:
  std::uint64_t size() const { return size_; }
  // `completed` gets the root of each perfect subtree that the leaf makes complete, the leaf first (height 0).
  using Completed = core::FunctionRef<void(unsigned height, core::Digest const& root)>;
  void add(core::Digest const& leaf_hash, core::Crypto const& crypto, Completed completed);
  void add(core::Digest const& leaf_hash, core::Crypto const& crypto) {
    add(leaf_hash, crypto, [](unsigned, core::Digest const&) {});
  }
  core::Digest root(core::Crypto const& crypto) const;

  // u64 size (little-endian), the nodes, CRC32C.
  std::string bytes() const;
  static std::optional<Frontier> parse(std::string_view bytes);

 private:
  std::uint64_t size_ = 0;
  std::vector<core::Digest> nodes_;
};

}  // namespace storage
