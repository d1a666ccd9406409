// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

namespace storage {

// A few files full of zeros, on disk to the last block, that wait to be written over: a sync within such a file moves no
// metadata. Files that have served are filled with zeros again, by a thread of low priority. Any thread.
class ZeroedFiles {
 public:
  // Keeps those of an earlier run, and makes the first two at once where they are missing. At most `most` of them wait.
  ZeroedFiles(std::filesystem::path folder, std::uint64_t bytes, std::size_t most);
  ~ZeroedFiles();
  ZeroedFiles(ZeroedFiles const&) = delete;
  ZeroedFiles& operator=(ZeroedFiles const&) = delete;

  // Moves one to `path`, durably. False when none is ready.
  bool take(std::filesystem::path const& path);
  // Takes away the file at `path`, which nobody needs any more.
  void give(std::filesystem::path const& path);

 private:
  std::filesystem::path new_name(char const* kind);
  void adopt();
  void run();
  bool refill(std::filesystem::path const& used);

  std::filesystem::path const folder_;
  std::uint64_t const bytes_;
  std::size_t const most_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::uint64_t names_ = 0;
  std::deque<std::filesystem::path> ready_, used_;
  std::size_t filling_ = 0;  // 1 while one is made ready.
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace storage
