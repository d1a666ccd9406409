// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/projection.hpp"

namespace projections {

// When somebody last did anything, and when they were reminded since: days since 1970 in UTC. Key: the person.
struct ActivityRow {
  std::uint16_t active = 0;    // Opening the account counts.
  std::uint16_t reminded = 0;  // 0: not since.

  template <class A>
  void fields(A& a) {
    a(active)(reminded);
  }
};

// Who is still about: an account's last event with it as the actor. Applied on thread P in log order, each event once; read on P
// only.
class Activity final : public core::Projection {
 public:
  explicit Activity(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "activity.v1"; }
  // Of every family, by who did it.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  void each(core::FunctionRef<void(core::Id const& person, ActivityRow const& row)> visit) const;

 private:
  void put(core::Id const& person, ActivityRow const& row);

  core::Rows rows_;
};

}  // namespace projections
