// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/merkle.hpp"

#include <bit>

#include "storage/crypto.hpp"

namespace storage {

std::array<std::uint8_t, leaf_bytes> leaf_of(core::RecordView const& record,
                                             core::Crypto const& crypto) {
  std::array<std::uint8_t, leaf_bytes> leaf;
  leaf[0] = record.bytes()[4];
  auto const position = record.header().position.value;
  for (std::size_t i = 0; i < 8; ++i)
    leaf[1 + i] = static_cast<std::uint8_t>(position >> (56 - 8 * i));
  core::Bytes const parts[] = {record.bytes()};
  auto const digest = crypto.sha256(parts);
  std::memcpy(leaf.data() + 9, digest.data(), digest.size());
  return leaf;
}

core::Digest leaf_hash(core::Bytes leaf, core::Crypto const& crypto) {
  static constexpr std::uint8_t prefix[] = {0};
  core::Bytes const parts[] = {prefix, leaf};
  return crypto.sha256(parts);
}

core::Digest node_hash(core::Digest const& left, core::Digest const& right,
                       core::Crypto const& crypto) {
  static constexpr std::uint8_t prefix[] = {1};
  core::Bytes const parts[] = {prefix, left, right};
  return crypto.sha256(parts);
}

void Frontier::add(core::Digest const& leaf_hash, core::Crypto const& crypto, Completed completed) {
  auto node = leaf_hash;
  unsigned height = 0;
  completed(height, node);
  for (auto carry = size_; carry & 1; carry >>= 1) {
    node = node_hash(nodes_.back(), node, crypto);
    nodes_.pop_back();
    completed(++height, node);
  }
  nodes_.push_back(node);
  ++size_;
}

core::Digest Frontier::root(core::Crypto const& crypto) const {
  if (nodes_.empty()) return crypto.sha256({});
  auto root = nodes_.back();
  for (auto node = std::next(nodes_.rbegin()); node != nodes_.rend(); ++node)
    root = node_hash(*node, root, crypto);
  return root;
}

std::string Frontier::bytes() const {
  std::string out(8, '\0');
  std::memcpy(out.data(), &size_, 8);
  for (auto const& node : nodes_) out.append(core::view_of(node));
  auto const crc = crc32c(core::bytes_of(out));
  out.append(reinterpret_cast<char const*>(&crc), 4);
  return out;
}

std::optional<Frontier> Frontier::parse(std::string_view bytes) {
  if (bytes.size() < 12) return {};
  Frontier frontier;
  std::memcpy(&frontier.size_, bytes.data(), 8);
  auto const nodes = static_cast<std::size_t>(std::popcount(frontier.size_));
  if (bytes.size() != 12 + nodes * sizeof(core::Digest)) return {};
  auto const crc = crc32c(core::bytes_of(bytes.substr(0, bytes.size() - 4)));
  if (std::memcmp(&crc, bytes.data() + bytes.size() - 4, 4) != 0) return {};
  frontier.nodes_.resize(nodes);
  for (std::size_t i = 0; i < nodes; ++i)
    std::memcpy(frontier.nodes_[i].data(), bytes.data() + 8 + i * sizeof(core::Digest),
                sizeof(core::Digest));
  return frontier;
}

}  // namespace storage
