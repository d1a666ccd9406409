// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace storage {
namespace {

int open_flags(std::filesystem::path const& path, File::Mode mode) {
  switch (mode) {
    case File::Mode::read:
      return std::filesystem::is_directory(path) ? O_RDONLY | O_DIRECTORY : O_RDONLY;
    case File::Mode::write: return O_RDWR;
    case File::Mode::write_through: return O_RDWR | O_DIRECT | O_DSYNC;
    case File::Mode::create_new: return O_RDWR | O_CREAT | O_EXCL;
  }
  return O_RDONLY;
}

}  // namespace

File::File(std::filesystem::path path, Mode mode, unsigned permissions)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), open_flags(path_, mode) | O_CLOEXEC, permissions)) {
  if (descriptor_ < 0 && mode == Mode::write_through && errno == EINVAL)
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_DSYNC | O_CLOEXEC);
  if (descriptor_ < 0) fail("open");
}

File::~File() { ::close(descriptor_); }

std::uint64_t File::size() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) fail("stat");
  return static_cast<std::uint64_t>(status.st_size);
}

std::size_t File::read(std::uint64_t offset, std::span<std::uint8_t> out) const {
  std::size_t done = 0;
  while (done < out.size()) {
    auto const n = ::pread(descriptor_, out.data() + done, out.size() - done,
                           static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("read");
    if (n == 0) break;
    done += static_cast<std::size_t>(n);
  }
  return done;
}

void File::write(std::uint64_t offset, core::Bytes bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    auto const n = ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                            static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("write");
    done += static_cast<std::size_t>(n);
  }
}

void File::sync() {
  if (::fdatasync(descriptor_) != 0) fail("sync");
}

bool File::lock() {
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return true;
  if (errno != EWOULDBLOCK) fail("lock");
  return false;
}

void File::fail(char const* what) const {
  throw std::system_error(errno, std::generic_category(),
                          std::string("cannot ") + what + " " + path_.string());
}

std::optional<std::string> read_file(std::filesystem::path const& path) {
  if (!std::filesystem::exists(path)) return {};
  File const file(path, File::Mode::read);
  std::string content(file.size(), '\0');
  content.resize(file.read(0, {reinterpret_cast<std::uint8_t*>(content.data()), content.size()}));
  return content;
}

void replace_file(std::filesystem::path const& path, std::string_view content, Sync sync) {
  auto const temporary = std::filesystem::path(path) += ".new";
  std::filesystem::remove(temporary);
  {
    File file(temporary, File::Mode::create_new);
    file.write(0, core::bytes_of(content));
    if (sync == Sync::yes) file.sync();
  }
  std::filesystem::rename(temporary, path);
  if (sync == Sync::yes) sync_folder(path.parent_path());
}

bool is_within(std::filesystem::path const& file, std::filesystem::path const& folder) {
  auto const inner = std::filesystem::weakly_canonical(file);
  auto const outer = std::filesystem::weakly_canonical(folder);
  auto const [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end() || (std::next(end) == outer.end() && end->empty());
}

void sync_folder(std::filesystem::path const& folder) {
  File(folder.empty() ? "." : folder, File::Mode::read).sync();
}

}  // namespace storage
