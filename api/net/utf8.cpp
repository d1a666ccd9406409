// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/utf8.hpp"

#include <simdjson.h>

#include <algorithm>
#include <string>

namespace api::net {
namespace {

bool valid(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::size_t announced_bytes(unsigned char lead) {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

// The first bytes of one character: every allowed beginning is completed either by the smallest or by the largest
// continuation bytes (E0 and F0 exclude the smallest, ED and F4 the largest).
bool may_begin(std::string_view beginning) {
  auto const missing =
      announced_bytes(static_cast<unsigned char>(beginning.front())) - beginning.size();
  auto const with = [&](char continuation) {
    return std::string(beginning) + std::string(missing, continuation);
  };
  return valid(with('\x80')) || valid(with('\xbf'));
}

}  // namespace

std::size_t whole_code_points(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    auto const byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte >= 0xc0) return announced_bytes(byte) > back ? text.size() - back : text.size();
    if (byte < 0x80) break;
  }
  return text.size();
}

bool Utf8Check::accept(std::string_view text_so_far) {
  auto const fresh = text_so_far.substr(checked_);
  auto const whole = whole_code_points(fresh);
  if (!valid(fresh.substr(0, whole))) return false;
  checked_ += whole;
  return whole == fresh.size() || may_begin(fresh.substr(whole));
}

bool Utf8Check::finish(std::string_view text) {
  auto const rest = text.substr(checked_);
  checked_ = 0;
  return valid(rest);
}

}  // namespace api::net
