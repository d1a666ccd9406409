// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/whole_event.hpp"

#include <algorithm>
#include <cstring>

namespace api {
namespace {

// What the part holds goes to the same place in the whole. Canonical forms end where only nothing follows.
void put_back(capnp::AnyStruct::Reader part, capnp::AnyStruct::Builder whole) {
  auto const pointers = part.getPointerSection();
  auto places = whole.getPointerSection();
  for (unsigned i = 0; i < std::min(pointers.size(), places.size()); ++i)
    if (!pointers[i].isNull()) places[i].set(pointers[i]);
}

void put_numbers(capnp::AnyStruct::Reader open, capnp::AnyStruct::Builder whole) {
  auto const from = open.getDataSection();
  auto to = whole.getDataSection();
  auto const bytes = std::min(from.size(), to.size());
  if (bytes > 0) std::memcpy(to.begin(), from.begin(), bytes);
}

}  // namespace

WholeEvent::WholeEvent(core::Recorded const& recorded, core::Vault const& vault,
                       core::Crypto const& crypto, core::FunctionRef<bool(core::KeyKind)> tells)
    : root_(message_.initRoot<capnp::AnyPointer>().initAsAnyStruct(recorded.type.data_words,
                                                                   recorded.type.pointers)) {
  put_numbers(recorded.event.root(), root_);
  put_back(recorded.event.root(), root_);
  for (std::size_t i = 0; i < recorded.record.sealed_parts(); ++i) {
    auto const kind = recorded.record.sealed(i).kind;
    auto part = tells(kind) ? core::Opened::of(recorded.record, kind, vault, crypto)
                            : std::optional<core::Opened>();
    if (part) put_back(part->root(), root_);
    else leave_out(recorded.type, kind);
  }
}

void WholeEvent::leave_out(core::Type const& type, core::KeyKind kind) {
  for (auto const& field : type.fields)
    if (field.sealed == kind) left_out_.push_back(&field);
}

}  // namespace api
