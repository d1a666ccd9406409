// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace support {

// A folder that is gone with the test.
class Folder {
 public:
  Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "fuge-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(Folder const&) = delete;

  std::filesystem::path const& path() const { return path_; }
  operator std::filesystem::path const&() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(std::filesystem::path const& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

// Each file's path and bytes, and each folder: to prove that nothing has been changed.
inline std::map<std::string, std::string> everything_in(std::filesystem::path const& folder) {
  std::map<std::string, std::string> found;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder))
    found[entry.path().string()] = entry.is_regular_file() ? content_of(entry.path()) : "";
  return found;
}

inline void overwrite(std::filesystem::path const& file, std::uint64_t at, std::string_view bytes) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekp(static_cast<std::streamoff>(at));
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline void flip_bit(std::filesystem::path const& file, std::uint64_t bit) {
  auto const byte = content_of(file).at(bit / 8);
  overwrite(file, bit / 8, std::string(1, static_cast<char>(byte ^ 1 << bit % 8)));
}

// What a crash would leave behind of a folder that is in use: files may come and go while it is copied.
inline void copy_live(std::filesystem::path const& from, std::filesystem::path const& to) {
  std::error_code failed;
  do {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive, failed);
  } while (failed);
}

}  // namespace support
