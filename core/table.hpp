// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>
#include <vector>

#include "core/check.hpp"
#include "core/pack.hpp"
#include "core/rows.hpp"

namespace core {

// The states of one kind of aggregate, packed: id -> version, then the state's own fields. The one that was asked for last is
// kept unpacked as well, since one command asks for it again and again. Thread E.
template <class State>
class Table {
 public:
  explicit Table(Crypto const& crypto) : rows_(crypto) {}

  Version version(Id const& id) const {
    if (holds(id)) return held_.version;
    auto row = rows_.find(id.view());
    return row ? version_of(*row) : Version{};
  }

  // The state as it stands; the default state where there is none.
  State load(Id const& id) const {
    if (holds(id)) return held_.state;
    State state;
    if (auto row = rows_.find(id.view())) CHECK(unpack(row->subspan(sizeof(std::uint64_t)), state));
    return state;
  }

  // The same without a copy: valid until this is asked for another id, or the rows change otherwise than by store().
  State const& hold(Id const& id) const {
    if (!holds(id)) {
      auto const row = rows_.find(id.view());
      held_.id = id;
      held_.version = row ? version_of(*row) : Version{};
      if (row) CHECK(unpack(row->subspan(sizeof(std::uint64_t)), held_.state));
      else held_.state = State{};
      held_.known = true;
    }
    return held_.state;
  }

  // Changes one state by `apply(State&)`.
  template <class Apply>
  void change(Id const& id, Version version, Apply&& apply) {
    hold(id);
    apply(held_.state);
    held_.version = version;
    buffer_.clear();
    buffer_.resize(sizeof version.value);
    std::memcpy(buffer_.data(), &version.value, sizeof version.value);
    pack(held_.state, buffer_);
    rows_.put(id.view(), buffer_);
  }

  // To be read from and written to a shelf.
  Rows& rows() {
    held_.known = false;
    return rows_;
  }
  Rows const& rows() const { return rows_; }

 private:
  struct Held {
    Id id;
    Version version;
    State state;
    bool known = false;
  };

  bool holds(Id const& id) const { return held_.known && held_.id == id; }
  static Version version_of(Bytes row) {
    Version version;
    std::memcpy(&version.value, row.data(), sizeof version.value);
    return version;
  }

  Rows rows_;
  mutable Held held_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace core
