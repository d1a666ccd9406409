// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "core/pack.hpp"
#include "core/projection.hpp"
#include "core/schema/privacy.capnp.h"

namespace projections {

// One request. Key: its id. Its texts stay in the log, in the events at those positions.
struct PrivacyRequestRow {
  core::Id request;
  core::privacy::RequestKind kind{};
  core::privacy::RequestOutcome outcome{};
  core::Instant received, due, extended, answered;
  core::Position recorded_at, extended_at, answered_at;

  template <class A>
  void fields(A& a) {
    a(request)(kind)(
        outcome)(received)(due)(extended)(answered)(recorded_at)(extended_at)(answered_at);
  }
  bool is_open() const { return answered_at.value == 0; }
  // Whole days until it is due, at `now`; negative: that is over. 0 once it is answered.
  std::int32_t days_left(core::Instant now) const;
};

// The register of what people ask for about their data. Applied on thread P in log order, each event once; read on P only.
class PrivacyRequests final : public core::Projection {
 public:
  explicit PrivacyRequests(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "privacy_requests.v1"; }
  // Exhaustive over privacy.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  std::string describe(core::Bytes key, core::Bytes row) const override;

  // All, by what is due first.
  std::vector<PrivacyRequestRow> by_due() const;

 private:
  struct Fold;
  void put(PrivacyRequestRow const& row);
  PrivacyRequestRow row_of(core::Id const& request) const;

  core::Rows rows_;
};

}  // namespace projections
