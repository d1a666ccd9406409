// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/pack.hpp"
#include "core/projection.hpp"

namespace projections {

// That somebody of the staff opened everything that is kept of a person. Key: the person, then the position (big-endian). The
// reason stays in the log, in the event at that position.
struct AccessRow {
  core::Id by;  // Nil: at the console.
  core::Instant opened;

  template <class A>
  void fields(A& a) {
    a(by)(opened);
  }
};

// Who has looked at whose data. Applied on thread P in log order, each event once; read on P only.
class Accesses final : public core::Projection {
 public:
  explicit Accesses(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "accesses.v1"; }
  // Exhaustive over account.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  struct Access {
    core::Position position;
    AccessRow row;
  };
  // To a person's data, the last one first.
  std::vector<Access> of(core::Id const& person) const;

 private:
  struct Fold;
  void add(core::Id const& person, core::Position position, AccessRow const& row);
  void forget(core::Id const& person);

  core::Rows rows_;
};

}  // namespace projections
