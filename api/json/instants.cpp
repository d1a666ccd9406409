// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/instants.hpp"

#include <algorithm>
#include <chrono>

namespace api::json {
namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t day_us = 86'400 * second_us;

// Eats a text from its front.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  // Exactly `digits` digits that make a number from low to high; -1 if there is no such number.
  int number(std::size_t digits, int low, int high) {
    if (rest_.size() < digits) return -1;
    int value = 0;
    for (char const c : rest_.substr(0, digits)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return value < low || value > high ? -1 : value;
  }
  bool one_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == characters.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::size_t digits() const {
    return std::min(rest_.find_first_not_of("0123456789"), rest_.size());
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<std::int64_t> date_us(Scanner& scan) {
  int const year = scan.number(4, 1969, 9999);  // 1969-12-31T23:00:00-01:00 is in 1970.
  if (year < 0 || !scan.one_of("-")) return {};
  int const month = scan.number(2, 1, 12);
  if (month < 0 || !scan.one_of("-")) return {};
  int const day = scan.number(2, 1, 31);
  if (day < 0) return {};
  std::chrono::year_month_day const date{std::chrono::year{year},
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {};
  return std::chrono::sys_days(date).time_since_epoch().count() * day_us;
}

std::optional<std::int64_t> time_us(Scanner& scan) {
  int const hour = scan.number(2, 0, 23);
  if (hour < 0 || !scan.one_of(":")) return {};
  int const minute = scan.number(2, 0, 59);
  if (minute < 0 || !scan.one_of(":")) return {};
  int const second = scan.number(2, 0, 59);
  if (second < 0) return {};
  return ((hour * 60 + minute) * 60 + second) * second_us;
}

std::optional<std::int64_t> fraction_us(Scanner& scan) {
  if (!scan.one_of(".")) return 0;
  auto const digits = scan.digits();
  if (digits == 0 || digits > 9) return {};
  std::int64_t us = scan.number(std::min<std::size_t>(digits, 6), 0, 999'999);
  for (auto i = digits; i < 6; ++i) us *= 10;
  if (digits > 6) scan.number(digits - 6, 0, 999);
  return us;
}

std::optional<std::int64_t> offset_us(Scanner& scan) {
  if (scan.one_of("Zz")) return 0;
  bool const east = scan.one_of("+");
  if (!east && !scan.one_of("-")) return {};
  int const hours = scan.number(2, 0, 23);
  if (hours < 0 || !scan.one_of(":")) return {};
  int const minutes = scan.number(2, 0, 59);
  if (minutes < 0) return {};
  return (east ? 1 : -1) * (hours * 60 + minutes) * 60 * second_us;
}

char* put(char* out, int value, int digits) {
  for (int i = digits; i-- > 0; value /= 10) out[i] = static_cast<char>('0' + value % 10);
  return out + digits;
}

char* put_fraction(char* out, int us) {
  if (us == 0) return out;
  *out++ = '.';
  int digits = 6;
  for (; us % 10 == 0; us /= 10) --digits;
  return put(out, us, digits);
}

}  // namespace

std::optional<core::Instant> parse_instant(std::string_view text) {
  Scanner scan(text);
  auto const date = date_us(scan);
  if (!date || !scan.one_of("Tt")) return {};
  auto const time = time_us(scan);
  if (!time) return {};
  auto const fraction = fraction_us(scan);
  if (!fraction) return {};
  auto const offset = offset_us(scan);
  if (!offset || !scan.done()) return {};
  core::Instant const instant{*date + *time + *fraction - *offset};
  if (instant < core::Instant{} || instant > instant_max) return {};
  return instant;
}

void write_instant(core::Instant instant, std::string& out) {
  auto const us = std::clamp<std::int64_t>(instant.us, 0, instant_max.us);
  std::chrono::year_month_day const date{std::chrono::sys_days(std::chrono::days(us / day_us))};
  auto const second = static_cast<int>(us % day_us / second_us);
  char text[32];
  char* at = put(text, int(date.year()), 4);
  *at++ = '-';
  at = put(at, static_cast<int>(unsigned(date.month())), 2);
  *at++ = '-';
  at = put(at, static_cast<int>(unsigned(date.day())), 2);
  *at++ = 'T';
  at = put(at, second / 3600, 2);
  *at++ = ':';
  at = put(at, second / 60 % 60, 2);
  *at++ = ':';
  at = put(at, second % 60, 2);
  at = put_fraction(at, static_cast<int>(us % second_us));
  *at++ = 'Z';
  out.append(text, at);
}

}  // namespace api::json
