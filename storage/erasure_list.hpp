// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "core/crypto.hpp"
#include "core/function_ref.hpp"
#include "storage/failure.hpp"

namespace storage {

// Who was erased: a text file that is only ever appended to and lies outside of the tenant's folder and of its backups, so that
// whoever comes back with an old copy is erased again. It names subject ids, which say nothing about a person.
//
// A line each: number from 1, subject, microseconds UTC, and the base64 of SHA-256(hash of the line before, the line up to here),
// so that no line can be taken out, changed or put before another. One thread adds; any thread looks at its lines.
class ErasureList {
 public:
  struct Entry {
    core::Id subject;
    core::Instant at;
  };

  // Reads it, where it is there; made with the first entry. A last line that was not written to its end is cut off. `crypto`
  // outlives it. Throws Unusable when any other line is not what was written.
  ErasureList(std::filesystem::path path, core::Crypto const& crypto, Warn const& warn);

  std::vector<Entry> const& entries() const { return entries_; }
  bool has(core::Id const& subject) const { return subjects_.contains(subject); }
  // On disk when it returns; nothing where the subject is there already. Throws core::LogBroken when that is not certain.
  void add(core::Id const& subject, core::Instant at);
  std::filesystem::path const& path() const { return path_; }
  // Any thread: the lines from number `from` (from 0) on, without their newlines.
  void each_line(std::size_t from, core::FunctionRef<void(std::string_view)> visit) const;

 private:
  void take(std::string_view line);
  std::string hashed(std::string_view line) const;

  std::filesystem::path const path_;
  core::Crypto const& crypto_;
  mutable std::mutex mutex_;  // Over the text, for those who look at its lines.
  std::string text_;
  std::vector<std::size_t> line_starts_;
  std::vector<Entry> entries_;
  boost::unordered_flat_set<core::Id, std::hash<core::Id>> subjects_;  // Of these.
  core::Digest last_{};  // Of the last line; zeros before the first.
};

}  // namespace storage
