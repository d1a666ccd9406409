// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/wal_files.hpp"

#include <cstdlib>

#include "storage/file.hpp"

namespace storage {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;

constexpr std::size_t waiting_max = 4;

template <class Work>
IOStatus attempt(Work const& work) {
  try {
    work();
    return IOStatus::OK();
  } catch (std::exception const& failure) {
    return IOStatus::IOError(failure.what());
  }
}

constexpr std::size_t page_bytes = 4096;

struct Free {
  void operator()(std::uint8_t* memory) const { std::free(memory); }
};

// A file of zeros, written over from its start, in whole pages past the page cache: the page that the next append continues is
// kept here.
class OverwrittenFile final : public rocksdb::FSWritableFile {
 public:
  explicit OverwrittenFile(std::string const& path) : file_(path, File::Mode::write_through) {}

  IOStatus Append(rocksdb::Slice const& data, IOOptions const&, IODebugContext*) override {
    return attempt([&] { append(core::bytes_of(data.ToStringView())); });
  }
  IOStatus Append(rocksdb::Slice const& data, IOOptions const& options,
                  rocksdb::DataVerificationInfo const&, IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  IOStatus Sync(IOOptions const&, IODebugContext*) override { return IOStatus::OK(); }
  IOStatus Flush(IOOptions const&, IODebugContext*) override { return IOStatus::OK(); }
  IOStatus Close(IOOptions const&, IODebugContext*) override { return IOStatus::OK(); }
  bool IsSyncThreadSafe() const override { return true; }
  std::uint64_t GetFileSize(IOOptions const&, IODebugContext*) override { return end_; }
  void PrepareWrite(std::size_t, std::size_t, IOOptions const&, IODebugContext*) override {}

 private:
  void append(core::Bytes data) {
    auto const kept = end_ % page_bytes;
    auto const pages = (kept + data.size() + page_bytes - 1) / page_bytes * page_bytes;
    reserve(pages, kept);
    std::memcpy(buffer_.get() + kept, data.data(), data.size());
    std::memset(buffer_.get() + kept + data.size(), 0, pages - kept - data.size());
    file_.write(end_ - kept, {buffer_.get(), pages});
    end_ += data.size();
    auto const keep = end_ % page_bytes;
    if (keep != 0) std::memmove(buffer_.get(), buffer_.get() + pages - page_bytes, keep);
  }

  void reserve(std::size_t bytes, std::size_t kept) {
    if (bytes <= capacity_) return;
    std::unique_ptr<std::uint8_t, Free> larger(
        static_cast<std::uint8_t*>(std::aligned_alloc(page_bytes, bytes)));
    if (kept != 0) std::memcpy(larger.get(), buffer_.get(), kept);
    buffer_ = std::move(larger);
    capacity_ = bytes;
  }

  File file_;
  std::uint64_t end_ = 0;
  std::unique_ptr<std::uint8_t, Free> buffer_;
  std::size_t capacity_ = 0;
};

bool is_wal(std::string const& path) { return path.ends_with(".log"); }

}  // namespace

WalFiles::WalFiles(std::filesystem::path const& folder, std::uint64_t bytes)
    : FileSystemWrapper(rocksdb::FileSystem::Default()), files_(folder, bytes, waiting_max) {}

IOStatus WalFiles::NewWritableFile(std::string const& path, rocksdb::FileOptions const& options,
                                   std::unique_ptr<rocksdb::FSWritableFile>* out,
                                   IODebugContext* debug) {
  bool taken = false;
  auto const status = attempt([&] {
    taken = is_wal(path) && files_.take(path);
    if (taken) *out = std::make_unique<OverwrittenFile>(path);
  });
  if (!status.ok() || taken) return status;
  return target()->NewWritableFile(path, options, out, debug);
}

IOStatus WalFiles::DeleteFile(std::string const& path, IOOptions const& options,
                              IODebugContext* debug) {
  if (!is_wal(path)) return target()->DeleteFile(path, options, debug);
  return attempt([&] { files_.give(path); });
}

}  // namespace storage
