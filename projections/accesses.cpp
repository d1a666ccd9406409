// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/accesses.hpp"

#include <algorithm>

#include "core/big_endian.hpp"
#include "core/dispatch.hpp"
#include "core/unpack_row.hpp"
#include "projections/line.hpp"

namespace projections {
namespace {

namespace account = core::account;
using core::id_from;
using Header = core::RecordHeader;

constexpr std::size_t key_bytes = sizeof(core::Id) + sizeof(std::uint64_t);

std::string key_of(core::Id const& person, core::Position position) {
  std::string key(core::view_of(person.view()));
  core::append_big_endian(key, position.value);
  return key;
}

AccessRow unpacked(core::Bytes bytes) { return core::unpack_row<AccessRow>(bytes, "accesses"); }

}  // namespace

struct Accesses::Fold {
  Accesses& accesses;

  void operator()(account::PersonalDataOpened::Reader opened, Header const& header) {
    accesses.add(id_from(opened.getAccount()), header.position, {header.actor, header.recorded});
  }
  void operator()(account::SubjectErased::Reader erased, Header const&) {
    accesses.forget(id_from(erased.getAccount()));
  }
  void operator()(account::AccountRegistered::Reader, Header const&) {}
  void operator()(account::AccountReminded::Reader, Header const&) {}
  void operator()(account::RoleGranted::Reader, Header const&) {}
  void operator()(account::RoleRevoked::Reader, Header const&) {}
  void operator()(account::AccountSuspended::Reader, Header const&) {}
  void operator()(account::AccountReinstated::Reader, Header const&) {}
  void operator()(account::ConsentGiven::Reader, Header const&) {}
  void operator()(account::ConsentWithdrawn::Reader, Header const&) {}
  void operator()(account::ErasureRequested::Reader, Header const&) {}
  void operator()(account::ErasureCancelled::Reader, Header const&) {}
};

void Accesses::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  core::visit_account(recorded, fold);
}

void Accesses::add(core::Id const& person, core::Position position, AccessRow const& row) {
  std::vector<std::uint8_t> bytes;
  core::pack(row, bytes);
  rows_.put(core::bytes_of(key_of(person, position)), bytes);
}

void Accesses::forget(core::Id const& person) {
  for (auto const& access : of(person))
    rows_.erase(core::bytes_of(key_of(person, access.position)));
}

std::vector<Accesses::Access> Accesses::of(core::Id const& person) const {
  std::vector<Access> all;
  rows_.scan_within(person.view(), [&](core::Bytes position, core::Bytes row) {
    all.push_back({{core::big_endian(position)}, unpacked(row)});
    return true;
  });
  std::ranges::reverse(all);
  return all;
}

void Accesses::loaded() {
  rows_.scan({}, [](core::Bytes key, core::Bytes row) {
    if (key.size() != key_bytes) throw core::ShelfDamaged("accesses: a row under another key");
    unpacked(row);
    return true;
  });
}

std::string Accesses::describe(core::Bytes key, core::Bytes bytes) const {
  auto const row = unpacked(bytes);
  core::Position const position{core::big_endian(key.subspan(sizeof(core::Id)))};
  return Line()("person", core::Id::from(key.first(sizeof(core::Id))))("position", position)("by",
                                                                                             row.by)
      .text();
}

}  // namespace projections
