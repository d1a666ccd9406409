// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>

#include "core/ids.hpp"

namespace projections {

// A row's key where a view has several kinds of rows: a letter, then an id.
class RowKey {
 public:
  RowKey(char kind, core::Id const& id) {
    bytes_[0] = static_cast<std::uint8_t>(kind);
    std::ranges::copy(id.bytes, bytes_.begin() + 1);
  }
  operator core::Bytes() const { return bytes_; }

 private:
  std::array<std::uint8_t, 17> bytes_;
};

inline char kind_of(core::Bytes key) { return static_cast<char>(key[0]); }
inline core::Id id_of(core::Bytes key) { return core::Id::from(key.subspan(1)); }

}  // namespace projections
