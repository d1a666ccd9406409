// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/names.hpp"

#include <bit>

#include "core/check.hpp"

namespace api::json {

Names::Names(std::vector<std::string> names) {
  for (auto& name : names) entries_.push_back({Ends::of(name), std::move(name)});
  if (entries_.empty()) return;
  auto const bits = static_cast<unsigned>(std::bit_width(2 * entries_.size()));
  for (unsigned i = 0; i < 4096; ++i)
    if (settle(bits + i / 256, (2 * i + 1) * 0x9e3779b97f4a7c15ULL)) return;
  CHECK(!"names without two that are the same");
}

// Whether every name gets a place of its own.
bool Names::settle(unsigned bits, std::uint64_t seed) {
  seed_ = seed;
  shift_ = 64 - bits;
  places_.assign(std::size_t{1} << bits, -1);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    auto& at = places_[place(entries_[i].ends)];
    if (at >= 0) return false;
    at = static_cast<std::int16_t>(i);
  }
  return true;
}

}  // namespace api::json
