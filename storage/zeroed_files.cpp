// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/zeroed_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

#include "storage/file.hpp"
#include "storage/threads.hpp"

namespace storage {
namespace {

constexpr std::size_t piece_bytes = 1 << 20;
constexpr std::size_t alignment = 4096;

// A new log takes one for its first write, and another for all that follows.
constexpr std::size_t ready_at_start = 2;

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};

// Past the page cache where the file system can do that.
int open_direct(std::filesystem::path const& path) {
  constexpr int flags = O_WRONLY | O_CREAT | O_CLOEXEC;
  auto const direct = ::open(path.c_str(), flags | O_DIRECT, 0600);
  return direct >= 0 ? direct : ::open(path.c_str(), flags, 0600);
}

// The file has exactly so many bytes, all zero, all on disk. `bytes` is a multiple of a piece.
bool fill_with_zeros(std::filesystem::path const& path, std::uint64_t bytes) {
  auto const file = open_direct(path);
  if (file < 0) return false;
  std::unique_ptr<void, Free> const zeros(std::aligned_alloc(alignment, piece_bytes));
  std::memset(zeros.get(), 0, piece_bytes);
  bool ok = true;
  for (std::uint64_t at = 0; ok && at < bytes; at += piece_bytes)
    ok = ::pwrite(file, zeros.get(), piece_bytes, static_cast<off_t>(at)) ==
         static_cast<ssize_t>(piece_bytes);
  ok = ok && ::ftruncate(file, static_cast<off_t>(bytes)) == 0 && ::fsync(file) == 0;
  ::close(file);
  return ok;
}

bool is_ready(std::filesystem::directory_entry const& file, std::uint64_t bytes) {
  return file.path().filename().string().starts_with("zero-") && file.is_regular_file() &&
         file.file_size() == bytes;
}

}  // namespace

ZeroedFiles::ZeroedFiles(std::filesystem::path folder, std::uint64_t bytes, std::size_t most)
    : folder_(std::move(folder)), bytes_(bytes), most_(most) {
  std::filesystem::create_directories(folder_);
  adopt();
  while (ready_.size() < std::min(ready_at_start, most_) && refill(new_name("used-"))) {
  }
  thread_ = std::thread([this] { run(); });
}

ZeroedFiles::~ZeroedFiles() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

std::filesystem::path ZeroedFiles::new_name(char const* kind) {
  for (;;) {
    auto name = folder_ / (kind + std::to_string(names_++));
    if (!std::filesystem::exists(name)) return name;
  }
}

void ZeroedFiles::adopt() {
  std::error_code ignored;
  for (auto const& file : std::filesystem::directory_iterator(folder_)) {
    if (is_ready(file, bytes_) && ready_.size() < most_) ready_.push_back(file.path());
    else std::filesystem::remove(file.path(), ignored);
  }
}

bool ZeroedFiles::take(std::filesystem::path const& path) {
  std::unique_lock lock(mutex_);
  if (ready_.empty()) return false;
  auto const file = ready_.front();
  ready_.pop_front();
  lock.unlock();
  std::error_code failed;
  std::filesystem::rename(file, path, failed);
  if (failed) return false;
  sync_folder(path.parent_path());
  return true;
}

// A file with other names, as a checkpoint gives them, must stay as it is.
void ZeroedFiles::give(std::filesystem::path const& path) {
  std::error_code failed;
  std::unique_lock lock(mutex_);
  bool const wanted = ready_.size() + used_.size() + filling_ < most_ &&
                      std::filesystem::hard_link_count(path, failed) == 1;
  if (!wanted || failed) {
    std::filesystem::remove(path);
    return;
  }
  used_.push_back(new_name("used-"));
  std::filesystem::rename(path, used_.back());
  lock.unlock();
  wake_.notify_one();
}

void ZeroedFiles::run() {
  lower_priority(19);
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return closing_ || !used_.empty(); });
    if (closing_) return;
    auto const used = used_.front();
    used_.pop_front();
    filling_ = 1;
    lock.unlock();
    refill(used);
    lock.lock();
    filling_ = 0;
  }
}

bool ZeroedFiles::refill(std::filesystem::path const& used) {
  std::error_code failed;
  bool const filled = fill_with_zeros(used, bytes_);
  std::lock_guard const lock(mutex_);
  auto const name = new_name("zero-");
  if (filled) std::filesystem::rename(used, name, failed);
  bool const ok = filled && !failed;
  if (ok) ready_.push_back(name);
  else std::filesystem::remove(used, failed);
  return ok;
}

}  // namespace storage
