// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/day.hpp"

#include <chrono>

namespace core {
namespace {

constexpr std::string_view pattern = "0000-00-00";

bool fits_the_pattern(std::string_view text) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i]) return false;
  return true;
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (auto const digit : digits) value = value * 10 + static_cast<unsigned>(digit - '0');
  return value;
}

}  // namespace

bool is_day(std::string_view text) {
  using namespace std::chrono;
  return fits_the_pattern(text) &&
         year_month_day(year(static_cast<int>(number(text.substr(0, 4)))),
                        month(number(text.substr(5, 2))), day(number(text.substr(8))))
             .ok();
}

}  // namespace core
