// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/ids.hpp"

namespace core {
namespace {

constexpr char digits[] = "0123456789abcdef";

bool dash_at(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<Id> Id::parse(std::string_view uuid) {
  if (uuid.size() != 36) return {};
  Id id;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    if (dash_at(i)) {
      if (uuid[i] != '-') return {};
      continue;
    }
    int const value = digit(uuid[i]);
    if (value < 0) return {};
    auto& byte = id.bytes[nibble / 2];
    byte = static_cast<std::uint8_t>(byte << 4 | value);
    ++nibble;
  }
  return id;
}

Id id_of_hash(Bytes hash) {
  Id id;
  std::memcpy(id.bytes.data(), hash.data(), id.bytes.size());
  id.bytes[6] = static_cast<std::uint8_t>(0x80 | (id.bytes[6] & 0x0f));
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
  return id;
}

void write_uuid(Id const& id, char* out) {
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *out++ = '-';
    *out++ = digits[id.bytes[i] >> 4];
    *out++ = digits[id.bytes[i] & 15];
  }
}

std::string to_string(Id const& id) {
  std::string text(36, '\0');
  write_uuid(id, text.data());
  return text;
}

}  // namespace core
