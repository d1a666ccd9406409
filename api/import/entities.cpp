// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/entities.hpp"

#include <unicode/utf8.h>

#include <charconv>

namespace api::import {
namespace {

constexpr std::size_t name_bytes_max = 8;

struct Named {
  std::string_view name, text;
};
constexpr Named all_named[] = {{"amp", "&"},   {"lt", "<"},   {"gt", ">"},
                               {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}};

std::string utf8(std::uint32_t code) {
  char bytes[4];
  std::size_t length = 0;
  bool bad = code == 0;
  U8_APPEND(reinterpret_cast<std::uint8_t*>(bytes), length, sizeof bytes,
            static_cast<UChar32>(code), bad);
  return bad ? std::string() : std::string(bytes, length);
}

// Empty where it is no reference that we know.
std::string meaning_of(std::string_view name) {
  for (auto const& known : all_named)
    if (known.name == name) return std::string(known.text);
  if (!name.starts_with('#')) return {};
  auto digits = name.substr(1);
  bool const hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t code = 0;
  auto const [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  return error == std::errc() && end == digits.data() + digits.size() ? utf8(code) : std::string();
}

}  // namespace

std::string without_entities(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const start = text.find('&');
    out += text.substr(0, start);
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    auto const end = text.substr(0, name_bytes_max + 2).find(';');
    auto const meaning =
        end == std::string_view::npos ? std::string() : meaning_of(text.substr(1, end - 1));
    out += meaning.empty() ? "&" : meaning;
    text.remove_prefix(meaning.empty() ? 1 : end + 1);
  }
  return out;
}

}  // namespace api::import
