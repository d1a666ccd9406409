// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>
#include <vector>

#include "core/check.hpp"
#include "core/pack.hpp"
#include "core/rows.hpp"

namespace core {

// The states of one kind of aggregate, packed: id -> version, then the state's own fields. Thread E.
template <class State>
class Table {
 public:
  explicit Table(Crypto const& crypto) : rows_(crypto) {}

  Version version(Id const& id) const {
    auto row = rows_.find(id.view());
    return row ? version_of(*row) : Version{};
  }

  // The state as it stands; the default state where there is none.
  State load(Id const& id) const {
    State state;
    if (auto row = rows_.find(id.view())) CHECK(unpack(row->subspan(sizeof(std::uint64_t)), state));
    return state;
  }

  void store(Id const& id, Version version, State const& state) {
    buffer_.clear();
    buffer_.resize(sizeof version.value);
    std::memcpy(buffer_.data(), &version.value, sizeof version.value);
    pack(state, buffer_);
    rows_.put(id.view(), buffer_);
  }

  Rows& rows() { return rows_; }
  Rows const& rows() const { return rows_; }

 private:
  static Version version_of(Bytes row) {
    Version version;
    std::memcpy(&version.value, row.data(), sizeof version.value);
    return version;
  }

  Rows rows_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace core
