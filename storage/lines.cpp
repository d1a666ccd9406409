// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/lines.hpp"

#include <algorithm>
#include <charconv>

#include "storage/base64.hpp"

namespace storage {

std::optional<std::string_view> next_line(std::string_view& text) {
  auto const end = text.find('\n');
  if (end == text.npos) return {};
  auto const line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<std::uint64_t> parse_decimal(std::string_view text) {
  std::uint64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || (text.size() > 1 && text[0] == '0')) return {};
  return value;
}

std::string hex_of(core::Bytes bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (auto const byte : bytes) text.append({digits[byte >> 4], digits[byte & 15]});
  return text;
}

std::optional<core::Digest> parse_hash(std::string_view text) {
  auto const bytes = from_base64(text);
  core::Digest hash;
  if (!bytes || bytes->size() != hash.size()) return {};
  std::ranges::copy(*bytes, hash.begin());
  return hash;
}

}  // namespace storage
