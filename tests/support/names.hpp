// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace support {

// The same id for the same name, for ever; no two names that a test could think of share one.
inline core::Id id_named(std::string_view name) {
  std::uint64_t halves[2] = {0xcbf29ce484222325ULL, 0x9e3779b97f4a7c15ULL};
  for (auto const c : name)
    for (auto& half : halves)
      half = (half ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL, half ^= half >> 31;
  core::Id id;
  std::memcpy(id.bytes.data(), halves, sizeof halves);
  return id;
}

constexpr char const* name_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

// A text with the id's UUID in place of each "$name".
inline std::string with_ids(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '$') {
      out += text[i++];
      continue;
    }
    auto const end = std::min(text.find_first_not_of(name_characters, i + 1), text.size());
    out += to_string(id_named(text.substr(i + 1, end - i - 1)));
    i = end;
  }
  return out;
}

}  // namespace support
