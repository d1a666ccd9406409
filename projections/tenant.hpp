// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/projection.hpp"
#include "core/schema/tenant.capnp.h"

namespace projections {

using core::tenant::VisitorSource;

struct MeasureRow {
  core::Id id;
  std::string code, name_de, name_en;
  bool secondary = false, retired = false;

  template <class A>
  void fields(A& a) {
    a(id)(code)(name_de)(name_en)(secondary)(retired);
  }
};

// The hub. Key: 't'. Nothing of it is anybody's secret, so all of it stands here.
struct TenantRow {
  std::string name_de, name_en, zone;
  std::vector<std::string> languages;
  bool archived = false;
  std::vector<MeasureRow> measures;  // In the order of their definition.
  core::Version version;

  template <class A>
  void fields(A& a) {
    a(name_de)(name_en)(zone)(languages)(archived)(measures)(version);
  }
};

struct SourceOfDay {
  std::string day;  // "2026-11-24".
  VisitorSource source{};
};

// What the hub is called, which measures it counts, and which source counts the visitors of a place on a day: 'v', place, day -> a
// byte. Applied on thread P in log order, each event once; read on P only.
class Tenant final : public core::Projection {
 public:
  explicit Tenant(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "tenant.v1"; }
  // Exhaustive over tenant.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  // Empty where nobody has configured it.
  TenantRow tenant() const;
  // Of a place, from that day on, at most `limit` days for which one was chosen.
  std::vector<SourceOfDay> sources(core::Id const& place, std::string_view from,
                                   std::size_t limit) const;

 private:
  struct Fold;
  void change(core::FunctionRef<void(TenantRow&)> edit);
  void choose(core::Id const& place, std::string_view day, VisitorSource source);

  core::Rows rows_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
