// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/people/follow.hpp"
#include "core/projection.hpp"

namespace projections {

// What each person follows, and how they want to hear of it. Key: the person. Applied on thread P in log order, each event once;
// read on P only.
class Following final : public core::Projection {
 public:
  explicit Following(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "following.v1"; }
  // Exhaustive over follow.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  core::follow::State of(core::Id const& person) const;

 private:
  struct Fold;

  core::Rows rows_;
};

}  // namespace projections
