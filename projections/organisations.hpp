// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/function_ref.hpp"
#include "core/pack.hpp"
#include "core/people/organisation.hpp"
#include "core/projection.hpp"
#include "projections/facet.hpp"

namespace projections {

using OrganisationStage = core::organisation::Stage;
using Standing = core::organisation::Standing;

// One organisation. Key: its id. What is sealed stays in the log: `told_at` is the event that holds name, about, website and
// contact as they are today.
struct OrganisationRow {
  OrganisationStage stage{};
  core::Id into;
  core::schema::Sector sector{};
  bool green = false;
  std::string district;
  core::Position registered_at, verified_at, told_at;
  core::Version version;
  std::vector<core::organisation::Person> people;

  template <class A>
  void fields(A& a) {
    a(stage)(into)(sector)(green)(district)(registered_at)(verified_at)(told_at)(version)(people);
  }

  bool verified() const { return stage == OrganisationStage::VERIFIED; }
  bool open() const { return verified() || stage == OrganisationStage::UNVERIFIED; }
  Standing standing(core::Id const& person) const;
};

// Any of the values within one filter, all filters together; an empty one lets everything pass.
struct OrganisationFilter {
  std::vector<core::schema::Sector> sectors;
  std::vector<std::string> districts;
  bool green = false, verified = false;
};

// How many organisations have each value, each property counted under the filters of the others. Most frequent first.
struct OrganisationCounts {
  std::vector<Count<core::schema::Sector>> sectors;
  std::vector<Count<std::string>> districts;
  std::uint64_t green = 0, verified = 0;
};

// The organisations and who belongs to them. Applied on thread P in log order, each event once; read on P only.
class Organisations final : public core::Projection {
 public:
  explicit Organisations(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "organisations.v1"; }
  // Exhaustive over organisation.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  std::optional<OrganisationRow> organisation(core::Id const& id) const;
  // Itself, or what it was merged into.
  core::Id canonical(core::Id id) const;
  // That organisation's row, if there is one.
  std::optional<OrganisationRow> today(core::Id const& id) const {
    return organisation(canonical(id));
  }

  struct Found {
    std::vector<core::Id> page;
    std::uint64_t total = 0;
    OrganisationCounts counts;
  };
  // The last registered first, of those that are neither merged nor closed; the unverified ones only where they may be seen.
  // `after` is the last one of the page before, or nil. (One that does not exist ends the list.)
  Found search(OrganisationFilter const& filter, bool with_unverified, core::Id const& after,
               std::size_t limit) const;

 private:
  struct Fold;
  // What an open organisation is found by.
  struct Findable {
    core::Id id;
    core::schema::Sector sector{};
    std::string district;
    bool green = false, verified = false;
  };

  void change(core::Id const& id, core::FunctionRef<void(OrganisationRow&)> edit);
  void show(core::Id const& id, OrganisationRow const& row);

  core::Rows rows_;
  std::map<core::Position, Findable> found_;  // By registration.
  std::vector<std::uint8_t> buffer_;
};

}  // namespace projections
