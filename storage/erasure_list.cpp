// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/erasure_list.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "core/event_log.hpp"
#include "storage/base64.hpp"
#include "storage/file.hpp"
#include "storage/lines.hpp"

namespace storage {
namespace {

// Cuts off what stands before the next space; all of it where there is none.
std::string_view next_word(std::string_view& line) {
  auto const end = std::min(line.find(' '), line.size());
  auto const word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

}  // namespace

ErasureList::ErasureList(std::filesystem::path path, core::Crypto const& crypto, Warn const& warn)
    : path_(std::move(path)), crypto_(crypto) {
  auto const text = read_file(path_);
  std::string_view left = text ? *text : std::string_view();
  while (auto const line = next_line(left)) take(*line);
  if (left.empty()) return;
  warn(path_.string() + ": the last line was not written to its end and is left out");
  std::filesystem::resize_file(path_, text_.size());
}

void ErasureList::take(std::string_view line) {
  auto const end = line.rfind(' ');
  auto words = line;
  auto const number = parse_decimal(next_word(words));
  auto const subject = core::Id::parse(next_word(words));
  auto const at = parse_decimal(next_word(words));
  auto const hash = parse_hash(words);
  bool const good = end != std::string_view::npos && number == entries_.size() + 1 && subject &&
                    at && hash && hashed(line.substr(0, end)) == words;
  if (!good)
    throw Unusable(path_.string() + " is not what was written: line " +
                   std::to_string(entries_.size() + 1));
  entries_.push_back({*subject, {static_cast<std::int64_t>(*at)}});
  subjects_.insert(*subject);
  last_ = *hash;
  std::lock_guard const lock(mutex_);
  line_starts_.push_back(text_.size());
  text_.append(line) += '\n';
}

void ErasureList::each_line(std::size_t from,
                            core::FunctionRef<void(std::string_view)> visit) const {
  std::lock_guard const lock(mutex_);
  if (from >= line_starts_.size()) return;
  auto left = std::string_view(text_).substr(line_starts_[from]);
  while (auto const line = next_line(left)) visit(*line);
}

std::string ErasureList::hashed(std::string_view line) const {
  core::Bytes const parts[] = {last_, core::bytes_of(line)};
  return base64(crypto_.sha256(parts));
}

void ErasureList::add(core::Id const& subject, core::Instant at) try {
  if (has(subject)) return;
  auto line =
      std::to_string(entries_.size() + 1) + " " + to_string(subject) + " " + std::to_string(at.us);
  line += " " + hashed(line);
  bool const is_there = std::filesystem::exists(path_);
  File file(path_, is_there ? File::Mode::write : File::Mode::create_new);
  file.write(text_.size(), core::bytes_of(line + "\n"));
  file.sync();
  if (!is_there) sync_folder(path_.parent_path());
  take(line);
} catch (std::system_error const& failure) {
  throw core::LogBroken(std::string("the list of erasures could not be written: ") +
                        failure.what());
}

}  // namespace storage
