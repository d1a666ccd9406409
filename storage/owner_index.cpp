// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/owner_index.hpp"

#include "core/check.hpp"

namespace storage {
namespace {

constexpr std::size_t first_places = 64;
constexpr std::size_t nowhere = ~std::size_t{0};

// Every bit of the result depends on every bit of the value (MurmurHash3's finalizer).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ value >> 33) * 0xff51afd7ed558ccdULL;
  value = (value ^ value >> 33) * 0xc4ceb9fe1a85ec53ULL;
  return value ^ value >> 33;
}

}  // namespace

OwnerIndex::OwnerIndex() : places_(first_places) {}

std::size_t OwnerIndex::home(std::uint8_t kind, core::Id const& owner) const {
  auto const hash = std::hash<core::Id>{}(owner) + kind * 0x9e3779b97f4a7c15ULL;
  return mixed(hash) & (places_.size() - 1);
}

// How far from its home the entry lies.
std::size_t OwnerIndex::distance(std::size_t at) const {
  auto const& entry = places_[at];
  return (at - home(static_cast<std::uint8_t>(entry.kind), entry.owner)) & (places_.size() - 1);
}

std::size_t OwnerIndex::locate(std::uint8_t kind, core::Id const& owner) const {
  auto at = home(kind, owner);
  for (std::size_t far = 0;; ++far, at = (at + 1) & (places_.size() - 1)) {
    auto const& entry = places_[at];
    if (entry.id == 0 || distance(at) < far) return nowhere;
    if (entry.kind == kind && entry.owner == owner) return at;
  }
}

core::KeyId OwnerIndex::find(std::uint8_t kind, core::Id const& owner) const {
  auto const at = locate(kind, owner);
  return {at == nowhere ? 0 : places_[at].id};
}

void OwnerIndex::insert(std::uint8_t kind, core::Id const& owner, core::KeyId id) {
  CHECK(id.value != 0 && id.value >> 56 == 0 && locate(kind, owner) == nowhere);
  if ((size_ + 1) * 8 > places_.size() * 7) grow();
  Place entry{.owner = owner, .kind = kind, .id = id.value & 0xff'ffff'ffff'ffff};
  place(entry);
  ++size_;
}

void OwnerIndex::place(Place entry) {
  auto at = home(static_cast<std::uint8_t>(entry.kind), entry.owner);
  for (std::size_t far = 0; places_[at].id != 0; ++far, at = (at + 1) & (places_.size() - 1)) {
    auto const here = distance(at);
    if (here >= far) continue;
    std::swap(entry, places_[at]);
    far = here;
  }
  places_[at] = entry;
}

bool OwnerIndex::erase(std::uint8_t kind, core::Id const& owner) {
  auto at = locate(kind, owner);
  if (at == nowhere) return false;
  for (;;) {  // Those behind move up, so that no gap is left in front of them.
    auto const next = (at + 1) & (places_.size() - 1);
    if (places_[next].id == 0 || distance(next) == 0) break;
    places_[at] = places_[next];
    at = next;
  }
  places_[at] = Place{};
  --size_;
  return true;
}

void OwnerIndex::grow() {
  std::vector<Place> old(places_.size() * 2);
  old.swap(places_);
  for (auto const& entry : old)
    if (entry.id != 0) place(entry);
}

}  // namespace storage
