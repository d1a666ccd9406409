// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "core/projection.hpp"

namespace projections {

// Who is kept from whom. Every list and page that shows people asks here, so that neither of two sees the other, whichever of
// them wished it. Key: who blocks, who is blocked. Applied on thread P in log order, each event once; read on P only.
class Blocks final : public core::Projection {
 public:
  explicit Blocks(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "blocks.v1"; }
  // Exhaustive over person.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  // False where either is nobody.
  bool apart(core::Id const& a, core::Id const& b) const;
  // Everybody who is kept from this person; somebody twice where both wished it.
  std::vector<core::Id> const& apart_from(core::Id const& person) const;
  // Those whom this person keeps away, ascending.
  std::vector<core::Id> blocked_by(core::Id const& person) const;

 private:
  struct Fold;

  void set(core::Id const& person, core::Id const& blocked, bool on);
  void note(core::Id const& a, core::Id const& b, bool on);

  core::Rows rows_;
  boost::unordered_flat_map<core::Id, std::vector<core::Id>, std::hash<core::Id>> apart_;
};

}  // namespace projections
