// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Figures of one benchmark: printed as they come, kept as build/bench/NAME.json (below the working directory):
// {"rows": [{"what", "value", "unit"}], "ratios": [{"what", "over", "value"}]}
//
//   bench::Report report("json");
//   report.row("json.read", bench::median_ns(15, 10'000, [&] { read(); }), "ns");
//   report.row("json.parse", ..., "ns");
//   report.ratio("json.read", "json.parse");
//   return report.finish();
//
// Measured figures are the one thing here that is a floating-point number: nothing is decided by them.
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
  // Writes the file, prints the ratios and where they are. To be returned from main: not 0 if the file cannot be written.
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

double median(std::vector<double> values);

// Nanoseconds of one call: the median of `runs`, each the mean over `calls`.
template <class Call>
double median_ns(std::size_t runs, std::size_t calls, Call&& call) {
  using Clock = std::chrono::steady_clock;
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

}  // namespace bench
