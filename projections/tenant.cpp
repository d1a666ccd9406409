// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/tenant.hpp"

#include "core/dispatch.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

namespace tenant = core::tenant;
using core::id_from;
using Header = core::RecordHeader;

constexpr char tenant_key = 't', source_key = 'v';
constexpr std::size_t place_end = 17;  // A letter and an id; then the day.

std::string text_of(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

TenantRow unpacked(core::Bytes bytes) { return core::unpack_row<TenantRow>(bytes, "tenant"); }

// Days as text ascend, so a place's lie side by side in their order.
std::string key_of(core::Id const& place, std::string_view day) {
  return source_key + std::string(core::view_of(place.view())).append(day);
}

}  // namespace

struct Tenant::Fold {
  Tenant& hub;

  void change(Header const& header, core::FunctionRef<void(TenantRow&)> edit) {
    hub.change([&](TenantRow& row) {
      row.version = header.version;
      edit(row);
    });
  }

  void operator()(tenant::TenantConfigured::Reader configured, Header const& header) {
    change(header, [&](TenantRow& row) {
      row.name_de = text_of(configured.getNameDe());
      row.name_en = text_of(configured.getNameEn());
      row.zone = text_of(configured.getZone());
      row.languages.clear();
      for (auto language : configured.getLanguages()) row.languages.push_back(text_of(language));
    });
  }
  void operator()(tenant::MeasureDefined::Reader defined, Header const& header) {
    change(header, [&](TenantRow& row) {
      row.measures.push_back({id_from(defined.getMeasure()), text_of(defined.getCode()),
                              text_of(defined.getNameDe()), text_of(defined.getNameEn()),
                              defined.getSecondary(), false});
    });
  }
  void operator()(tenant::MeasureRetired::Reader retired, Header const& header) {
    change(header, [&](TenantRow& row) {
      for (auto& measure : row.measures)
        measure.retired |= measure.id == id_from(retired.getMeasure());
    });
  }
  void operator()(tenant::RetentionSet::Reader, Header const&) {}
  void operator()(tenant::RedactionOrdered::Reader, Header const&) {}
  void operator()(tenant::TextRedacted::Reader, Header const&) {}
  void operator()(tenant::VisitorSourceChosen::Reader chosen, Header const& header) {
    change(header, [](TenantRow&) {});
    hub.choose(id_from(chosen.getPlace()), text_of(chosen.getDay()), chosen.getSource());
  }
  void operator()(tenant::TenantArchived::Reader, Header const& header) {
    change(header, [](TenantRow& row) { row.archived = true; });
  }
  void operator()(tenant::TenantReopened::Reader, Header const& header) {
    change(header, [](TenantRow& row) { row.archived = false; });
  }
  void operator()(tenant::LogForked::Reader, Header const& header) {
    change(header, [](TenantRow&) {});
  }
};

void Tenant::apply(core::Recorded const& recorded) { core::visit_tenant(recorded, Fold{*this}); }

TenantRow Tenant::tenant() const {
  auto const row = rows_.find(core::bytes_of({&tenant_key, 1}));
  return row ? unpacked(*row) : TenantRow();
}

void Tenant::change(core::FunctionRef<void(TenantRow&)> edit) {
  auto row = tenant();
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(core::bytes_of({&tenant_key, 1}), buffer_);
}

void Tenant::choose(core::Id const& place, std::string_view day, VisitorSource source) {
  auto const chosen = static_cast<std::uint8_t>(source);
  rows_.put(core::bytes_of(key_of(place, day)), {&chosen, 1});
}

std::vector<SourceOfDay> Tenant::sources(core::Id const& place, std::string_view from,
                                         std::size_t limit) const {
  std::vector<SourceOfDay> sources;
  auto const prefix = key_of(place, {}), first = key_of(place, from);
  rows_.scan(core::bytes_of(first), [&](core::Bytes key, core::Bytes row) {
    if (sources.size() == limit || !core::view_of(key).starts_with(prefix)) return false;
    sources.push_back({std::string(core::view_of(key.subspan(place_end))),
                       static_cast<VisitorSource>(row.front())});
    return true;
  });
  return sources;
}

void Tenant::loaded() { static_cast<void>(tenant()); }

std::string Tenant::describe(core::Bytes key, core::Bytes bytes) const {
  Line line;
  if (kind_of(key) == source_key) {
    line("place", core::Id::from(key.subspan(1, 16)))("day", core::view_of(key.subspan(place_end)));
    return line("source", static_cast<unsigned>(bytes.front())).text();
  }
  auto const row = unpacked(bytes);
  std::vector<std::string> codes;
  for (auto const& measure : row.measures)
    codes.push_back(measure.retired ? measure.code + " (retired)" : measure.code);
  line("nameDe", row.name_de)("nameEn", row.name_en)("zone", row.zone);
  line("languages", row.languages)("archived", row.archived)("measures", codes);
  return line("version", row.version.value).text();
}

}  // namespace projections
