// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/check.hpp"

// Only a header, since every bench/*.cpp is a benchmark. Figures of one benchmark: printed as they
// come, kept as build/bench/NAME.json (below the working directory):
// {"rows": [{"what", "value", "unit"}], "ratios": [{"what", "over", "value"}]}
//
//   bench::Report report("json");
//   report.row("json.read", bench::median_ns(15, 10'000, [&] { read(); }), "ns");
//   report.row("json.parse", ..., "ns");
//   report.ratio("json.read", "json.parse");
//   return report.finish();
//
// Measured figures are the one thing here that is a floating-point number: nothing is decided by
// them.
namespace bench {

class Report {
 public:
  explicit Report(std::string name);
  Report(Report const&) = delete;

  void row(std::string_view what, double value, std::string_view unit);
  // Of two rows that are there already; ends the process if one is not.
  void ratio(std::string_view what, std::string_view over);
  void ratio(std::string_view what, std::string_view over, double value);
  double value(std::string_view what) const;
  // Writes the file, prints the ratios and where they are. To be returned from main: not 0 if the
  // file cannot be written.
  int finish() const;

 private:
  struct Row {
    std::string what;
    double value;
    std::string unit;
  };
  struct Ratio {
    std::string what, over;
    double value;
  };
  std::string json() const;

  std::string name_;
  std::vector<Row> rows_;
  std::vector<Ratio> ratios_;
};

inline double median(std::vector<double> values);

// The thread's own time, which other programs on the machine do not lengthen: for what neither waits nor shares.
struct CpuClock {
  using duration = std::chrono::nanoseconds;
  using time_point = std::chrono::time_point<CpuClock, duration>;
  using rep = duration::rep;
  using period = duration::period;
  static constexpr bool is_steady = true;
  static time_point now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time_point(std::chrono::seconds(time.tv_sec) + duration(time.tv_nsec));
  }
};

// Nanoseconds of one call: the median of `runs`, each the mean over `calls`.
template <class Clock = std::chrono::steady_clock, class Call>
double median_ns(std::size_t runs, std::size_t calls, Call&& call) {
  std::vector<double> each;
  for (std::size_t run = 0; run < runs; ++run) {
    auto const start = Clock::now();
    for (std::size_t i = 0; i < calls; ++i) call();
    std::chrono::duration<double, std::nano> const took = Clock::now() - start;
    each.push_back(took.count() / static_cast<double>(calls));
  }
  return median(std::move(each));
}

// Makes the compiler believe that somebody looks at it.
template <class T>
void keep(T const& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

namespace detail {
// Names are identifiers with dots and units: nothing in them needs escaping.
inline std::string in_quotes(std::string_view text) {
  CHECK(text.find_first_of("\"\\\n") == text.npos);
  return '"' + std::string(text) + '"';
}
}  // namespace detail

inline Report::Report(std::string name) : name_(std::move(name)) {}

inline void Report::row(std::string_view what, double value, std::string_view unit) {
  rows_.push_back({std::string(what), value, std::string(unit)});
  std::printf("%-48s %16.1f %s\n", rows_.back().what.c_str(), value, rows_.back().unit.c_str());
  std::fflush(stdout);
}

inline void Report::ratio(std::string_view what, std::string_view over) {
  ratio(what, over, value(what) / value(over));
}

inline void Report::ratio(std::string_view what, std::string_view over, double value) {
  ratios_.push_back({std::string(what), std::string(over), value});
}

inline double Report::value(std::string_view what) const {
  auto const found = std::ranges::find(rows_, what, &Row::what);
  CHECK(found != rows_.end());
  return found->value;
}

inline std::string Report::json() const {
  std::ostringstream out;
  out.precision(12);
  out << "{\"rows\": [";
  char const* between = "\n  ";
  for (auto const& [what, value, unit] : rows_) {
    out << between << "{\"what\": " << detail::in_quotes(what) << ", \"value\": " << value
        << ", \"unit\": " << detail::in_quotes(unit) << "}";
    between = ",\n  ";
  }
  out << "],\n \"ratios\": [";
  between = "\n  ";
  for (auto const& [what, over, value] : ratios_) {
    out << between << "{\"what\": " << detail::in_quotes(what)
        << ", \"over\": " << detail::in_quotes(over) << ", \"value\": " << value << "}";
    between = ",\n  ";
  }
  out << "]}\n";
  return out.str();
}

inline int Report::finish() const {
  for (auto const& [what, over, value] : ratios_)
    std::printf("%s / %s = %.3f\n", what.c_str(), over.c_str(), value);
  std::filesystem::path const path = "build/bench/" + name_ + ".json";
  std::error_code ignored;  // The file will not open then, and says so.
  std::filesystem::create_directories(path.parent_path(), ignored);
  std::ofstream file(path);
  file << json() << std::flush;
  if (!file) return std::fprintf(stderr, "cannot write %s\n", path.c_str()), 1;
  std::printf("-> %s\n", path.c_str());
  return 0;
}

inline double median(std::vector<double> values) {
  CHECK(!values.empty());
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace bench
