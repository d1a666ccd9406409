// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/crypto.hpp"

namespace storage {

// (kind, owner) -> key id, in 24 bytes a place and at most seven eighths full: open addressing, robin hood order, so that
// ten million keys fit. One writer, or many readers.
class OwnerIndex {
 public:
  OwnerIndex();

  core::KeyId find(std::uint8_t kind, core::Id const& owner) const;
  // The owner has none yet.
  void insert(std::uint8_t kind, core::Id const& owner, core::KeyId id);
  // False when there is none.
  bool erase(std::uint8_t kind, core::Id const& owner);

  std::size_t size() const { return size_; }
  std::size_t memory_bytes() const { return places_.capacity() * sizeof(Place); }

 private:
  struct Place {
    core::Id owner;
    std::uint64_t kind : 8;
    std::uint64_t id : 56;  // 0 = empty.
  };
  static_assert(sizeof(Place) == 24);

  std::size_t home(std::uint8_t kind, core::Id const& owner) const;
  std::size_t distance(std::size_t at) const;
  std::size_t locate(std::uint8_t kind, core::Id const& owner) const;
  void place(Place entry);
  void grow();

  std::vector<Place> places_;  // A power of two.
  std::size_t size_ = 0;
};

}  // namespace storage
