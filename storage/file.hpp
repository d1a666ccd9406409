// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace storage {

// An open file (or folder). Every failure throws std::system_error that names the path.
class File {
 public:
  // write_through: in whole pages from aligned memory, past the page cache where the file system can do that.
  enum class Mode { read, write, write_through, create_new };

  File(std::filesystem::path path, Mode mode, unsigned permissions = 0600);
  ~File();
  File(File const&) = delete;
  File& operator=(File const&) = delete;

  std::uint64_t size() const;
  // Fills `out` from `offset`; how many bytes there were.
  std::size_t read(std::uint64_t offset, std::span<std::uint8_t> out) const;
  void write(std::uint64_t offset, core::Bytes bytes);
  // Data and whatever is needed to find it again are on disk.
  void sync();
  // False when another process (or another File) holds it.
  bool lock();

 private:
  [[noreturn]] void fail(char const* what) const;

  std::filesystem::path path_;
  int descriptor_;
};

// The whole file, or nothing when there is none.
std::optional<std::string> read_file(std::filesystem::path const& path);

enum class Sync { no, yes };

// After the call the file has the new content. Synced: a crash at any point leaves the old or the new one. Not synced: it may
// leave anything.
void replace_file(std::filesystem::path const& path, std::string_view content,
                  Sync sync = Sync::yes);

// Whether one path lies below the other, or is the same.
bool is_within(std::filesystem::path const& file, std::filesystem::path const& folder);

// The folder's entries are on disk.
void sync_folder(std::filesystem::path const& folder);

}  // namespace storage
