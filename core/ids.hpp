// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace core {

using Bytes = std::span<std::uint8_t const>;

inline Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}
inline std::string_view view_of(Bytes bytes) {
  return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

// 16 bytes: random for subjects (persons), UUIDv7 for everything else. Nil (all zero) means "none".
struct Id {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(Id const&) const = default;
  bool is_nil() const { return *this == Id{}; }
  Bytes view() const { return bytes; }

  // From a `Data` field of the schema: 16 bytes, or nil for anything else (the edge has refused other lengths).
  static Id from(Bytes raw) {
    Id id;
    if (raw.size() == id.bytes.size()) std::memcpy(id.bytes.data(), raw.data(), raw.size());
    return id;
  }
  // From "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", either case; nothing for any other text.
  static std::optional<Id> parse(std::string_view uuid);
};

// Ids one behind the other: the key of a look-up row, in order of the first id, then of the next.
template <class... Ids>
std::array<std::uint8_t, sizeof(Id) * sizeof...(Ids)> key_of(Ids const&... ids) {
  std::array<std::uint8_t, sizeof(Id) * sizeof...(Ids)> key;
  auto* at = key.data();
  ((std::memcpy(at, ids.bytes.data(), sizeof(Id)), at += sizeof(Id)), ...);
  return key;
}

// UUIDv8 out of a hash of at least 16 bytes: the same for the same thing (RFC 9562, section 5.8).
Id id_of_hash(Bytes hash);

// Lower-case UUID text, 36 characters.
std::string to_string(Id const& id);
void write_uuid(Id const& id, char* out36);

// Where an event stands in its log, counted from 1, gapless. 0 = before the first.
struct Position {
  std::uint64_t value = 0;
  auto operator<=>(Position const&) const = default;
};

// How many events a stream has. 0 = it does not exist.
struct Version {
  std::uint64_t value = 0;
  auto operator<=>(Version const&) const = default;
};

// Microseconds UTC since 1970.
struct Instant {
  std::int64_t us = 0;
  auto operator<=>(Instant const&) const = default;
};

// Families of aggregates, as `$family` numbers them in the schema.
using Family = std::uint8_t;

// One stream of events: one aggregate. A profile has its person's id, so the family is part of the name.
struct StreamKey {
  Family family = 0;
  Id id;
  auto operator<=>(StreamKey const&) const = default;
};

}  // namespace core

template <>
struct std::hash<core::Id> {
  std::size_t operator()(core::Id const& id) const noexcept {
    std::uint64_t halves[2];
    std::memcpy(halves, id.bytes.data(), sizeof halves);
    return (halves[0] ^ (halves[1] * 0x9e3779b97f4a7c15ULL)) * 0xff51afd7ed558ccdULL;
  }
};

template <>
struct std::hash<core::StreamKey> {
  std::size_t operator()(core::StreamKey const& key) const noexcept {
    return std::hash<core::Id>{}(key.id) + key.family * 0x9e3779b97f4a7c15ULL;
  }
};
