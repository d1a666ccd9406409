// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace api::json {

// A text's ends and length: for up to 16 bytes they are the whole text.
struct Ends {
  std::uint64_t first = 0, last = 0;
  std::size_t size = 0;

  static Ends of(std::string_view text) {
    auto const* p = text.data();
    auto const n = text.size();
    if (n >= 8) return {load<std::uint64_t>(p), load<std::uint64_t>(p + n - 8), n};
    if (n >= 4) return {load<std::uint32_t>(p), load<std::uint32_t>(p + n - 4), n};
    if (n == 0) return {};
    return {load<std::uint8_t>(p),
            load<std::uint8_t>(p + n / 2) * 256ULL + load<std::uint8_t>(p + n - 1), n};
  }
  bool operator==(Ends const&) const = default;

 private:
  template <class T>
  static std::uint64_t load(char const* p) {
    T value;
    std::memcpy(&value, p, sizeof value);
    return value;
  }
};

// Names numbered from 0, found with one multiplication and one comparison: the table is made free of collisions when it is
// built. Immutable afterwards.
class Names {
 public:
  Names() = default;
  explicit Names(std::vector<std::string> names);

  // The name's number, or -1. `guess` is looked at first.
  int find(std::string_view name, std::size_t guess = 0) const {
    auto const ends = Ends::of(name);
    if (guess < entries_.size() && is(guess, ends, name)) return static_cast<int>(guess);
    if (places_.empty()) return -1;
    auto const at = places_[place(ends)];
    return at >= 0 && is(static_cast<std::size_t>(at), ends, name) ? at : -1;
  }
  std::size_t size() const { return entries_.size(); }
  std::string_view operator[](std::size_t i) const { return entries_[i].name; }

 private:
  struct Entry {
    Ends ends;
    std::string name;
  };

  bool is(std::size_t i, Ends const& ends, std::string_view name) const {
    return entries_[i].ends == ends && (ends.size <= 16 || entries_[i].name == name);
  }
  std::size_t place(Ends const& ends) const {
    auto const mixed = (ends.first ^ ends.last << 19 ^ ends.last >> 45 ^ ends.size << 57) * seed_;
    return mixed >> shift_;
  }
  bool settle(unsigned bits, std::uint64_t seed);

  std::vector<Entry> entries_;
  std::vector<std::int16_t> places_;  // Into entries_, or -1.
  std::uint64_t seed_ = 0;
  unsigned shift_ = 63;
};

}  // namespace api::json
