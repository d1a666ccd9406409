// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/lines.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace api::import {
namespace {

constexpr std::size_t piece = 64 << 10;
// A single line of a table; beyond that the file is not what it says.
constexpr std::size_t line_bytes_max = 4 << 20;

char separator_of(std::string const& header) {
  if (header.find('\t') != std::string::npos) return '\t';
  return header.find(';') != std::string::npos && header.find(',') == std::string::npos ? ';' : ',';
}

}  // namespace

struct Lines::Handle {
  explicit Handle(gzFile opened) : file(opened) {}
  ~Handle() { gzclose(file); }
  Handle(Handle const&) = delete;
  gzFile file;
};

Lines::Lines(std::filesystem::path const& file) : file_(file) {
  auto* opened = gzopen(file.c_str(), "rb");
  if (!opened || std::filesystem::is_directory(file))
    throw std::runtime_error("cannot read " + file.string());
  handle_ = std::make_unique<Handle>(opened);
}

Lines::~Lines() = default;

bool Lines::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  auto const before = buffer_.size();
  if (before > line_bytes_max)
    throw std::runtime_error(file_.string() + ": line " + std::to_string(number_ + 1) +
                             " is longer than 4 MiB; nothing from there on has been read, what "
                             "stands before it has been brought in");
  buffer_.resize(before + piece);
  auto const got = gzread(handle_->file, buffer_.data() + before, piece);
  if (got < 0) throw std::runtime_error(file_.string() + " is damaged");
  buffer_.resize(before + static_cast<std::size_t>(got));
  return got > 0;
}

bool Lines::next(std::string& line) {
  auto end = buffer_.find('\n', at_);
  while (end == std::string::npos) {
    auto const searched = buffer_.size() - at_;
    if (!fill()) break;
    end = buffer_.find('\n', searched);
  }
  if (end == std::string::npos && at_ == buffer_.size()) return false;
  line = buffer_.substr(at_, end == std::string::npos ? end : end - at_);
  at_ = end == std::string::npos ? buffer_.size() : end + 1;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (++number_ == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
  return true;
}

Table::Table(std::filesystem::path const& file) : lines_(file) {
  std::string header;
  if (!lines_.next(header)) throw std::runtime_error(file.string() + " is empty");
  separator_ = separator_of(header);
  pending_ = header;
  read(columns_);
}

bool Table::has(std::string_view column) const {
  return std::ranges::find(columns_, column) != columns_.end();
}

std::string const& Table::cell(std::string_view column) const {
  static std::string const none;
  auto const at = static_cast<std::size_t>(std::ranges::find(columns_, column) - columns_.begin());
  return at < cells_.size() && at < columns_.size() ? cells_[at] : none;
}

bool Table::next() {
  do {
    if (!lines_.next(pending_)) return false;
    line_ = lines_.number();
  } while (pending_.empty());
  return read(cells_);
}

// Splits `pending_`, with quotation marks as in RFC 4180, and takes further lines in where a quoted cell goes on.
bool Table::read(std::vector<std::string>& cells) {
  cells.assign(1, {});
  bool quoted = false;
  for (std::size_t i = 0;; ++i) {
    if (i == pending_.size()) {
      if (!quoted || !lines_.next(pending_)) return true;
      cells.back() += '\n';
      i = static_cast<std::size_t>(-1);
      continue;
    }
    char const c = pending_[i];
    bool const quote_counts = separator_ != '\t' || quoted ||
                              cells.back().empty();  // In a tab-separated cell: first, or closing.
    if (c == '"' && quote_counts) {
      bool const escaped = quoted && i + 1 < pending_.size() && pending_[i + 1] == '"';
      if (escaped) cells.back() += pending_[++i];
      else quoted = !quoted;
    } else if (c == separator_ && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const end = text.find_first_of(separators);
    auto part = text.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

}  // namespace api::import
