// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace api::import {

// A text file, gzipped or not, read line by line. Throws std::runtime_error naming the file when it cannot be read.
class Lines {
 public:
  explicit Lines(std::filesystem::path const& file);
  ~Lines();

  // The next line without its end; false after the last. A byte order mark at the beginning is left out.
  bool next(std::string& line);
  std::uint64_t number() const { return number_; }  // Of the line that next() gave last, from 1.

 private:
  struct Handle;
  bool fill();

  std::filesystem::path file_;
  std::unique_ptr<Handle> handle_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
};

// A table with named columns: separated by commas, semicolons or tabs, told by its first line; cells in quotation marks as in
// RFC 4180, with separators and line breaks inside.
class Table {
 public:
  explicit Table(std::filesystem::path const& file);

  std::vector<std::string> const& columns() const { return columns_; }
  bool has(std::string_view column) const;
  // False after the last row. A row with too few or too many cells is still given: see `malformed`.
  bool next();
  bool malformed() const { return cells_.size() != columns_.size(); }
  std::uint64_t line() const { return line_; }  // Where the row begins.
  // Empty where there is no such column or cell.
  std::string const& cell(std::string_view column) const;

 private:
  bool read(std::vector<std::string>& cells);

  Lines lines_;
  char separator_ = '\t';
  std::vector<std::string> columns_, cells_;
  std::string pending_;
  std::uint64_t line_ = 0;
};

// Parts of a text between separators, trimmed, without empty ones.
std::vector<std::string> split(std::string_view text, std::string_view separators);

}  // namespace api::import
