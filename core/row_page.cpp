// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/row_page.hpp"

#include <algorithm>
#include <cstring>

#include "core/check.hpp"

namespace core {
namespace {

// Memory grows in small steps: a page that doubled would waste what its rows save.
constexpr std::size_t bytes_step = 128;
constexpr std::size_t slots_step = 4;

Bytes key_at(std::uint8_t const* entry) { return {entry + 1, entry[0]}; }

std::size_t rounded_up(std::size_t value, std::size_t step) {
  return (value + step - 1) / step * step;
}

}  // namespace

std::uint64_t key_prefix(Bytes key, std::size_t n) {
  std::uint8_t first[8] = {};
  if (!key.empty()) std::memcpy(first, key.data(), std::min(key.size(), n));
  std::uint64_t prefix;
  std::memcpy(&prefix, first, sizeof prefix);
  return __builtin_bswap64(prefix) >> (64 - 8 * n);
}

int compare_keys(Bytes a, Bytes b) {
  auto const shorter = std::min(a.size(), b.size());
  auto const order = shorter ? std::memcmp(a.data(), b.data(), shorter) : 0;
  if (order != 0) return order;
  return a.size() < b.size() ? -1 : a.size() > b.size();
}

std::size_t RowPage::memory_bytes() const {
  constexpr std::size_t allocations = 3 * 16;  // The page itself and its two pieces.
  return sizeof *this + slots_.capacity() * sizeof slots_[0] + entries_.capacity() + allocations;
}

Bytes RowPage::key(std::size_t i) const { return key_at(entries_.data() + start(i)); }

Bytes RowPage::row(std::size_t i) const {
  auto const whole = entry(i);
  return whole.subspan(1 + whole[0]);
}

RowPage::Place RowPage::seek(Bytes key) const {
  auto const prefix = key_prefix(key, 6);
  auto const before = [&](std::uint64_t slot, Bytes wanted) {
    if (slot >> 16 != prefix) return slot >> 16 < prefix;
    return compare_keys(key_at(entries_.data() + start_of(slot)), wanted) < 0;
  };
  auto const at = std::lower_bound(slots_.begin(), slots_.end(), key, before);
  auto const found = at != slots_.end() && *at >> 16 == prefix &&
                     compare_keys(key_at(entries_.data() + start_of(*at)), key) == 0;
  return {static_cast<std::size_t>(at - slots_.begin()), found};
}

void RowPage::make_room(std::size_t bytes, std::size_t slots) {
  if (entries_.size() + bytes > entries_.capacity())
    entries_.reserve(rounded_up(entries_.size() + bytes, bytes_step));
  if (slots_.size() + slots > slots_.capacity())
    slots_.reserve(rounded_up(slots_.size() + slots, slots_step));
}

void RowPage::shift(std::size_t from, std::ptrdiff_t bytes) {
  for (auto i = from; i < slots_.size(); ++i) slots_[i] += static_cast<std::uint64_t>(bytes);
}

void RowPage::insert(std::size_t i, Bytes key, Bytes row) {
  auto const bytes = entry_bytes(key, row);
  auto const at = start(i);
  make_room(bytes, 1);
  entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(at), bytes, 0);
  auto* const entry = entries_.data() + at;
  entry[0] = static_cast<std::uint8_t>(key.size());
  std::ranges::copy(key, entry + 1);
  std::ranges::copy(row, entry + 1 + key.size());
  slots_.insert(slots_.begin() + static_cast<std::ptrdiff_t>(i),
                key_prefix(key, 6) << 16 | uncounted | dirty | at);
  shift(i + 1, static_cast<std::ptrdiff_t>(bytes));
}

bool RowPage::replace(std::size_t i, Bytes row) {
  auto const old = this->row(i);
  auto const at = entries_.begin() + (old.data() - entries_.data());
  if (row.size() > old.size()) {
    auto const more = row.size() - old.size();
    if (size() > 1 && bytes() + more > bytes_max) return false;
    auto const offset = at - entries_.begin();
    make_room(more, 0);
    entries_.insert(entries_.begin() + offset, more, 0);
    shift(i + 1, static_cast<std::ptrdiff_t>(more));
    std::ranges::copy(row, entries_.begin() + offset);
    return true;
  }
  auto const less = static_cast<std::ptrdiff_t>(old.size() - row.size());
  entries_.erase(at, at + less);
  shift(i + 1, -less);
  std::ranges::copy(row, at);
  return true;
}

void RowPage::erase(std::size_t i) {
  auto const gone = entry(i);
  auto const at = entries_.begin() + static_cast<std::ptrdiff_t>(start(i));
  auto const bytes = static_cast<std::ptrdiff_t>(gone.size());
  entries_.erase(at, at + bytes);
  slots_.erase(slots_.begin() + static_cast<std::ptrdiff_t>(i));
  shift(i, -bytes);
}

std::size_t RowPage::middle() const {
  std::size_t i = 1;
  while (i + 1 < size() && start(i) < bytes() / 2) ++i;
  return i;
}

RowPage RowPage::split(std::size_t i) {
  RowPage left, right;
  auto const at = static_cast<std::ptrdiff_t>(start(i));
  right.entries_.assign(entries_.begin() + at, entries_.end());
  right.slots_.assign(slots_.begin() + static_cast<std::ptrdiff_t>(i), slots_.end());
  right.shift(0, -at);
  left.entries_.assign(entries_.begin(), entries_.begin() + at);
  left.slots_.assign(slots_.begin(), slots_.begin() + static_cast<std::ptrdiff_t>(i));
  *this = std::move(left);
  return right;
}

void RowPage::append(RowPage const& next) {
  CHECK(bytes() + next.bytes() <= bytes_max);
  auto const from = size();
  auto const moved = static_cast<std::ptrdiff_t>(bytes());
  make_room(next.bytes(), next.size());
  entries_.insert(entries_.end(), next.entries_.begin(), next.entries_.end());
  slots_.insert(slots_.end(), next.slots_.begin(), next.slots_.end());
  shift(from, moved);
}

}  // namespace core
