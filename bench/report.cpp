// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "bench/report.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/check.hpp"

namespace bench {
namespace {

// Names are identifiers with dots and units: nothing in them needs escaping.
std::string in_quotes(std::string_view text) {
  CHECK(text.find_first_of("\"\\\n") == text.npos);
  return '"' + std::string(text) + '"';
}

}  // namespace

Report::Report(std::string name) : name_(std::move(name)) {}

void Report::row(std::string_view what, double value, std::string_view unit) {
  rows_.push_back({std::string(what), value, std::string(unit)});
  std::printf("%-48s %16.1f %s\n", rows_.back().what.c_str(), value, rows_.back().unit.c_str());
  std::fflush(stdout);
}

void Report::ratio(std::string_view what, std::string_view over) {
  ratio(what, over, value(what) / value(over));
}

void Report::ratio(std::string_view what, std::string_view over, double value) {
  ratios_.push_back({std::string(what), std::string(over), value});
}

double Report::value(std::string_view what) const {
  auto const found = std::ranges::find(rows_, what, &Row::what);
  CHECK(found != rows_.end());
  return found->value;
}

std::string Report::json() const {
  std::ostringstream out;
  out.precision(12);
  out << "{\"rows\": [";
  char const* between = "\n  ";
  for (auto const& [what, value, unit] : rows_) {
    out << between << "{\"what\": " << in_quotes(what) << ", \"value\": " << value << ", \"unit\": " << in_quotes(unit) << "}";
    between = ",\n  ";
  }
  out << "],\n \"ratios\": [";
  between = "\n  ";
  for (auto const& [what, over, value] : ratios_) {
    out << between << "{\"what\": " << in_quotes(what) << ", \"over\": " << in_quotes(over) << ", \"value\": " << value << "}";
    between = ",\n  ";
  }
  out << "]}\n";
  return out.str();
}

int Report::finish() const {
  for (auto const& [what, over, value] : ratios_) std::printf("%s / %s = %.3f\n", what.c_str(), over.c_str(), value);
  std::filesystem::path const path = "build/bench/" + name_ + ".json";
  std::error_code ignored;  // A folder that cannot be made shows in the file that cannot be written.
  std::filesystem::create_directories(path.parent_path(), ignored);
  std::ofstream file(path);
  file << json() << std::flush;
  if (!file) return std::fprintf(stderr, "cannot write %s\n", path.c_str()), 1;
  std::printf("-> %s\n", path.c_str());
  return 0;
}

double median(std::vector<double> values) {
  CHECK(!values.empty());
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace bench
