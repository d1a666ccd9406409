// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sstream>
#include <string>
#include <vector>

namespace support {

// Many cases as a text: a line a case, its cells with "|" between them. Empty lines count for nothing.
inline std::vector<std::vector<std::string>> text_table(std::string const& text) {
  auto trimmed = [](std::string const& cell) {
    auto const first = cell.find_first_not_of(' ');
    return first == std::string::npos ? ""
                                      : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
  };
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    line = trimmed(line);
    if (line.empty()) continue;
    auto& row = rows.emplace_back();
    for (std::size_t at = 0; at <= line.size();) {
      auto const bar = std::min(line.find('|', at), line.size());
      row.push_back(trimmed(line.substr(at, bar - at)));
      at = bar + 1;
    }
  }
  return rows;
}

}  // namespace support
