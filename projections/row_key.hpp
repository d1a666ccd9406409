// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>

#include "core/rows.hpp"

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

// A letter and two ids: all that lie behind the first one are side by side.
class PairKey {
 public:
  PairKey(char kind, core::Id const& first, core::Id const& second) {
    bytes_[0] = static_cast<std::uint8_t>(kind);
    std::ranges::copy(first.bytes, bytes_.begin() + 1);
    std::ranges::copy(second.bytes, bytes_.begin() + 17);
  }
  operator core::Bytes() const { return bytes_; }

 private:
  std::array<std::uint8_t, 33> bytes_;
};

inline char kind_of(core::Bytes key) { return static_cast<char>(key[0]); }
inline core::Id id_of(core::Bytes key) { return core::Id::from(key.subspan(1)); }
inline core::Id first_of(core::Bytes key) { return core::Id::from(key.subspan(1, 16)); }
inline core::Id second_of(core::Bytes key) { return core::Id::from(key.subspan(17)); }

// A pair that says all by being there.
inline void keep_pair(core::Rows& rows, PairKey const& key, bool on) {
  if (on) rows.put(key, core::there);
  else rows.erase(key);
}

// Every pair of that kind with that first id, in the order of the second.
inline void each_pair(core::Rows const& rows, char kind, core::Id const& first,
                      core::FunctionRef<void(core::Id const& second, core::Bytes row)> visit) {
  rows.scan_within(RowKey(kind, first), [&](core::Bytes second, core::Bytes row) {
    visit(core::Id::from(second), row);
    return true;
  });
}

}  // namespace projections
