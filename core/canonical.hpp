// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/any.h>

#include <vector>

#include "core/ids.hpp"

namespace core {

// Structs in canonical form (one segment, root pointer first, Cap'n Proto's "Canonicalization"), one behind the other in memory
// that is used again and again. One thread.
class CanonicalForms {
 public:
  // All of the struct. Valid until clear().
  Bytes of(capnp::AnyStruct::Reader value);
  // The struct as if it had only those of its pointer fields (bit i = pointer i). Empty when they are all null.
  Bytes of_pointers(capnp::AnyStruct::Reader value, std::uint64_t wanted);
  void clear();

 private:
  struct Chunk {
    kj::Array<capnp::word> words;  // Zeros from `used` on.
    std::size_t used = 0;
  };
  Bytes add(capnp::AnyStruct::Reader value, kj::ArrayPtr<kj::byte const> data,
            std::uint64_t pointers);
  Chunk& chunk_with(std::size_t words);

  std::vector<Chunk> chunks_;
};

}  // namespace core
